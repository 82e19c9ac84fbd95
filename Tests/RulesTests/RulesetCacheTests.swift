import ChineseText
import FoundationEssentials
import Linting
import SourceText
import TestSupport
import Testing

@testable import Rules

/// What judging reads of the program's rules, from their files and from the cache, is all that it needs.
@Suite struct RulesetCacheTests {
  /// A folder of its own for the length of a test.
  private func withFolder(_ body: (CacheFolder) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hegui-rules-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(try #require(CacheFolder(path: folder.path, program: 1)))
  }

  private func loader() throws -> RulesetLoader {
    var loader = RulesetLoader()
    try loader.add(testedFolder: Repository.rules)
    return loader
  }

  private func cachedFile(in folder: CacheFolder) throws -> String {
    "\(folder.path)/\(try #require(try namesOfFiles(in: folder.path).first))"
  }

  /// All that a rule says of itself but its cases and reasons.
  private func needed(of rule: any Rule) -> [String] {
    if let joined = rule as? JoinedRule {
      return needed(of: joined.list) + needed(of: joined.pattern)
    }
    if let suspecting = rule as? SuspectingRule {
      return needed(of: suspecting.base) + ["besides sentences"]
    }
    if let repeats = rule as? RepeatRule {
      return needed(of: repeats.list) + ["\(repeats.lengths) \(repeats.times)"]
    }
    let info = rule.info
    let fields: [Any] = [info.summary, info.basis, info.severity, info.escalation as Any]
    let others = Mirror(reflecting: rule).children.filter {
      !["info", "cases", "examples"].contains($0.label)
    }
    let texts = fields.map { "\($0)" } + others.map { "\($0.label ?? ""): \($0.value)" }
    // The members of a set and of a dictionary stand in any order.
    return texts.map { String($0.sorted()) }
  }

  /// Says whether two contents are the same without printing millions of bytes where they are not.
  private func expectSame<Content: Equatable>(
    _ content: Content,
    _ other: Content,
    _ place: String = "",
    at location: SourceLocation = #_sourceLocation
  ) {
    let isSame = content == other
    #expect(isSame, "\(place)", sourceLocation: location)
  }

  private func expectAll(of judging: Ruleset) {
    #expect(judging.infos.map(\.id) == ruleset.infos.map(\.id))
    #expect(judging.digest == ruleset.digest)
    #expect(judging.sources.value == ruleset.sources.value)
    #expect(judging.lists.map(\.name) == ruleset.lists.map(\.name))
    #expect(judging.lists.map(\.hash) == ruleset.lists.map(\.hash))
    expectSame(judging.lists.map(\.bytes), ruleset.lists.map(\.bytes))
    #expect(judging.tables.map(\.name) == ruleset.tables.map(\.name))
    #expect(
      judging.tables.map { $0.entries.map(\.id) } == ruleset.tables.map { $0.entries.map(\.id) }
    )
    for (part, whole) in zip(judging.tables, ruleset.tables) {
      expectSame(part.entries.map(Self.facts), whole.entries.map(Self.facts), whole.name)
      #expect(part.rules.map(\.name) == whole.rules.map(\.name))
      #expect(part.rules.map(\.owners) == whole.rules.map(\.owners))
    }
    for (part, whole) in zip(judging.rules, ruleset.rules) {
      expectSame(needed(of: part), needed(of: whole), whole.info.id)
    }
  }

  /// All that an entry of a table says, and what its matches need.
  private static func facts(of entry: PatternEntry) -> [String] {
    let text = entry.text
    let needed = (try? entry.neededInSentence())?.words
    return PatternEntry.Column.allCases.map { text[$0] }
      + ["\(entry.line) \(entry.severity)", "\(needed ?? [1])"]
  }

  @Test func `judging reads all that it needs`() throws {
    try expectAll(of: loader().ruleset())
  }

  @Test func `the cache keeps all that judging needs`() throws {
    try withFolder { folder in
      try expectAll(of: loader().judgingRuleset(cacheFolder: folder))
      #expect(try cachedFile(in: folder).contains("/rules-"))
      try expectAll(of: loader().judgingRuleset(cacheFolder: folder))
    }
  }

  @Test func `another build of the program has another file`() throws {
    try withFolder { folder in
      _ = try loader().judgingRuleset(cacheFolder: folder)
      _ = try loader().judgingRuleset(cacheFolder: CacheFolder(path: folder.path, program: 2))
      #expect(try namesOfFiles(in: folder.path).count == 2)
    }
  }

  @Test func `a file with a damaged head is made anew, damaged lists are read from their files`()
    throws
  {
    try withFolder { folder in
      _ = try loader().judgingRuleset(cacheFolder: folder)
      let file = try cachedFile(in: folder)
      let whole = try readFile(file)
      let cache = try #require(RulesetCache(of: loader().files, in: folder))
      let head = try #require(cache.kept).head.count
      let facts = ruleset.tables.map { $0.entries.map(Self.facts) }
      for place in Array(0..<48) + stride(from: 48, to: whole.count, by: 500_009) {
        var damaged = whole
        damaged[place] ^= UInt8(1 << (place % 8))
        try Data(damaged).write(to: URL(fileURLWithPath: file))
        let kept = cache.ruleset()
        #expect((kept == nil) == (place < 48 + head), "byte \(place)")
        if let kept {
          expectSame(kept.lists.map(\.bytes), ruleset.lists.map(\.bytes), "byte \(place)")
          expectSame(kept.tables.map(\.bytes.value), ruleset.tables.map(\.bytes.value))
          expectSame(kept.tables.map { $0.entries.map(Self.facts) }, facts, "byte \(place)")
        }
      }
      for count in [0, 1, 8, 47, 48, 4096, whole.count - 1] {
        try Data(whole.prefix(count)).write(to: URL(fileURLWithPath: file))
        #expect(cache.ruleset() == nil, "\(count) bytes")
      }
      _ = try loader().judgingRuleset(cacheFolder: folder)
      expectSame(try readFile(file), whole)
    }
  }

  @Test func `a list of an organisation's own is kept, and made anew where that is damaged`() throws
  {
    let text = "lists:\n  - \(Repository.root)/.swift-version"
    let configuration = try Configuration(parsing: text, path: "hegui.yml")
    func list(_ folder: CacheFolder?) throws -> TermList {
      let rules = try configuration.configured(
        OperatorTerms.all,
        cacheFolder: folder
      )
      return try #require(rules.first?.ownLists.first)
    }
    let read = try list(nil)
    try withFolder { folder in
      for _ in 0..<2 {
        let kept = try list(folder)
        #expect(kept.hash == read.hash)
        expectSame(kept.bytes, read.bytes)
      }
      let file = try cachedFile(in: folder)
      #expect(file.contains("/lists-"))
      let whole = try readFile(file)
      for place in [50, whole.count - 2] {
        var damaged = whole
        damaged[place] ^= 1
        try Data(damaged).write(to: URL(fileURLWithPath: file))
        #expect(try list(folder).hash == read.hash)
        expectSame(try list(folder).bytes, read.bytes)
      }
    }
  }

  @Test func `a head that lies does no harm where the checksum fits`() {
    let samples: [[UInt8]] = [
      [], [0xFF], Array(repeating: 0xFF, count: 12), [1, 3, 0xFF, 0xFF, 0x03], [1, 2, 0x7F],
      Array(repeating: [1, 2, 1], count: 5000).flatMap { $0 }, [1, 9], [1, 0, 5, 0x61],
    ]
    for bytes in samples {
      var reader = KeptReader(bytes)
      #expect(reader.node() == nil)
    }
  }

  @Test func `a file that was just written is not kept`() throws {
    try withFolder { folder in
      let rules = URL(fileURLWithPath: folder.path + "-rules")
      try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: rules) }
      try Data("甲乙\n".utf8).write(to: rules.appendingPathComponent("x.txt"))
      var loader = try loader()
      try loader.add(folder: rules.path)
      _ = try loader.judgingRuleset(cacheFolder: folder)
      #expect((try? namesOfFiles(in: folder.path)) ?? [] == [])
    }
  }
}
