import ChineseText
import ICU
import Linting

/// When a festival or a health day is, as `rules/festivals.txt` writes it.
enum FestivalDay {
  /// `09-10`, `04-15~04-21`: months and days, the first and the last.
  case fixed(first: Int, last: Int)
  /// `3/2/4`: the second Thursday of March; `1/-1/0`: the last Sunday of January.
  case weekday(month: Int, count: Int, weekday: Int)
  /// `L8/15`: of the lunar calendar; `L12/0`: the last day of the lunar year.
  case lunar(month: Int, day: Int)

  init?(_ text: String) {
    if text.hasPrefix("L") {
      let numbers = text.dropFirst().split(separator: "/").compactMap { Int($0) }
      guard numbers.count == 2 else { return nil }
      self = .lunar(month: numbers[0], day: numbers[1])
    } else if text.utf8.contains(0x2F) {
      let numbers = text.split(separator: "/").compactMap { Int($0) }
      guard numbers.count == 3 else { return nil }
      self = .weekday(month: numbers[0], count: numbers[1], weekday: numbers[2])
    } else {
      let ends = text.split(separator: "~").compactMap(Self.monthAndDay)
      guard let first = ends.first, let last = ends.last else { return nil }
      self = .fixed(first: first, last: last)
    }
  }

  private static func monthAndDay(_ text: Substring) -> Int? {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    return numbers.count == 2 ? numbers[0] * 100 + numbers[1] : nil
  }

  /// Whether the same day each year.
  var isFixed: Bool { if case .fixed = self { true } else { false } }

  /// Whether it is on a day.
  func isOn(_ day: Day) throws -> Bool {
    switch self {
    case .fixed(let first, let last):
      return (first...max(first, last)).contains(day.month * 100 + day.day)
    case .weekday(let month, let count, let weekday):
      guard day.month == month, day.weekday == weekday else { return false }
      let isLast = day.day + 7 > Day.count(ofMonth: month, in: day.year)
      return count < 0 ? isLast : (day.day - 1) / 7 + 1 == count
    case .lunar(let month, let number):
      if number == 0 {
        return try lunarDay(ofOrdinal: day.ordinal + 1) == LunarDay(month: 1, day: 1)
      }
      return try lunarDay(ofOrdinal: day.ordinal) == LunarDay(month: month, day: number)
    }
  }

  /// The day of a year that it is on; the first of several.
  func day(in year: Int) throws -> Day? {
    guard let first = Day(year: year, month: 1, day: 1)?.ordinal else { return nil }
    if case .lunar(let month, let number) = self {
      return try dayOfLunar(month, number, in: year, from: first)
    }
    for ordinal in first..<first + 366 {
      if let day = Day(ordinal: ordinal), day.year == year, try isOn(day) { return day }
    }
    return nil
  }

  /// The day of a year that a lunar day falls on, looked for month by month.
  private func dayOfLunar(_ month: Int, _ number: Int, in year: Int, from first: Int) throws -> Day?
  {
    var ordinal = first
    while ordinal < first + 400 {
      let today = try lunarDay(ofOrdinal: ordinal)
      let isNewYear = number == 0 && today.month == 1
      let meant = ordinal - today.day + (isNewYear ? 0 : number)
      if isNewYear || today.month == month, meant >= first, let day = Day(ordinal: meant),
        day.year == year, try isOn(day)
      {
        return day
      }
      // A month has 29 or 30 days: the first or second day of the next one.
      ordinal += 31 - today.day
    }
    return nil
  }
}
