package import Linting

/// What a run found, counted.
package struct Summary: Hashable, Sendable {
  package private(set) var files = 0
  package private(set) var errors = 0
  package private(set) var warnings = 0
  package private(set) var suggestions = 0
  package private(set) var suppressed = 0
  package private(set) var incomplete = 0
  /// The worst of the drafts' verdicts.
  package private(set) var verdict = Verdict.pass

  package init() {}

  package init(of report: DraftReport) { add(report) }

  package mutating func add(_ other: Summary) {
    files += other.files
    errors += other.errors
    warnings += other.warnings
    suggestions += other.suggestions
    suppressed += other.suppressed
    incomplete += other.incomplete
    verdict = max(verdict, other.verdict)
  }

  package mutating func add(_ report: DraftReport) {
    files += 1
    suppressed += report.suppressed.count
    verdict = max(verdict, report.verdict)
    if report.verdict == .incomplete { incomplete += 1 }
    for finding in report.findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .suggestion: suggestions += 1
      }
    }
  }

  package func count(atOrAbove severity: Severity) -> Int {
    switch severity {
    case .error: errors
    case .warning: errors + warnings
    case .suggestion: errors + warnings + suggestions
    }
  }
}
