import ChineseText
import ICU
import Linting
import Reading

/// Rules about festivals and health days beside the date or the count of another.
enum FestivalDates {
  static let all: [any Rule] = [mismatch, edition]
}

extension FestivalDates {
  private static let mismatch = FamilyRule(
    "timeliness/festival-mismatch",
    .error,
    summary: Localized("节日或主题日的日期不对", "a festival or health day with another date"),
    why: Localized(
      "节日、卫生日的日期写错，活动和宣传就会开错日子；农历节日每年不同，容易照抄旧稿。",
      "A wrong date puts the event on the wrong day; lunar festivals move each year."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    lists: ["festivals"],
    triggers: .lists(["festivals"]),
    cases: [
      .ok("相符", "2025年中秋节（2025年10月6日）放假，5月12日是国际护士节，国庆节（10月1日至8日）。"),
      .ok("提前庆祝", "9月30日提前开展国庆节活动，9月29日国庆节前夕，3月20日世界防治结核病日系列活动启动。"),
      .ok("今年的节日", "---\ndate: 2026-03-01\n---\n\n2021年6月30日，我国消除疟疾。元宵节（3月3日）后请留意。"),
      .flags("农历节日", "中秋节（⟦2025年9月17日⟧）照常门诊。"),
      .flags("固定的日子", "⟦9月22日⟧是第32个世界阿尔茨海默病日。"),
      .flags("某月第几个星期几", "⟦2026年3月13日⟧是世界肾脏日。"),
    ]
  ) { draft in
    let hits = draft.hits(in: "festivals")
    guard !hits.isEmpty else { return [] }
    let dates = draft.fact(DraftDates.self)
    guard !dates.all.isEmpty else { return [] }
    return try hits.compactMap { hit in
      guard let festival = FestivalDay(hit.entry.standard),
        let index = apposition(of: hit.range, among: dates, in: draft)
      else { return nil }
      return try fault(dates.all[index], index, festival, hit, dates, in: draft)
    }
  }

  private static func fault(
    _ date: DraftDate,
    _ index: Int,
    _ festival: FestivalDay,
    _ hit: ListHit,
    _ dates: DraftDates,
    in draft: ScannedDraft
  ) throws -> Fault? {
    guard var day = date.day else { return nil }
    if date.year == .guessed, dates.publish.ground == .today {
      // The draft may be of a year before or behind: none of them may fit.
      for year in [day.year - 1, day.year + 1] {
        if let other = date.told.resolved(in: year), try festival.isOn(other) { return nil }
      }
    }
    // 元宵节（3月3日） is of this year, whatever year the sentence before it spoke of.
    if date.year == .carried, let own = date.told.resolved(in: dates.publish.day.year),
      try festival.isOn(own)
    {
      return nil
    }
    let year = day.year
    var last = day
    if let period = dates.period(startingWith: index) {
      last = dates.all[period.last].day ?? day
    }
    for _ in 0..<40 {
      if try festival.isOn(day) { return nil }
      guard day < last, let next = Day(ordinal: day.ordinal + 1) else { break }
      day = next
    }
    let named = hit.entry.term
    guard let right = try festival.day(in: year) else { return nil }
    let message = Localized(
      "\(year)年的\(named)是\(right.month)月\(right.day)日，请核对",
      "in \(year) \(named) is on \(right.month)-\(right.day): check the date"
    )
    return Fault(range: date.range, message: message)
  }

  /// The date that a festival is put beside: `中秋节（10月6日`, `10月6日（中秋节）`, `10月6日是中秋节`.
  private static func apposition(
    of festival: Range<Int>,
    among dates: DraftDates,
    in draft: ScannedDraft
  ) -> Int? {
    let text = draft.text
    if let open = openers.end(in: text, at: closingQuote(at: festival.upperBound, in: text)),
      let index = dates.index(startingAt: open), isAlone(index, dates, in: draft)
    {
      return index
    }
    guard !draft.stands(around, at: festival.upperBound) else { return nil }
    var start = countStart(before: festival.lowerBound, in: draft) ?? festival.lowerBound
    if let year = yearWords.start(in: text, before: start) { start = year }
    var isNote = false
    if let joint = joints.start(in: text, before: start) {
      start = joint
    } else if let open = openers.start(in: text, before: start) {
      start = open
      isNote = true
    } else if !draft.stands(stops, at: festival.upperBound) {
      return nil
    }
    guard !isNote || draft.stands(closers, at: festival.upperBound),
      let index = dates.index(endingBy: start)
    else { return nil }
    let end = dates.all[index].range.upperBound
    guard end == start || weekdayNote(at: end, in: text)?.upperBound == start,
      dates.period(endingWith: index) == nil
    else { return nil }
    return index
  }

  private static func closingQuote(at offset: Int, in text: [UInt8]) -> Int {
    quotes.end(in: text, at: offset) ?? offset
  }

  /// Whether a date ends its bracket: behind it a weekday, a mark or nothing, not `举行`.
  private static func isAlone(_ index: Int, _ dates: DraftDates, in draft: ScannedDraft) -> Bool {
    var last = index
    if let period = dates.period(startingWith: index) { last = period.last }
    let end = dates.all[last].range.upperBound
    return draft.stands(ends, at: end)
  }

  private static let openers = Phrases("（ (")
  private static let closers = Phrases("） )")
  private static let quotes = Phrases("” 」")
  private static let ends = Phrases("） ) ， 、 ； 星期 周 农历")
  private static let stops = Phrases("， 。 ； ！ ） ” \u{2029}")
  private static let joints = Phrases("是我国 是今年的 是 为 正是 恰逢 正值 系 ，是 ，是我国")
  private static let yearWords = Phrases("我国 今年 全国 中国")
  private static let around = Phrases("前 后 假 长假 期间 的 小长假 系列 活动 主题 当周 当月 宣传 联欢 慰问 之 放假")

  /// Where `第25个` before an offset starts.
  private static func countStart(before offset: Int, in draft: ScannedDraft) -> Int? {
    edition(before: offset, in: draft)?.start
  }

  /// The number of `第25个`, `第二十五届` before an offset.
  private static func edition(
    before offset: Int,
    in draft: ScannedDraft
  ) -> (value: Int, start: Int)? {
    let text = draft.text
    let end = quoteOpeners.start(in: text, before: offset) ?? offset
    guard let counter = counters.start(in: text, before: end) else { return nil }
    for width in stride(from: 1, through: 12, by: 1) where counter - width > 3 {
      let start = counter - width
      guard let sign = ordinals.start(in: text, before: start),
        let number = calendarNumber(in: start..<counter, of: text), number.end == counter
      else { continue }
      return (number.value, sign)
    }
    return nil
  }

  private static let quoteOpeners = Phrases("“ 「")
  private static let counters = Phrases("个 届 次")
  private static let ordinals = Phrases("第")

  private static let edition = FamilyRule(
    "timeliness/edition-number-mismatch",
    .suggestion,
    summary: Localized("「第几个」主题日数得不对", "a health day counted wrongly"),
    why: Localized(
      "「第几个」每年加一，照抄去年的稿子就错了。",
      "The count grows each year: an old text has the old one."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    lists: ["festivals"],
    triggers: .lists(["festivals"]),
    cases: [
      .ok("数得对", "2025年10月8日是第28个全国高血压日。"),
      .ok("没有年份、不在表里", "---\ntitle: 通知\n---\n\n第12个门诊日，第8个全国高血压日。"),
      .flags("照抄去年", "2025年10月8日是⟦第27个⟧全国高血压日。"),
    ]
  ) { draft in
    let hits = draft.hits(in: "festivals")
    guard !hits.isEmpty else { return [] }
    let dates = draft.fact(DraftDates.self)
    return hits.compactMap { hit in
      guard let first = Int(hit.entry.note),
        let (count, start) = edition(before: hit.range.lowerBound, in: draft),
        let year = year(of: hit.range, among: dates, in: draft), year > first,
        count != year - first + 1
      else { return nil }
      let right = year - first + 1
      let message = Localized(
        "\(year)年是第\(right)个\(hit.entry.term)（第一个在\(first)年），请核对",
        "in \(year) it is the \(right)th (the first was in \(first)): check it"
      )
      return Fault(range: start..<hit.range.lowerBound, message: message)
    }
  }

  /// The one year that a sentence names, else that of a stated day of publication.
  private static func year(
    of festival: Range<Int>,
    among dates: DraftDates,
    in draft: ScannedDraft
  ) -> Int? {
    let sentence = draft.sentence(at: festival.lowerBound)
    let years = Set(
      dates.all.lazy.filter { sentence.contains($0.range.lowerBound) }.compactMap(\.told.year)
    )
    if let year = years.first { return years.count == 1 && year > 1900 ? year : nil }
    return dates.publish.ground == .today ? nil : dates.publish.day.year
  }
}
