import ChineseText

/// A run of letters in a token, which stands for a unit or a part of one.
struct UnitRun {
  let range: Range<Int>
  /// Its bytes, case and all, one behind the other; 0 where there are more than eight.
  let key: UInt64

  /// The key of the letters of a table.
  static func packed(_ letters: some StringProtocol) -> UInt64 {
    letters.utf8.count > 8 ? 0 : letters.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The letter of `1.5T磁共振`, which names a machine.
  var isFieldStrength: Bool { key == Self.packed("T") }

  /// The letter of `3x4 cm`.
  func isMultiplier(in text: [UInt8]) -> Bool {
    (key == Self.packed("x") || key == Self.packed("X")) && range.upperBound < text.count
      && isDigitByte(text[range.upperBound])
  }
}

/// The runs of Latin letters and `μ` of a token, one after another, without an array of them.
struct UnitRuns: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private let end: Int
  private var index: Int

  init(in token: Token, of text: [UInt8]) {
    self.text = text
    index = token.range.lowerBound
    end = Swift.min(token.range.upperBound, text.count)
  }

  mutating func next() -> UnitRun? {
    while index < end, width(at: index) == 0 { index += 1 }
    let start = index
    var key: UInt64 = 0
    while index < end {
      let count = width(at: index)
      guard count > 0 else { break }
      for byte in text[index..<index + count] { key = key << 8 | UInt64(byte) }
      index += count
    }
    guard start < index else { return nil }
    return UnitRun(range: start..<index, key: index - start > 8 ? 0 : key)
  }

  /// How many bytes the letter at an offset has; 0 where there is none.
  private func width(at offset: Int) -> Int {
    let byte = text[offset]
    if isLetterByte(byte) { return 1 }
    guard byte == 0xCE || byte == 0xC2, offset + 1 < end else { return 0 }
    // μ as Greek letter or as sign.
    return text[offset + 1] == (byte == 0xCE ? 0xBC : 0xB5) ? 2 : 0
  }
}

extension TokenKinds {
  /// Measured values, and ranges of values.
  static let measured = TokenKinds([.quantity, .range])
}

extension Token {
  /// Whether the token is a measured value, or a range of values.
  var isMeasured: Bool { kind == .quantity || kind == .range }
}
