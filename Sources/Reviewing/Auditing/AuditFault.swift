/// One place where the record is not what was written.
package struct AuditFault: Hashable, Sendable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    /// The entry has been changed.
    case edited
    /// An entry that was not written then stands here.
    case inserted
    /// Entries are missing from here on, with others after them.
    case deleted
    /// Entries stand in another order from here on.
    case reordered
    /// The end is missing from here on: cut off, or an old backup in its place.
    case cut
    /// Nothing is left of a record that had entries.
    case emptied
    /// From here on another chain, sound in itself, stands where signed or anchored entries stood.
    case rewritten
    /// What the database says of the end of the chain is not its end.
    case head
    /// The signature is not of a key of ours.
    case forgedCheckpoint = "forged_checkpoint"
    /// Signed with a key that nobody knows here.
    case unknownKey = "unknown_key"
    /// A checkpoint that must be here is not.
    case missingCheckpoint = "missing_checkpoint"
    /// The anchors are of another chain: the whole database has been replaced, or they have.
    case otherChain = "other_chain"
    /// There are checkpoints, but no anchor of any.
    case missingAnchors = "missing_anchors"
    /// The printed code is of no entry of this record.
    case unknownCode = "unknown_code"
  }

  package let kind: Kind
  /// The first entry it touches; 0 for the whole.
  package let sequence: Int64

  package init(_ kind: Kind, at sequence: Int64) {
    self.kind = kind
    self.sequence = sequence
  }
}

/// What verification has found.
package struct AuditReport: Hashable, Sendable {
  package let chain: String
  package let entries: Int64
  /// Checkpoints whose signature and place are right.
  package let checkpoints: Int
  /// Anchors that agree with the record.
  package let anchors: Int
  /// The entries by which a restored backup has told what it lost.
  package let restorations: [Int64]
  /// The entry after which the printed code was made; nil where none was asked for or found.
  package let codeSequence: Int64?
  /// In order; empty for a sound record.
  package let faults: [AuditFault]

  package init(
    chain: String,
    entries: Int64,
    checkpoints: Int,
    anchors: Int,
    restorations: [Int64],
    codeSequence: Int64?,
    faults: [AuditFault]
  ) {
    self.chain = chain
    self.entries = entries
    self.checkpoints = checkpoints
    self.anchors = anchors
    self.restorations = restorations
    self.codeSequence = codeSequence
    self.faults = faults
  }

  package var isSound: Bool { faults.isEmpty }
}
