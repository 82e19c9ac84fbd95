import Reading
import Reviewing

/// The schemas of permits, publications, policies and the record.
enum PublishingSchemas {
  private static let person = JSON.reference("Person")
  private static let content = JSON.text(1...2_000_000)

  static let all: [String: JSON] = [
    "PermitRequest": .members(
      ["channel": .text(1...32), "not_before": .moment],
      optional: ["not_before"]
    ),
    "Permit": .members([
      "id": .text(), "channel": .text(), "revision": .number(), "content_digest": .digest,
      "ruleset": .text(), "issuer": person, "issued_at": .moment, "not_before": .moment,
      "expires_at": .moment, "token": .text(), "state": .text(), "consumer": person.orNull,
      "consumed_at": .moment.orNull,
    ]),
    "CandidateRequest": ["anyOf": .array(candidates([:], optional: []))],
    "PublicationRequest": [
      "anyOf": .array(
        candidates(
          ["permit": .text(1...64), "url": .webAddress, "external_id": .text(0...200)],
          optional: ["url", "external_id"]
        )
      )
    ],
    "VerificationRequest": [
      "anyOf": .array(
        candidates(["unreachable": ["const": .bool(false)]], optional: ["unreachable"])
          + [.members(["unreachable": ["const": .bool(true)]])]
      )
    ],
    "Verification": .members([
      "at": .moment, "by": person, "outcome": .text(), "content_digest": .text().orNull,
      "differences": .list(of: .reference("Difference")),
    ]),
    "Publication": .members([
      "id": .text(), "permit": .text(), "channel": .text(), "publisher": person, "at": .moment,
      "url": .text(), "external_id": .text(), "state": .text(),
      "verifications": .list(of: .reference("Verification")),
      "retraction": JSON.reference("Retraction").orNull,
    ]),
    "Retraction": .members([
      "by": person, "at": .moment, "reason": .text(), "found_by": .text(), "reported_to": .text(),
      "emergency": .flag,
    ]),
    "RetractionRequest": .members(
      [
        "reason": .text(1...2000), "found_by": .text(1...200), "reported_to": .text(0...200),
        "emergency": .flag,
      ],
      optional: ["reported_to", "emergency"]
    ),
  ]

  /// The content with its format, or its digest, besides other members.
  private static func candidates(_ members: [String: JSON], optional: Set<String>) -> [JSON] {
    [
      .members(
        members.merging(
          ["content": content, "format": .oneOf(DraftFormat.texts), "title": .text(1...1000)]
        ) { $1 },
        optional: optional.union(["format", "title"])
      ),
      .members(
        members.merging(["content_digest": .digest, "title": .text(1...1000)]) { $1 },
        optional: optional.union(["title"])
      ),
    ]
  }
}
