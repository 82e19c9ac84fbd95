extension TokenReader {
  /// A run of digits; the value of more than nine of them is capped.
  struct Digits {
    var end: Int
    var count = 0
    var value = 0
    var hasLeadingZero = false
  }

  /// A number without its unit.
  struct Number {
    var end: Int
    /// The digits before the point.
    var whole: Digits
    /// Parts between points: 1 for a whole number, 2 for a decimal, more for a version.
    var parts = 1
    var isGrouped = false

    var isWhole: Bool { parts == 1 && !isGrouped }
  }

  func digits(at start: Int) -> Digits? {
    var found = Digits(end: start)
    var next = step(at: start)
    found.hasLeadingZero = next.value == 0x30
    while next.isDigit {
      found.count += 1
      if found.count <= 9 { found.value = found.value * 10 + Int(next.value - 0x30) }
      found.end = next.next
      next = step(at: found.end)
    }
    return found.count > 0 ? found : nil
  }

  /// A number with thousands separators and decimals.
  func number(at start: Int) -> Number? {
    guard let whole = digits(at: start) else { return nil }
    var number = Number(end: whole.end, whole: whole)
    while whole.count <= 3, let group = group(at: number.end) {
      number.end = group
      number.isGrouped = true
    }
    while step(at: number.end).value == 0x2E, let part = digits(at: step(at: number.end).next) {
      number.end = part.end
      number.parts += 1
    }
    return number
  }

  /// The end of `,` with exactly three digits.
  private func group(at start: Int) -> Int? {
    let comma = step(at: start)
    guard comma.value == 0x2C, let digits = digits(at: comma.next), digits.count == 3 else {
      return nil
    }
    return digits.end
  }

  /// A part of a date or time in Arabic or Han digits.
  struct Component {
    var end: Int
    var count: Int
    var value: Int
    var isHan: Bool
    /// Han digits without 十, as in years.
    var isPlain = true
  }

  func component(at start: Int) -> Component? {
    if let digits = digits(at: start) {
      return Component(end: digits.end, count: digits.count, value: digits.value, isHan: false)
    }
    var found = Component(end: start, count: 0, value: 0, isHan: true)
    var tens = 0
    var next = step(at: start)
    while found.count < 4, let digit = Self.hanDigit(next.value) {
      if digit == 10 {
        tens = max(found.value, 1) * 10
        found.value = 0
        found.isPlain = false
      } else {
        found.value = found.isPlain ? found.value * 10 + digit : digit
      }
      found.count += 1
      found.end = next.next
      next = step(at: found.end)
    }
    found.value += tens
    return found.count > 0 ? found : nil
  }

  static func hanDigit(_ value: UInt32) -> Int? {
    switch value {
    case 0x3007, 0x96F6, 0x25CB: 0
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    default: nil
    }
  }
}
