import Glibc
import Linting

/// A day as `--today` takes it.
func parsedDay(_ text: String) throws(CommandError) -> Day {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  let lengths = parts.map(\.utf8.count)
  let numbers = parts.compactMap { part in
    part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
  }
  guard lengths == [4, 2, 2], numbers.count == 3,
    let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
  else {
    throw CommandError(
      message: "\(text) 不是日期，应如 2026-03-01（a day is written YYYY-MM-DD and must exist）"
    )
  }
  return day
}

/// The day in Asia/Shanghai, which is eight hours ahead of UTC all the year.
func currentDay() throws(CommandError) -> Day {
  guard let day = Day(daysSince1970: (time(nil) + 8 * 3600) / 86_400) else {
    throw CommandError(message: "系统时间无法使用，请给出 --today（the clock cannot be read）")
  }
  return day
}

extension Day {
  /// Counts in eras of 400 years that begin in March, so that leap days come last.
  init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    guard shifted >= 0 else { return nil }
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}
