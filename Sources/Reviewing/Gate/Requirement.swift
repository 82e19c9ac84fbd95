package import Linting

/// One thing that must hold before publication, and how it stands; all are always listed.
package struct Requirement: Hashable, Codable, Sendable {
  package enum Status: String, Codable, Sendable {
    case satisfied
    case unsatisfied
    /// Somebody is at it: a waiver asked for, a stage that waits.
    case pending
    /// Put aside by a waiver or by a declared relaxation.
    case overridden
    case notApplicable = "not_applicable"
    /// It could not be told; as good as unsatisfied.
    case error
  }

  /// What somebody can do about it.
  package struct Remedy: Hashable, Codable, Sendable {
    /// Such as `approve`, `waive` or `revise`.
    package let relation: String
    /// The finding, comment or waiver it is about; nil for the submission.
    package let target: String?

    package init(relation: String, target: String? = nil) {
      self.relation = relation
      self.target = target
    }
  }

  /// Stable, such as `findings.no_blocking` or `approval.second`.
  package let key: String
  package let status: Status
  /// One sentence for people.
  package let explanation: Localized
  /// What fails: fingerprints of findings, names of missing fields, ids of comments.
  package let failing: [String]
  /// The people who can clear it.
  package let people: [ID<User>]
  package let roles: [Role]
  package let remedies: [Remedy]

  package init(
    key: String,
    status: Status,
    explanation: Localized,
    failing: [String] = [],
    people: [ID<User>] = [],
    roles: [Role] = [],
    remedies: [Remedy] = []
  ) {
    self.key = key
    self.status = status
    self.explanation = explanation
    self.failing = failing
    self.people = people
    self.roles = roles
    self.remedies = remedies
  }

  /// Whether publication may go on as far as this is concerned.
  package var isMet: Bool { [.satisfied, .overridden, .notApplicable].contains(status) }
}

/// The whole answer to "what exactly blocks me, and who can clear it".
package struct GateAnswer: Hashable, Codable, Sendable {
  package let isPublishable: Bool
  package let summary: Localized
  package let requirements: [Requirement]
  /// What the asking person may do now.
  package let allowed: [Operation]
  /// What that person may not, and the code of the rule that says so.
  package let refused: [Operation: String]

  package init(
    isPublishable: Bool,
    summary: Localized,
    requirements: [Requirement],
    allowed: [Operation],
    refused: [Operation: String]
  ) {
    self.isPublishable = isPublishable
    self.summary = summary
    self.requirements = requirements
    self.allowed = allowed
    self.refused = refused
  }
}
