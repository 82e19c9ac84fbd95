import Linting
import SourceText

/// The positions of all ends of a report's ranges, found in one walk over the source.
///
/// A page may be one line of megabytes, where counting each column from the line's start would be quadratic.
struct Positions {
  private struct Place {
    let position: Position
    let lineStart: Int
  }

  /// Ascending; the first is that of byte 0.
  private var places: [Place]

  init(of ranges: [SourceRange], in bytes: [UInt8]) {
    var wanted = [0]
    wanted.reserveCapacity(ranges.count * 2 + 1)
    for range in ranges {
      wanted.append(min(range.start, bytes.count))
      wanted.append(min(range.end, bytes.count))
    }
    wanted.sort()
    places = []
    places.reserveCapacity(wanted.count)
    let source = bytes.span
    var walk = Walk()
    for offset in wanted where offset != places.last?.position.byte {
      walk.advance(to: offset, in: source)
      let position = Position(line: walk.line, column: walk.column, byte: offset)
      places.append(Place(position: position, lineStart: walk.lineStart))
    }
  }

  /// The position of an end of one of the ranges.
  func position(of offset: Int) -> Position { places[index(of: offset)].position }

  /// The byte where the line of such a position starts.
  func lineStart(of offset: Int) -> Int { places[index(of: offset)].lineStart }

  /// The last known offset that is not behind the one asked for.
  private func index(of offset: Int) -> Int {
    var low = 0
    var high = places.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if places[middle].position.byte <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

private struct Walk {
  private var byteOffset = 0
  private(set) var line = 1
  private(set) var column = 1
  private(set) var lineStart = 0

  mutating func advance(to end: Int, in bytes: Span<UInt8>) {
    while byteOffset < end {
      let stop = min(end, byteOffset + 8)
      guard stop == byteOffset + 8, let starts = codePoints(in8BytesAt: byteOffset, of: bytes)
      else {
        step(to: stop, in: bytes)
        continue
      }
      byteOffset = stop
      column += starts
    }
  }

  /// Lines end as in `LineIndex`: with LF, CR LF or CR.
  private mutating func step(to end: Int, in bytes: Span<UInt8>) {
    while byteOffset < end {
      let byte = bytes[byteOffset]
      byteOffset += 1
      let isLineEnd =
        byte == 0x0A || byte == 0x0D && (byteOffset == bytes.count || bytes[byteOffset] != 0x0A)
      if isLineEnd {
        line += 1
        column = 1
        lineStart = byteOffset
      } else {
        column += byte & 0xC0 != 0x80 ? 1 : 0
      }
    }
  }
}

/// How many code points start in eight bytes; nil where a line may end in them.
private func codePoints(in8BytesAt offset: Int, of bytes: Span<UInt8>) -> Int? {
  let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  // Of eight bytes below 0x10 at least one, most often a line end; bytes beyond ASCII do not count.
  guard (word &- 0x10 &* ones) & ~word & (0x80 &* ones) == 0 else { return nil }
  let continuations = (word >> 7) & ~(word >> 6) & ones
  return 8 - continuations.nonzeroBitCount
}

private let ones: UInt64 = 0x0101_0101_0101_0101
