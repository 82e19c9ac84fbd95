package import Linting
package import SourceText

/// A finding as it may be told: masked where it is confidential, and with the name that it is known again by.
package struct ReportedFinding: Hashable, Sendable {
  package let rule: String
  package let severity: Severity
  package let escalation: Escalation?
  package let message: Localized
  package let start: Position
  package let end: Position
  /// The source between the two.
  package let text: String
  /// Whether confidential text stands in the range.
  package let isMasked: Bool
  package let fingerprint: String
  /// Nil for none, and where its words might give away what is confidential.
  package let fix: Fix?
  /// The reason that a comment in the draft gives for putting it aside; nil for an open one.
  package let suppression: String?
}

/// What the JSON report tells of a draft's findings, as values: the open ones, then the suppressed ones.
///
/// None where a finding asks to stop.
package func reportedFindings(of report: DraftReport, book: RuleBook) -> [ReportedFinding] {
  let veil = Veil(of: report)
  guard !veil.hidesAll else { return [] }
  let facts = FindingFacts(of: report, behind: veil)
  return facts.findings.indices.map { index in
    let finding = facts.findings[index]
    let isMasked = finding.isConfidential || veil.covers(finding.range)
    var name = ByteWriter()
    facts.writeFingerprint(index, to: &name)
    let suppressed = index - report.findings.count
    return ReportedFinding(
      rule: finding.rule,
      severity: finding.severity,
      escalation: finding.escalation,
      message: book.message(of: finding, behind: veil),
      start: facts.positions.position(of: finding.range.start),
      end: facts.positions.position(of: finding.range.end),
      text: String(decoding: veil.text(of: finding.range), as: UTF8.self),
      isMasked: isMasked,
      fingerprint: String(decoding: name.bytes, as: UTF8.self),
      fix: isMasked || veil.silences(finding) ? nil : finding.fix,
      suppression: suppressed < 0 ? nil : veil.cleaned(report.suppressed[suppressed].reason)
    )
  }
}

/// A draft's title without the confidential texts in it; nil where there is none or nothing may be shown.
package func reportedTitle(of report: DraftReport) -> String? {
  report.title.flatMap(Veil(of: report).cleaned)
}

/// A draft's open findings with only such words and fixes as may be shown, for those who have the draft before them.
///
/// Where a finding asks to stop, none has a fix.
package func shownFindings(of report: DraftReport, book: RuleBook) -> [Finding] {
  let veil = Veil(of: report)
  return report.findings.map { finding in
    var shown = finding
    shown.message = book.message(of: finding, behind: veil)
    if veil.hidesAll || veil.silences(finding) { shown.fix = nil }
    return shown
  }
}
