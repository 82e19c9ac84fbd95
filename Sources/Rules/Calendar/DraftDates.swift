import ChineseText
import Linting
import Reading

/// A date of the prose, with the year that is meant.
struct DraftDate {
  enum YearGround: Hashable {
    case written
    /// The year of a date before it in the same paragraph.
    case carried
    /// The one in which it is nearest to the day of publication.
    case guessed
  }

  let range: Range<Int>
  let told: CalendarText
  /// Nil where no day is told, or none that there is, or the year is not clear.
  let day: Day?
  let year: YearGround
  /// Of the block, in `Draft.blocks`.
  let block: Int
}

/// Two dates, and all days between them: `3月1日至5日`, `10月1日（周三）至8日（周三）`.
struct DraftPeriod {
  /// Of the dates, in `DraftDates.all`.
  let first: Int
  let last: Int
  let range: Range<Int>
}

/// Every date of the visible prose in reading order, resolved to days.
struct DraftDates: DraftFact {
  let publish: PublishDay
  private(set) var all: [DraftDate] = []
  private(set) var periods: [DraftPeriod] = []

  init(_ draft: ScannedDraft) {
    publish = draft.fact(PublishDay.self)
    let tokens = draft.scan.tokens(of: Self.tokens)
    guard !tokens.isEmpty else { return }
    var reader = DateReader(draft, publish)
    for token in tokens where !draft.scan.isOpaque(at: token.range.lowerBound) {
      reader.read(token)
    }
    all = reader.dates
    periods = reader.periods
  }

  /// The date that starts at an offset.
  func index(startingAt offset: Int) -> Int? {
    let index = all.partitioningIndex { $0.range.lowerBound >= offset }
    return index < all.count && all[index].range.lowerBound == offset ? index : nil
  }

  /// The last date that ends at an offset or before it.
  func index(endingBy offset: Int) -> Int? {
    let next = all.partitioningIndex { $0.range.upperBound > offset }
    return next > 0 ? next - 1 : nil
  }

  /// The period whose first date a date is.
  func period(startingWith index: Int) -> DraftPeriod? {
    let place = periods.partitioningIndex { $0.first >= index }
    return place < periods.count && periods[place].first == index ? periods[place] : nil
  }

  /// The period whose last date a date is.
  func period(endingWith index: Int) -> DraftPeriod? {
    let place = periods.partitioningIndex { $0.last >= index }
    return place < periods.count && periods[place].last == index ? periods[place] : nil
  }

  /// Kinds of tokens that hold dates; a draft without them has none.
  static let tokens = TokenKinds([.date, .dateTime, .range])
}

/// Reads the dates of a draft one after another.
private struct DateReader {
  private let draft: ScannedDraft
  private let publish: PublishDay
  private(set) var dates: [DraftDate] = []
  private(set) var periods: [DraftPeriod] = []
  /// The last written year, and the block where its month was written with it.
  private var lastYear: Int?
  private var carried: (year: Int, block: Int)?
  /// Where the second date of a period begins, if one does.
  private var awaited: (start: Int, first: Int)?

  init(_ draft: ScannedDraft, _ publish: PublishDay) {
    self.draft = draft
    self.publish = publish
  }

  mutating func read(_ token: Token) {
    guard let block = draft.blockIndex(at: token.range.lowerBound) else { return }
    if token.kind == .range {
      guard let parts = RangeParts(of: token, in: draft.text),
        let left = CalendarText(parts.left, of: draft.text), left.month != nil || left.year != nil,
        let right = CalendarText(parts.right, of: draft.text)
      else { return }
      add(left, at: parts.left, in: block)
      addEnd(right, at: parts.right, of: dates.count - 1)
    } else if let told = CalendarText(token.range, of: draft.text) {
      if let awaited, awaited.start == token.range.lowerBound {
        addEnd(told, at: token.range, of: awaited.first)
      } else {
        add(told, at: token.range, in: block)
        if token.kind == .date { lookForEnd(behind: token.range.upperBound) }
      }
    }
  }

  private mutating func add(_ told: CalendarText, at range: Range<Int>, in block: Int) {
    if let year = told.year, (1900...2199).contains(year) {
      lastYear = year
      if told.month != nil { carried = (year, block) }
      append(told, told.resolved(in: nil), .written, range, block)
    } else if let carried, carried.block == block {
      append(told, told.resolved(in: carried.year), .carried, range, block)
    } else {
      append(told, nearestDay(of: told), .guessed, range, block)
    }
  }

  private mutating func append(
    _ told: CalendarText,
    _ day: Day?,
    _ year: DraftDate.YearGround,
    _ range: Range<Int>,
    _ block: Int
  ) {
    // Lunar days are no days of the calendar that the rules count in.
    let isLunar = draft.stands(Self.lunar, before: range.lowerBound)
    dates.append(
      DraftDate(range: range, told: told, day: isLunar ? nil : day, year: year, block: block)
    )
  }

  private static let lunar = Phrases("农历 阴历 旧历")

  /// The day in the year where it is nearest to publication, if no other year was named last.
  private func nearestDay(of told: CalendarText) -> Day? {
    let year = publish.day.year
    let near = [year - 1, year, year + 1].compactMap { told.resolved(in: $0) }
    let day = near.min { abs($0.days(since: publish.day)) < abs($1.days(since: publish.day)) }
    return lastYear == nil || lastYear == day?.year ? day : nil
  }

  /// Adds the second date of a period; what it does not tell, the first one does.
  private mutating func addEnd(_ told: CalendarText, at range: Range<Int>, of first: Int) {
    let start = dates[first]
    var whole = told
    if whole.month == nil, whole.day != nil { whole.month = start.told.month }
    let isNextYear = (whole.month ?? 0) < (start.told.month ?? 0)
    var ground = start.year
    if let year = whole.year, (1900...2199).contains(year) {
      ground = .written
      lastYear = year
      carried = (year, start.block)
    }
    let year = start.day.map { $0.year + (isNextYear ? 1 : 0) }
    append(told, whole.resolved(in: year), ground, range, start.block)
    periods.append(
      DraftPeriod(
        first: first,
        last: dates.count - 1,
        range: start.range.lowerBound..<range.upperBound
      )
    )
    awaited = nil
  }

  /// `（周三）至8日`: the second date of a period behind the weekday of the first.
  private mutating func lookForEnd(behind end: Int) {
    awaited = nil
    let note = weekdayNote(at: end, in: draft.text)?.upperBound
    guard
      let connector = note.flatMap({ Self.connectors.end(in: draft.text, at: $0) })
        ?? Self.verbs.end(in: draft.text, at: note ?? end),
      let block = draft.block(at: end)
    else { return }
    let start = skippingSpaces(
      in: connector..<max(connector, block.text.upperBound),
      of: draft.text
    )
    guard draft.scan.token(at: start)?.kind != .date else {
      awaited = (start, dates.count - 1)
      return
    }
    guard
      let number = calendarNumber(in: start..<max(start, block.text.upperBound), of: draft.text),
      let sign = Self.daySigns.end(in: draft.text, at: number.end),
      let told = CalendarText(start..<sign, of: draft.text)
    else { return }
    addEnd(told, at: start..<sign, of: dates.count - 1)
  }

  private static let connectors = Phrases("至 到 —— — – - ～ ~ －")
  private static let verbs = Phrases("开到 办到 持续到 持续至 一直到 延续到 展出到 进行到 举行到 开放到 开放至")
  private static let daySigns = Phrases("日 号")
}

/// A weekday in brackets at an offset: `（周三）`.
func weekdayNote(at start: Int, in text: [UInt8]) -> Range<Int>? {
  guard let open = bracketOpeners.end(in: text, at: start),
    let sign = weekdaySigns.end(in: text, at: open), let named = text.scalar(at: sign),
    let close = bracketClosers.end(in: text, at: sign + UTF8.width(named))
  else { return nil }
  return start..<close
}

private let bracketOpeners = Phrases("（ (")
private let bracketClosers = Phrases("） )")
private let weekdaySigns = Phrases("星期 周 礼拜")

extension DraftDate {
  /// The last of the days that are told, since 1970: a year's or a month's last where no day is; 0 where nothing is.
  var latest: Int {
    if let day { return day.ordinal }
    guard let year = told.year, (1900...2199).contains(year) else { return 0 }
    let month = told.month ?? 12
    return Day(year: year, month: month, day: Day.count(ofMonth: month, in: year))?.ordinal ?? 0
  }
}
