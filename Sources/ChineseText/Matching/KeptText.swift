internal import Synchronization

/// A text in the body of a file of the cache: most runs need none of it, most others a few lines.
///
/// Its blocks have hashes of their own, so that lines are known to be undamaged without the rest. A text that has
/// been damaged is made again.
package final class KeptText: Sendable {
  private static let blockSize = 1 << 14
  /// After so many single lines the whole text costs less than the next.
  private static let mostLines = 64

  /// That of the whole text.
  let hash: ContentHash
  private let file: KeptFile
  private let range: Range<Int>
  private let blocks: [UInt64]
  private let whole: Deferred<[UInt8]>
  private let linesRead = Atomic<Int>(0)

  /// A text in a part of the file's body; nil where there are not as many `blocks`, as `blocks(of:)` gave them, as it
  /// has.
  package init?(
    of file: KeptFile,
    at range: Range<Int>,
    hash: ContentHash,
    blocks: [UInt64],
    again: @escaping @Sendable () throws -> [UInt8]
  ) {
    guard blocks.count == (range.count + Self.blockSize - 1) / Self.blockSize else { return nil }
    self.hash = hash
    self.file = file
    self.range = range
    self.blocks = blocks
    whole = file.deferred(range, hash: hash, again: again)
  }

  /// What tells the blocks of a text from damaged ones.
  package static func blocks(of text: [UInt8]) -> [UInt64] {
    stride(from: 0, to: text.count, by: blockSize).map {
      ContentHash(Array(text[$0..<min($0 + blockSize, text.count)])).low
    }
  }

  var bytes: [UInt8] { whole.value }

  /// The line that starts at an offset, without its line feed; empty where the text is no longer.
  func line(at start: Int) -> [UInt8] {
    guard linesRead.add(1, ordering: .relaxed).newValue <= Self.mostLines else {
      return bytes.line(at: start)
    }
    var line: [UInt8] = []
    var start = start
    while start >= 0, start < range.count {
      guard let block = block(at: start / Self.blockSize) else {
        return line + bytes.line(at: start)
      }
      let rest = block.line(at: start % Self.blockSize)
      line += rest
      start += rest.count
      if start % Self.blockSize != 0 { break }
    }
    return line
  }

  /// Nil where it has been damaged.
  private func block(at index: Int) -> [UInt8]? {
    let start = range.lowerBound + index * Self.blockSize
    let bytes = file.body(start..<min(start + Self.blockSize, range.upperBound))
    return ContentHash(bytes).low == blocks[index] ? bytes : nil
  }
}

extension [UInt8] {
  /// The line that starts at an offset, without its line feed; empty where there are not so many bytes.
  func line(at start: Int) -> [UInt8] {
    guard indices.contains(start) else { return [] }
    return Array(self[start...].prefix { $0 != 0x0A })
  }
}

extension KeptFile {
  /// Bytes behind the head, copied when they are needed; where they have been damaged, they are made again.
  package func deferred(
    _ range: Range<Int>,
    hash: ContentHash,
    again: @escaping @Sendable () throws -> [UInt8]
  ) -> Deferred<[UInt8]> {
    Deferred {
      let bytes = self.body(range)
      return ContentHash(bytes) == hash ? bytes : (try? again()) ?? []
    }
  }
}
