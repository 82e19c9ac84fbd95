import Linting
import Reading
import Reviewing

/// The schemas of submissions as they are shown.
enum DraftSchemas {
  static let all: [String: JSON] = [
    "Draft": draft,
    "DraftSummary": summary,
    "DraftList": .members([
      "drafts": .list(of: .reference("DraftSummary")), "next": .text().orNull,
    ]),
    "Manuscript": .members([
      "format": .oneOf(DraftFormat.texts), "column": .text(), "channels": BasicSchemas.texts,
      "characters": .number(), "assets": .list(of: .reference("Asset")),
    ]),
    "Check": .members([
      "verdict": .oneOf(Verdict.self), "counts": .reference("Counts"),
      "freezing": BasicSchemas.texts, "failure": .text().orNull, "ruleset": .text(),
      "today": .text(), "checked_at": .moment,
    ]),
    "Revision": .members([
      "number": .number(), "author": .reference("Person"), "at": .moment,
      "manuscript": .reference("Manuscript"), "form": .reference("ReleaseForm"),
      "content_digest": .digest.described(
        "Of a frozen revision that of the empty text in its place; the record has the digest of what was refused."
      ), "title": .text(), "change": .oneOf(Revision.Change.self),
      "check": .reference("Check"), "note": .text(),
    ]),
    "RevisionList": .members(["revisions": .list(of: .reference("Revision"))]),
    "Position": .members(["line": .number(), "column": .number(), "byte": .number()]),
    "Finding": .members([
      "rule": .text(), "group": .text(), "severity": .oneOf(Severity.self),
      "escalation": .text().orNull, "message": .text(),
      "range": .members(["start": .reference("Position"), "end": .reference("Position")]),
      "text": .text(), "fingerprint": .text(), "waivers": BasicSchemas.texts,
      "advice": JSON.members(["title": .text(), "safe": .flag]).orNull,
    ]),
    "FindingList": .members([
      "revision": .number(), "check": .reference("Check"), "counts": .reference("Counts"),
      "shown": .number(), "findings": .list(of: .reference("Finding")),
    ]),
    "Difference": .members([
      "part": .text(), "index": .number(), "approved": .text().orNull, "found": .text().orNull,
    ]),
    "Comparison": .members([
      "from": .number(), "to": .number(), "content": .list(of: .reference("Difference")),
      "findings": .members([
        "new": findings, "fixed": findings, "unchanged": findings, "moved": findings,
      ]),
    ]),
    "Requirement": requirement,
    "GateAnswer": .members([
      "draft": .text(), "state": .oneOf(SubmissionState.self), "revision": .number(),
      "content_digest": .text().orNull, "evaluated_at": .moment, "policy": .number().orNull,
      "publishable": .flag, "summary": .reference("Localized"),
      "requirements": .list(of: .reference("Requirement")),
      "me": .members([
        "can": BasicSchemas.texts, "cannot": ["type": "object", "additionalProperties": .text()],
      ]),
    ]),
  ]

  private static let findings = JSON.list(of: .reference("Finding"))

  private static let draft = JSON.members([
    "id": .text(), "state": .oneOf(SubmissionState.self), "stage": .text().orNull,
    "stages": BasicSchemas.texts, "policy": .number().orNull, "department": .text(),
    "creator": .reference("Person"), "created_at": .moment, "updated_at": .moment,
    "waiting_since": .moment.orNull, "approved_at": .moment.orNull, "version": .number(),
    "revision": JSON.reference("Revision").orNull,
    "predecessor": JSON.reference("Predecessor").orNull,
    "escalations": .list(of: .reference("Escalation")), "votes": .list(of: .reference("Vote")),
    "waivers": .list(of: .reference("Waiver")), "comments": .list(of: .reference("Comment")),
    "notes": .list(of: .reference("StepNote")),
    "permits": .list(of: .reference("Permit")),
    "publications": .list(of: .reference("Publication")),
  ])

  private static let summary = JSON.members([
    "id": .text(), "title": .text(), "state": .oneOf(SubmissionState.self),
    "stage": .text().orNull, "department": .text(), "column": .text().orNull,
    "creator": .reference("Person"), "revision": .number(), "verdict": .text().orNull,
    "escalated": .flag, "created_at": .moment, "updated_at": .moment,
    "waiting_since": .moment.orNull, "version": .number(),
  ])

  private static let requirement = JSON.members([
    "key": .text(), "status": .text(), "explanation": .reference("Localized"),
    "failing": BasicSchemas.texts, "people": .list(of: .reference("Person")),
    "roles": .list(of: .oneOf(Role.self)),
    "remedies": .list(of: .members(["relation": .text(), "target": .text().orNull])),
  ])
}
