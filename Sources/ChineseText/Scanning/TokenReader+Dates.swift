extension TokenReader {
  func dateOrTime(at start: Int) -> Reading? {
    guard let first = component(at: start), first.count <= 4 else { return nil }
    let date: Int?
    switch step(at: skippingSpaces(at: first.end)).value {
    case 0x5E74, 0x6708: date = calendarDate(first, at: start)
    case 0x2D, 0x2E, 0x2F: date = separatedDate(first)
    case 0x3A, 0x2236, 0x65F6, 0x70B9:
      return time(first, at: start).map { Reading(kind: .time, end: $0) }
    default: return nil
    }
    guard let date else { return nil }
    guard let time = timeAfterDate(at: date) else { return Reading(kind: .date, end: date) }
    return Reading(kind: .dateTime, end: time)
  }

  /// 2025年5月1日, 5月1日, 二〇二五年五月一日.
  private func calendarDate(_ first: Component, at start: Int) -> Int? {
    if let year = end(of: "年", after: first) {
      let month = component(at: skippingSpaces(at: year)).flatMap { self.month($0) }
      if first.count == 4, first.isHan ? first.isPlain : (1000...2999).contains(first.value) {
        return month ?? year
      }
      return first.count == 2 && !first.isHan ? month : nil
    }
    guard let month = end(of: "月", after: first), first.count <= 3 else { return nil }
    if let day = day(at: month) { return day }
    if first.isHan {
      guard let day = component(at: month), day.isHan, day.count > 1 else { return nil }
      return day.end
    }
    return isMonthAlone(first, from: start, to: month) ? month : nil
  }

  private func month(_ component: Component) -> Int? {
    guard component.count <= 3, let month = end(of: "月", after: component) else { return nil }
    return day(at: month) ?? month
  }

  private func day(at start: Int) -> Int? {
    guard let day = component(at: skippingSpaces(at: start)), day.count <= 3 else { return nil }
    return end(of: "日", after: day) ?? end(of: "号", after: day)
  }

  private func end(of sign: Unicode.Scalar, after component: Component) -> Int? {
    end(of: sign, at: skippingSpaces(at: component.end))
  }

  /// `5月` is a month; `5月龄`, `满5月` and `18月` are ages.
  private func isMonthAlone(_ month: Component, from start: Int, to end: Int) -> Bool {
    (1...12).contains(month.value) && month.count <= 2
      && !has(.ages, at: end)
      && !has(.beforeMonths, before: start)
  }

  /// 2025-05-01, 2025/5/1, 2025.5.1.
  private func separatedDate(_ year: Component) -> Int? {
    guard year.count == 4, !year.isHan, (1900...2099).contains(year.value) else { return nil }
    let separator = step(at: year.end)
    guard [0x2D, 0x2F, 0x2E].contains(separator.value), let month = digits(at: separator.next),
      month.count <= 2
    else { return nil }
    let second = step(at: month.end)
    if second.value == separator.value, let day = digits(at: second.next), day.count <= 2 {
      let after = step(at: day.end)
      return after.value == separator.value && step(at: after.next).isDigit ? nil : day.end
    }
    let isMonth = month.count == 2 && (1...12).contains(month.value) && month.hasLeadingZero
    return separator.value != 0x2E && isMonth && second.value != separator.value ? month.end : nil
  }

  /// 8:30, 8：30:05, 8时30分, 八点半.
  private func time(_ hour: Component, at start: Int) -> Int? {
    guard hour.count <= (hour.isHan ? 3 : 2), hour.value <= 24 else { return nil }
    return hour.isHan ? spokenTime(hour) : clockTime(hour, from: start) ?? spokenTime(hour)
  }

  private func clockTime(_ hour: Component, from start: Int) -> Int? {
    guard let minute = sexagesimal(at: hour.end) else { return nil }
    let end = sexagesimal(at: minute) ?? minute
    let isRatio =
      has(.proportions, at: end)
      || has(.beforeClockRatios, before: start)
    return isRatio ? nil : end
  }

  /// The end of a colon and two digits below 60.
  private func sexagesimal(at start: Int) -> Int? {
    let colon = step(at: start)
    guard colon.value == 0x3A || colon.value == 0x2236, let digits = digits(at: colon.next),
      digits.count == 2, digits.value < 60
    else { return nil }
    return digits.end
  }

  private func spokenTime(_ hour: Component) -> Int? {
    if let sign = end(of: "时", at: hour.end) {
      if let minute = minutes(at: sign) { return minute }
      let isWord = has(.afterShi, at: sign)
      return isWord || hour.isHan ? nil : sign
    }
    guard let sign = end(of: "点", at: hour.end) else { return nil }
    if let half = end(of: "半", at: sign) ?? end(of: "整", at: sign) ?? end(of: "钟", at: sign) {
      return half
    }
    if let minute = minutes(at: sign) { return minute }
    let start = hour.end - hour.count
    if !hour.isHan, has(.beforeHours, before: start) { return sign }
    let isHour = has(.afterHours, at: sign)
    return isHour && !hour.isHan ? sign : nil
  }

  private func minutes(at start: Int) -> Int? {
    guard let minute = component(at: start), minute.value < 60, minute.count <= 3 else {
      return nil
    }
    if let end = end(of: "分", at: minute.end), !has(.fractionBars, at: minute.end) {
      return end
    }
    return minute.count == 2 && !minute.isHan ? minute.end : nil
  }

  /// A time that follows a date, with a space, a `T` or a part of the day between.
  private func timeAfterDate(at start: Int) -> Int? {
    var index = skippingSpaces(at: start, count: 2)
    if index == start, step(at: index).value == 0x54 { index += 1 }
    if let part = end(of: .dayParts, at: index) { index = skippingSpaces(at: part) }
    return index == start && !isHan(value(before: start))
      ? nil : component(at: index).flatMap { time($0, at: index) }
  }
}
