/// What a permit says: this content, on this channel, between these moments.
package struct PermitClaims: Hashable, Sendable {
  /// The permit's own id: the server knows whether it is used up or revoked.
  package let permit: ID<Permit>
  package let draft: ID<Submission>
  package let revision: Int
  package let contentDigest: Digest
  package let channel: String
  /// In whole seconds, as RFC 7519 has them.
  package let notBefore: Timestamp
  /// In whole seconds.
  package let expiresAt: Timestamp
  package let ruleset: String
  /// The number of the policy.
  package let policy: Int

  /// Moments lose their parts of a second: leave that begins now holds now, and never longer than was said.
  package init(
    permit: ID<Permit>,
    draft: ID<Submission>,
    revision: Int,
    contentDigest: Digest,
    channel: String,
    notBefore: Timestamp,
    expiresAt: Timestamp,
    ruleset: String,
    policy: Int
  ) {
    self.permit = permit
    self.draft = draft
    self.revision = revision
    self.contentDigest = contentDigest
    self.channel = channel
    let second: Int64 = 1000
    self.notBefore = Timestamp(milliseconds: notBefore.milliseconds / second * second)
    self.expiresAt = Timestamp(milliseconds: expiresAt.milliseconds / second * second)
    self.ruleset = ruleset
    self.policy = policy
  }

  var json: JSON {
    [
      "channel": .string(channel), "content_digest": .string(contentDigest.description),
      "draft": .string(draft.value), "exp": .int(expiresAt.milliseconds / 1000),
      "jti": .string(permit.value), "nbf": .int(notBefore.milliseconds / 1000),
      "policy": .int(Int64(policy)), "revision": .int(Int64(revision)),
      "ruleset": .string(ruleset),
    ]
  }
}

extension PermitClaims: Decodable {
  private enum Key: String, CodingKey {
    case permit = "jti"
    case draft, revision, channel, ruleset, policy
    case contentDigest = "content_digest"
    case notBefore = "nbf"
    case expiresAt = "exp"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func moment(_ key: Key) throws -> Timestamp {
      let seconds = try container.decode(Int64.self, forKey: key)
      guard (0..<1 << 40).contains(seconds) else {
        throw DecodingError.dataCorruptedError(
          forKey: key,
          in: container,
          debugDescription: "not a moment"
        )
      }
      return Timestamp(milliseconds: seconds * 1000)
    }
    self.init(
      permit: try container.decode(ID.self, forKey: .permit),
      draft: try container.decode(ID.self, forKey: .draft),
      revision: try container.decode(Int.self, forKey: .revision),
      contentDigest: try container.decode(Digest.self, forKey: .contentDigest),
      channel: try container.decode(String.self, forKey: .channel),
      notBefore: try moment(.notBefore),
      expiresAt: try moment(.expiresAt),
      ruleset: try container.decode(String.self, forKey: .ruleset),
      policy: try container.decode(Int.self, forKey: .policy)
    )
  }
}
