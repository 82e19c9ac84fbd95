package import ChineseText
package import SourceText

/// A clause that a rule rests on; `source` is a key of `rules/sources.yml`.
package struct Basis: Hashable, Sendable {
  package let source: String
  package let clause: String

  package init(_ source: String, _ clause: String) {
    self.source = source
    self.clause = clause
  }
}

/// What a rule is, apart from what it finds.
package struct RuleInfo: Sendable {
  /// `group/name`; never changes its meaning.
  package let id: String
  package let summary: Localized
  package let why: Localized
  package let basis: [Basis]
  package let severity: Severity
  package let escalation: Escalation?

  package init(
    id: String,
    summary: Localized,
    why: Localized,
    basis: [Basis],
    severity: Severity,
    escalation: Escalation? = nil
  ) {
    self.id = id
    self.summary = summary
    self.why = why
    self.basis = basis
    self.severity = severity
    self.escalation = escalation
  }

  package var group: String { String(id.prefix { $0 != "/" }) }
}

/// A check of drafts.
///
/// A rule is a value; `check` is pure: the same scanned draft gives the same findings.
package protocol Rule: Sendable {
  var info: RuleInfo { get }
  /// Tests and reference in one; at least one `.ok` that nearly offends and one `.flags`.
  var cases: [RuleCase] { get }
  /// Names of the term lists (`rules/NAME.txt`) whose hits the rule judges.
  var lists: [String] { get }
  /// Term lists that the rule brings along; their names are the rule's own.
  var ownLists: [TermList] { get }
  /// Patterns whose matches the rule judges.
  var patterns: [GatedPattern] { get }
  /// What of a draft the rule judges; it finds nothing in a draft without any of it, and is not asked there.
  var triggers: Triggers { get }
  /// This rule with options of `hegui.yml`; unknown keys are the reader's to report.
  func configured(by options: inout RuleOptions) -> Self
  func check(_ draft: ScannedDraft) throws -> [Finding]
}

extension Rule {
  package var lists: [String] { [] }

  package var ownLists: [TermList] { [] }

  package var patterns: [GatedPattern] { [] }

  package var triggers: Triggers { .anything }

  package func configured(by options: inout RuleOptions) -> Self { self }

  /// A finding of this rule at its usual severity, at a part of the prose.
  package func finding(
    _ message: Localized,
    at range: Range<Int>,
    in draft: ScannedDraft,
    fix: Fix? = nil
  ) -> Finding {
    finding(message, at: draft.source(of: range), fix: fix)
  }

  /// A finding of this rule at its usual severity, at a part of the source.
  package func finding(_ message: Localized, at range: SourceRange, fix: Fix? = nil) -> Finding {
    Finding(
      rule: info.id,
      severity: info.severity,
      escalation: info.escalation,
      message: message,
      range: range,
      fix: fix
    )
  }

  /// A finding of this rule about the whole draft.
  package func finding(_ message: Localized) -> Finding {
    finding(message, at: SourceRange(0, 0))
  }
}
