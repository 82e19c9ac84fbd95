/// How bad a finding is (interface, "Names").
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Would read better; never blocks.
  case suggestion
  /// Probably breaks a rule, or needs a person's judgement.
  case warning
  /// Breaks a rule that is certain.
  case error

  private var rank: Int {
    switch self {
    case .suggestion: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// Who must see a draft because of a finding, whatever its severity.
package enum Escalation: String, Sendable, CaseIterable {
  case leadership
  case secrecy
  /// Stop: nothing of the text is stored or shown.
  case freeze
}
