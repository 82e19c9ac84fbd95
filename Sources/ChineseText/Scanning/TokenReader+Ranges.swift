extension TokenReader {
  /// `3-5天`, `10%～20%`, `8:00-17:00`, `5月1日至3日`; three and more parts are a code.
  func range(from first: Reading, at start: Int) -> Reading? {
    guard let connector = connector(at: first.end),
      let second = endOfRange(first, after: connector)
    else { return nil }
    if first.kind == .number, has(.figures, before: start) {
      return Reading(kind: .identifier, end: second)
    }
    var end = second
    var parts = 2
    while first.kind == .number, step(at: end).value == step(at: first.end).value,
      let next = digits(at: step(at: end).next)
    {
      end = next.end
      parts += 1
    }
    return Reading(kind: parts > 2 ? .identifier : .range, end: end)
  }

  /// The end of what joins two ends of a range, spaces around it included.
  private func connector(at start: Int) -> Int? {
    let before = skippingSpaces(at: start)
    let sign = step(at: before)
    switch sign.value {
    case 0x81F3, 0x5230: return skippingSpaces(at: sign.next)
    case 0x2D, 0x2010, 0x2011, 0x2013, 0x2014, 0x2015, 0x2212, 0x7E, 0xFF5E, 0x301C, 0x223C:
      let second = step(at: sign.next)
      let end = second.value == sign.value ? second.next : sign.next
      // `A -5` is no range, `3 - 5` is one.
      if before > start, skippingSpaces(at: end) == end { return nil }
      return skippingSpaces(at: end)
    default: return nil
    }
  }

  private func endOfRange(_ first: Reading, after connector: Int) -> Int? {
    var start = connector
    let sign = step(at: connector)
    if sign.value == 0x2D || sign.value == 0x2212 || sign.value == 0x2B { start = sign.next }
    let isHan = Self.hanDigit(step(at: start).value) != nil
    guard step(at: start).isDigit || (isHan && first.kind == .date) else { return nil }
    if [.date, .dateTime].contains(first.kind), let part = datePart(at: start) { return part }
    guard let second = dateOrTime(at: start) ?? quantity(at: start) else { return nil }
    if second.formulaEnd != nil || second.kind == .latin { return nil }
    return second.kind == .identifier ? nil : second.end
  }

  /// `3日`, `6月` behind a date.
  private func datePart(at start: Int) -> Int? {
    guard let part = component(at: start), part.count <= 3 else { return nil }
    if let full = dateOrTime(at: start), full.kind == .date || full.kind == .dateTime {
      return full.end
    }
    return end(of: "日", at: part.end) ?? end(of: "号", at: part.end)
  }
}
