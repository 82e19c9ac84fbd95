package import Linting
package import Reporting
package import Reviewing
import SourceText

/// Judges what is submitted with the linter.
///
/// What a comment in a draft puts aside counts all the same: at the gate that takes a waiver, and so two people.
package struct LinterChecker: ManuscriptChecker {
  private let linter: Linter
  private let book: RuleBook
  package let ruleset: String

  package init(linter: Linter, book: RuleBook, ruleset: String) {
    self.linter = linter
    self.book = book
    self.ruleset = ruleset
  }

  package func check(_ manuscript: Manuscript, at now: Timestamp) -> CheckResult {
    guard let day = now.dayInChina else {
      return result(nil, .incomplete, [], failure: "no-day", today: "", at: now)
    }
    let report = linter.judging(on: day, as: manuscript.profile).lint(
      path: "draft",
      bytes: Array(manuscript.text.utf8),
      format: manuscript.format
    )
    return result(of: report, on: now.dateInChina, at: now)
  }

  private func result(of report: DraftReport, on today: String, at now: Timestamp) -> CheckResult {
    if report.confidential.isWhole {
      let rules = report.findings.filter { $0.escalation == .freeze }.map(\.rule)
      return CheckResult(
        verdict: report.verdict,
        findings: [],
        freezing: rules.isEmpty ? ["secrecy/unlisted"] : Array(Set(rules)).sorted(),
        failure: report.error?.code,
        ruleset: ruleset,
        title: nil,
        today: today,
        checkedAt: now
      )
    }
    let all = report.findings + report.suppressed.map(\.finding)
    let verdict = report.verdict == .incomplete ? .incomplete : Verdict(of: all)
    let findings = reportedFindings(of: report, book: book)
      .map { ReviewFinding($0, of: report.source) }
      .sorted { ($0.start.byte, $0.end.byte, $0.rule) < ($1.start.byte, $1.end.byte, $1.rule) }
    return result(
      reportedTitle(of: report),
      verdict,
      findings,
      failure: report.error?.code,
      today: today,
      at: now
    )
  }

  private func result(
    _ title: String?,
    _ verdict: Verdict,
    _ findings: [ReviewFinding],
    failure: String?,
    today: String,
    at now: Timestamp
  ) -> CheckResult {
    CheckResult(
      verdict: verdict,
      findings: findings,
      freezing: [],
      failure: failure,
      ruleset: ruleset,
      title: title,
      today: today,
      checkedAt: now
    )
  }
}

extension Manuscript {
  /// The strictest of its channels that the linter knows; nil leaves it to the page.
  fileprivate var profile: Profile? {
    [.govmedia, .wechat, .website].first { channels.contains($0.rawValue) }
  }
}

extension ReviewFinding {
  fileprivate init(_ finding: ReportedFinding, of source: Source?) {
    let range = finding.start.byte..<finding.end.byte
    let matched = source.flatMap { source in
      range.upperBound <= source.bytes.count ? Digest(of: source.bytes[range]) : nil
    }
    self.init(
      rule: finding.rule,
      severity: finding.severity,
      escalation: finding.escalation,
      message: finding.message,
      advice: finding.fix.map { Advice(title: $0.title, isSafe: $0.safety == .safe) },
      start: Position(finding.start),
      end: Position(finding.end),
      text: finding.text,
      fingerprint: finding.fingerprint,
      matched: finding.isMasked ? nil : matched
    )
  }
}

extension ReviewFinding.Position {
  fileprivate init(_ position: SourceText.Position) {
    self.init(line: position.line, column: position.column, byte: position.byte)
  }
}
