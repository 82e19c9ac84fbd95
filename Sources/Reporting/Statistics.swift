package import Linting

/// Findings counted by rule and group.
package struct Statistics: Sendable {
  private struct Count {
    var severity: Severity
    var findings = 0
    var drafts = 0

    mutating func add(_ other: Count) {
      severity = max(severity, other.severity)
      findings += other.findings
      drafts += other.drafts
    }
  }

  private var rules: [String: Count] = [:]

  package init() {}

  package init(of report: DraftReport) {
    for finding in report.findings {
      rules[finding.rule, default: Count(severity: finding.severity, drafts: 1)].add(
        Count(severity: finding.severity, findings: 1)
      )
    }
  }

  package mutating func add(_ other: Statistics) {
    for (rule, count) in other.rules {
      rules[rule, default: Count(severity: count.severity)].add(count)
    }
  }

  /// Two tables, by rule and by group, the most frequent first.
  package func text(in language: Language) -> String {
    guard !rules.isEmpty else { return "" }
    let isChinese = language == .zh
    let byRule = rules.sorted { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }
    var table = TextTable(
      isChinese ? ["规则", "级别", "处数", "稿件"] : ["rule", "severity", "findings", "drafts"],
      numericColumns: [2, 3]
    )
    for (rule, count) in byRule {
      let severity = count.severity.name.text(in: language)
      table.add([rule, severity, String(count.findings), String(count.drafts)])
    }
    var groups: [String: Int] = [:]
    for (rule, count) in rules {
      groups[String(rule.prefix { $0 != "/" }), default: 0] += count.findings
    }
    var groupTable = TextTable(
      isChinese ? ["分组", "处数"] : ["group", "findings"],
      numericColumns: [1]
    )
    for (group, count) in groups.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      groupTable.add([group, String(count)])
    }
    return table.text + "\n" + groupTable.text
  }
}

/// Rows of cells in even columns, measured as a terminal shows them.
package struct TextTable {
  private var rows: [[String]]
  private let numericColumns: Set<Int>

  package init(_ header: [String], numericColumns: Set<Int> = []) {
    rows = [header]
    self.numericColumns = numericColumns
  }

  package mutating func add(_ row: [String]) { rows.append(row) }

  package var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? cellWidth(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.reduce(into: "") { text, row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cellWidth(of: cell))
        line += numericColumns.contains(column) ? padding + cell : cell + padding
        line += "  "
      }
      while line.unicodeScalars.last == " " { line.unicodeScalars.removeLast() }
      text += line + "\n"
    }
  }
}
