import ChineseText
import Linting
import SourceText

/// The file of the cache that holds what judging drafts needs of some files of rules, so that a start parses
/// no YAML and reads only those lists that a draft has hits of.
///
/// The head has packs, sources and what is said of lists; behind it stand the lists, the tables, the lexicon, the
/// weights.
struct RulesetCache {
  private let files: [RuleFile]
  private let folder: CacheFolder
  private let key: ContentHash

  /// Nil where the content of a file was given.
  init?(of files: [RuleFile], in folder: CacheFolder) {
    var identity = KeptWriter()
    identity.write(fixed: folder.program)
    for file in files {
      guard let stamp = file.stamp else { return nil }
      identity.write(file.path)
      identity.write(count: file.extent == .whole ? 1 : 0)
      for word in stamp.words { identity.write(fixed: word) }
    }
    self.files = files
    self.folder = folder
    key = ContentHash(identity.bytes)
  }

  var kept: KeptFile? { folder.kept(.rules, for: key) }

  /// The ruleset as it was kept; nil where it was not.
  func ruleset() -> Ruleset? {
    guard let file = kept else { return nil }
    var reader = KeptReader(file.head)
    guard let order = reader.list(of: { $0.count() }),
      let content = reader.content(of: file),
      let rules = try? content.rules(naming: nil),
      order.count == rules.count, order.allSatisfy(rules.indices.contains)
    else { return nil }
    return Ruleset(
      rules: order.map { rules[$0] },
      sources: Deferred { (try? content.sourcesByKey()) ?? [:] },
      content: content
    )
  }

  /// Keeps the content, of which a ruleset was made, unless a file changed so lately that it may change again
  /// and look the same.
  func keep(_ content: RulesetContent) {
    guard let rules = try? content.rules(naming: nil),
      files.allSatisfy({ $0.stamp?.isSettled == true && $0.stamp == (try? FileStamp(of: $0.path)) })
    else { return }
    guard let tables = try? content.tables.map({ try $0.kept() }) else { return }
    var head = KeptWriter()
    head.write(orderOfIds(rules))
    head.write(content, tables)
    var body = content.lists.flatMap(\.bytes)
    for (table, kept) in zip(content.tables, tables) {
      body += table.bytes.value + kept.records + kept.needed
    }
    body += content.lexicon?.bytes.value ?? []
    body += content.weights.flatMap(\.bytes.value)
    folder.keep(head: head.bytes, body: body, as: .rules, for: key)
  }
}

extension KeptWriter {
  fileprivate mutating func write(_ numbers: [Int]) {
    write(count: numbers.count)
    for number in numbers { write(count: number) }
  }

  fileprivate mutating func write(
    _ content: RulesetContent,
    _ tables: [(records: [UInt8], needed: [UInt8])]
  ) {
    write(content.path)
    write(content.digest)
    for documents in [content.packs, content.sources] {
      write(count: documents.count)
      for document in documents {
        write(document.path)
        write(document.root.withoutExplanations)
      }
    }
    write(count: content.lists.count)
    for list in content.lists {
      write(TextPlace(name: list.name, file: list.file, hash: list.hash, size: list.bytes.count))
      write(blocksOf: list.bytes)
    }
    write(count: content.tables.count)
    for (table, kept) in zip(content.tables, tables) {
      let size = table.bytes.value.count
      write(TextPlace(name: table.name, file: table.file, hash: table.hash, size: size))
      write(count: kept.records.count)
      write(fixed: ContentHash(kept.records).low)
      write(count: kept.needed.count)
    }
    write(count: content.lexicon == nil ? 0 : 1)
    if let (path, bytes) = content.lexicon {
      let hash = ContentHash(bytes.value)
      write(TextPlace(name: "lexicon", file: path, hash: hash, size: bytes.value.count))
    }
    write(count: content.weights.count)
    for (path, bytes) in content.weights {
      let hash = ContentHash(bytes.value)
      write(TextPlace(name: "weights", file: path, hash: hash, size: bytes.value.count))
    }
  }

  private mutating func write(_ text: TextPlace) {
    write(text.name)
    write(text.file)
    write(text.hash.low)
    write(text.hash.high)
    write(count: text.size)
  }
}

extension KeptReader {
  /// Content whose lists are read out of the file when they are needed.
  fileprivate mutating func content(of file: KeptFile) -> RulesetContent? {
    guard let path = text(), let digest = text(), let packs = list(of: { $0.document() }),
      let sources = list(of: { $0.document() })
    else { return nil }
    var end = 0
    let lists = list { $0.termList(of: file, at: &end) }
    let tables = list { $0.table(of: file, at: &end) }
    let lexicons = list { reader in
      reader.text(of: file, at: &end).map { text, bytes in (path: text.file, bytes: bytes) }
    }
    let weights = list { reader in
      reader.text(of: file, at: &end).map { text, bytes in (path: text.file, bytes: bytes) }
    }
    guard let lists, let tables, let lexicons, let weights else { return nil }
    var content = RulesetContent()
    content.path = path
    content.digest = digest
    content.packs = packs
    content.sources = sources
    content.lists = lists
    content.tables = tables
    content.lexicon = lexicons.first
    content.weights = weights
    return content
  }

  /// A list of which the lines of a draft's hits are read when they are needed.
  private mutating func termList(of file: KeptFile, at end: inout Int) -> TermList? {
    guard let place = place(of: file, at: &end), let blocks = list(of: { $0.fixed() }) else {
      return nil
    }
    let path = place.file
    let range = end - place.size..<end
    return KeptText(of: file, at: range, hash: place.hash, blocks: blocks) { try readFile(path) }
      .map { TermList(name: place.name, file: path, text: $0) }
  }

  /// A table of which a draft's entries are read when they are needed.
  private mutating func table(of file: KeptFile, at end: inout Int) -> PatternTable? {
    let start = end
    guard let (text, bytes) = self.text(of: file, at: &end, TableClasses.expanded),
      let count = number(upTo: file.bodyCount - end), let hash = fixed(),
      let needed = number(upTo: file.bodyCount - end - count)
    else { return nil }
    let range = end..<end + count
    end = range.upperBound + needed
    return PatternTable(name: text.name, file: text.file, hash: text.hash, bytes: bytes) { whole in
      let records = file.body(range)
      guard ContentHash(records).low == hash else { return nil }
      var reader = KeptReader(records)
      return reader.table(of: file, at: (text: start, needed: range.upperBound), whole: whole)
    }
  }

  private mutating func document() -> RulesetContent.Document? {
    guard let path = text(), let root = node() else { return nil }
    return RulesetContent.Document(path: path, extent: .judging, root: root)
  }

  /// What is said of a text, and its bytes, which are made of those of its file.
  private mutating func text(
    of file: KeptFile,
    at end: inout Int,
    _ make: @escaping @Sendable ([UInt8], String) throws -> [UInt8] = { bytes, _ in bytes }
  ) -> (TextPlace, Deferred<[UInt8]>)? {
    guard let place = place(of: file, at: &end) else { return nil }
    let path = place.file
    let bytes = file.deferred(end - place.size..<end, hash: place.hash) {
      try make(readFile(path), path)
    }
    return (place, bytes)
  }

  /// What is said of a text, which ends where the next begins.
  private mutating func place(of file: KeptFile, at end: inout Int) -> TextPlace? {
    guard let name = text(), let path = text(), let low = number(), let high = number(),
      let size = number(upTo: file.bodyCount - end)
    else { return nil }
    end += size
    return TextPlace(name: name, file: path, hash: ContentHash(low: low, high: high), size: size)
  }
}

/// What the head says of a list, a table or another text whose bytes follow it.
private struct TextPlace {
  let name: String
  let file: String
  let hash: ContentHash
  let size: Int
}
