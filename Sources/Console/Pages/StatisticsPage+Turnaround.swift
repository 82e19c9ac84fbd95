import Linting
import Reviewing

/// How long the review takes: at each stage, and from handing in to publication.
extension StatisticsPage {
  func turnarounds(in frame: Frame) -> SafeHTML {
    let words = frame.words
    let stages = statistics.stages.map { ($0.stageName(by: self.stages, words), $0) }
    let departments = statistics.publications.map { found in
      let name = names[found.key] ?? words(StatisticsPhrase.unknown)
      return (found.key.isEmpty ? words(StatisticsPhrase.allDepartments) : name, found)
    }
    guard !stages.isEmpty || !departments.isEmpty else { return "" }
    let parts = [
      part(.stageTimes, .stage, .stays, stages, in: frame),
      part(.publicationTimes, .department, .published, departments, in: frame),
    ]
    return """
      \(frame.section(words(StatisticsPhrase.turnaround), "<div class=\"times\">\(parts)</div>"))\
      <p class="aside">\(words(StatisticsPhrase.turnaroundMethod))</p>
      """
  }

  private func part(
    _ title: StatisticsPhrase,
    _ head: StatisticsPhrase,
    _ count: StatisticsPhrase,
    _ lines: [(name: String, found: ReviewStatistics.Turnaround)],
    in frame: Frame
  ) -> SafeHTML {
    guard !lines.isEmpty else { return "" }
    let words = frame.words
    let plot = BarPlot(
      title: words(title),
      series: [words(StatisticsPhrase.median), words(StatisticsPhrase.longest)],
      rows: lines.map { ($0.name, [hours($0.found.median), hours($0.found.longest)]) },
      unit: words(StatisticsPhrase.hours)
    )
    let table = frame.table(
      [head, count, .median, .longest].map { words($0) },
      lines.map { name, found in
        [
          "\(name)", "\(found.count)", "\(words.duration(minutes: found.median))",
          "\(words.duration(minutes: found.longest))",
        ]
      },
      label: words(title)
    )
    return "<div>\(plot.html)<div class=\"numbers\">\(table)</div></div>"
  }

  private func hours(_ minutes: Int) -> Double { Double(minutes) / 60 }
}

extension ReviewStatistics.Turnaround {
  fileprivate func stageName(by titles: [String: Localized], _ words: Words) -> String {
    titles[key].map { words($0) } ?? key
  }
}

extension Words {
  /// In the unit that fits: minutes, hours, days with hours.
  func duration(minutes: Int) -> String {
    switch minutes {
    case ..<60: self(StatisticsPhrase.minutesLong, count: minutes)
    case ..<(48 * 60):
      self(
        StatisticsPhrase.hoursLong,
        ["hours": (Double(minutes) / 60).text(digits: minutes.isMultiple(of: 60) ? 0 : 1)]
      )
    default:
      self(
        StatisticsPhrase.daysLong,
        ["days": String(minutes / 1440), "hours": String(minutes % 1440 / 60)]
      )
    }
  }
}
