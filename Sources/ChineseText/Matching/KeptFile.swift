/// What the cache holds for a key: a head that is as it was kept, and bytes behind it that nobody has looked at.
///
/// A magic number, the key, the head's hash and length, the head, the bytes. A file whose head is damaged or that is
/// of another key is as good as none.
package struct KeptFile: Sendable {
  private static let magic: UInt64 = 0x3250_454B_4755_4548
  private static let headStart = 48

  // Read, not mapped: little of the bytes is asked for, and the kernel maps large parts of a file at once.
  private let file: OpenFile
  package let head: [UInt8]

  fileprivate init?(_ path: String, key: ContentHash) {
    guard let file = OpenFile(path), file.count >= Self.headStart else { return nil }
    let start = file.bytes(in: 0..<Self.headStart)
    guard start.number(at: 0) == Self.magic, start.hash(at: 8) == key,
      let hash = start.hash(at: 24), let count = start.number(at: 40),
      count <= UInt64(file.count - Self.headStart)
    else { return nil }
    head = file.bytes(in: Self.headStart..<Self.headStart + Int(count))
    guard ContentHash(head) == hash else { return nil }
    self.file = file
  }

  fileprivate static func bytes(head: [UInt8], body: [UInt8], for key: ContentHash) -> [UInt8] {
    let hash = ContentHash(head)
    let words = [magic, key.low, key.high, hash.low, hash.high, UInt64(head.count)]
    let start = words.flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
    }
    return start + head + body
  }

  private var bodyStart: Int { Self.headStart + head.count }

  /// How many bytes stand behind the head.
  package var bodyCount: Int { file.count - bodyStart }

  /// A copy of some of the bytes behind the head; fewer where they cannot be read.
  package func body(_ range: Range<Int>) -> [UInt8] {
    file.bytes(in: range.lowerBound + bodyStart..<range.upperBound + bodyStart)
  }
}

extension CacheFolder {
  /// What is kept of a kind for a key; nil where nothing is.
  package func kept(_ kind: Kind, for key: ContentHash) -> KeptFile? {
    KeptFile(file(kind, key), key: key)
  }

  package func keep(head: [UInt8], body: [UInt8], as kind: Kind, for key: ContentHash) {
    write(KeptFile.bytes(head: head, body: body, for: key), to: file(kind, key))
  }
}

extension [UInt8] {
  /// The number in the eight bytes at an offset, the lowest first; nil where there are not so many.
  fileprivate func number(at offset: Int) -> UInt64? {
    guard offset + 8 <= count else { return nil }
    return (0..<8).reduce(0) { $0 | UInt64(self[offset + $1]) << UInt64($1 * 8) }
  }

  fileprivate func hash(at offset: Int) -> ContentHash? {
    guard let low = number(at: offset), let high = number(at: offset + 8) else { return nil }
    return ContentHash(low: low, high: high)
  }
}
