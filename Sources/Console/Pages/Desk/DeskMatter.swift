import Linting
package import Reporting
package import Reviewing

/// A draft with all that its reviewers work with.
package struct DeskMatter: Sendable {
  package let submission: Submission
  package let answer: GateAnswer
  /// What it is reviewed by; nil where there is none.
  package let policy: Policy?
  package let users: [User]
  package let departments: [Department]
  package let columns: [Column]
  package let book: RuleBook
  /// The findings of the current revision that have a place in its text, by index.
  package let placed: Set<Int>

  package init(
    submission: Submission,
    answer: GateAnswer,
    policy: Policy?,
    users: [User],
    departments: [Department],
    columns: [Column],
    book: RuleBook,
    placed: Set<Int>
  ) {
    self.submission = submission
    self.answer = answer
    self.policy = policy
    self.users = users
    self.departments = departments
    self.columns = columns
    self.book = book
    self.placed = placed
  }

  var path: String { "/drafts/\(submission.id.value)" }

  /// Nil where nothing of the text may be shown.
  var shown: Revision? { submission.shown }

  var findings: [ReviewFinding] { shown?.check.findings ?? [] }

  func name(_ id: ID<User>?) -> String {
    guard let id else { return "" }
    return users.first { $0.id == id }?.displayName ?? id.value
  }

  func name(_ id: ID<Department>) -> String {
    departments.first { $0.id == id }?.name ?? id.value
  }

  var column: Column? {
    submission.current.flatMap { current in
      columns.first { $0.id == current.manuscript.column }
    }
  }

  var stage: Stage? { submission.stage.flatMap { policy?.stage($0) } }

  func may(_ operation: Operation) -> Bool { answer.allowed.contains(operation) }

  /// Whether the viewer is one of those whose word counts, as the gate sees it.
  var isJudge: Bool {
    [Operation.approve, .return, .reject, .decideWaiver].contains {
      may($0) || answer.refused[$0] == Refusal.Code.gateBlocked.rawValue
    }
  }
}

extension Submission {
  /// The current revision, unless a mark of secrecy stands against it.
  package var shown: Revision? {
    guard state != .frozen, let current, current.check.freezing.isEmpty else { return nil }
    return current
  }
}

// MARK: - What the gate says of a finding

extension DeskMatter {
  enum Clearance {
    case open
    case pending
    case waived
    /// Needs nothing.
    case free
  }

  /// The requirements about findings.
  private var onFindings: [Requirement] {
    answer.requirements.filter { $0.key.hasPrefix("findings.") }
  }

  func clearance(of finding: ReviewFinding) -> Clearance {
    guard finding.severity != .suggestion else { return .free }
    guard onFindings.contains(where: { $0.failing.contains(finding.fingerprint) }) else {
      return .waived
    }
    let asked = onFindings.flatMap(\.remedies).filter { $0.relation == "decide_waiver" }
    let isAsked = submission.waivers.contains { waiver in
      waiver.state == .pending && waiver.fingerprint == finding.fingerprint
        && asked.contains { $0.target == waiver.id.value }
    }
    return isAsked ? .pending : .open
  }

  func canAskWaiver(for finding: ReviewFinding) -> Bool {
    may(.requestWaiver)
      && onFindings.contains { requirement in
        requirement.remedies.contains {
          $0.relation == "request_waiver" && $0.target == finding.fingerprint
        }
      }
  }

  /// Whether a waiver waits for the viewer, among others.
  func canDecide(_ waiver: Waiver, _ viewer: ID<User>?) -> Bool {
    guard may(.decideWaiver), waiver.state == .pending, let viewer,
      ![waiver.decider, waiver.seconder].contains(viewer)
    else { return false }
    return onFindings.contains { requirement in
      requirement.people.contains(viewer)
        && requirement.remedies.contains {
          $0.relation == "decide_waiver" && $0.target == waiver.id.value
        }
    }
  }
}
