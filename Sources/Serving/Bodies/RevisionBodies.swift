import Linting
import Reporting
import Reviewing

extension Revision {
  /// Without the text and the findings, which have addresses of their own.
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "number": .int(Int64(number)), "author": person(author, names), "at": at.body,
      "manuscript": manuscript.body, "form": form.body,
      "content_digest": .string(contentDigest.description), "title": .string(canonical.title),
      "change": .string(change.rawValue), "check": check.summary, "note": .string(note),
    ]
  }
}

extension CheckResult {
  var summary: JSON {
    [
      "verdict": .string(verdict.rawValue), "counts": counts, "freezing": JSON(freezing),
      "failure": JSON(failure), "ruleset": .string(ruleset), "today": .string(today),
      "checked_at": checkedAt.body,
    ]
  }

  /// Of all findings, whatever is shown of them.
  var counts: JSON {
    func count(_ severity: String) -> JSON {
      .int(Int64(findings.count { $0.severity.rawValue == severity }))
    }
    return [
      "errors": count("error"), "warnings": count("warning"), "suggestions": count("suggestion"),
    ]
  }
}

extension ReviewFinding {
  func body(in language: Language, waivers: [Waiver]) -> JSON {
    [
      "rule": .string(rule), "group": .string(group), "severity": .string(severity.rawValue),
      "escalation": JSON(escalation?.rawValue), "message": .string(message.text(in: language)),
      "advice": advice.map {
        ["title": .string($0.title.text(in: language)), "safe": .bool($0.isSafe)]
      } ?? .null,
      "range": ["start": start.body, "end": end.body], "text": .string(text),
      "fingerprint": .string(fingerprint),
      "waivers": JSON(waivers.filter { $0.fingerprint == fingerprint }.map(\.id.value)),
    ]
  }
}

extension ReviewFinding.Position {
  fileprivate var body: JSON {
    ["line": .int(Int64(line)), "column": .int(Int64(column)), "byte": .int(Int64(byte))]
  }
}

/// A person by id and name.
func person(_ id: ID<User>, _ names: [ID<User>: String]) -> JSON {
  ["id": .string(id.value), "name": JSON(names[id])]
}
