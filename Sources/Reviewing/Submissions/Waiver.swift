/// Leave to publish in spite of one finding; bound to its words, gone when they change, shown for ever.
package struct Waiver: Hashable, Sendable, Identified {
  package static let idPrefix = "wvr"

  package enum Reason: String, Codable, Sendable, CaseIterable {
    case falsePositive = "false_positive"
    case quotedLaw = "quoted_law"
    case properName = "proper_name"
    case approvedDocument = "approved_document"
    case historicalQuote = "historical_quote"
    case other
  }

  package enum State: String, Codable, Sendable {
    case pending
    case granted
    case denied
    case revoked
  }

  package struct Revocation: Hashable, Codable, Sendable {
    package let by: ID<User>
    package let at: Timestamp
    package let reason: String

    package init(by: ID<User>, at: Timestamp, reason: String) {
      self.by = by
      self.at = at
      self.reason = reason
    }
  }

  package let id: ID<Waiver>
  package let rule: String
  package let fingerprint: String
  /// The words it is bound to; nil where they are confidential: then it is bound to the revision.
  package let matched: Digest?
  package let revision: Int
  package let reason: Reason
  /// At least ten characters.
  package let note: String
  /// A licence number or the like.
  package let evidence: String
  package let expiresAt: Timestamp
  package let requester: ID<User>
  package let requestedAt: Timestamp
  package var state: State
  package var decider: ID<User>?
  package var decidedAt: Timestamp?
  /// What the decider said.
  package var decisionNote: String
  /// Who has agreed besides, where the policy wants a second person.
  package var seconder: ID<User>?
  package var secondedAt: Timestamp?
  /// What the second person said.
  package var secondNote: String
  /// Nil unless revoked; of one revoked before this was kept apart, `decisionNote` has the reason.
  package var revocation: Revocation?

  package init(
    id: ID<Waiver>,
    rule: String,
    fingerprint: String,
    matched: Digest?,
    revision: Int,
    reason: Reason,
    note: String,
    evidence: String,
    expiresAt: Timestamp,
    requester: ID<User>,
    requestedAt: Timestamp,
    state: State = .pending,
    decider: ID<User>? = nil,
    decidedAt: Timestamp? = nil,
    decisionNote: String = "",
    seconder: ID<User>? = nil,
    secondedAt: Timestamp? = nil,
    secondNote: String = "",
    revocation: Revocation? = nil
  ) {
    self.id = id
    self.rule = rule
    self.fingerprint = fingerprint
    self.matched = matched
    self.revision = revision
    self.reason = reason
    self.note = note
    self.evidence = evidence
    self.expiresAt = expiresAt
    self.requester = requester
    self.requestedAt = requestedAt
    self.state = state
    self.decider = decider
    self.decidedAt = decidedAt
    self.decisionNote = decisionNote
    self.seconder = seconder
    self.secondedAt = secondedAt
    self.secondNote = secondNote
    self.revocation = revocation
  }
}
