internal import CICU
import Synchronization

/// A day of the Chinese lunisolar calendar.
package struct LunarDay: Hashable, Sendable {
  /// From 1 to 12; a leap month has the number of the one before it.
  package let month: Int
  package let isLeap: Bool
  package let day: Int

  package init(month: Int, isLeap: Bool = false, day: Int) {
    self.month = month
    self.isLeap = isLeap
    self.day = day
  }
}

/// The day of the lunisolar calendar that so many days after 1 January 1970 is, in China.
package func lunarDay(ofOrdinal ordinal: Int) throws(ICUError) -> LunarDay {
  if let day = misplaced.lazy.compactMap({ $0.day(of: ordinal) }).first { return day }
  if let day = knownDays.withLock({ $0[ordinal] }) { return day }
  let day = try converted(ordinal)
  knownDays.withLock { days in
    if days.count > 20_000 { days.removeAll(keepingCapacity: true) }
    // All months have 29 days.
    for number in 1...29 {
      days[ordinal - day.day + number] = LunarDay(
        month: day.month,
        isLeap: day.isLeap,
        day: number
      )
    }
    days[ordinal] = day
  }
  return day
}

/// The days of the months asked for lately, as ICU takes long to open a calendar and to find a new moon.
private let knownDays = Mutex<[Int: LunarDay]>([:])

private func converted(_ ordinal: Int) throws(ICUError) -> LunarDay {
  var status = ICU_ZERO_ERROR
  let calendar = unsafe hegui_ucal_openChinese(&status)
  defer { unsafe hegui_ucal_close(calendar) }
  // Noon in the zone that the calendar is opened with.
  let noon = Double(ordinal) * 86_400_000 + 43_200_000
  unsafe hegui_ucal_setMillis(calendar, noon, &status)
  let month = unsafe hegui_ucal_get(calendar, ICU_MONTH, &status)
  let leap = unsafe hegui_ucal_get(calendar, ICU_IS_LEAP_MONTH, &status)
  let day = unsafe hegui_ucal_get(calendar, ICU_DAY_OF_MONTH, &status)
  try status.check("converting a day to the Chinese calendar")
  return LunarDay(month: Int(month) + 1, isLeap: leap != 0, day: Int(day))
}

/// Days of months whose new moon falls so near midnight that ICU begins them a day off, from 1990 to 2049.
private struct MisplacedDays {
  let start: Int
  let count: Int
  let first: LunarDay

  func day(of ordinal: Int) -> LunarDay? {
    guard (start..<start + count).contains(ordinal) else { return nil }
    return LunarDay(month: first.month, day: first.day + ordinal - start)
  }
}

private let misplaced = [
  // From 1999-01-17, 2012-08-17 and 2027-02-06 on.
  MisplacedDays(start: 10608, count: 30, first: LunarDay(month: 12, day: 1)),
  MisplacedDays(start: 15569, count: 30, first: LunarDay(month: 7, day: 1)),
  MisplacedDays(start: 20855, count: 30, first: LunarDay(month: 1, day: 1)),
  // From 2018-11-07 and 2030-02-02 on: the last day of a month, and the next month.
  MisplacedDays(start: 17842, count: 1, first: LunarDay(month: 9, day: 30)),
  MisplacedDays(start: 17843, count: 29, first: LunarDay(month: 10, day: 1)),
  MisplacedDays(start: 21947, count: 1, first: LunarDay(month: 12, day: 30)),
  MisplacedDays(start: 21948, count: 29, first: LunarDay(month: 1, day: 1)),
]
