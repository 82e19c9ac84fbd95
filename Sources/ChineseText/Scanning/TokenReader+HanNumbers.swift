extension TokenReader {
  /// A date, time, fraction or number in Han digits; a single digit is none.
  func hanExpression(at start: Int) -> Reading? {
    isLoneNumeral(at: start) ? nil : wholeHanExpression(at: start)
  }

  /// The same the long way.
  func wholeHanExpression(at start: Int) -> Reading? {
    if let date = dateOrTime(at: start) { return range(from: date, at: start) ?? date }
    let whole = numerals(at: start)
    guard whole.count > 0 else { return nil }
    if let bar = end(of: .fractionBars, at: whole.end) {
      let part = numerals(at: bar)
      let isHundred = end(of: "百", at: start) == whole.end
      if part.count > 0 { return Reading(kind: isHundred ? .percentage : .fraction, end: part.end) }
    }
    guard whole.count > 2 || (whole.count == 2 && !has(.numeralWords, at: start)) else {
      return nil
    }
    return Reading(kind: .hanNumber, end: whole.end)
  }

  private func numerals(at start: Int) -> (end: Int, count: Int) {
    var end = start
    var count = 0
    var next = step(at: end)
    while next.value >= 0x3007, CharacterTable.shared.kind(of: next.value) == .hanNumeral {
      end = next.next
      count += 1
      next = step(at: end)
    }
    return (end, count)
  }
}
