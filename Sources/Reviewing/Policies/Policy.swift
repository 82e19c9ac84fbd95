package import Linting

/// How this institution reviews: the stages and who passes them, what may be waived and for how long.
///
/// Data: proposed by one person, activated by another, never changed afterwards. A submission keeps to the
/// policy it was submitted under.
package struct Policy: Hashable, Sendable {
  /// How strictly one person's roles are kept apart.
  package enum Separation: String, Codable, Sendable, CaseIterable {
    case strict
    /// A unit of very few people: whoever has voted at one stage may vote at another, and publish, while fewer
    /// than `smallUnitLimit` people could; told wherever it is used. Who wrote still never approves.
    case smallUnit = "small_unit"
  }

  /// Such as `township`.
  package var name: String
  package var title: Localized
  package var stages: [Stage]
  /// The stages of what is declared urgent, by key, in order.
  package var urgentStages: [String]
  /// The stages of a small correction of what is published, by key, in order.
  package var correctionStages: [String]
  package var separation: Separation
  package var smallUnitLimit: Int
  package var waivers: Waivers
  /// How long an approval holds.
  package var approvalHours: Int
  package var urgentApprovalHours: Int
  /// How long it holds of drafts of a class, such as `kepu`, in the place of `approvalHours`.
  package var classApprovalHours: [String: Int]
  /// Within how many hours of its approval leadership confirms in writing what was urgent; nil: it need not.
  package var confirmationHours: Int?
  /// What the secrecy reviewer sees whatever it says.
  package var secrecy: Secrecy
  /// How long a permit holds; never longer than the approval.
  package var permitMinutes: Int
  /// How many code points a small correction may touch at most.
  package var correctionLimit: Int

  package init(
    name: String,
    title: Localized,
    stages: [Stage],
    urgentStages: [String],
    correctionStages: [String],
    separation: Separation,
    smallUnitLimit: Int,
    waivers: Waivers,
    approvalHours: Int,
    urgentApprovalHours: Int,
    permitMinutes: Int,
    correctionLimit: Int,
    classApprovalHours: [String: Int] = [:],
    confirmationHours: Int? = nil,
    secrecy: Secrecy = Secrecy()
  ) {
    self.name = name
    self.title = title
    self.stages = stages
    self.urgentStages = urgentStages
    self.correctionStages = correctionStages
    self.separation = separation
    self.smallUnitLimit = smallUnitLimit
    self.waivers = waivers
    self.approvalHours = approvalHours
    self.urgentApprovalHours = urgentApprovalHours
    self.permitMinutes = permitMinutes
    self.correctionLimit = correctionLimit
    self.classApprovalHours = classApprovalHours
    self.confirmationHours = confirmationHours
    self.secrecy = secrecy
  }

  package func stage(_ key: String) -> Stage? { stages.first { $0.key == key } }

  /// What needs the secrecy reviewer besides findings and doubts (compliance handbook, section 11.3, row 13).
  package struct Secrecy: Hashable, Codable, Sendable {
    /// Classes of drafts, such as `procure`.
    package var classes: Set<String>
    /// What the release form ticks.
    package var concerns: Set<ReleaseForm.Concern>

    package init(classes: Set<String> = [], concerns: Set<ReleaseForm.Concern> = []) {
      self.classes = classes
      self.concerns = concerns
    }
  }

  /// Who may put findings aside (compliance handbook, section 11.8).
  package struct Waivers: Hashable, Sendable {
    /// Who decides on a warning.
    package var warning: Set<Role>
    /// Who decides on an error whose group `groups` does not name.
    package var error: Set<Role>
    /// By rule id or group, whatever the severity; an empty set: nobody.
    package var groups: [String: Set<Role>]
    /// Groups whose errors need evidence.
    package var evidence: Set<String>
    package var defaultDays: Int
    package var maximumDays: Int
    /// By rule id or group: of whom a second person has to agree before an error is put aside.
    package var second: [String: Set<Role>]

    package init(
      warning: Set<Role>,
      error: Set<Role>,
      groups: [String: Set<Role>],
      evidence: Set<String>,
      defaultDays: Int,
      maximumDays: Int,
      second: [String: Set<Role>] = [:]
    ) {
      self.warning = warning
      self.error = error
      self.groups = groups
      self.evidence = evidence
      self.defaultDays = defaultDays
      self.maximumDays = maximumDays
      self.second = second
    }
  }
}

/// One step of the review.
package struct Stage: Hashable, Codable, Sendable {
  /// When a submission has to pass it.
  package enum Condition: String, Codable, Sendable, CaseIterable {
    case always
    /// When something asks for leadership.
    case leadership
    /// When something asks for the secrecy reviewer.
    case secrecy
  }

  /// Who may vote at it.
  package struct Voters: Hashable, Codable, Sendable {
    package var roles: Set<Role>
    /// Whether only people of the department that submits count.
    package var sameDepartment: Bool

    package init(roles: Set<Role>, sameDepartment: Bool = false) {
      self.roles = roles
      self.sameDepartment = sameDepartment
    }
  }

  package struct Item: Hashable, Codable, Sendable {
    package var key: String
    package var title: Localized

    package init(key: String, title: Localized) {
      self.key = key
      self.title = title
    }
  }

  /// Short, lower-case ASCII, such as `second`.
  package var key: String
  package var title: Localized
  package var condition: Condition
  package var voters: Voters
  /// How many of them have to approve.
  package var approvals: Int
  /// What each of them has to tick (compliance handbook, section 12).
  package var checklist: [Item]
  /// After how many hours it counts as overdue, which changes nothing but what is shown.
  package var dueHours: Int

  package init(
    key: String,
    title: Localized,
    condition: Condition,
    voters: Voters,
    approvals: Int,
    checklist: [Item],
    dueHours: Int
  ) {
    self.key = key
    self.title = title
    self.condition = condition
    self.voters = voters
    self.approvals = approvals
    self.checklist = checklist
    self.dueHours = dueHours
  }
}

/// A policy with its place in history.
package struct PolicyVersion: Hashable, Sendable {
  /// From 1; submissions name it.
  package let number: Int
  package let policy: Policy
  package let proposer: ID<User>
  package let proposedAt: Timestamp
  /// Nil until somebody else activates it.
  package var activator: ID<User>?
  package var activatedAt: Timestamp?

  package init(
    number: Int,
    policy: Policy,
    proposer: ID<User>,
    proposedAt: Timestamp,
    activator: ID<User>? = nil,
    activatedAt: Timestamp? = nil
  ) {
    self.number = number
    self.policy = policy
    self.proposer = proposer
    self.proposedAt = proposedAt
    self.activator = activator
    self.activatedAt = activatedAt
  }
}
