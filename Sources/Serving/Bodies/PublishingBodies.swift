import Reviewing

extension Permit {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "id": .string(id.value), "channel": .string(channel), "revision": .int(Int64(revision)),
      "content_digest": .string(contentDigest.description), "ruleset": .string(ruleset),
      "issuer": person(issuer, names), "issued_at": issuedAt.body, "not_before": notBefore.body,
      "expires_at": expiresAt.body, "token": .string(token), "state": .string(state.rawValue),
      "consumer": consumer.map { person($0, names) } ?? .null, "consumed_at": JSON(consumedAt),
    ]
  }
}

extension Publication {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "id": .string(id.value), "permit": .string(permit.value), "channel": .string(channel),
      "publisher": person(publisher, names), "at": at.body, "url": .string(address),
      "external_id": .string(externalID), "state": .string(state.rawValue),
      "verifications": .array(verifications.map { $0.body(names) }),
      "retraction": retraction.map { $0.body(names) } ?? .null,
    ]
  }
}

extension Verification {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "at": at.body, "by": person(by, names), "outcome": .string(outcome.rawValue),
      "content_digest": JSON(contentDigest),
      "differences": .array(differences.map(\.body)),
    ]
  }
}

extension ContentDifference {
  var body: JSON {
    [
      "part": .string(part.rawValue), "index": .int(Int64(index)), "approved": JSON(approved),
      "found": JSON(found),
    ]
  }
}

extension Retraction {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "by": person(by, names), "at": at.body, "reason": .string(reason),
      "found_by": .string(foundBy), "reported_to": .string(reportedTo),
      "emergency": .bool(isEmergency),
    ]
  }
}
