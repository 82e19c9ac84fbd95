/// One reviewer's word on one revision at one stage, given by name.
package struct Vote: Hashable, Sendable, Identified {
  package static let idPrefix = "vot"

  package enum Decision: String, Codable, Sendable {
    case approve
    case `return`
    case reject
  }

  /// In the place of a stage: leadership's written word on what was urgent.
  package static let confirmationStage = "urgent.confirmation"

  package let id: ID<Vote>
  package let stage: String
  package let decision: Decision
  package let voter: ID<User>
  package let at: Timestamp
  package let revision: Int
  /// What the voter saw.
  package let contentDigest: Digest
  package let comment: String
  /// The items of the stage's checklist that the voter has ticked.
  package let checklist: [String]
  /// The rules of separation that `small_unit` put aside for it; empty for most.
  package let relaxed: [String]
  /// Why it no longer counts; nil while it does.
  package var outdated: String?

  package init(
    id: ID<Vote>,
    stage: String,
    decision: Decision,
    voter: ID<User>,
    at: Timestamp,
    revision: Int,
    contentDigest: Digest,
    comment: String,
    checklist: [String],
    relaxed: [String],
    outdated: String? = nil
  ) {
    self.id = id
    self.stage = stage
    self.decision = decision
    self.voter = voter
    self.at = at
    self.revision = revision
    self.contentDigest = contentDigest
    self.comment = comment
    self.checklist = checklist
    self.relaxed = relaxed
    self.outdated = outdated
  }
}
