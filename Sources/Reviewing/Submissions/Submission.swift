package import Linting

/// One matter (一事一审) on its way from a department to the public.
///
/// A value: `Gate` makes the next one of it, a store keeps it.
package struct Submission: Hashable, Sendable, Identified {
  package static let idPrefix = "drf"

  package let id: ID<Submission>
  /// Of whoever began it; theirs stays whose it is.
  package let department: ID<Department>
  package let creator: ID<User>
  package let createdAt: Timestamp
  package var updatedAt: Timestamp
  /// Counts changes, for `If-Match`.
  package var version: Int
  package var state: SubmissionState
  /// The stage it is at; nil unless in review.
  package var stage: String?
  /// The keys of the stages it has to pass, in order; fixed when it is submitted, and added to by escalation.
  package var stages: [String]
  /// The policy it was submitted under; nil before.
  package var policy: Int?
  /// Since when it has waited at its stage; nil unless in review.
  package var waitingSince: Timestamp?
  /// When the last stage was passed; nil unless approved or later.
  package var approvedAt: Timestamp?
  /// The submission it takes the place of or corrects.
  package var predecessor: Predecessor?
  package var escalations: [EscalationGround]
  /// In order, numbered from 1; none ever changes.
  package var revisions: [Revision]
  package var votes: [Vote]
  package var waivers: [Waiver]
  package var comments: [ReviewComment]
  package var notes: [StepNote]
  package var permits: [Permit]
  package var publications: [Publication]

  package init(
    id: ID<Submission>,
    department: ID<Department>,
    creator: ID<User>,
    createdAt: Timestamp,
    predecessor: Predecessor? = nil
  ) {
    self.id = id
    self.department = department
    self.creator = creator
    self.createdAt = createdAt
    self.predecessor = predecessor
    updatedAt = createdAt
    version = 1
    state = .editing
    stages = []
    escalations = []
    revisions = []
    votes = []
    waivers = []
    comments = []
    notes = []
    permits = []
    publications = []
  }

  package var current: Revision? { revisions.last }

  /// Everybody who has written any revision: none of them may approve.
  package var contributors: Set<ID<User>> { Set(revisions.map(\.author)) }

  package struct Predecessor: Hashable, Codable, Sendable {
    package enum Relation: String, Codable, Sendable, CaseIterable {
      /// A new attempt at what was withdrawn, rejected or retracted.
      case supersedes
      /// A correction (更正) of what is published.
      case corrects
    }

    package let id: ID<Submission>
    package let relation: Relation

    package init(id: ID<Submission>, relation: Relation) {
      self.id = id
      self.relation = relation
    }
  }
}

/// Why a submission must be seen by leadership or the secrecy reviewer; raised by anyone, lowered by leadership.
package struct EscalationGround: Hashable, Codable, Sendable {
  package enum Source: String, Codable, Sendable {
    /// A finding; `detail` is its rule.
    case finding
    /// The release form; `detail` is what is ticked.
    case form
    /// The column; `detail` is its key.
    case column
    /// The class of the draft, by its own word or its column's; `detail` is the class.
    case draftClass = "class"
    /// A person, `by`; `detail` is what they wrote.
    case person
  }

  /// Never `freeze`.
  package let to: Escalation
  package let source: Source
  package let detail: String
  package let by: ID<User>?
  package let at: Timestamp
  /// When leadership has taken it back, by whom and why.
  package var lifted: Lifting?

  package init(
    to: Escalation,
    source: Source,
    detail: String,
    by: ID<User>?,
    at: Timestamp,
    lifted: Lifting? = nil
  ) {
    self.to = to
    self.source = source
    self.detail = detail
    self.by = by
    self.at = at
    self.lifted = lifted
  }

  package struct Lifting: Hashable, Codable, Sendable {
    package let by: ID<User>
    package let reason: String
    package let at: Timestamp

    package init(by: ID<User>, reason: String, at: Timestamp) {
      self.by = by
      self.reason = reason
      self.at = at
    }
  }
}
