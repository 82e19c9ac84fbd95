import ChineseText
import Linting
import Reading

/// Rules about dates that contradict each other, their weekday or the count of their days.
enum DateArithmetic {
  static let all: [any Rule] = [weekday, reversed, duration]

  private static let weekday = FamilyRule(
    "timeliness/weekday-mismatch",
    .error,
    summary: Localized("日期和星期对不上", "a date beside another weekday than its own"),
    why: Localized(
      "日期和星期不符，群众不知道该信哪一个，会白跑一趟。",
      "Where the date and the weekday differ, readers come in vain."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok("相符", "2025年5月1日（星期四）放假，2026-03-01（周日）值班。"),
      .ok("没有年份、不是这一天的星期", "5月1日（星期五），2025年5月1日，周五照常门诊。"),
      .flags("不符", "2025年5月1日（⟦星期五⟧）放假。", fixed: "2025年5月1日（星期四）放假。"),
      .flags("同一段里承前省略年份", "2025年5月1日（周四）至5月5日（⟦周二⟧）放假。"),
      .flags("按发布日期推算年份", "---\ndate: 2025-03-06\n---\n\n定于3月5日（⟦星期五⟧）开展义诊。"),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    guard !dates.all.isEmpty else { return [] }
    return dates.all.compactMap { mismatch($0, dates.publish, in: draft) }
  }

  private static let openers = Phrases("（ (")
  private static let weekdays = Phrases("星期 周 礼拜")
  private static let days: [Unicode.Scalar] = ["日", "一", "二", "三", "四", "五", "六"]

  private static func mismatch(
    _ date: DraftDate,
    _ publish: PublishDay,
    in draft: ScannedDraft
  ) -> Fault? {
    let text = draft.text
    let end = date.range.upperBound
    guard let day = date.day else { return nil }
    // Only a weekday in brackets, or right behind the date, is that of the date.
    let isSpaced = text.scalar(at: end) == " "
    let start = openers.end(in: text, at: end) ?? (isSpaced ? end + 1 : end)
    guard let sign = weekdays.end(in: text, at: start), let named = text.scalar(at: sign) else {
      return nil
    }
    let told = named == "天" ? 0 : days.firstIndex(of: named)
    guard let told, told != day.weekday, !mayBeOfOtherYear(date, day, told, publish) else {
      return nil
    }
    let after = sign + UTF8.width(named)
    if start == end, let next = draft.scalar(from: after), next == "至" || next == "到" {
      return nil
    }
    let range = start..<after
    let form = draft.draft.string(in: start..<sign) + String(Character(days[day.weekday]))
    let shown = draft.draft.string(in: range)
    let fix = draft.fix(
      Localized("改为「\(form)」", "write \(form)"),
      .unsafe,
      replacing: range,
      with: form
    )
    let message = Localized(
      "\(day.chinese)是\(form)，不是\(shown)，请核对日期和星期",
      "\(day.chinese) is \(form), not \(shown); check the date and the weekday"
    )
    let isSure = date.year != .guessed || publish.ground != .today
    return Fault(range: range, message: message, fix: fix, severity: isSure ? nil : .warning)
  }

  /// Whether a date without its year fits the weekday in the year before or behind.
  private static func mayBeOfOtherYear(
    _ date: DraftDate,
    _ day: Day,
    _ weekday: Int,
    _ publish: PublishDay
  ) -> Bool {
    guard date.year == .guessed else { return false }
    if publish.ground != .today, abs(day.days(since: publish.day)) <= 120 { return false }
    return [day.year - 1, day.year + 1].contains {
      date.told.resolved(in: $0)?.weekday == weekday
    }
  }

  private static let reversed = FamilyRule(
    "timeliness/range-reversed",
    .error,
    summary: Localized("起止日期前后颠倒", "a range of dates that ends before it starts"),
    why: Localized("结束日期早于开始日期，必有一个写错了。", "A range that ends before it starts holds a slip."),
    basis: [Basis("wechat-account-management", "一、3")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok("跨年、升序", "12月28日至1月3日，2025年12月28日至2026年1月3日，3月1日至5日，22:00至次日6:00。"),
      .ok("跨月省略", "11月5日至次年3月1日。"),
      .flags("日子颠倒", "⟦3月5日至3月1日⟧停诊，⟦5月10日至5日⟧报名。"),
      .flags("年份颠倒", "⟦2025年3月1日至2024年5月1日⟧。"),
      .flags("中间有星期", "⟦3月5日（周四）至3月1日⟧（周日）停诊。"),
      .flags("停和恢复", "口腔科定于⟦2026年3月9日起停诊，3月7日⟧恢复接诊。"),
      .ok("恢复在后", "口腔科定于2026年3月9日起停诊，3月17日恢复接诊。"),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    return returns(before: dates, in: draft)
      + dates.periods.compactMap { period in
        guard dates.runsBack(period) else { return nil }
        let shown = draft.draft.string(in: period.range)
        let message = Localized(
          "「\(shown)」结束早于开始，请核对",
          "\(shown) ends before it starts; check it"
        )
        return Fault(range: period.range, message: message)
      }
  }

  /// Services that resume before they stop: `3月9日起停诊，3月7日恢复接诊`.
  private static func returns(before dates: DraftDates, in draft: ScannedDraft) -> [Fault] {
    dates.all.indices.dropFirst().compactMap { index in
      let (start, end) = (dates.all[index - 1], dates.all[index])
      guard let first = start.day, let last = end.day, last < first, start.block == end.block,
        dates.period(endingWith: index) == nil,
        draft.sentence(at: start.range.lowerBound).contains(end.range.lowerBound)
      else { return nil }
      let between = start.range.upperBound..<end.range.lowerBound
      let behind = end.range.upperBound..<draft.sentence(at: end.range.lowerBound).upperBound
      guard stopping.stands(in: between, of: draft.text),
        resuming.stands(in: behind, of: draft.text)
      else { return nil }
      let shown = draft.draft.string(in: end.range)
      return Fault(
        range: start.range.lowerBound..<end.range.upperBound,
        message: Localized(
          "\(shown)恢复，比停的日子还早，请核对",
          "it resumes on \(shown), before it stops: check the dates"
        )
      )
    }
  }

  private static let stopping = LiteralSet([
    "起停", "开始停", "起暂停", "起休诊", "起封闭", "起关闭", "起闭馆", "起检修", "起维修", "起施工", "停诊，", "暂停，", "关闭，",
  ])
  private static let resuming = LiteralSet(["恢复", "重新开", "复诊", "开诊", "复工", "照常", "结束"])

  private static let duration = FamilyRule(
    "timeliness/duration-mismatch",
    .warning,
    summary: Localized("天数和起止日期对不上", "a count of days that is not that of its dates"),
    why: Localized(
      "「共几天」按起止日期首尾都算；对不上时读者不知道哪天恢复。",
      "The first and the last day both count; where the number differs, readers do not know when it ends."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    triggers: .tokens(DraftDates.tokens),
    cases: [
      .ok("首尾都算", "5月1日至5日放假5天，10月1日（周三）至8日（周三）放假调休，共8天。"),
      .ok("工作日、每天", "3月2日至13日，共10个工作日；3月1日至5日，每天2小时，共10小时。"),
      .flags("少算一天", "5月1日至5日放假⟦4天⟧。"),
      .flags("连开几天", "3月5日至3月9日连开⟦4天⟧，每日两班。"),
      .flags("两天", "2026年5月16日至18日升级系统，为期⟦两天⟧。"),
      .flags("开到哪天", "展览从11月2日开到11月10日，为期⟦7天⟧。"),
      .flags("隔着事情", "定于11月10日至14日开展秋季体检，共⟦6天⟧。"),
      .ok("数的是别的", "3月1日至5日开展义诊，共20名医生参加，历时两天的培训同时举行。"),
      .flags("隔着地点", "3月16日至22日，科室在门诊三楼开展为期⟦5天⟧的义诊。"),
      .flags("中间有星期", "2026年2月15日（周日）至23日（周一）放假调休，共⟦8天⟧。"),
    ]
  ) { draft in
    let dates = draft.fact(DraftDates.self)
    return dates.periods.compactMap { period in
      guard let first = dates.all[period.first].day, let last = dates.all[period.last].day,
        first <= last, draft.text.firstOffset(of: ":", in: period.range) == nil,
        let (count, range) = dayCount(behind: period.range.upperBound, in: draft)
      else { return nil }
      let days = last.days(since: first) + 1
      guard count != days, !(count == days - 1 && isOvernight(behind: range.upperBound, in: draft))
      else { return nil }
      let shown = draft.draft.string(in: period.range)
      let message = Localized(
        "「\(shown)」首尾都算是\(days)天，不是\(count)天",
        "\(shown) is \(days) days, both ends counted, not \(count)"
      )
      return Fault(range: range, message: message)
    }
  }

  private static let fillers = Phrases("， , 、 （ ( ： 前后 前前后后 放假调休 放假 调休 停诊 休诊 休息 休假 期间 时间")
  private static let counters = Phrases("总共 一共 共计 共 为期 历时 连开 连放 连休 连办 连停 放假 停诊 休诊 休息 休假 持续")
  private static let dayWords = Phrases("天")
  private static let afterDays = Phrases("半 内 后 前 工作 左右")

  /// A count of days that belongs to the dates before it, and where it stands.
  private static func dayCount(
    behind end: Int,
    in draft: ScannedDraft
  ) -> (value: Int, range: Range<Int>)? {
    let text = draft.text
    guard let limit = draft.block(at: end)?.text.upperBound else { return nil }
    var index = weekdayNote(at: end, in: text)?.upperBound ?? end
    var isCounted = false
    for _ in 0..<6 {
      if let counter = counters.end(in: text, at: index) {
        isCounted = true
        index = counter
      } else if let filler = fillers.end(in: text, at: index) {
        index = filler
      } else {
        break
      }
    }
    let rest = index..<max(index, min(draft.sentence(at: end).upperBound, index + 90))
    // 10日至14日开展体检，共6天
    if !isCounted,
      let place = text.firstOffset(
        of: "，",
        in: index..<max(index, min(rest.upperBound, index + 45))
      ),
      let counter = counters.end(in: text, at: place + "，".utf8.count)
    {
      isCounted = true
      index = counter
    }
    if !isCounted, let place = text.firstOffset(of: "为期", in: rest) {
      isCounted = true
      index = place + "为期".utf8.count
    }
    guard isCounted, index < limit, let number = calendarNumber(in: index..<limit, of: text),
      let day = dayWords.end(in: text, at: number.end), day <= limit,
      !draft.stands(afterDays, at: day), number.value > 0
    else { return nil }
    return (number.value, index..<day)
  }

  /// `5天4夜`, or nights alone.
  private static func isOvernight(behind end: Int, in draft: ScannedDraft) -> Bool {
    draft.stands(Phrases("夜 晚"), at: end)
  }
}

extension DraftDates {
  /// Whether a period ends before it starts.
  func runsBack(_ period: DraftPeriod) -> Bool {
    let (start, end) = (all[period.first].told, all[period.last].told)
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
