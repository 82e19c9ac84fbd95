import Linting

/// A date, or a period taken as one, that something may be announced for.
struct DatedEvent {
  let date: DraftDate
  /// The last day of a period.
  let last: Day
  let range: Range<Int>
  /// Whether the period ends before it starts, which is a fault of its own.
  let isReversed: Bool

  /// Whether a guessed year is likely: what lies long before publication may be of the next year.
  func isClose(to publish: PublishDay) -> Bool {
    date.year != .guessed || abs(publish.day.days(since: last)) <= 60
  }
}

extension DraftDates {
  /// Lone dates, and periods by their last day, in reading order.
  var events: [DatedEvent] {
    var ends: [Int: DraftPeriod] = [:]
    var starts: Set<Int> = []
    for period in periods {
      ends[period.last] = period
      starts.insert(period.first)
    }
    return all.enumerated().compactMap { index, date in
      guard !starts.contains(index), let last = date.day else { return nil }
      let period = ends[index]
      return DatedEvent(
        date: date,
        last: last,
        range: period?.range ?? date.range,
        isReversed: period.map { runsBack($0) } ?? false
      )
    }
  }
}
