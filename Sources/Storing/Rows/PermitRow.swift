import GRDB
import Reviewing

struct PermitRow: StoredRow {
  static let table = "permit"
  static let key = ["id"]

  let submission: ID<Submission>
  let position: Int
  let id: ID<Permit>
  let channel: String
  let revision: Int
  let contentDigest: Digest
  let ruleset: String
  let issuer: ID<User>
  let issuedAt: Timestamp
  let notBefore: Timestamp
  let expiresAt: Timestamp
  let token: String
  let state: Permit.State
  let consumer: ID<User>?
  let consumedAt: Timestamp?
}

extension PermitRow {
  init(_ permit: Permit, of submission: ID<Submission>, at position: Int) {
    self.init(
      submission: submission,
      position: position,
      id: permit.id,
      channel: permit.channel,
      revision: permit.revision,
      contentDigest: permit.contentDigest,
      ruleset: permit.ruleset,
      issuer: permit.issuer,
      issuedAt: permit.issuedAt,
      notBefore: permit.notBefore,
      expiresAt: permit.expiresAt,
      token: permit.token,
      state: permit.state,
      consumer: permit.consumer,
      consumedAt: permit.consumedAt
    )
  }

  var permit: Permit {
    Permit(
      id: id,
      channel: channel,
      revision: revision,
      contentDigest: contentDigest,
      ruleset: ruleset,
      issuer: issuer,
      issuedAt: issuedAt,
      notBefore: notBefore,
      expiresAt: expiresAt,
      token: token,
      state: state,
      consumer: consumer,
      consumedAt: consumedAt
    )
  }
}
