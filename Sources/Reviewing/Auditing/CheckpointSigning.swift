extension Checkpoint {
  /// Signs the end of a chain.
  package init(
    chain: String,
    head: (sequence: Int64, hash: String),
    at now: Timestamp,
    key: SigningKey
  ) throws {
    let unsigned = Checkpoint(
      chain: chain,
      sequence: head.sequence,
      head: head.hash,
      at: now,
      keyID: key.id,
      signature: ""
    )
    self.init(
      chain: chain,
      sequence: head.sequence,
      head: head.hash,
      at: now,
      keyID: key.id,
      signature: base64URL(try key.signature(of: unsigned.message))
    )
  }

  package func isSigned(by key: VerifyingKey) -> Bool {
    guard let bytes = bytes(ofBase64URL: signature.utf8) else { return false }
    return keyID.utf8.elementsEqual(key.id.utf8) && key.isSignature(bytes, of: message)
  }

  /// Begins with a brace, as nothing else does that the key signs.
  private var message: [UInt8] {
    JSON.object([
      "at": .string(at.description), "chain": .string(chain), "head": .string(head),
      "key_id": .string(keyID), "sequence": .int(sequence), "v": .string("hegui-checkpoint-v1"),
    ]).canonicalBytes
  }
}

extension AuditEntry {
  /// How many entries may go by without a checkpoint.
  package static let checkpointInterval: Int64 = 500

  /// Whether this entry must have a checkpoint of its own, whatever the time: verification misses it otherwise.
  package var needsCheckpoint: Bool {
    sequence % Self.checkpointInterval == 0
      || ["permit.issue", "key.change", Restoration.action].contains {
        action.utf8.elementsEqual($0.utf8)
      }
  }

  /// Whether the store signs one here: where it must be, and once a day.
  package func isCheckpointDue(since last: Timestamp?) -> Bool {
    needsCheckpoint || last.map { $0.adding(hours: 24) <= at } ?? true
  }
}
