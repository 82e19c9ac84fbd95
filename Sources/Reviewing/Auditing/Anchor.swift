/// A line of the anchors file: how the chain ended at one time, told outside the database.
///
/// Every commit leaves one; those that repeat a checkpoint have its signature.
package struct Anchor: Hashable, Sendable {
  package let chain: String
  package let sequence: Int64
  package let head: String
  /// Nil for a commit between checkpoints.
  package let checkpoint: Checkpoint?

  package init(chain: String, sequence: Int64, head: String) {
    self.chain = chain
    self.sequence = sequence
    self.head = head
    checkpoint = nil
  }

  package init(_ checkpoint: Checkpoint) {
    chain = checkpoint.chain
    sequence = checkpoint.sequence
    head = checkpoint.head
    self.checkpoint = checkpoint
  }

  /// A JSON object without a line feed.
  package var line: [UInt8] {
    var members: [String: JSON] = [
      "chain": .string(chain), "sequence": .int(sequence), "head": .string(head),
    ]
    if let checkpoint {
      members["at"] = .string(checkpoint.at.description)
      members["key_id"] = .string(checkpoint.keyID)
      members["signature"] = .string(checkpoint.signature)
    }
    return JSON.object(members).canonicalBytes
  }

  /// Nil for what is no anchor, such as a line whose writing was cut short.
  package init?(line: some Sequence<UInt8>) {
    guard case .object(let members) = JSON(parsing: Array(line)),
      case .string(let chain) = members["chain"], case .int(let sequence) = members["sequence"],
      case .string(let head) = members["head"]
    else { return nil }
    guard case .string(let at) = members["at"], let at = Timestamp(at),
      case .string(let keyID) = members["key_id"],
      case .string(let signature) = members["signature"]
    else {
      guard members.count == 3 else { return nil }
      self.init(chain: chain, sequence: sequence, head: head)
      return
    }
    self.init(
      Checkpoint(
        chain: chain,
        sequence: sequence,
        head: head,
        at: at,
        keyID: keyID,
        signature: signature
      )
    )
  }
}
