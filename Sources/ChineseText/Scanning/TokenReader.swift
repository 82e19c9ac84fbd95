/// Reads words and numbers in a stretch of text.
///
/// Full-width letters, digits, signs and colons count as their ASCII forms; invisible characters inside a
/// word or number are passed over.
struct TokenReader {
  let text: [UInt8]
  var bounds: Range<Int>

  /// A scalar, folded, and where the next one starts; 0 at the end of the stretch.
  struct Step {
    let value: UInt32
    let next: Int

    var isDigit: Bool { value >= 0x30 && value <= 0x39 }
    var isLatin: Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
  }

  /// A token that was read.
  struct Reading {
    var kind: Token.Kind
    var end: Int
    /// Up to where the token and what is tied to it are a formula.
    var formulaEnd: Int?
  }

  func step(at start: Int) -> Step {
    guard start < bounds.upperBound else { return Step(value: 0, next: start) }
    let lead = UInt32(text[start])
    if lead < 0x80 { return Step(value: lead, next: start + 1) }
    // From U+4000 to U+9FFF nothing folds or is passed over.
    if lead >= 0xE4, lead <= 0xE9, start + 2 < text.count {
      let value =
        (lead & 0xF) << 12 | UInt32(text[start + 1] & 0x3F) << 6 | UInt32(text[start + 2] & 0x3F)
      return Step(value: value, next: start + 3)
    }
    return stepOverRare(from: start)
  }

  private func stepOverRare(from start: Int) -> Step {
    guard let scalar = text.scalar(at: start) else { return Step(value: 0, next: start) }
    if Self.isPassedOver(scalar.value) { return stepPastInvisible(from: start) }
    return Step(value: Self.folded(scalar.value), next: start + UTF8.width(scalar))
  }

  private func stepPastInvisible(from start: Int) -> Step {
    var index = start
    // Enough to see through an evasion, few enough to keep a hostile text from costing its square.
    for _ in 0..<8 {
      guard index < bounds.upperBound, let scalar = text.scalar(at: index) else { break }
      index += UTF8.width(scalar)
      if !Self.isPassedOver(scalar.value) {
        return Step(value: Self.folded(scalar.value), next: index)
      }
    }
    return Step(value: 0, next: start)
  }

  private static func isPassedOver(_ value: UInt32) -> Bool {
    value == 0xAD || (0x200B...0x200D).contains(value) || value == 0x2060 || value == 0xFEFF
  }

  /// The folded scalar before an offset; 0 at the start of the stretch.
  func value(before offset: Int) -> UInt32 {
    guard offset > bounds.lowerBound, let scalar = text.scalar(before: offset) else { return 0 }
    return Self.folded(scalar.value)
  }

  private static func folded(_ value: UInt32) -> UInt32 {
    guard value >= 0xFF05, value <= 0xFF5A else { return value }
    switch value {
    case 0xFF05, 0xFF0B, 0xFF0D...0xFF1A, 0xFF1C...0xFF1E, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      return value - 0xFEE0
    default: return value
    }
  }

  func isWordPart(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return (value >= 0x30 && value <= 0x39) || ((value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A)
    }
    let kind = CharacterTable.shared.kind(of: value)
    return kind == .alphabetic || kind == .script
  }

  func isHan(_ value: UInt32) -> Bool {
    value >= 0x2E80 && CharacterTable.shared.kind(of: value).isHan
  }

  /// Past at most `count` spaces that part a number from its unit.
  func skippingSpaces(at start: Int, count: Int = 1) -> Int {
    var index = start
    for _ in 0..<count {
      let space = step(at: index)
      guard Self.isSpace(space.value) else { break }
      index = space.next
    }
    return index
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0xA0 || value == 0x2009 || value == 0x202F
  }

  /// Where a scalar that stands at an offset ends.
  func end(of scalar: Unicode.Scalar, at start: Int) -> Int? {
    let found = step(at: start)
    return found.value == scalar.value ? found.next : nil
  }

  /// Where the first of the words that starts at an offset ends.
  func end(of words: WordList, at start: Int) -> Int? {
    words.end(in: text, at: start, before: bounds.upperBound)
  }

  func has(_ words: WordList, at start: Int) -> Bool { end(of: words, at: start) != nil }

  func has(_ words: WordList, before end: Int) -> Bool {
    words.hasEnd(in: text, at: end, from: bounds.lowerBound)
  }
}
