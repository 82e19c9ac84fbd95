import Linting
import Reading
import Reviewing

/// The schemas of checks, rules and problems.
enum BasicSchemas {
  static let id = JSON.text(1...64)
  static let texts = JSON.list(of: .text())

  static let all: [String: JSON] = [
    "Localized": .members(["zh": .text(), "en": .text()]),
    "Person": .members(["id": .text(), "name": .text().orNull]),
    "Document": ["type": "object"], "Problem": problem,
    "Health": .members(["status": .text(), "faults": texts], optional: ["faults"]),
    "Limits": ["type": "object", "additionalProperties": .number()],
    "Basis": .members(["source": .text(), "clause": .text(), "title": .text()]),
    "RuleList": .members(["ruleset": .text(), "rules": .list(of: .reference("RuleInfo"))]),
    "RuleInfo": .members(rule),
    "Rule": .members(rule.merging(["cases": .list(of: .reference("RuleCase"))]) { $1 }),
    "RuleCase": .members([
      "note": .text(), "draft": .text(), "flagged": .flag, "fixed": .text().orNull,
    ]),
    "CheckRequest": .members(
      [
        "content": .text(1...2_000_000), "format": .oneOf(DraftFormat.texts),
        "profile": .oneOf(Profile.self), "column": .text(1...64), "name": .text(1...200),
      ],
      optional: ["profile", "column", "name"]
    ),
    "CheckReport": checkReport, "Rendering": .members(["html": .text()]),
    "Counts": .members(["errors": .number(), "warnings": .number(), "suggestions": .number()]),
  ]

  private static let rule: [String: JSON] = [
    "id": .text(), "group": .text(), "severity": .oneOf(Severity.self),
    "escalation": .text().orNull,
    "summary": .reference("Localized"), "why": .reference("Localized"),
    "basis": .list(of: .reference("Basis")),
  ]

  private static let problem: JSON = [
    "type": "object",
    "required": ["type", "title", "status", "code", "detail", "request_id"],
    "properties": [
      "type": .text(), "title": .text(), "status": .number(), "detail": .text(),
      "code": .oneOf(ProblemCode.self), "request_id": .text(),
      "errors": .list(of: .members(["pointer": .text(), "detail": .text()])),
      "requirements": .list(of: .reference("Requirement")), "rule": .text(), "allowed": texts,
      "current_etag": .text(), "scope": .text(),
    ],
    "additionalProperties": .bool(false),
  ]

  /// The findings are those of the JSON report, which has a description of its own.
  private static let checkReport = JSON.members([
    "path": .text(), "format": .oneOf(DraftFormat.texts), "encoding": .text().orNull,
    "digest": .text().orNull, "title": .text().orNull, "verdict": .oneOf(Verdict.self),
    "findings": .list(of: ["type": "object"]), "suppressed": .list(of: ["type": "object"]),
    "error": ["type": ["object", "null"]],
    "counts": .members([
      "errors": .number(), "warnings": .number(), "suggestions": .number(),
      "suppressed": .number(),
    ]),
    "escalations": .list(
      of: .members(["to": .text(), "rules": texts, "column": .text().orNull])
    ),
    "ruleset": .text(),
  ])
}
