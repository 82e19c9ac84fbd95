import Reviewing
import Testing

struct FreshnessTests {
  private static let column = Column(
    id: ID("col_1"),
    key: "news",
    name: "动态",
    owner: ID("dep_1"),
    freshnessDays: 14
  )

  @Test(arguments: [
    ("2026-11-22T10:00:00+08:00", 0), ("2026-11-22T00:30:00+08:00", 0),
    ("2026-11-21T20:00:00+08:00", 1), ("2026-11-08T23:59:00+08:00", 14),
    ("2026-11-07T23:59:00+08:00", 15),
  ])
  func `days are those of the calendar`(last: String, days: Int) throws {
    let now = try #require(Timestamp("2026-11-22T10:00:00+08:00"))
    let moment = try #require(Timestamp(last))
    let freshness = Self.column.freshness(since: moment, at: now)
    #expect(freshness.days == days)
    #expect(freshness.isStale == (days > 14))
  }
}
