import FoundationEssentials
import Testing

@testable import ChineseText

@Suite struct MatchingCacheTests {
  /// A folder of its own for the length of a test.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("hegui-cache-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("deep/er").path)
  }

  private func lists(_ extra: String = "") -> [TermList] {
    let text = "# lexicon-veto: yes\n# skip: symbols\n帐号\t账号\tE\t¬词{蚊帐号}\n+登帐号\n𠮷野\n\(extra)\n"
    return [
      TermList(name: "a", file: "a.txt", bytes: Array(text.utf8)),
      .literals(name: "b", ["帐", "kg"]),
    ]
  }

  /// By list: the place and the term of each hit.
  private func found(_ matcher: TermMatcher) -> [[String]] {
    let text = Array("帐\u{200B}号和蚊帐号，登帐号，𠮷 野5㎏".utf8)
    return matcher.hits(in: text, blocks: [0..<text.count]).map { hits in
      hits.map {
        "\($0.entry) \($0.range) \(matcher.entry(of: $0).term)"
      }
    }
  }

  private func matcher(_ folder: String?, _ extra: String = "") throws -> TermMatcher {
    try TermMatcher(
      lists: lists(extra),
      lexicon: nil,
      cacheFolder: folder.flatMap { CacheFolder(path: $0) }
    )
  }

  private func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).map { folder + "/" + $0 }
  }

  @Test func `a mapped form finds what a fresh one finds`() throws {
    try withFolder { folder in
      let fresh = try found(matcher(nil))
      #expect(fresh.map(\.count) == [2, 4])
      #expect(try found(matcher(folder)) == fresh)
      let file = try #require(try files(in: folder).first)
      let key = MatcherCache.key(of: lists())
      #expect(file.hasSuffix("/terms-\(key.hexadecimal).bin"))
      #expect(MatcherImage(file: file, key: key) != nil)
      #expect(try found(matcher(folder)) == fresh)
      #expect(try files(in: folder) == [file])
    }
  }

  @Test func `other lists have another file`() throws {
    try withFolder { folder in
      _ = try matcher(folder)
      _ = try matcher(folder, "甲乙")
      _ = try TermMatcher(
        lists: lists().reversed(),
        lexicon: nil,
        cacheFolder: CacheFolder(path: folder)
      )
      #expect(try files(in: folder).count == 3)
      #expect(MatcherCache.key(of: lists()) == MatcherCache.key(of: lists()))
      #expect(MatcherCache.key(of: lists()) != MatcherCache.key(of: lists(), program: 1))
    }
  }

  @Test func `a damaged file is made anew`() throws {
    try withFolder { folder in
      let fresh = try found(matcher(folder))
      let file = URL(fileURLWithPath: try #require(try files(in: folder).first))
      let whole = try Data(contentsOf: file)
      let key = MatcherCache.key(of: lists())
      let places =
        Array(0..<200) + stride(from: 200, to: whole.count, by: 4099) + [whole.count - 65]
      for place in places {
        var damaged = whole
        damaged[place] ^= UInt8(1 << (place % 8))
        try damaged.write(to: file)
        #expect(MatcherImage(file: file.path, key: key) == nil, "byte \(place)")
      }
      for count in [0, 1, 127, 128, 4096, whole.count - 1] {
        try whole.prefix(count).write(to: file)
        #expect(MatcherImage(file: file.path, key: key) == nil, "\(count) bytes")
      }
      try (whole + [0]).write(to: file)
      #expect(try found(matcher(folder)) == fresh)
      #expect(try Data(contentsOf: file) == whole)
    }
  }

  @Test func `tables with an index outside do no harm where the checksum fits`() throws {
    let compiled = try TermCompiler.compile(lists())
    let far = TermState(value: .max, label: 3, count: .max)
    let changes: [(inout CompiledTerms) -> Void] = [
      { terms in for index in terms.states.indices { terms.states[index] = far } },
      { terms in
        for (index, state) in terms.states.enumerated() {
          terms.states[index] = TermState(value: .max >> 1, label: state.label, count: 0)
        }
      },
      { terms in
        for (index, state) in terms.states.enumerated() {
          terms.states[index] = TermState(value: 1, label: state.label, count: 60_000)
        }
      },
      { terms in
        for (index, state) in terms.states.enumerated() {
          terms.states[index] = TermState(entry: 60_000, label: state.label, tail: 0)
        }
      },
      { terms in for index in terms.kinds.indices { terms.kinds[index] = .max } },
      { $0.kinds = [] }, { $0.lineStarts = [] },
      { terms in for index in terms.lineStarts.indices { terms.lineStarts[index] = .max } },
      { $0.states = [.none] }, { $0.states = [] }, { $0.tails = [] },
      { terms in for index in terms.tails.indices { terms.tails[index] = .max } },
      { terms in for index in terms.tails.indices { terms.tails[index] = 0 } },
      { terms in for index in terms.entries.indices { terms.entries[index] = .max } },
      { $0.entries = [] }, { $0.lists[0] = .max },
      { terms in for index in terms.classes.indices { terms.classes[index] = 5000 } },
      { terms in for index in terms.classes.indices { terms.classes[index] = 0xFFFE } },
      { terms in for index in terms.supplementary.indices { terms.supplementary[index] = .max } },
      { $0.supplementary = [] },
      { $0.prefixes = [.max, .max, .max, .max] },
    ]
    try withFolder { folder in
      for change in changes {
        var damaged = compiled
        damaged.prefixes = [.max, .max]
        change(&damaged)
        try write(damaged, to: folder)
        _ = try found(matcher(folder))
      }
    }
  }

  @Test func `tables of wrong sizes are refused even where the checksum fits`() throws {
    let compiled = try TermCompiler.compile(lists())
    let changes: [(inout CompiledTerms) -> Void] = [
      { $0.classes.removeLast(2) }, { $0.lists.removeLast() },
      { $0.lists.removeLast(2) }, { $0.supplementary.removeLast() },
      { $0.prefixes = [] }, { $0.prefixes = [1] }, { $0.prefixes = [1, 2, 3] },
    ]
    try withFolder { folder in
      let fresh = try found(matcher(nil))
      for (index, change) in changes.enumerated() {
        var damaged = compiled
        change(&damaged)
        try write(damaged, to: folder)
        #expect(try found(matcher(folder)) == fresh, "change \(index)")
      }
    }
  }

  /// Puts tables where the file of `lists` belongs.
  private func write(_ terms: CompiledTerms, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let key = MatcherCache.key(of: lists())
    try unsafe MatcherImage(terms, key: key).withBytes { bytes in
      let file = "\(folder)/terms-\(key.hexadecimal).bin"
      try unsafe Data(bytes).write(to: URL(fileURLWithPath: file))
    }
  }

  @Test(arguments: ["/dev/null/no/folder", "/proc/none", ""])
  func `a folder that cannot be written does no harm`(folder: String) throws {
    #expect(try found(matcher(folder)) == found(matcher(nil)))
  }

  @Test func `literals made later are found as those given`() throws {
    let hash = ContentHash(Array("帐|kg".utf8))
    let made = TermList.literals(name: "b", hash: hash) { ["帐", "kg"] }
    let matcher = try TermMatcher(lists: [lists()[0], made], lexicon: nil, cacheFolder: nil)
    #expect(try found(matcher) == found(self.matcher(nil)))
  }

  @Test func `of very many files the oldest are removed`() throws {
    try withFolder { folder in
      for index in 0..<70 { _ = try matcher(folder, "甲乙\(index)") }
      #expect(try files(in: folder).count <= 64)
    }
  }

  @Test func `files that nobody used for long are removed`() throws {
    try withFolder { folder in
      _ = try matcher(folder)
      let old = try #require(try files(in: folder).first)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -40 * 24 * 3600)],
        ofItemAtPath: old
      )
      _ = try matcher(folder, "甲乙")
      #expect(try !files(in: folder).contains(old))
    }
  }
}
