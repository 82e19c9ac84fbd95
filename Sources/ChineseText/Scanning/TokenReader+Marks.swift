extension TokenReader {
  /// The end of the sum of money behind a currency sign.
  func amount(behind sign: Int) -> Int? {
    let start = skippingSpaces(at: step(at: sign).next)
    guard step(at: start).isDigit, let amount = quantity(at: start) else { return nil }
    return [.number, .currency].contains(amount.kind) && amount.formulaEnd == nil ? amount.end : nil
  }

  /// A number with its sign; behind Han only a temperature, where `-` is not a dash.
  func signedNumber(at start: Int) -> Reading? {
    let sign = step(at: start)
    let previous = value(before: start)
    guard step(at: sign.next).isDigit, !isWordPart(previous), previous != sign.value,
      ![0x29, 0xFF09, 0x25, 0x2D, 0x5D, 0x2014].contains(previous),
      let number = expression(at: sign.next), number.formulaEnd == nil
    else { return nil }
    guard [.number, .quantity, .percentage, .range, .currency].contains(number.kind) else {
      return nil
    }
    if isHan(previous), sign.value != 0xB1 {
      let unit = text.scalar(before: number.end)
      guard unit == "℃" || unit == "℉" || (unit == "C" && number.kind == .quantity) else {
        return nil
      }
    }
    return number
  }

  /// `25(OH)D`, `IgG(H+L)`, `f(x)`, and `(R)-`: brackets of a formula, not of the sentence.
  func bracketFormula(at bracket: Int, behind word: Range<Int>?) -> Range<Int>? {
    var index = bracket + 1
    var hasWord = false
    while index < bounds.upperBound, index - bracket <= 16, isFormulaByte(text[index]) {
      hasWord = hasWord || isWordPart(UInt32(text[index]))
      index += 1
    }
    guard hasWord, index < bounds.upperBound, text[index] == 0x29 else { return nil }
    let end = index + 1
    if isWordPart(value(before: bracket)), let word, word.upperBound == bracket {
      return word.lowerBound..<(self.word(at: end) ?? end)
    }
    let hyphen = step(at: end)
    let isPrefix = hyphen.value == 0x2D && !isWordPart(value(before: bracket))
    let next = step(at: hyphen.next)
    return isPrefix && (isHan(next.value) || next.isDigit || next.isLatin)
      ? bracket..<hyphen.next : nil
  }

  private func isFormulaByte(_ byte: UInt8) -> Bool {
    isWordPart(UInt32(byte)) && byte < 0x80
      || [0x2B, 0x2D, 0x2C, 0x2E, 0x27, 0x2F].contains(byte)
  }
}
