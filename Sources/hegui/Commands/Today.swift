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
  guard let day = Day(ordinal: (time(nil) + 8 * 3600) / 86_400) else {
    throw CommandError(message: "系统时间无法使用，请给出 --today（the clock cannot be read）")
  }
  return day
}
