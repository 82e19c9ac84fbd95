import Linting

/// How well a column is kept up (seed 2, 四(一)).
package struct Freshness: Hashable, Sendable {
  /// Nil where nothing has ever been published to it.
  package let lastPublishedAt: Timestamp?
  /// Days of the calendar in China since then: yesterday evening is one ago.
  package let days: Int?
  /// Whether that is too long, or nothing was ever published where something must be.
  package let isStale: Bool
}

extension Column {
  package func freshness(since last: Timestamp?, at now: Timestamp) -> Freshness {
    let today = now.dayInChina
    let days = last?.dayInChina.flatMap { day in today?.days(since: day) }
    let isLate = freshnessDays.map { limit in days.map { $0 > limit } ?? true } ?? false
    return Freshness(lastPublishedAt: last, days: days, isStale: isActive && isLate)
  }
}
