import Reading
import Reviewing

/// The schemas of the review: steps, remarks, waivers, permits, publications.
enum ReviewSchemas {
  private static let person = JSON.reference("Person")

  /// Further findings or waivers of the same draft that are treated alike: all of them or none.
  private static let also = JSON.list(of: .text(1...200), atMost: 200)

  static let all: [String: JSON] = [
    "TransitionRequest": ["oneOf": .array(transitions)],
    "ReasonRequest": .members(["reason": .text(1...2000)]),
    "CommentRequest": .members(
      ["text": .text(1...4000), "fingerprint": .text(1...200), "blocking": .flag],
      optional: ["fingerprint", "blocking"]
    ),
    "WaiverRequest": .members(
      [
        "fingerprint": .text(1...200), "reason": .oneOf(Waiver.Reason.self),
        "note": .text(1...2000), "evidence": .text(0...500), "expires_at": .moment,
        "also": also,
      ],
      optional: ["evidence", "expires_at", "also"]
    ),
    "WaiverDecision": .members(
      ["granted": .flag, "note": .text(0...2000), "also": also],
      optional: ["note", "also"]
    ),
    "WaiverRevocation": .members(["reason": .text(1...2000), "also": also], optional: ["also"]),
    "Escalation": .members([
      "to": .text(), "source": .text(), "detail": .text(), "by": person.orNull, "at": .moment,
      "lifted": JSON.members(["by": person, "reason": .text(), "at": .moment]).orNull,
    ]),
    "Vote": .members([
      "id": .text(), "stage": .text(), "decision": .text(), "voter": person, "at": .moment,
      "revision": .number(), "content_digest": .digest, "comment": .text(),
      "checklist": BasicSchemas.texts, "relaxed": BasicSchemas.texts, "outdated": .text().orNull,
    ]),
    "Waiver": .members([
      "id": .text(), "rule": .text(), "fingerprint": .text(), "revision": .number(),
      "reason": .oneOf(Waiver.Reason.self), "note": .text(), "evidence": .text(),
      "expires_at": .moment, "requester": person, "requested_at": .moment, "state": .text(),
      "decider": person.orNull, "decided_at": .moment.orNull, "decision_note": .text(),
      "seconder": person.orNull, "seconded_at": .moment.orNull,
      "second_note": .text(),
      "revocation": JSON.members(["by": person, "reason": .text(), "at": .moment]).orNull,
    ]),
    "WaiverList": .members(["waivers": .list(of: .reference("Waiver"))]),
    "Comment": .members([
      "id": .text(), "author": person, "at": .moment, "revision": .number(), "text": .text(),
      "fingerprint": .text().orNull, "blocking": .flag, "resolved_by": person.orNull,
      "resolved_at": .moment.orNull,
    ]),
    "StepNote": .members([
      "id": .text(), "action": .text(), "author": person, "at": .moment, "text": .text(),
    ]),
    "CommentList": .members(["comments": .list(of: .reference("Comment"))]),
  ]

  private static let transitions: [JSON] = [
    step("submit", ["note": .text(0...2000)], optional: ["note"]),
    step("approve", ballot, optional: ["comment", "checklist"]),
    step("return", ballot, optional: ["comment", "checklist"]),
    step("reject", ballot, optional: ["comment", "checklist"]),
    step("confirm", ballot, optional: ["comment", "checklist"]),
    step("escalate", target), step("deescalate", target),
    step("withdraw", ["reason": .text(1...2000)]),
    step(
      "release_frozen",
      ["incident": .text(1...200), "rejected": .flag],
      optional: ["rejected"]
    ),
  ]

  private static let ballot: [String: JSON] = [
    "content_digest": .digest, "comment": .text(0...2000),
    "checklist": .list(of: .text(1...64), atMost: 50),
  ]

  private static let target: [String: JSON] = [
    "to": .oneOf(EscalationTarget.self), "reason": .text(1...2000),
  ]

  private static func step(
    _ name: String,
    _ members: [String: JSON],
    optional: Set<String> = []
  ) -> JSON {
    .members(members.merging(["action": ["const": .string(name)]]) { $1 }, optional: optional)
  }
}
