/// A signed-in browser; the cookie itself is not kept, only its hash.
package struct Session: Hashable, Sendable {
  package let hash: Digest
  package let user: ID<User>
  package let createdAt: Timestamp
  package var lastSeenAt: Timestamp
  /// What forms must carry against forged requests.
  package let csrfToken: String

  package init(
    hash: Digest,
    user: ID<User>,
    createdAt: Timestamp,
    lastSeenAt: Timestamp,
    csrfToken: String
  ) {
    self.hash = hash
    self.user = user
    self.createdAt = createdAt
    self.lastSeenAt = lastSeenAt
    self.csrfToken = csrfToken
  }
}

/// A key for programs; the secret is shown once and kept as its hash.
package struct APIToken: Hashable, Sendable, Identified {
  package static let idPrefix = "tok"

  package let id: ID<APIToken>
  package let hash: Digest
  package let user: ID<User>
  package let name: String
  package let scopes: Set<Scope>
  package let createdAt: Timestamp
  package let expiresAt: Timestamp
  package var revokedAt: Timestamp?
  /// To the hour.
  package var lastUsedAt: Timestamp?

  package init(
    id: ID<APIToken>,
    hash: Digest,
    user: ID<User>,
    name: String,
    scopes: Set<Scope>,
    createdAt: Timestamp,
    expiresAt: Timestamp,
    revokedAt: Timestamp? = nil,
    lastUsedAt: Timestamp? = nil
  ) {
    self.id = id
    self.hash = hash
    self.user = user
    self.name = name
    self.scopes = scopes
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.revokedAt = revokedAt
    self.lastUsedAt = lastUsedAt
  }
}

/// A link by which a person signs in once, to choose a password.
package struct SignInLink: Hashable, Sendable {
  package let hash: Digest
  package let user: ID<User>
  package let expiresAt: Timestamp
  package var usedAt: Timestamp?

  package init(hash: Digest, user: ID<User>, expiresAt: Timestamp, usedAt: Timestamp? = nil) {
    self.hash = hash
    self.user = user
    self.expiresAt = expiresAt
    self.usedAt = usedAt
  }
}
