import Reporting
import SourceText

/// A place in a text as the editor counts it.
struct TextPosition: Hashable {
  /// From 0.
  let line: Int
  /// From 0, in units of the encoding agreed upon.
  let character: Int
}

/// A draft's text as it stands in the editor.
struct EditedText {
  /// Valid UTF-8.
  private(set) var bytes: [UInt8]
  let encoding: PositionEncoding
  private var lines: LineIndex

  init(_ text: String, encoding: PositionEncoding) {
    bytes = Array(text.utf8)
    self.encoding = encoding
    lines = LineIndex(bytes)
  }

  /// The byte at a position; one behind a line's end is that end, one inside a code point is its start.
  func offset(of position: TextPosition) -> Int {
    guard position.line >= 0 else { return 0 }
    guard let line = lines.range(ofLine: position.line + 1) else { return bytes.count }
    var offset = line.start
    var left = position.character
    while offset < line.end {
      left -= encoding.units(ofCodePointStartingWith: bytes[offset])
      guard left >= 0 else { break }
      offset += byteCount(ofCodePointStartingWith: bytes[offset])
    }
    return offset
  }

  /// Puts a text in the place of a range; false where the range ends before it starts.
  mutating func replace(from start: TextPosition, to end: TextPosition, with text: String) -> Bool {
    let range = (offset(of: start), offset(of: end))
    guard range.0 <= range.1 else { return false }
    bytes.replaceSubrange(range.0..<range.1, with: text.utf8)
    lines = LineIndex(bytes)
    return true
  }

  /// The positions of the ends of some ranges.
  func places(of ranges: [SourceRange]) -> Places {
    var positions: [Int: TextPosition] = [:]
    var last: (offset: Int, place: TextPosition)?
    for offset in Set(ranges.flatMap { [$0.start, $0.end] }).sorted() {
      let line = lines.line(of: offset) - 1
      let start = lines.range(ofLine: line + 1)?.start ?? 0
      // A page may be one line of megabytes, so the count goes on from the place before.
      let known = last.flatMap { $0.place.line == line ? $0 : nil }
      var character = known?.place.character ?? 0
      var current = known?.offset ?? start
      while current < min(offset, bytes.count) {
        character += encoding.units(ofCodePointStartingWith: bytes[current])
        current += byteCount(ofCodePointStartingWith: bytes[current])
      }
      let place = TextPosition(line: line, character: character)
      positions[offset] = place
      last = (offset, place)
    }
    return Places(positions: positions)
  }
}

/// Positions of a text, by byte.
struct Places {
  fileprivate let positions: [Int: TextPosition]

  /// A range whose ends were asked for, as the protocol writes it.
  func range(_ range: SourceRange) -> JSONValue {
    ["start": position(range.start), "end": position(range.end)]
  }

  private func position(_ offset: Int) -> JSONValue {
    let place = positions[offset] ?? TextPosition(line: 0, character: 0)
    return ["line": .number(place.line), "character": .number(place.character)]
  }
}

extension JSONValue {
  /// The place that the protocol's `line` and `character` name; nil where one is missing or below 0.
  var position: TextPosition? {
    guard let line = self["line"]?.number, let character = self["character"]?.number, line >= 0,
      character >= 0
    else { return nil }
    // The largest numbers stand for the last line and a line's end.
    return TextPosition(line: min(line, 1 << 32), character: min(character, 1 << 32))
  }
}
