import Reviewing

/// The schemas of policies, the record and the statistics.
enum RecordSchemas {
  private static let person = JSON.reference("Person")
  private static let roles = JSON.list(of: .oneOf(Role.self), atMost: 32)
  private static let keys = JSON.list(of: .text(1...64), atMost: 20)
  private static let localized = JSON.members(["zh": .text(1...200), "en": .text(1...200)])

  static let all: [String: JSON] = [
    "Policy": .members(policy, optional: optionalOfPolicy),
    "Stage": .members(stage, optional: ["roles", "same_department", "checklist"]),
    "PolicyVersion": .members([
      "number": .number(), "policy": .reference("Policy"), "digest": .digest, "proposer": person,
      "proposed_at": .moment, "activator": person.orNull, "activated_at": .moment.orNull,
    ]),
    "PolicyList": .members([
      "active": .number().orNull, "policies": .list(of: .reference("PolicyVersion")),
    ]),
    "PolicyProblems": .members([
      "valid": .flag,
      "problems": .list(of: .members(["field": .text(), "message": .reference("Localized")])),
    ]),
    "AuditEntry": .members(
      [
        "sequence": .number(), "at": .moment, "action": .text(),
        "doer": .members(["id": .text().orNull, "name": .text(), "means": .text()]),
        "subject": .members(["kind": .text(), "id": .text(), "revision": .number().orNull]),
        "data": ["type": "object"], "previous": .text(), "hash": .text(), "address": .text(),
        "request_id": .text(),
      ],
      optional: ["data", "previous", "hash", "address", "request_id"]
    ),
    "AuditList": .members([
      "entries": .list(of: .reference("AuditEntry")), "next": .number().orNull,
    ]),
    "CheckpointList": .members([
      "checkpoints": .list(
        of: .members([
          "chain": .text(), "sequence": .number(), "head": .text(), "at": .moment,
          "key_id": .text(), "signature": .text(),
        ])
      )
    ]),
    "AuditVerification": .members([
      "valid": .flag, "chain": .text(), "entries": .number(), "checkpoints": .number(),
      "anchors": .number(), "restorations": .list(of: .number()),
      "code_sequence": .number().orNull,
      "faults": .list(of: .members(["kind": .oneOf(AuditFault.Kind.self), "sequence": .number()])),
    ]),
    "Statistics": .members([
      "from": .moment, "to": .moment, "departments": .list(of: row), "columns": .list(of: row),
      "stages": JSON.list(of: turnaround).described(
        "How long drafts stood at each stage, of the stays that ended in the time."
      ),
      "publications": JSON.list(of: turnaround).described(
        "From the first handing in to the first publication, by department; key null is all together."
      ),
    ]),
  ]

  private static let optionalOfPolicy: Set = [
    "stages", "urgent_stages", "correction_stages", "class_approval_hours", "confirmation_hours",
    "secrecy",
  ]

  private static let policy: [String: JSON] = [
    "name": .text(1...64), "title": localized,
    "stages": .list(of: .reference("Stage"), atMost: 20), "urgent_stages": keys,
    "correction_stages": keys, "separation": .oneOf(Policy.Separation.self),
    "small_unit_limit": .number(0...100), "waivers": waivers, "approval_hours": .number(1...8760),
    "urgent_approval_hours": .number(1...8760), "permit_minutes": .number(1...525_600),
    "correction_limit": .number(0...10_000),
    "class_approval_hours": ["type": "object", "additionalProperties": .number(1...8760)],
    "confirmation_hours": .number(1...168),
    "secrecy": .members(
      [
        "classes": .list(of: .text(1...32), atMost: 20),
        "concerns": .list(of: .oneOf(ReleaseForm.Concern.self), atMost: 32),
      ],
      optional: ["classes", "concerns"]
    ),
  ]

  private static let stage: [String: JSON] = [
    "key": .text(1...64), "title": localized, "condition": .oneOf(Stage.Condition.self),
    "roles": roles, "same_department": .flag, "approvals": .number(1...20),
    "checklist": .list(of: .members(["key": .text(1...64), "title": localized]), atMost: 50),
    "due_hours": .number(1...8760),
  ]

  private static let waivers = JSON.members(
    [
      "warning": roles, "error": roles,
      "groups": ["type": "object", "additionalProperties": roles],
      "evidence": .list(of: .text(1...64), atMost: 100), "default_days": .number(1...3650),
      "maximum_days": .number(1...3650),
      "second": ["type": "object", "additionalProperties": roles],
    ],
    optional: ["warning", "error", "groups", "evidence", "second"]
  )

  private static let turnaround = JSON.members([
    "key": .text().orNull, "count": .number(), "median_minutes": .number(),
    "longest_minutes": .number(),
  ])

  private static let row = JSON.members([
    "key": .text(), "submitted": .number(), "returned": .number(), "published": .number(),
    "corrected": .number(), "retracted": .number(), "errors": .number(), "warnings": .number(),
    "suggestions": .number(), "characters": .number(),
  ])
}
