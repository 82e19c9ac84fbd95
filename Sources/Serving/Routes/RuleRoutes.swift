import HTTPTypes
import Linting
import Reporting
import Reviewing

/// The rules and the limits, for people and programs that want to know beforehand.
struct RuleRoutes {
  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/v1/rules",
        access: .open,
        documentation: .init(
          id: "listRules",
          summary: Localized("全部规则", "All rules"),
          answer: "RuleList"
        ),
        work: .read(list)
      ),
      Route(
        method: .get,
        path: "/v1/rules/{group}/{name}",
        access: .open,
        documentation: .init(
          id: "getRule",
          summary: Localized("一条规则：依据、例子", "A rule with its basis and examples"),
          answer: "Rule",
          problems: [.notFound]
        ),
        work: .read(rule)
      ),
      Route(
        method: .get,
        path: "/v1/limits",
        access: .open,
        documentation: .init(
          id: "getLimits",
          summary: Localized("各项上限", "The limits in force"),
          answer: "Limits"
        ),
        work: .read { Answer($0.limits.body) }
      ),
    ]
  }

  private func list(_ exchange: Exchange) async throws -> Answer {
    let tag = "\"\(services.parts.tool.ruleset)\""
    if exchange.headers[.ifNoneMatch] == tag {
      return Answer(status: 304, type: "", bytes: []).with(.eTag, tag)
    }
    let rules = services.parts.book.rules.map { JSON.object(body(of: $0)) }
    return Answer(["ruleset": .string(services.parts.tool.ruleset), "rules": .array(rules)])
      .with(.eTag, tag).with(.cacheControl, "no-cache")
  }

  private func rule(_ exchange: Exchange) async throws -> Answer {
    let id = "\(exchange.parameter("group"))/\(exchange.parameter("name"))"
    guard let info = services.parts.book.info(of: id) else { throw Problem(.notFound) }
    var body = body(of: info)
    let cases = services.parts.linter.rules.first { $0.info.id == id }?.cases ?? []
    body["cases"] = .array(cases.map(self.body))
    return Answer(.object(body))
  }

  private func body(of info: RuleInfo) -> [String: JSON] {
    [
      "id": .string(info.id), "group": .string(info.group),
      "severity": .string(info.severity.rawValue), "escalation": JSON(info.escalation?.rawValue),
      "summary": info.summary.body, "why": info.why.body,
      "basis": .array(
        info.basis.map {
          [
            "source": .string($0.source), "clause": .string($0.clause),
            "title": .string(services.parts.book.title(of: $0)),
          ]
        }
      ),
    ]
  }

  private func body(of example: RuleCase) -> JSON {
    [
      "note": .string(example.note), "draft": .string(example.draft),
      "flagged": .bool(example.isFlagged), "fixed": JSON(example.fixed),
    ]
  }
}

extension Localized {
  var body: JSON { ["zh": .string(zh), "en": .string(en)] }
}
