package import Linting
import Reading
package import Reviewing

/// What a test hands in.
package struct TestDraft: Sendable {
  package var text = "门诊时间有调整，请按新时间就诊。"
  package var title = "门诊时间调整"
  package var column = "service"
  package var channels = ["wechat"]
  package var form = ReleaseForm.complete
  package var findings: [ReviewFinding] = []
  package var freezing: [String] = []
  package var failure: String?
  package var ruleset = "sha256:rules"
  /// What the draft says of itself.
  package var metadata: [String: String] = [:]

  package init() {}

  package init(_ change: (inout Self) -> Void) { change(&self) }

  package func revision(at now: Timestamp = Hospital.start) -> RevisionDraft {
    RevisionDraft(
      manuscript: Manuscript(
        format: .markdown,
        text: "# \(title)\n\n\(text)",
        column: Hospital.column(column),
        channels: channels
      ),
      form: form,
      canonical: CanonicalContent(
        title: title,
        blocks: [text],
        links: [],
        images: [],
        metadata: metadata
      ),
      check: check(at: now),
      note: ""
    )
  }

  package func check(at now: Timestamp = Hospital.start) -> CheckResult {
    CheckResult(
      verdict: verdict,
      findings: freezing.isEmpty && failure == nil ? findings : [],
      freezing: freezing,
      failure: failure,
      ruleset: ruleset,
      title: title,
      today: "2026-11-22",
      checkedAt: now
    )
  }

  private var verdict: Verdict {
    if failure != nil { return .incomplete }
    if !freezing.isEmpty || findings.contains(where: { $0.severity == .error }) { return .block }
    let isReviewed = findings.contains { $0.severity == .warning || $0.escalation != nil }
    return isReviewed ? .review : .pass
  }
}

extension ReleaseForm {
  /// All that an ordinary notice needs.
  package static var complete: Self {
    var form = ReleaseForm()
    form.publicBasis = .ownWork
    form.publicity = .open
    form.personalData = ReleaseForm.PersonalData.none
    form.factCheckedBy = "王医生"
    form.note = "受科室委托"
    return form
  }

  package func with(_ change: (inout Self) -> Void) -> Self {
    var form = self
    change(&form)
    return form
  }
}

extension ReviewFinding {
  /// `words` is nil for what is confidential.
  package static func made(
    _ severity: Severity,
    _ rule: String = "wording/vague",
    words: String? = "约",
    place: String = "1",
    escalation: Escalation? = nil
  ) -> Self {
    let position = Position(line: 1, column: 1, byte: 0)
    return Self(
      rule: rule,
      severity: severity,
      escalation: escalation,
      message: Localized("说法不妥", "worded badly"),
      start: position,
      end: position,
      text: words ?? "***",
      fingerprint: "\(rule)#\(place)",
      matched: words.map { Digest(of: $0.utf8) }
    )
  }
}
