/// Signed leave to publish exactly one revision on one channel, once, until it expires.
package struct Permit: Hashable, Sendable, Identified {
  package static let idPrefix = "prm"

  package enum State: String, Codable, Sendable {
    case issued
    case consumed
    case revoked
  }

  package let id: ID<Permit>
  package let channel: String
  package let revision: Int
  package let contentDigest: Digest
  package let ruleset: String
  package let issuer: ID<User>
  package let issuedAt: Timestamp
  package let notBefore: Timestamp
  package let expiresAt: Timestamp
  /// The compact JWS (RFC 7515, EdDSA) that the publisher shows.
  package let token: String
  package var state: State
  package var consumer: ID<User>?
  package var consumedAt: Timestamp?

  package init(
    id: ID<Permit>,
    channel: String,
    revision: Int,
    contentDigest: Digest,
    ruleset: String,
    issuer: ID<User>,
    issuedAt: Timestamp,
    notBefore: Timestamp,
    expiresAt: Timestamp,
    token: String,
    state: State = .issued,
    consumer: ID<User>? = nil,
    consumedAt: Timestamp? = nil
  ) {
    self.id = id
    self.channel = channel
    self.revision = revision
    self.contentDigest = contentDigest
    self.ruleset = ruleset
    self.issuer = issuer
    self.issuedAt = issuedAt
    self.notBefore = notBefore
    self.expiresAt = expiresAt
    self.token = token
    self.state = state
    self.consumer = consumer
    self.consumedAt = consumedAt
  }
}
