import Console
import Linting
import Reviewing

/// What the assessment counts.
struct StatisticsPages {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    [.page("/statistics", for: .roles(AuditRoutes.counters, .read), statistics)]
  }

  private func statistics(_ exchange: Exchange) async throws -> Answer {
    guard let today = exchange.now.dayInChina else { throw Problem(.internal) }
    let until = try exchange.day("until") ?? today
    let from = try exchange.day("from") ?? Day(year: until.year, month: 1, day: 1) ?? until
    guard from.ordinal <= until.ordinal else {
      throw Problem.parameter(
        "from",
        Localized("开始的日子比结束的晚", "the first day is later than the last")
      )
    }
    let page = try await services.store.read { store -> StatisticsPage in
      var names: [String: String] = [:]
      for department in try store.departments() { names[department.id.value] = department.name }
      for column in try store.columns() { names[column.id.value] = column.name }
      let policies = try store.policies().sorted { $0.number < $1.number }
      let stages = policies.flatMap { $0.policy.stages.map { ($0.key, $0.title) } }
      var statistics = try store.statistics(
        from: from.midnightInChina,
        to: until.midnightInChina.adding(hours: 24)
      )
      // In the order in which drafts pass them.
      let places = Dictionary(stages.enumerated().map { ($1.0, $0) }) { $1 }
      statistics.stages.sort { (places[$0.key] ?? -1, $0.key) < (places[$1.key] ?? -1, $1.key) }
      return StatisticsPage(
        statistics: statistics,
        period: .init(from: from, until: until),
        today: today,
        names: names,
        stages: Dictionary(stages) { $1 }
      )
    }
    return pages.answer(page, exchange)
  }
}

extension Exchange {
  fileprivate func day(_ name: String) throws(Problem) -> Day? {
    guard let text = try query.text(name) else { return nil }
    guard let day = Timestamp(text + "T00:00:00+08:00")?.dayInChina else {
      throw .parameter(name, Localized("应当是日期，如 2026-11-22", "must be a day such as 2026-11-22"))
    }
    return day
  }
}

extension Day {
  fileprivate var midnightInChina: Timestamp {
    Timestamp(milliseconds: Int64(ordinal) * 86_400_000).adding(hours: -8)
  }
}
