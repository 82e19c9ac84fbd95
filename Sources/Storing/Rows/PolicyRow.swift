import GRDB
import Reviewing

struct PolicyRow: StoredRow {
  static let table = "policy"
  static let key = ["number"]

  let number: Int
  let content: Policy
  let proposer: ID<User>
  let proposedAt: Timestamp
  let activator: ID<User>?
  let activatedAt: Timestamp?
}

extension PolicyRow {
  init(_ version: PolicyVersion) {
    self.init(
      number: version.number,
      content: version.policy,
      proposer: version.proposer,
      proposedAt: version.proposedAt,
      activator: version.activator,
      activatedAt: version.activatedAt
    )
  }

  var version: PolicyVersion {
    PolicyVersion(
      number: number,
      policy: content,
      proposer: proposer,
      proposedAt: proposedAt,
      activator: activator,
      activatedAt: activatedAt
    )
  }
}
