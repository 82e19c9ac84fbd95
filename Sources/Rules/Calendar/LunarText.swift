import ChineseText
import ICU

/// A day of the lunar calendar that the prose names at an offset: `农历乙巳年闰六月初一`, `腊月廿三`.
func lunarText(at start: Int, in text: [UInt8]) -> (LunarDay, Range<Int>)? {
  var index = calendars.end(in: text, at: start) ?? start
  let isNamed = index > start
  if let year = stemYear(at: index, in: text) { index = year }
  let leap = leapSigns.end(in: text, at: index)
  index = leap ?? index
  guard let (month, monthEnd) = lunarMonth(at: index, in: text),
    let (day, end) = lunarDayNumber(at: monthEnd, in: text)
  else { return nil }
  // `八月十五日` may be of either calendar.
  guard isNamed || daySigns.end(in: text, at: end) == nil else { return nil }
  return (LunarDay(month: month, isLeap: leap != nil, day: day), start..<end)
}

private let calendars = Phrases("农历 阴历 旧历")
private let leapSigns = Phrases("闰")
private let daySigns = Phrases("日 号")
private let monthNames: [(Phrases, Int)] = [
  (Phrases("正月"), 1), (Phrases("冬月 十一月"), 11), (Phrases("腊月 十二月"), 12),
  (Phrases("二月"), 2), (Phrases("三月"), 3), (Phrases("四月"), 4), (Phrases("五月"), 5),
  (Phrases("六月"), 6), (Phrases("七月"), 7), (Phrases("八月"), 8), (Phrases("九月"), 9),
  (Phrases("十月"), 10),
]
private let firstTen = Phrases("初")
private let lastTen = Phrases("廿")
private let thirtieth = Phrases("三十 卅")
private let stems = Array("甲乙丙丁戊己庚辛壬癸".unicodeScalars)

private func lunarMonth(at start: Int, in text: [UInt8]) -> (Int, Int)? {
  for (name, month) in monthNames {
    if let end = name.end(in: text, at: start) { return (month, end) }
  }
  return nil
}

/// 初一 to 三十.
private func lunarDayNumber(at start: Int, in text: [UInt8]) -> (Int, Int)? {
  if let end = thirtieth.end(in: text, at: start) { return (30, end) }
  let first = firstTen.end(in: text, at: start)
  let last = lastTen.end(in: text, at: start)
  let from = first ?? last ?? start
  guard from < text.count, text[from] >= 0x80,
    let number = calendarNumber(in: from..<min(from + 9, text.count), of: text),
    first != nil || last != nil || number.value > 10
  else { return nil }
  let day = number.value + (last != nil ? 20 : 0)
  return (1...30).contains(day) ? (day, number.end) : nil
}

/// The end of a year named by stem and branch, 乙巳年.
private func stemYear(at start: Int, in text: [UInt8]) -> Int? {
  guard let stem = text.scalar(at: start), stems.contains(stem),
    start + 9 <= text.count, text.scalar(at: start + 6) == "年"
  else { return nil }
  return start + 9
}

extension LunarDay {
  /// As prose writes lunar days.
  var chinese: String {
    let months = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"]
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    let name = months.indices.contains(month - 1) ? months[month - 1] : "\(month)"
    let number =
      switch day {
      case 1...10: "初" + digits[day - 1]
      case 11...19: "十" + digits[day - 11]
      case 20: "二十"
      case 21...29: "廿" + digits[day - 21]
      default: "三十"
      }
    return (isLeap ? "闰" : "") + name + "月" + number
  }
}
