import ChineseText
import ICU
import Linting
import Reading

/// Rules about days of the lunar calendar beside those of the common one.
enum LunarDates {
  static let all: [any Rule] = [mismatch]

  private static let mismatch = FamilyRule(
    "timeliness/lunar-mismatch",
    .warning,
    summary: Localized("公历和农历对不上", "a date beside another lunar day than its own"),
    why: Localized(
      "公历、农历写在一起而对不上，读者不知道以哪个为准。",
      "Where the two calendars differ, readers do not know which one counts."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok("相符", "2025年1月29日（正月初一）、2025年7月25日（闰六月初一）、2026年2月16日（腊月二十九）。"),
      .ok("只写农历、没有年份", "农历八月十五团圆，1月30日（正月初一）值班。"),
      .ok("起止对起止", "2026年2月15日至23日（腊月二十八至正月初七），2026年2月15日—23日，农历腊月二十八—正月初七。"),
      .ok("起止后只有一天", "2026年2月15日至23日（正月初一医保窗口停办）开诊。"),
      .flags("不符", "2025年2月1日（⟦正月初一⟧）值班。"),
      .ok("是哪天", "2026年2月23日是农历正月初七，3月3日，正是元宵节。"),
      .flags("是哪天写错", "2026年2月23日是⟦农历正月初九⟧，天刚亮。"),
      .flags("农历在前", "⟦农历八月十五⟧（2025年10月7日）举行。"),
      .flags("起止不符", "2026年2月15日至23日（腊月二十八至⟦正月初八⟧）。"),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    guard !dates.all.isEmpty else { return [] }
    return try dates.all.indices.flatMap { index in
      let date = dates.all[index]
      guard date.year != .guessed || dates.publish.ground == .stated else { return [Fault]() }
      return try pairs(index, dates, in: draft).compactMap(fault)
    }
  }

  /// A day, the lunar day that the text gives it, and where.
  private typealias Pair = (day: Day, lunar: LunarDay, range: Range<Int>)

  private static func fault(_ pair: Pair) throws -> Fault? {
    let right = try lunarDay(ofOrdinal: pair.day.ordinal)
    guard right != pair.lunar else { return nil }
    let message = Localized(
      "\(pair.day.chinese)是农历\(right.chinese)，请核对",
      "\(pair.day.chinese) is \(right.chinese) of the lunar calendar: check it"
    )
    return Fault(range: pair.range, message: message)
  }

  /// What stands beside a date: one lunar day, or two beside the two dates of a period.
  ///
  /// One lunar day behind a period may be any of its days.
  private static func pairs(_ index: Int, _ dates: DraftDates, in draft: ScannedDraft) -> [Pair] {
    let date = dates.all[index]
    guard let day = date.day else { return [] }
    let text = draft.text
    let end = weekdayNote(at: date.range.upperBound, in: text)?.upperBound ?? date.range.upperBound
    if let open = openers.end(in: text, at: end) ?? joined(at: end, in: text),
      let (lunar, range) = lunarText(at: open, in: text)
    {
      let second = connectors.end(in: text, at: range.upperBound)
        .flatMap { lunarText(at: $0, in: text) }
      guard let period = dates.period(endingWith: index) else {
        return second == nil ? [(day, lunar, range)] : []
      }
      guard let second, let first = dates.all[period.first].day else { return [] }
      return [(first, lunar, range), (day, second.0, second.1)]
    }
    guard let open = openers.start(in: text, before: date.range.lowerBound) else { return [] }
    for width in stride(from: 30, through: 9, by: -1) where open - width >= 0 {
      if let (lunar, range) = lunarText(at: open - width, in: text), range.upperBound == open {
        return [(day, lunar, range)]
      }
    }
    return []
  }

  /// Behind what joins a lunar day to the date before it: `，`, `是`, `，正是`; nil where nothing does.
  private static func joined(at end: Int, in text: [UInt8]) -> Int? {
    let comma = joints.end(in: text, at: end)
    return equals.end(in: text, at: comma ?? end) ?? comma
  }

  private static let openers = Phrases("（ (")
  private static let joints = Phrases("， 、")
  private static let equals = Phrases("是 即 正是 正值 恰是 恰逢 正逢 适逢 也是 也就是 为")
  private static let connectors = Phrases("至 到 — ～ -")
}
