import GRDB
import Reviewing

struct WaiverRow: StoredRow {
  static let table = "waiver"
  static let key = ["id"]

  let submission: ID<Submission>
  let position: Int
  let id: ID<Waiver>
  let rule: String
  let fingerprint: String
  let matched: Digest?
  let revision: Int
  let reason: Waiver.Reason
  let note: String
  let evidence: String
  let expiresAt: Timestamp
  let requester: ID<User>
  let requestedAt: Timestamp
  let state: Waiver.State
  let decider: ID<User>?
  let decidedAt: Timestamp?
  let decisionNote: String
  let seconder: ID<User>?
  let secondedAt: Timestamp?
  let secondNote: String
  let revocation: Waiver.Revocation?
}

extension WaiverRow {
  init(_ waiver: Waiver, of submission: ID<Submission>, at position: Int) {
    self.init(
      submission: submission,
      position: position,
      id: waiver.id,
      rule: waiver.rule,
      fingerprint: waiver.fingerprint,
      matched: waiver.matched,
      revision: waiver.revision,
      reason: waiver.reason,
      note: waiver.note,
      evidence: waiver.evidence,
      expiresAt: waiver.expiresAt,
      requester: waiver.requester,
      requestedAt: waiver.requestedAt,
      state: waiver.state,
      decider: waiver.decider,
      decidedAt: waiver.decidedAt,
      decisionNote: waiver.decisionNote,
      seconder: waiver.seconder,
      secondedAt: waiver.secondedAt,
      secondNote: waiver.secondNote,
      revocation: waiver.revocation
    )
  }

  var waiver: Waiver {
    Waiver(
      id: id,
      rule: rule,
      fingerprint: fingerprint,
      matched: matched,
      revision: revision,
      reason: reason,
      note: note,
      evidence: evidence,
      expiresAt: expiresAt,
      requester: requester,
      requestedAt: requestedAt,
      state: state,
      decider: decider,
      decidedAt: decidedAt,
      decisionNote: decisionNote,
      seconder: seconder,
      secondedAt: secondedAt,
      secondNote: secondNote,
      revocation: revocation
    )
  }
}
