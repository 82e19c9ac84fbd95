package import Linting
package import Reviewing

/// What the assessment counts (seed 1, 七2), in tables with plots of them.
package struct StatisticsPage: Page {
  /// Both days belong to it.
  package struct Period: Hashable, Sendable {
    let from: Day
    let until: Day

    package init(from: Day, until: Day) {
      self.from = from
      self.until = until
    }
  }

  let statistics: ReviewStatistics
  let period: Period
  let today: Day
  /// Of departments and columns, by their ids.
  let names: [String: String]
  /// What stages are called, by key.
  let stages: [String: Localized]

  package init(
    statistics: ReviewStatistics,
    period: Period,
    today: Day,
    names: [String: String],
    stages: [String: Localized]
  ) {
    self.statistics = statistics
    self.period = period
    self.today = today
    self.names = names
    self.stages = stages
  }

  package var extras: [String] { ["statistics.css"] }

  package func title(in frame: Frame) -> String { frame.words(StatisticsPhrase.title) }

  package func body(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let shown = words(
      StatisticsPhrase.period,
      ["from": period.from.isoText, "until": period.until.isoText]
    )
    let tables: SafeHTML =
      statistics.isEmpty
      ? frame.empty(words(StatisticsPhrase.empty))
      : """
      \(section(.departments, .department, statistics.departments, in: frame))\
      \(section(.columns, .column, statistics.columns, in: frame))\
      <p class="aside">\(words(StatisticsPhrase.method))</p>\
      \(turnarounds(in: frame))
      """
    return "\(choice(in: frame))<p class=\"period\">\(shown)</p>\(tables)"
  }

  private func choice(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let links = periods.map { phrase, period -> SafeHTML in
      let current: SafeHTML = period == self.period ? " aria-current=\"true\"" : ""
      return """
        <a href="/statistics?from=\(period.from.isoText)&amp;until=\(period.until.isoText)"\(current)>\
        \(words(phrase))</a>
        """
    }
    let from = frame.textField(
      words(StatisticsPhrase.from),
      name: "from",
      value: period.from.isoText,
      type: "date",
      isRequired: true
    )
    let until = frame.textField(
      words(StatisticsPhrase.until),
      name: "until",
      value: period.until.isoText,
      type: "date",
      isRequired: true
    )
    return """
      <nav class="periods" aria-label="\(words(StatisticsPhrase.title))">\(links)</nav>\
      <form method="get" action="/statistics" class="filter">\(from)\(until)\
      <p><button>\(words(StatisticsPhrase.show))</button></p></form>
      """
  }

  private var periods: [(StatisticsPhrase, Period)] {
    let month = today.firstOfMonth
    let quarter = Day(year: today.year, month: (today.month - 1) / 3 * 3 + 1, day: 1) ?? month
    let year = Day(year: today.year, month: 1, day: 1) ?? month
    return [
      (.thisMonth, Period(from: month, until: today)),
      (.lastMonth, Period(from: month.dayBefore.firstOfMonth, until: month.dayBefore)),
      (.thisQuarter, Period(from: quarter, until: today)),
      (.thisYear, Period(from: year, until: today)),
    ]
  }

  private func section(
    _ title: StatisticsPhrase,
    _ head: StatisticsPhrase,
    _ rows: [ReviewStatistics.Row],
    in frame: Frame
  ) -> SafeHTML {
    guard !rows.isEmpty else { return "" }
    let words = frame.words
    let lines = rows.map { (name: names[$0.key] ?? words(StatisticsPhrase.unknown), row: $0) }
      .sorted { ($1.row.submitted, $0.name) < ($0.row.submitted, $1.name) }
    let flow = BarPlot(
      title: words(StatisticsPhrase.flow),
      series: [words(StatisticsPhrase.submitted), words(StatisticsPhrase.published)],
      rows: lines.map { ($0.name, [Double($0.row.submitted), Double($0.row.published)]) }
    )
    let quality = BarPlot(
      title: words(StatisticsPhrase.quality),
      series: [words(StatisticsPhrase.density)],
      rows: lines.map { ($0.name, [$0.row.density ?? 0]) }
    )
    return frame.section(
      words(title),
      """
      <div class="plots">\(flow.html)\(quality.html)</div>\
      <div class="numbers">\(table(head, lines, in: frame))</div>
      """
    )
  }

  private func table(
    _ head: StatisticsPhrase,
    _ lines: [(name: String, row: ReviewStatistics.Row)],
    in frame: Frame
  ) -> SafeHTML {
    let words = frame.words
    let heads: [StatisticsPhrase] = [
      head, .submitted, .returned, .returnRate, .published, .corrected, .retracted, .errors,
      .warnings, .suggestions, .density,
    ]
    let total = lines.reduce(into: ReviewStatistics.Row(key: "")) { $0.add($1.row) }
    let all = lines.count > 1 ? lines + [(words(StatisticsPhrase.total), total)] : lines
    return frame.table(
      heads.map { words($0) },
      all.map { name, row in
        [
          "\(name)", "\(row.submitted)", "\(row.returned)", "\(row.returnRate)",
          "\(row.published)", "\(row.corrected)", "\(row.retracted)", "\(row.errors)",
          "\(row.warnings)", "\(row.suggestions)",
          "\(row.density.map { $0.text(digits: 1) } ?? "–")",
        ]
      }
    )
  }
}

extension ReviewStatistics {
  fileprivate var isEmpty: Bool {
    departments.isEmpty && columns.isEmpty && stages.isEmpty && publications.isEmpty
  }
}

extension ReviewStatistics.Row {
  /// Findings in a thousand characters; nil without any.
  fileprivate var density: Double? {
    guard thousandsOfCharacters > 0 else { return nil }
    return Double(errors + warnings + suggestions) / thousandsOfCharacters
  }

  fileprivate var returnRate: String {
    guard submitted > 0 else { return "–" }
    return (Double(returned) / Double(submitted) * 100).text(digits: 0) + "%"
  }

  fileprivate mutating func add(_ row: Self) {
    submitted += row.submitted
    returned += row.returned
    published += row.published
    corrected += row.corrected
    retracted += row.retracted
    errors += row.errors
    warnings += row.warnings
    suggestions += row.suggestions
    thousandsOfCharacters += row.thousandsOfCharacters
  }
}

extension Day {
  fileprivate var firstOfMonth: Day { Day(year: year, month: month, day: 1) ?? self }

  fileprivate var dayBefore: Day {
    if day > 1 { return Day(year: year, month: month, day: day - 1) ?? self }
    let (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
    return Day(year: year, month: month, day: Day.count(ofMonth: month, in: year)) ?? self
  }
}
