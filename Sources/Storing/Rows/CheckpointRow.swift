import GRDB
import Reviewing

struct CheckpointRow: StoredRow {
  static let table = "checkpoint"
  static let key = ["sequence"]

  let sequence: Int64
  let chain: String
  let head: String
  let at: Timestamp
  let keyId: String
  let signature: String
}

extension CheckpointRow {
  init(_ checkpoint: Checkpoint) {
    self.init(
      sequence: checkpoint.sequence,
      chain: checkpoint.chain,
      head: checkpoint.head,
      at: checkpoint.at,
      keyId: checkpoint.keyID,
      signature: checkpoint.signature
    )
  }

  var checkpoint: Checkpoint {
    Checkpoint(
      chain: chain,
      sequence: sequence,
      head: head,
      at: at,
      keyID: keyId,
      signature: signature
    )
  }
}
