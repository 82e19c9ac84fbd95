import Linting
import Reporting
import Reviewing

/// Judges drafts with the linter, off the event loops.
struct CheckService: Sendable {
  let linter: Linter
  let pool: CheckPool
  private let queue: CheckQueue
  private let report: CheckReport

  init(linter: Linter, report: CheckReport, pool: CheckPool) {
    self.linter = linter
    self.pool = pool
    self.report = report
    queue = CheckQueue(linter: linter, pool: pool)
  }

  /// The answer's body; the status is 200 whatever the verdict.
  func body(
    of check: CheckBody,
    escalating column: Column?,
    isSARIF: Bool,
    _ exchange: Exchange
  ) async throws -> [UInt8] {
    guard let today = exchange.now.dayInChina else { throw Problem(.internal) }
    let (report, language) = (report, exchange.language)
    return try await queue.judge(check, on: today) { judged in
      if isSARIF { return report.sarif(of: judged, in: language) }
      return report.bytes(of: judged, escalating: column, in: language)
    }
  }
}

/// Writes the result of a one-shot check: the file object of the JSON report and what the gate makes of it.
struct CheckReport: Sendable {
  private let chinese: JSONReport
  private let english: JSONReport
  private let tool: Tool
  private let book: RuleBook

  init(tool: Tool, book: RuleBook) {
    chinese = JSONReport(tool: tool, book: book, language: .zh)
    english = JSONReport(tool: tool, book: book, language: .en)
    self.tool = tool
    self.book = book
  }

  func sarif(of report: DraftReport, in language: Language) -> [UInt8] {
    SARIFReport(tool: tool, book: book, language: language).document(of: report)
  }

  func bytes(of report: DraftReport, escalating column: Column?, in language: Language) -> [UInt8] {
    var bytes = (language == .zh ? chinese : english).object(of: report)
    bytes.removeLast()
    let counts = Summary(of: report)
    bytes += #", "counts":{"errors":\#(counts.errors),"suggestions":\#(counts.suggestions)"#.utf8
    bytes += #","suppressed":\#(counts.suppressed),"warnings":\#(counts.warnings)}"#.utf8
    bytes += #","escalations":"#.utf8
    bytes += JSON.array(escalations(of: report, column)).canonicalBytes
    bytes += #","ruleset":"#.utf8 + JSON.string(tool.ruleset).canonicalBytes + "}".utf8
    return bytes
  }

  private func escalations(of report: DraftReport, _ column: Column?) -> [JSON] {
    var rules: [Escalation: Set<String>] = [:]
    for finding in report.findings {
      if let escalation = finding.escalation { rules[escalation, default: []].insert(finding.rule) }
    }
    let isColumn = column?.escalates == true
    if isColumn, rules[.leadership] == nil { rules[.leadership] = [] }
    return rules.sorted { $0.key.rawValue < $1.key.rawValue }.map { escalation, rules in
      [
        "to": .string(escalation.rawValue), "rules": JSON(rules.sorted()),
        "column": JSON(isColumn && escalation == .leadership ? column?.key : nil),
      ]
    }
  }
}
