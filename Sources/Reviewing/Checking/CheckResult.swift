package import Linting

/// What the linter said of one revision.
package struct CheckResult: Hashable, Codable, Sendable {
  package let verdict: Verdict
  /// All of them, in source order; none under `freeze`.
  package let findings: [ReviewFinding]
  /// Rules that ask to stop; nothing else of such a draft is kept.
  package let freezing: [String]
  /// Stable code of why the draft could not be judged; nil where it was.
  package let failure: String?
  /// `sha256:…` of the rules that judged.
  package let ruleset: String
  package let title: String?
  /// The day that timeliness was judged by, `YYYY-MM-DD`.
  package let today: String
  package let checkedAt: Timestamp

  package init(
    verdict: Verdict,
    findings: [ReviewFinding],
    freezing: [String],
    failure: String?,
    ruleset: String,
    title: String?,
    today: String,
    checkedAt: Timestamp
  ) {
    self.verdict = verdict
    self.findings = findings
    self.freezing = freezing
    self.failure = failure
    self.ruleset = ruleset
    self.title = title
    self.today = today
    self.checkedAt = checkedAt
  }
}

/// A finding as the gate keeps it: what may be shown of it and what it is known again by.
package struct ReviewFinding: Hashable, Codable, Sendable {
  package struct Position: Hashable, Codable, Sendable {
    /// From 1; columns count code points.
    package let line: Int
    package let column: Int
    /// From 0, in the UTF-8 text of the draft.
    package let byte: Int

    package init(line: Int, column: Int, byte: Int) {
      self.line = line
      self.column = column
      self.byte = byte
    }
  }

  /// How the linter would mend it, in a sentence; what it would write is not kept.
  package struct Advice: Hashable, Codable, Sendable {
    package let title: Localized
    /// Whether it keeps the meaning beyond doubt.
    package let isSafe: Bool

    package init(title: Localized, isSafe: Bool) {
      self.title = title
      self.isSafe = isSafe
    }
  }

  package let rule: String
  package let severity: Severity
  package let escalation: Escalation?
  package let message: Localized
  /// Nil for none, where something is confidential, and of revisions kept before there was any.
  package let advice: Advice?
  package let start: Position
  package let end: Position
  /// The source between the two; masked where it is confidential.
  package let text: String
  /// As in the linter's report; different for every finding of a revision.
  package let fingerprint: String
  /// The exact source text; nil where it is confidential, as nobody shall try out numbers.
  package let matched: Digest?

  package init(
    rule: String,
    severity: Severity,
    escalation: Escalation?,
    message: Localized,
    advice: Advice? = nil,
    start: Position,
    end: Position,
    text: String,
    fingerprint: String,
    matched: Digest?
  ) {
    self.rule = rule
    self.severity = severity
    self.escalation = escalation
    self.message = message
    self.advice = advice
    self.start = start
    self.end = end
    self.text = text
    self.fingerprint = fingerprint
    self.matched = matched
  }

  package var group: String { Finding.group(of: rule) }
}

/// Judges what is submitted; `Serving` does it with the linter.
package protocol ManuscriptChecker: Sendable {
  /// `sha256:…` of the rules in use.
  var ruleset: String { get }

  /// Never throws: what cannot be judged has the verdict `incomplete`.
  func check(_ manuscript: Manuscript, at now: Timestamp) -> CheckResult
}
