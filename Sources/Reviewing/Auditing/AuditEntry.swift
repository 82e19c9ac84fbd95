/// One line of the record: who did what, when, by what right, to what.
///
/// Written in the transaction of its effect. Holds ids, digests and keys, never text: what people wrote stands
/// beside it and is named by digest, so that it can be erased without breaking the chain.
package struct AuditEntry: Hashable, Sendable {
  package struct Doer: Hashable, Sendable {
    /// Nil for the program itself.
    package let user: ID<User>?
    package let displayName: String
    package let means: String
    package let address: String
    package let requestID: String

    package init(
      user: ID<User>?,
      displayName: String,
      means: String,
      address: String,
      requestID: String
    ) {
      self.user = user
      self.displayName = displayName
      self.means = means
      self.address = address
      self.requestID = requestID
    }
  }

  package struct Subject: Hashable, Sendable {
    /// Such as `draft`, `policy` or `user`.
    package let kind: String
    package let id: String
    package let revision: Int?

    package init(kind: String, id: String, revision: Int? = nil) {
      self.kind = kind
      self.id = id
      self.revision = revision
    }
  }

  /// From 1, without gaps.
  package let sequence: Int64
  package let at: Timestamp
  package let doer: Doer
  /// Such as `review.approve`.
  package let action: String
  package let subject: Subject
  /// Canonical JSON, as it is hashed and kept.
  package let canonicalData: String
  /// The hash of the entry before, 64 digits; of the first, 64 zeros.
  package let previous: String
  /// SHA-256 over `hegui-audit-v1`, a zero byte and the canonical JSON of all the above, 64 digits.
  package let hash: String

  package init(
    sequence: Int64,
    at: Timestamp,
    doer: Doer,
    action: String,
    subject: Subject,
    canonicalData: String,
    previous: String,
    hash: String
  ) {
    self.sequence = sequence
    self.at = at
    self.doer = doer
    self.action = action
    self.subject = subject
    self.canonicalData = canonicalData
    self.previous = previous
    self.hash = hash
  }

  /// What it says; a string for what is no JSON, which nobody has written here.
  package var data: JSON { JSON(parsing: canonicalData) ?? .string(canonicalData) }
}

/// An entry before it has its place in the chain.
package struct AuditEvent: Hashable, Sendable {
  package let at: Timestamp
  package let doer: AuditEntry.Doer
  package let action: String
  package let subject: AuditEntry.Subject
  package let data: JSON

  package init(
    at: Timestamp,
    doer: AuditEntry.Doer,
    action: String,
    subject: AuditEntry.Subject,
    data: JSON
  ) {
    self.at = at
    self.doer = doer
    self.action = action
    self.subject = subject
    self.data = data
  }
}

/// The end of the chain, signed: what an anchor outside the database and a printed form keep.
package struct Checkpoint: Hashable, Codable, Sendable {
  /// Names the chain; drawn when the store was made.
  package let chain: String
  package let sequence: Int64
  /// The hash of the entry with that number.
  package let head: String
  package let at: Timestamp
  package let keyID: String
  /// Ed25519 over the canonical JSON of all the above, base64url.
  package let signature: String

  package init(
    chain: String,
    sequence: Int64,
    head: String,
    at: Timestamp,
    keyID: String,
    signature: String
  ) {
    self.chain = chain
    self.sequence = sequence
    self.head = head
    self.at = at
    self.keyID = keyID
    self.signature = signature
  }
}
