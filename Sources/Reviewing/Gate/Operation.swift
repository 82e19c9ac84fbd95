package import Linting

/// What can be done with a submission; the rows of the authorisation matrix.
package enum Operation: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
  case revise
  case submit
  case approve
  case `return`
  case reject
  case escalate
  case deescalate
  case withdraw
  /// Leadership's written word on what was urgent.
  case confirm
  /// Asks for a waiver.
  case requestWaiver = "request_waiver"
  case decideWaiver = "decide_waiver"
  case revokeWaiver = "revoke_waiver"
  case comment
  case resolveComment = "resolve_comment"
  case issuePermit = "issue_permit"
  case revokePermit = "revoke_permit"
  case consumePermit = "consume_permit"
  case recordPublication = "record_publication"
  case recordFailure = "record_failure"
  case verifyPublication = "verify_publication"
  case retract
  case releaseFrozen = "release_frozen"
  /// Begins a new submission after or beside this one.
  case reopen
}

/// An operation with all it needs.
package enum Action: Hashable, Sendable {
  /// New text or form; what is the same as before makes no revision.
  case revise(RevisionDraft)
  case submit(note: String)
  case approve(Ballot)
  case `return`(Ballot)
  case reject(Ballot)
  /// To leadership or to the secrecy reviewer.
  case escalate(to: Escalation, ground: String)
  case deescalate(from: Escalation, reason: String)
  case withdraw(reason: String)
  case confirm(Ballot)
  case requestWaiver(WaiverRequest)
  case decideWaiver(ID<Waiver>, isGranted: Bool, note: String)
  case revokeWaiver(ID<Waiver>, reason: String)
  case comment(text: String, fingerprint: String?, isBlocking: Bool)
  case resolveComment(ID<ReviewComment>)
  case issuePermit(PermitRequest)
  case revokePermit(ID<Permit>, reason: String)
  /// `content` is what is about to be published.
  case consumePermit(ID<Permit>, contentDigest: Digest)
  case recordPublication(PublicationReport)
  case recordFailure(ID<Permit>, reason: String)
  case verifyPublication(ID<Publication>, Verification)
  case retract(ID<Publication>, Retraction)
  /// After secrecy has been dealt with outside; `incident` is the record's number.
  case releaseFrozen(incident: String, isRejected: Bool)

  package var operation: Operation {
    switch self {
    case .revise: .revise
    case .submit: .submit
    case .approve: .approve
    case .return: .return
    case .reject: .reject
    case .escalate: .escalate
    case .deescalate: .deescalate
    case .withdraw: .withdraw
    case .confirm: .confirm
    case .requestWaiver: .requestWaiver
    case .decideWaiver: .decideWaiver
    case .revokeWaiver: .revokeWaiver
    case .comment: .comment
    case .resolveComment: .resolveComment
    case .issuePermit: .issuePermit
    case .revokePermit: .revokePermit
    case .consumePermit: .consumePermit
    case .recordPublication: .recordPublication
    case .recordFailure: .recordFailure
    case .verifyPublication: .verifyPublication
    case .retract: .retract
    case .releaseFrozen: .releaseFrozen
    }
  }
}

/// A revision before it is one, already judged: the gate itself reads no drafts.
package struct RevisionDraft: Hashable, Sendable {
  package let manuscript: Manuscript
  package let form: ReleaseForm
  package let canonical: CanonicalContent
  package let check: CheckResult
  package let note: String

  package init(
    manuscript: Manuscript,
    form: ReleaseForm,
    canonical: CanonicalContent,
    check: CheckResult,
    note: String
  ) {
    self.manuscript = manuscript
    self.form = form
    self.canonical = canonical
    self.check = check
    self.note = note
  }
}

/// What a reviewer hands in.
package struct Ballot: Hashable, Sendable {
  /// Of what the reviewer has seen.
  package let contentDigest: Digest
  package let comment: String
  package let checklist: [String]

  package init(contentDigest: Digest, comment: String, checklist: [String]) {
    self.contentDigest = contentDigest
    self.comment = comment
    self.checklist = checklist
  }
}

package struct WaiverRequest: Hashable, Sendable {
  /// Of a finding of the current revision.
  package let fingerprint: String
  package let reason: Waiver.Reason
  package let note: String
  package let evidence: String
  /// Nil for what the policy says.
  package let expiresAt: Timestamp?

  package init(
    fingerprint: String,
    reason: Waiver.Reason,
    note: String,
    evidence: String,
    expiresAt: Timestamp?
  ) {
    self.fingerprint = fingerprint
    self.reason = reason
    self.note = note
    self.evidence = evidence
    self.expiresAt = expiresAt
  }
}

package struct PermitRequest: Hashable, Sendable {
  package let channel: String
  package let notBefore: Timestamp?
  /// The approved revision judged again, with today's rules on today's date.
  package let recheck: CheckResult

  package init(channel: String, notBefore: Timestamp?, recheck: CheckResult) {
    self.channel = channel
    self.notBefore = notBefore
    self.recheck = recheck
  }
}

package struct PublicationReport: Hashable, Sendable {
  package let permit: ID<Permit>
  /// Of what was published.
  package let contentDigest: Digest
  package let address: String
  package let externalID: String

  package init(permit: ID<Permit>, contentDigest: Digest, address: String, externalID: String) {
    self.permit = permit
    self.contentDigest = contentDigest
    self.address = address
    self.externalID = externalID
  }
}
