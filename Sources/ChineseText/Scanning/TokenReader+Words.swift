extension TokenReader {
  /// The Latin word that starts at a letter, or the identifier that it opens.
  func latin(at start: Int) -> Reading? {
    guard let end = word(at: start) else { return nil }
    if let code = code(from: start, to: end) { return Reading(kind: .identifier, end: code) }
    let hyphen = step(at: end)
    if hyphen.value == 0x2D, isHan(step(at: hyphen.next).value), isChemicalPrefix(start..<end) {
      return Reading(kind: .latin, end: end, formulaEnd: hyphen.next)
    }
    let isFormula = ChemicalFormula.matches(start..<end, of: text)
    return Reading(kind: .latin, end: end, formulaEnd: isFormula ? end : nil)
  }

  /// The end of a run of letters and digits with single marks inside.
  func word(at start: Int) -> Int? {
    var end = start
    while true {
      while end < bounds.upperBound, isASCIIWordByte(text[end]) { end += 1 }
      let next = step(at: end)
      if isWordPart(next.value) {
        end = next.next
      } else if end > start, let joined = joined(next, at: end) {
        end = joined
      } else {
        break
      }
    }
    return end > start ? end : nil
  }

  private func isASCIIWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// The end of a mark that stands inside a word; of a trailing `+`, too.
  private func joined(_ mark: Step, at end: Int) -> Int? {
    let after = step(at: mark.next).value
    switch mark.value {
    case 0x2D, 0x2E, 0x2F, 0x26, 0x5F: return isWordPart(after) ? mark.next : nil
    case 0x2B: return after == mark.value ? nil : mark.next
    case 0x27, 0x2019: return isWordPart(after) && !isDigit(after) ? mark.next : nil
    default: return nil
    }
  }

  private func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  /// `α-酮`, `N-乙酰`, `DL-`.
  private func isChemicalPrefix(_ word: Range<Int>) -> Bool {
    step(at: word.lowerBound).next == word.upperBound
      || ["DL", "cis", "trans", "tert", "rac"].contains { text[word].elementsEqual($0.utf8) }
  }

  /// `1,25-` of `1,25-二羟维生素D`: up to six numbers before a hyphen and a name.
  func locants(at start: Int) -> (numberEnd: Int, end: Int)? {
    guard var number = digits(at: start), number.count <= 2 else { return nil }
    var count = 1
    var mark = step(at: number.end)
    while mark.value == 0x2C || mark.value == 0x27 || mark.value == 0x2032, count < 6 {
      if mark.value == 0x2C, let next = digits(at: mark.next), next.count <= 2 {
        number = next
        count += 1
      } else if mark.value == 0x2C {
        return nil
      } else {
        number.end = mark.next
      }
      mark = step(at: number.end)
    }
    guard mark.value == 0x2D else { return nil }
    let next = step(at: mark.next)
    if count > 1, next.value == 0x28 || next.isLatin { return (number.end, mark.next) }
    guard isHan(next.value) else { return nil }
    let isNumeral = Self.hanDigit(next.value) != nil
    let isName = count > 1 || !isNumeral || isRadical(step(at: next.next).value)
    return isName ? (number.end, mark.next) : nil
  }

  private static let radicals = ScalarSet("羟甲乙丙丁戊己氯溴氟碘硝氨苯氧酮氢磷硫烯氮")

  /// Whether a chemical name can go on with the character after its 二 or 三.
  private func isRadical(_ value: UInt32) -> Bool {
    Self.radicals.contains(value)
  }

  // MARK: Identifiers that begin with letters

  private func code(from start: Int, to end: Int) -> Int? {
    guard end - start <= 24, let shape = shape(of: start..<end) else { return nil }
    if let number = standardNumber(shape, start..<end) { return number }
    if shape.digits == 0 { return publishedNumber(start..<end) }
    let isSerial = (1...4).contains(shape.letters) && shape.letters + shape.digits == end - start
    if isSerial, shape.digits >= 6 { return end }
    if text[start] | 0x20 == 0x76, shape.letters == 1, shape.marks > 0 { return end }
    return shape.marks == 0 && isPlate(start..<end) ? end : nil
  }

  private struct WordShape {
    /// Letters before the first digit or mark.
    var letters = 0
    /// Digits behind them.
    var digits = 0
    var marks = 0
    var hasSmallLetters = false
  }

  /// Nil for a word that is not all ASCII.
  private func shape(of word: Range<Int>) -> WordShape? {
    var shape = WordShape()
    for byte in text[word] {
      if byte >= 0x80 { return nil }
      if isDigit(UInt32(byte)) {
        shape.digits += 1
      } else if (0x61...0x7A).contains(byte | 0x20) {
        if byte > 0x60 { shape.hasSmallLetters = true }
        if shape.digits == 0, shape.marks == 0 { shape.letters += 1 }
      } else {
        shape.marks += 1
      }
    }
    return shape
  }

  /// `GB/T 15834—2011`, `WS 310`, `T/CACM 1024-2019`, `DB33/T 1234`.
  private func standardNumber(_ shape: WordShape, _ word: Range<Int>) -> Int? {
    let start = skippingSpaces(at: word.upperBound)
    guard !shape.hasSmallLetters, word.count <= 10, step(at: start).isDigit else { return nil }
    let prefix = String(decoding: text[word], as: UTF8.self)
    let known = [
      "GB", "GBZ", "WS", "YY", "ISO", "IEC", "JJG", "JJF", "HJ", "JGJ", "GA", "WH", "SN", "NY",
      "MH", "CJJ", "AQ", "LY", "QB",
    ]
    let isStandard =
      known.contains(prefix) || prefix.hasSuffix("/T") || prefix.hasPrefix("T/")
      || prefix.hasSuffix("/Z") || (prefix.hasPrefix("DB") && prefix.count <= 6)
    guard isStandard, let number = number(at: start) else { return nil }
    let sign = step(at: number.end)
    guard [0x2D, 0x2013, 0x2014, 0x3A].contains(sign.value), let year = digits(at: sign.next),
      year.count == 4
    else { return number.end }
    return year.end
  }

  /// `doi:10.1000/xyz`, `ISBN 978-7-…`.
  private func publishedNumber(_ word: Range<Int>) -> Int? {
    let first = text[word.lowerBound] | 0x20
    guard (3...4).contains(word.count), first == 0x64 || first == 0x69 else { return nil }
    let end = word.upperBound
    var index = end
    while [0x3A, 0x20].contains(step(at: index).value), index - end < 6 {
      index = step(at: index).next
    }
    switch String(decoding: text[word], as: UTF8.self).lowercased() {
    case "doi":
      guard let prefix = number(at: index), prefix.whole.value == 10 else { return nil }
      return addressEnd(from: prefix.end)
    case "isbn", "issn":
      var last: Int?
      while index - end < 32, let next = Optional(step(at: index)),
        next.isDigit || next.value == 0x2D || next.value | 0x20 == 0x78
      {
        index = next.next
        last = index
      }
      return last
    default: return nil
    }
  }

  /// `浙A12345`.
  private func isPlate(_ word: Range<Int>) -> Bool {
    guard (6...7).contains(word.count), (0x41...0x5A).contains(text[word.lowerBound]),
      text[word].allSatisfy({ isDigit(UInt32($0)) || (0x41...0x5A).contains($0) })
    else { return false }
    return has(.provinces, before: word.lowerBound)
  }

  /// The end of a stretch of ASCII without spaces, its closing marks left out.
  func addressEnd(from start: Int) -> Int {
    var end = start
    while end < bounds.upperBound, AddressFinder.isAddressByte(text[end]) { end += 1 }
    return AddressFinder.trimmed(start..<end, of: text)
  }
}
