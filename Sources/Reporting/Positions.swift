import Linting
import SourceText

/// The positions of all ends of a report's ranges, found in one walk over the source.
///
/// A page may be one line of megabytes, where counting each column from the line's start would be quadratic.
struct Positions {
  private let offsets: [Int]
  private let places: [Position]
  private let lineStarts: [Int]

  init(of ranges: [SourceRange], in bytes: [UInt8]) {
    var wanted = [0]
    wanted.reserveCapacity(ranges.count * 2 + 1)
    for range in ranges {
      wanted.append(min(range.start, bytes.count))
      wanted.append(min(range.end, bytes.count))
    }
    wanted.sort()
    var walk = Walk()
    var offsets: [Int] = []
    var places: [Position] = []
    var lineStarts: [Int] = []
    for offset in wanted where offset != offsets.last {
      walk.advance(to: offset, in: bytes)
      offsets.append(offset)
      places.append(Position(line: walk.line, column: walk.column, byte: offset))
      lineStarts.append(walk.lineStart)
    }
    self.offsets = offsets
    self.places = places
    self.lineStarts = lineStarts
  }

  /// The position of an end of one of the ranges.
  func position(of offset: Int) -> Position { places[index(of: offset)] }

  /// The byte where the line of such a position starts.
  func lineStart(of offset: Int) -> Int { lineStarts[index(of: offset)] }

  /// The last known offset that is not behind the one asked for; the list starts with 0.
  private func index(of offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

private struct Walk {
  var byteOffset = 0
  var line = 1
  var column = 1
  var lineStart = 0

  /// Lines end as in `LineIndex`: with LF, CR LF or CR.
  mutating func advance(to end: Int, in bytes: [UInt8]) {
    while byteOffset < end {
      let byte = bytes[byteOffset]
      byteOffset += 1
      let isLineEnd =
        byte == 0x0A || byte == 0x0D && (byteOffset == bytes.count || bytes[byteOffset] != 0x0A)
      if isLineEnd {
        line += 1
        column = 1
        lineStart = byteOffset
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
