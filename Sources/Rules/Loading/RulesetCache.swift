import ChineseText
import Linting
import SourceText

/// The file of the cache that holds what judging drafts needs of some files of rules, so that a start parses
/// no YAML and reads only those lists that a draft has hits of.
///
/// A magic number, a checksum of what follows it, the key, the head's length, the head (packs, sources, places of
/// lists), the lists, the lexicon. A file that is damaged or of another key is as good as none.
struct RulesetCache {
  private static let magic: UInt64 = 0x3153_454C_5552_4748
  private static let headStart = 40

  private let files: [RuleFile]
  private let folder: CacheFolder
  private let key: ContentHash
  private let place: String

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
    place = folder.file("rules-\(key.hexadecimal)")
  }

  /// The ruleset as it was kept; nil where it was not.
  func ruleset() -> Ruleset? {
    guard let file = MappedFile(place), let head = head(of: file) else { return nil }
    var reader = KeptReader(head)
    guard let order = reader.list(of: { $0.count() }),
      let content = reader.content(of: file, listsFrom: Self.headStart + head.count),
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
    var head = KeptWriter()
    head.write(orderOfIds(rules))
    head.write(content)
    var file = KeptWriter()
    file.write(fixed: Self.magic)
    file.write(fixed: 0)
    file.write(fixed: key.low)
    file.write(fixed: key.high)
    file.write(fixed: UInt64(head.bytes.count))
    var bytes = file.bytes + head.bytes + content.lists.flatMap(\.bytes)
    bytes += content.tables.flatMap(\.bytes.value)
    bytes += content.lexicon?.value ?? []
    file = KeptWriter()
    file.write(fixed: ContentHash(Array(bytes[16...])).low)
    bytes.replaceSubrange(8..<16, with: file.bytes)
    folder.write(bytes, to: place)
  }

  private func head(of file: MappedFile) -> [UInt8]? {
    guard file.number(at: 0) == Self.magic, file.number(at: 16) == key.low,
      file.number(at: 24) == key.high, let count = file.number(at: 32),
      count <= UInt64(file.count - Self.headStart), file.number(at: 8) == file.hash(from: 16).low
    else { return nil }
    return file.bytes(in: Self.headStart..<Self.headStart + Int(count))
  }
}

extension KeptWriter {
  fileprivate mutating func write(_ numbers: [Int]) {
    write(count: numbers.count)
    for number in numbers { write(count: number) }
  }

  fileprivate mutating func write(_ content: RulesetContent) {
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
      write(KeptText(name: list.name, file: list.file, hash: list.hash, size: list.bytes.count))
    }
    write(count: content.tables.count)
    for table in content.tables {
      let size = table.bytes.value.count
      write(KeptText(name: table.name, file: table.file, hash: table.hash, size: size))
    }
    // Zero is no lexicon.
    write(count: content.lexicon.map { $0.value.count + 1 } ?? 0)
  }

  private mutating func write(_ text: KeptText) {
    write(text.name)
    write(text.file)
    write(text.hash.low)
    write(text.hash.high)
    write(count: text.size)
  }
}

extension KeptReader {
  /// Content whose lists are read out of the file, from an offset on, when they are needed.
  fileprivate mutating func content(of file: MappedFile, listsFrom start: Int) -> RulesetContent? {
    guard let path = text(), let digest = text(), let packs = list(of: { $0.document() }),
      let sources = list(of: { $0.document() })
    else { return nil }
    var end = start
    let lists = list { reader in
      reader.text(of: file, at: &end).map { text, bytes in
        TermList(name: text.name, file: text.file, hash: text.hash, bytes: bytes)
      }
    }
    let tables = list { reader in
      reader.text(of: file, at: &end).map { text, bytes in
        PatternTable(name: text.name, file: text.file, hash: text.hash, bytes: bytes)
      }
    }
    guard let lists, let tables, let size = number() else { return nil }
    var content = RulesetContent()
    content.path = path
    content.digest = digest
    content.packs = packs
    content.sources = sources
    content.lists = lists
    content.tables = tables
    if size > 0 {
      guard let bytes = file.deferred(Int(clamping: size - 1), at: &end) else { return nil }
      content.lexicon = bytes
    }
    return content
  }

  private mutating func document() -> RulesetContent.Document? {
    guard let path = text(), let root = node() else { return nil }
    return RulesetContent.Document(path: path, extent: .judging, root: root)
  }

  /// What is said of a list or table, and its bytes.
  private mutating func text(of file: MappedFile, at end: inout Int) -> (
    KeptText, Deferred<[UInt8]>
  )? {
    guard let name = text(), let path = text(), let low = number(), let high = number(),
      let size = number(), let bytes = file.deferred(Int(clamping: size), at: &end)
    else { return nil }
    let hash = ContentHash(low: low, high: high)
    return (KeptText(name: name, file: path, hash: hash, size: Int(clamping: size)), bytes)
  }
}

/// What the head says of a list or table whose bytes follow it.
private struct KeptText {
  let name: String
  let file: String
  let hash: ContentHash
  let size: Int
}

extension MappedFile {
  /// The bytes at an offset, which moves behind them, copied when they are needed; nil where they are not all there.
  fileprivate func deferred(_ count: Int, at start: inout Int) -> Deferred<[UInt8]>? {
    guard count <= self.count - start else { return nil }
    let range = start..<start + count
    start += count
    return Deferred { self.bytes(in: range) }
  }
}
