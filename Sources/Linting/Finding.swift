package import SourceText

/// A text in the two languages of the product.
package struct Localized: Hashable, Sendable {
  package let zh: String
  package let en: String

  package init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }
}

/// A way to mend a finding.
package struct Fix: Hashable, Sendable {
  package enum Safety: String, Sendable, CaseIterable {
    /// Keeps the meaning beyond doubt; may be applied unattended.
    case safe
    case unsafe
  }

  package let title: Localized
  package let safety: Safety
  /// Sorted and apart.
  package let edits: [Edit]

  package init(_ title: Localized, _ safety: Safety, _ edits: [Edit]) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}

/// One fault of a draft.
package struct Finding: Hashable, Sendable {
  /// The rule's id, `group/name`.
  package var rule: String
  package var severity: Severity
  package var escalation: Escalation?
  package var message: Localized
  /// Lies inside the source, on code-point boundaries; empty at 0 for a finding about the whole draft.
  package var range: SourceRange
  package var fix: Fix?
  /// The id or term of a list's entry, for the fingerprint and for people; nil for most.
  package var term: String?
  /// Whether it gives way to any other finding about what its sentence says.
  package var isGuess = false

  package init(
    rule: String,
    severity: Severity,
    escalation: Escalation? = nil,
    message: Localized,
    range: SourceRange,
    fix: Fix? = nil,
    term: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.escalation = escalation
    self.message = message
    self.range = range
    self.fix = fix
    self.term = term
  }

  package var group: String { Self.group(of: rule) }

  /// The group of a rule's id.
  package static func group(of rule: String) -> String {
    String(Substring(rule.utf8.prefix { $0 != UInt8(ascii: "/") }))
  }

  /// Whether the text of the range must be masked wherever it is shown.
  package var isConfidential: Bool { isConfidentialRule(rule) }

  /// Whether not even the ends of the text may be shown.
  var isSecret: Bool { rule.utf8.starts(with: "secrecy/".utf8) }
}

extension RuleInfo {
  /// Whether its findings are confidential.
  var isConfidential: Bool { isConfidentialRule(id) }
}

private func isConfidentialRule(_ id: String) -> Bool {
  id.hasPrefix("privacy/") || id.hasPrefix("secrecy/")
}
