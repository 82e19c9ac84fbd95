import ChineseText
import Linting
import Reading

/// Rules about dates that contradict each other or their weekday.
enum DateArithmetic {
  static let all: [any Rule] = [weekday, reversed]

  private static let weekday = FamilyRule(
    "timeliness/weekday-mismatch",
    .error,
    summary: Localized("日期和星期对不上", "a date beside another weekday than its own"),
    why: Localized(
      "日期和星期不符，群众不知道该信哪一个，会白跑一趟。",
      "Where the date and the weekday differ, readers come in vain."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    triggers: .tokens(dates),
    cases: [
      .ok("相符", "2025年5月1日（星期四）放假，2026-03-01（周日）值班。"),
      .ok("没有年份、不是这一天的星期", "5月1日（星期五），2025年5月1日，周五照常门诊。"),
      .flags("不符", "2025年5月1日（⟦星期五⟧）放假。", fixed: "2025年5月1日（星期四）放假。"),
      .flags("同一段里承前省略年份", "2025年5月1日（周四）至5月5日（⟦周二⟧）放假。"),
    ]
  ) { draft in
    var year: (value: Int, block: Int)?
    var faults: [Fault] = []
    for token in draft.scan.tokens(of: dates) {
      guard !draft.scan.isOpaque(at: token.range.lowerBound),
        let index = draft.blockIndex(at: token.range.lowerBound),
        let range = lastDate(of: token, in: draft), var date = CalendarText(range, of: draft.text)
      else { continue }
      if let told = firstYear(of: token, in: draft) { year = (told, index) }
      if date.year == nil, let year, year.block == index { date.year = year.value }
      if let fault = mismatch(date, before: token.range.upperBound, in: draft) {
        faults.append(fault)
      }
    }
    return faults
  }

  private static let dates = TokenKinds([.date, .range])

  /// The date that a token ends with.
  private static func lastDate(of token: Token, in draft: ScannedDraft) -> Range<Int>? {
    token.kind == .date ? token.range : RangeParts(of: token, in: draft.text)?.right
  }

  private static func firstYear(of token: Token, in draft: ScannedDraft) -> Int? {
    let parts = token.kind == .range ? RangeParts(of: token, in: draft.text) : nil
    let year = CalendarText(parts?.left ?? token.range, of: draft.text)?.year
    return year.flatMap { $0 > 1900 ? $0 : nil }
  }

  private static let openers = Phrases("（ (")
  private static let weekdays = Phrases("星期 周 礼拜")
  private static let days: [Unicode.Scalar] = ["日", "一", "二", "三", "四", "五", "六"]

  private static func mismatch(
    _ date: CalendarText,
    before end: Int,
    in draft: ScannedDraft
  ) -> Fault? {
    let text = draft.text
    guard let expected = date.weekday else { return nil }
    // Only a weekday in brackets, or right behind the date, is that of the date.
    let isSpaced = text.scalar(at: end) == " "
    let start = openers.end(in: text, at: end) ?? (isSpaced ? end + 1 : end)
    guard let sign = weekdays.end(in: text, at: start), let named = text.scalar(at: sign) else {
      return nil
    }
    let day = named == "天" ? 0 : days.firstIndex(of: named)
    guard let day, day != expected else { return nil }
    let after = sign + UTF8.width(named)
    if start == end, let next = draft.scalar(from: after), next == "至" || next == "到" {
      return nil
    }
    let range = start..<after
    let form = draft.draft.string(in: start..<sign) + String(Character(days[expected]))
    let shown = draft.draft.string(in: range)
    let fix = draft.fix(
      Localized("改为「\(form)」", "write \(form)"),
      .unsafe,
      replacing: range,
      with: form
    )
    let message = Localized(
      "这一天是\(form)，不是\(shown)，请核对日期和星期",
      "that day is \(form), not \(shown); check the date and the weekday"
    )
    return Fault(range: range, message: message, fix: fix)
  }

  private static let reversed = FamilyRule(
    "timeliness/range-reversed",
    .error,
    summary: Localized("起止日期前后颠倒", "a range of dates that ends before it starts"),
    why: Localized("结束日期早于开始日期，必有一个写错了。", "A range that ends before it starts holds a slip."),
    basis: [Basis("wechat-account-management", "一、3")],
    tokens: [.range],
    cases: [
      .ok("跨年、升序", "12月28日至1月3日，2025年12月28日至2026年1月3日，3月1日至5日，22:00至次日6:00。"),
      .ok("跨月省略", "11月5日至次年3月1日。"),
      .flags("日子颠倒", "⟦3月5日至3月1日⟧停诊，⟦5月10日至5日⟧报名。"),
      .flags("年份颠倒", "⟦2025年3月1日至2024年5月1日⟧。"),
    ]
  ) { token, draft in
    guard let parts = RangeParts(of: token, in: draft.text),
      !draft.scan.isOpaque(at: token.range.lowerBound),
      let start = CalendarText(parts.left, of: draft.text),
      let end = CalendarText(parts.right, of: draft.text), runsBack(from: start, to: end)
    else { return nil }
    let shown = draft.draft.string(in: token.range)
    return Fault(
      range: token.range,
      message: Localized(
        "「\(shown)」结束早于开始，请核对",
        "\(shown) ends before it starts; check it"
      )
    )
  }

  private static func runsBack(from start: CalendarText, to end: CalendarText) -> Bool {
    if let first = start.year, let last = end.year, first > 999, last > 999, first != last {
      return first > last
    }
    guard let firstDay = start.day, let lastDay = end.day else { return false }
    guard let firstMonth = start.month else { return false }
    let lastMonth = end.month ?? firstMonth
    if firstMonth != lastMonth {
      // Without years, a range may run over the end of one.
      return start.year != nil && end.year != nil && firstMonth > lastMonth
    }
    return firstDay > lastDay
  }
}
