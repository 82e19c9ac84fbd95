import Linting

/// Who may put a finding aside (compliance handbook, section 11.8).
extension Standing {
  func roles(deciding rule: String, _ severity: Severity) -> Set<Role> {
    let waivers = policy.waivers
    return waivers.groups[rule] ?? waivers.groups[Finding.group(of: rule)]
      ?? (severity == .error ? waivers.error : waivers.warning)
  }

  func roles(deciding finding: ReviewFinding) -> Set<Role> {
    roles(deciding: finding.rule, finding.severity)
  }

  /// Of whom a second person has to agree; empty where one decides.
  func roles(seconding finding: ReviewFinding) -> Set<Role> {
    guard finding.severity == .error else { return [] }
    let second = policy.waivers.second
    return second[finding.rule] ?? second[finding.group] ?? []
  }

  /// By role; `conflict(judging:)` and the second person are another matter.
  func isDecider(_ user: User, of finding: ReviewFinding) -> Bool {
    user.has(anyOf: roles(deciding: finding))
  }

  /// Who could grant it, whoever has asked or will ask.
  func people(deciding findings: [ReviewFinding]) -> [User] {
    enabledUsers.filter { user in
      conflict(judging: user) == nil
        && findings.contains { isDecider(user, of: $0) || user.has(anyOf: roles(seconding: $0)) }
    }
  }

  /// An error takes a second person; of a warning a reviewer who wrote nothing may judge alone.
  func needsSecondPerson(_ finding: ReviewFinding) -> Bool { finding.severity == .error }

  func needsEvidence(_ finding: ReviewFinding) -> Bool {
    finding.severity == .error && policy.waivers.evidence.contains(finding.group)
  }

  func isWaivable(_ finding: ReviewFinding) -> Bool {
    finding.severity != .suggestion && finding.escalation != .freeze
      && !roles(deciding: finding).isEmpty
  }
}
