extension TokenReader {
  /// The Latin word that starts at a letter, or the identifier that it opens.
  func latin(at start: Int) -> Reading? {
    guard let end = word(at: start) else { return nil }
    if let code = code(from: start, to: end) { return Reading(kind: .identifier, end: code) }
    let hyphen = step(at: end)
    let isPrefix = isChemicalPrefix(from: start, to: end)
    if isPrefix, hyphen.value == 0x2D, isHan(step(at: hyphen.next).value) {
      return Reading(kind: .latin, end: end, formulaEnd: hyphen.next)
    }
    let isFormula = ChemicalFormula.matches(text[start..<end])
    return Reading(kind: .latin, end: end, formulaEnd: isFormula ? end : nil)
  }

  /// The end of a run of letters and digits with single marks inside.
  func word(at start: Int) -> Int? {
    var end = start
    while true {
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
  private func isChemicalPrefix(from start: Int, to end: Int) -> Bool {
    let first = step(at: start)
    if first.next == end { return true }
    return ["DL", "cis", "trans", "tert", "rac"].contains {
      text[start..<end].elementsEqual($0.utf8)
    }
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

  /// Whether a chemical name can go on with the character after its 二 or 三.
  private func isRadical(_ value: UInt32) -> Bool {
    "羟甲乙丙丁戊己氯溴氟碘硝氨苯氧酮氢磷硫烯氮".unicodeScalars.contains { $0.value == value }
  }

  // MARK: Identifiers that begin with letters

  private func code(from start: Int, to end: Int) -> Int? {
    let word = text[start..<end]
    guard word.count <= 24, word.allSatisfy({ $0 < 0x80 }) else { return nil }
    let string = String(decoding: word, as: UTF8.self)
    if let number = standardNumber(string, at: end) { return number }
    if let published = publishedNumber(string, at: end) { return published }
    let letters = word.prefix { !isDigit(UInt32($0)) }.count
    let digits = word.dropFirst(letters)
    if (1...4).contains(letters), digits.count >= 6, digits.allSatisfy({ isDigit(UInt32($0)) }) {
      return end
    }
    if (word.first ?? 0) | 0x20 == 0x76, letters == 1, word.contains(0x2E) { return end }
    return isPlate(word, at: start) ? end : nil
  }

  /// `GB/T 15834—2011`, `WS 310`, `T/CACM 1024-2019`, `DB33/T 1234`.
  private func standardNumber(_ prefix: String, at end: Int) -> Int? {
    let known = [
      "GB", "GBZ", "WS", "YY", "ISO", "IEC", "JJG", "JJF", "HJ", "JGJ", "GA", "WH", "SN", "NY",
      "MH", "CJJ", "AQ", "LY", "QB",
    ]
    let isStandard =
      known.contains(prefix) || prefix.hasSuffix("/T") || prefix.hasPrefix("T/")
      || prefix.hasSuffix("/Z") || (prefix.hasPrefix("DB") && prefix.count <= 6)
    guard isStandard, let number = number(at: skippingSpaces(at: end)) else { return nil }
    let sign = step(at: number.end)
    guard [0x2D, 0x2013, 0x2014, 0x3A].contains(sign.value), let year = digits(at: sign.next),
      year.count == 4
    else { return number.end }
    return year.end
  }

  /// `doi:10.1000/xyz`, `ISBN 978-7-…`.
  private func publishedNumber(_ word: String, at end: Int) -> Int? {
    var index = end
    while [0x3A, 0x20].contains(step(at: index).value) { index = step(at: index).next }
    switch word.lowercased() {
    case "doi":
      guard let prefix = self.end(of: "10.", at: index) else { return nil }
      return addressEnd(from: prefix)
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
  private func isPlate(_ word: ArraySlice<UInt8>, at start: Int) -> Bool {
    guard (6...7).contains(word.count), let first = word.first, first >= 0x41, first <= 0x5A,
      word.allSatisfy({ isDigit(UInt32($0)) || ($0 >= 0x41 && $0 <= 0x5A) }),
      word.contains(where: { isDigit(UInt32($0)) })
    else { return false }
    let province = value(before: start)
    return "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars
      .contains { $0.value == province }
  }

  /// The end of a stretch of ASCII without spaces, its closing marks left out.
  func addressEnd(from start: Int) -> Int {
    var end = start
    while end < bounds.upperBound, AddressFinder.isAddressByte(text[end]) { end += 1 }
    return AddressFinder.trimmed(start..<end, of: text)
  }
}
