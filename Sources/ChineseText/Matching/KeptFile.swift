/// Bytes that the cache holds, known to be those that were kept for a key.
///
/// A magic number, the key, the hash of the bytes, the bytes. A file that is damaged or of another key is as good as
/// none.
package struct KeptFile: Sendable {
  private static let magic: UInt64 = 0x3150_454B_4755_4548
  private static let headerSize = 40

  private let file: MappedFile
  /// That of all bytes.
  package let hash: ContentHash

  fileprivate init?(_ path: String, key: ContentHash) {
    guard let file = MappedFile(path), file.count >= Self.headerSize else { return nil }
    hash = file.hash(from: Self.headerSize)
    guard file.number(at: 0) == Self.magic, file.hash(at: 8) == key, file.hash(at: 24) == hash
    else { return nil }
    self.file = file
  }

  /// The header of bytes that are kept for a key.
  fileprivate static func header(of bytes: [UInt8], for key: ContentHash) -> [UInt8] {
    let hash = ContentHash(bytes)
    return [magic, key.low, key.high, hash.low, hash.high].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
    }
  }

  package var count: Int { file.count - Self.headerSize }

  /// A copy of some of the bytes, which must be there.
  package func bytes(in range: Range<Int>) -> [UInt8] {
    file.bytes(in: range.lowerBound + Self.headerSize..<range.upperBound + Self.headerSize)
  }

  /// Bytes at an offset, which moves behind them, copied when they are needed; nil where they are not all there.
  package func deferred(_ count: Int, at start: inout Int) -> Deferred<[UInt8]>? {
    guard count >= 0, start >= 0, count <= self.count - start else { return nil }
    let range = start..<start + count
    start += count
    return Deferred { bytes(in: range) }
  }
}

extension CacheFolder {
  /// What is kept of a kind for a key; nil where nothing is.
  package func kept(_ kind: Kind, for key: ContentHash) -> KeptFile? {
    KeptFile(file(kind, key), key: key)
  }

  package func keep(_ bytes: [UInt8], as kind: Kind, for key: ContentHash) {
    write(KeptFile.header(of: bytes, for: key) + bytes, to: file(kind, key))
  }
}

extension MappedFile {
  fileprivate func hash(at offset: Int) -> ContentHash? {
    guard let low = number(at: offset), let high = number(at: offset + 8) else { return nil }
    return ContentHash(low: low, high: high)
  }
}
