import ChineseText

/// A place in a regular expression's text.
struct PatternCursor {
  private let bytes: [UInt8]
  private var position = 0

  init(_ pattern: String) { bytes = Array(pattern.utf8) }

  /// The scalar that stands there; nil at the end.
  var next: Unicode.Scalar? { bytes.scalar(at: position) }

  /// Whether a quantifier stands behind the next scalar.
  var isNextQuantified: Bool { next.map { isQuantifier(at: position + UTF8.width($0)) } ?? false }

  /// Whether a sequence ends there: another alternative starts, or the group is closed.
  var isAtEndOfSequence: Bool { next == nil || next == "|" || next == ")" }

  /// Passes the next scalar, if there is one, and gives it.
  mutating func take() -> Unicode.Scalar? {
    guard let scalar = next else { return nil }
    position += UTF8.width(scalar)
    return scalar
  }

  mutating func pass() { _ = take() }

  /// Passes all up to and with a scalar.
  mutating func skip(to end: Unicode.Scalar) {
    while let scalar = take(), scalar != end {}
  }

  /// Passes the literals that stand next and are not repeated, as one text; nil where there are none.
  mutating func takeLiterals() -> PatternText? {
    let start = position
    var count = 0
    while position < bytes.count, isLiteral(bytes[position]) {
      var end = position + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      if isQuantifier(at: end) { break }
      position = end
      count += 1
    }
    guard count > 0 else { return nil }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return PatternText(string: text, count: count)
  }

  private func isQuantifier(at place: Int) -> Bool {
    guard place < bytes.count else { return false }
    return switch Unicode.Scalar(bytes[place]) {
    case "?", "*", "+", "{": true
    default: false
    }
  }

  private func isLiteral(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "(", ")", "[", "\\", ".", "^", "$", "?", "*", "+", "{", "|": false
    default: true
    }
  }
}
