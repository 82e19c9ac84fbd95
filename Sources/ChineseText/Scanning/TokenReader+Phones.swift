extension TokenReader {
  private struct Group {
    let digits: Digits
    /// The separator behind the digits; 0 for none.
    let separator: UInt32
  }

  /// Telephone numbers, and long numbers that are no amounts.
  func phoneOrIdentifier(at start: Int) -> Reading? {
    let previous = value(before: start)
    if isWordPart(previous) || previous == 0x2E { return nil }
    if let area = areaInBrackets(at: start) { return Reading(kind: .phone, end: area) }
    guard let run = digits(at: start), previous == 0x2B || isCandidate(run) else { return nil }
    let groups = groups(at: start)
    guard let first = groups.first else { return nil }
    if let phone = phone(groups, previous: previous, at: start) {
      return Reading(kind: .phone, end: phone)
    }
    if groups.count >= 4, groups.prefix(4).allSatisfy({ $0.digits.count == 4 }),
      groups.prefix(3).allSatisfy({ $0.separator == 0x20 })
    {
      let last = groups.prefix(5).last { $0.digits.count <= 4 } ?? first
      return Reading(kind: .identifier, end: last.digits.end)
    }
    guard first.digits.count >= 9, step(at: first.digits.end).value != 0x2E else { return nil }
    let check = step(at: first.digits.end)
    let hasCheck = first.digits.count == 17 && (check.value | 0x20) == 0x78
    return Reading(kind: .identifier, end: hasCheck ? check.next : first.digits.end)
  }

  /// Whether a run of digits can begin a telephone number or an identifier.
  func isCandidate(_ first: Digits) -> Bool {
    switch first.count {
    case 3: first.hasLeadingZero || (130...199).contains(first.value) || first.value % 400 == 0
    case 4: first.hasLeadingZero || step(at: first.end).value == 0x20
    case 5: first.value / 100 == 123
    default: first.count >= 9
    }
  }

  private func phone(_ groups: [Group], previous: UInt32, at start: Int) -> Int? {
    let first = groups[0].digits
    if previous == 0x2B, first.value == 86, groups.count > 1 {
      return phone(Array(groups.dropFirst()), previous: 0, at: start)
    }
    return mobile(groups) ?? landline(groups) ?? serviceNumber(groups)
  }

  private func mobile(_ groups: [Group]) -> Int? {
    let first = groups[0].digits
    let prefix = first.count == 11 ? first.value / 10_000_000 : first.value
    if first.count == 11 { return (13...19).contains(prefix) ? first.end : nil }
    guard first.count == 3, (130...199).contains(prefix), groups.count >= 3,
      groups[1].digits.count == 4, groups[2].digits.count == 4
    else { return nil }
    return groups[2].digits.end
  }

  /// `0571-88888888`, `057188888888`, each with an extension.
  private func landline(_ groups: [Group]) -> Int? {
    let first = groups[0].digits
    guard first.hasLeadingZero else { return nil }
    if (10...12).contains(first.count) { return withExtension(first.end) }
    guard (3...4).contains(first.count), groups.count >= 2 else { return nil }
    let second = groups[1].digits
    if (7...8).contains(second.count) { return withExtension(second.end) }
    guard groups.count >= 3, (3...4).contains(second.count), groups[2].digits.count == 4 else {
      return nil
    }
    return withExtension(groups[2].digits.end)
  }

  /// `400-820-8820`, `12320`.
  private func serviceNumber(_ groups: [Group]) -> Int? {
    let first = groups[0].digits
    if first.count == 10, (400...409).contains(first.value / 1_000_000) { return first.end }
    if first.count == 3, first.value == 400 || first.value == 800, groups.count >= 2 {
      if groups[1].digits.count == 7 { return groups[1].digits.end }
      let tail = groups.dropFirst().prefix(2)
      if tail.count == 2, tail.reduce(0, { $0 + $1.digits.count }) == 7 {
        return tail.last?.digits.end
      }
    }
    guard first.count == 5, first.value / 100 == 123, step(at: first.end).value != 0x2E else {
      return nil
    }
    return has(.counted, at: first.end) ? nil : first.end
  }

  private func withExtension(_ end: Int) -> Int {
    var index = end
    if let word = self.end(of: "转", at: skippingSpaces(at: end)) {
      index = word
    } else if step(at: end).value == 0x2D {
      index = step(at: end).next
    } else {
      return end
    }
    guard let digits = digits(at: skippingSpaces(at: index)), digits.count <= 6 else { return end }
    return digits.end
  }

  /// `(0571)88888888`, from its first digit on.
  private func areaInBrackets(at start: Int) -> Int? {
    guard [0x28, 0xFF08].contains(value(before: start)), let area = digits(at: start),
      area.hasLeadingZero, (3...4).contains(area.count)
    else { return nil }
    let bracket = step(at: area.end)
    guard [0x29, 0xFF09].contains(bracket.value),
      let local = digits(at: skippingSpaces(at: bracket.next)), (7...8).contains(local.count)
    else { return nil }
    return withExtension(local.end)
  }

  /// At most six groups of digits with one space or dash between.
  private func groups(at start: Int) -> [Group] {
    var groups: [Group] = []
    var index = start
    while groups.count < 6, let digits = digits(at: index) {
      let separator = step(at: digits.end)
      let isSeparator = [0x20, 0x2D, 0xA0, 0x2013, 0x2014, 0x2015, 0x7E, 0xFF5E].contains(
        separator.value
      )
      groups.append(Group(digits: digits, separator: isSeparator ? separator.value : 0))
      guard isSeparator else { break }
      index = separator.next
    }
    return groups
  }
}
