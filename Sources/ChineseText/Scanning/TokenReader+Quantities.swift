extension TokenReader {
  /// The whole numeric expression that starts at a digit.
  func expression(at start: Int) -> Reading? {
    if let end = plainNumber(at: start) { return Reading(kind: .number, end: end) }
    return wholeExpression(at: start)
  }

  /// The same the long way.
  func wholeExpression(at start: Int) -> Reading? {
    if let phone = phoneOrIdentifier(at: start) { return phone }
    guard let first = dateOrTime(at: start) ?? quantity(at: start) else { return nil }
    if first.kind == .latin || first.kind == .identifier || first.formulaEnd != nil { return first }
    return range(from: first, at: start) ?? first
  }

  /// A number with all that belongs to it.
  func quantity(at start: Int) -> Reading? {
    guard let number = number(at: start) else { return nil }
    if number.parts > 2 { return Reading(kind: .identifier, end: number.end) }
    if number.whole.count <= 2, let formula = locants(at: start) {
      return Reading(kind: .number, end: formula.numberEnd, formulaEnd: formula.end)
    }
    if let doi = doi(number) { return Reading(kind: .identifier, end: doi) }
    if let ratio = ratio(after: number, at: start) { return ratio }
    var value = factors(after: number.end)
    while let reading = withUnit(at: value) {
      // `3 cm×4 cm`
      guard reading.kind == .quantity, step(at: reading.end).value == 0xD7 else { return reading }
      let product = factors(after: reading.end)
      if product == reading.end { return reading }
      value = product
    }
    if number.isWhole, value == number.end, let word = digitWord(at: value) { return word }
    return Reading(kind: .number, end: value)
  }

  /// 65±2, 3×4, 20×10^9.
  private func factors(after start: Int) -> Int {
    var end = power(at: start)
    while true {
      let sign = step(at: skippingSpaces(at: end))
      let isLetter = sign.value == 0x78 || sign.value == 0x58 || sign.value == 0x2A
      guard [0xD7, 0xB1].contains(sign.value) || (isLetter && step(at: end).value == sign.value),
        let next = number(at: isLetter ? sign.next : skippingSpaces(at: sign.next)),
        next.parts <= 2
      else { return end }
      end = power(at: next.end)
    }
  }

  /// `^9`, `⁹`, `⁻³`.
  private func power(at start: Int) -> Int {
    if step(at: start).value == 0x5E {
      let sign = step(at: step(at: start).next)
      let digits = digits(at: sign.value == 0x2D ? sign.next : step(at: start).next)
      return digits?.end ?? start
    }
    var index = start
    var next = step(at: index)
    while next.value > 0x7F, CharacterTable.shared.kind(of: next.value) == .script {
      index = next.next
      next = step(at: index)
    }
    return index
  }

  /// 1:2, 1/2, 120/80.
  private func ratio(after first: Number, at start: Int) -> Reading? {
    let sign = step(at: first.end)
    let isColon = sign.value == 0x3A || sign.value == 0x2236
    guard isColon || sign.value == 0x2F, let second = number(at: sign.next), second.parts <= 2
    else { return nil }
    if text[first.end] >= 0x80, sign.value == 0x3A, !isProportion(from: start, to: second.end) {
      return nil
    }
    var end = second.end
    var count = 2
    while step(at: end).value == sign.value, let next = number(at: step(at: end).next) {
      end = next.end
      count += 1
    }
    if isColon { return Reading(kind: .ratio, end: end) }
    if count > 2 { return Reading(kind: .identifier, end: end) }
    if let reading = withUnit(at: end), reading.kind != .currency { return reading }
    let isFraction =
      first.isWhole && second.isWhole && first.whole.value < second.whole.value
    return Reading(kind: isFraction ? .fraction : .ratio, end: end)
  }

  /// A colon in Chinese shape between numbers is a ratio only where the words say so.
  private func isProportion(from start: Int, to end: Int) -> Bool {
    has(.beforeRatios, before: start)
      || has(.proportions, at: end)
  }

  /// 38.5℃, 5%, 3万, 100元.
  private func withUnit(at start: Int) -> Reading? {
    let sign = step(at: start)
    if sign.value == 0x25 || sign.value == 0x2030 {
      return Reading(kind: .percentage, end: sign.next)
    }
    var end = start
    var isScaled = false
    if let scale = self.end(of: "万", at: start) {
      end = self.end(of: "亿", at: scale) ?? scale
      isScaled = true
    } else if let scale = self.end(of: "亿", at: start) {
      end = scale
      isScaled = true
    }
    if let money = self.end(of: .money, at: end) {
      return has(.afterYuan, at: money) ? nil : Reading(kind: .currency, end: money)
    }
    if let unit = unit(at: end) { return Reading(kind: .quantity, end: unit) }
    return isScaled ? Reading(kind: .number, end: end) : nil
  }

  /// 3D, 5-HT, 16S.
  private func digitWord(at end: Int) -> Reading? {
    let next = step(at: end)
    let isHyphened = next.value == 0x2D && step(at: next.next).isLatin
    guard next.isLatin || isHyphened else { return nil }
    return word(at: isHyphened ? next.next : end).map { Reading(kind: .latin, end: $0) }
  }

  private func doi(_ number: Number) -> Int? {
    guard number.whole.value == 10, number.parts == 2, step(at: number.end).value == 0x2F,
      number.end - number.whole.end >= 5
    else { return nil }
    return addressEnd(from: number.end)
  }
}
