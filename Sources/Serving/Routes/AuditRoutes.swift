import HTTPTypes
import Linting
import Reviewing

/// The record of everything, and what the assessment counts.
struct AuditRoutes {
  let services: Services

  static let readers: Set<Role> = [.auditor, .secondReviewer, .leader]
  /// Who may see what the assessment counts.
  static let counters = readers.union([.informationOfficer])
  /// Who may have the record verified.
  static let verifiers = readers.union([.administrator])

  var routes: [Route] {
    let reading = Route.Access.roles(Self.readers, .read)
    return [
      .get(
        "/v1/audit",
        "listAudit",
        Localized("审计日志，从旧到新", "The record, oldest first"),
        reading,
        parameters: [
          .init(name: "after", schema: .number(0...Int(Int32.max))),
          .init(name: "limit", schema: .number(1...200)),
          .init(name: "subject", schema: .text(1...64)),
        ],
        answer: "AuditList",
        list
      ),
      .get(
        "/v1/audit/checkpoints",
        "listCheckpoints",
        Localized("签名的检查点", "Signed checkpoints"),
        reading,
        answer: "CheckpointList",
        checkpoints
      ),
      .get(
        "/v1/audit/verification",
        "verifyAudit",
        Localized(
          "从头核对全部日志，连同检查点和锚点；code 是纸质发布表上的检查点码",
          "The whole record verified with its checkpoints and anchors; code is one from a printed form"
        ),
        .roles(Self.verifiers, .read),
        parameters: [.init(name: "code", schema: .text(1...40))],
        answer: "AuditVerification",
        problems: [.overloaded],
        verification
      ),
      .get(
        "/v1/drafts/{draft}/history",
        "listHistory",
        Localized("一篇稿件的经过", "What became of a draft"),
        of: .draft,
        answer: "AuditList",
        history
      ),
      .get(
        "/v1/statistics",
        "getStatistics",
        Localized("考核统计", "What the assessment counts"),
        .roles(Self.counters, .read),
        parameters: [.init(name: "from", schema: .moment), .init(name: "to", schema: .moment)],
        answer: "Statistics",
        statistics
      ),
    ]
  }

  private func list(_ exchange: Exchange) async throws -> Answer {
    let after = Int64(try exchange.query.number("after", 0...Int(Int32.max)) ?? 0)
    let limit = try exchange.query.number("limit", 1...200) ?? 100
    let subject = try exchange.query.text("subject", 1...64)
    let entries = try await services.store.read {
      try $0.auditEntries(after: after, limit: limit, subject: subject)
    }
    return Answer([
      "entries": .array(entries.map(\.body)),
      "next": entries.count == limit ? .int(entries.last?.sequence ?? 0) : .null,
    ])
  }

  private func history(_ exchange: Exchange) async throws -> Answer {
    let id = exchange.parameter("draft")
    let entries = try await services.store.read {
      try $0.auditEntries(after: 0, limit: 1000, subject: id)
    }
    // Addresses of people are for auditors.
    let isReader = try exchange.actor().has(anyOf: Self.readers)
    return Answer([
      "entries": .array(entries.map { isReader ? $0.body : $0.plainBody }), "next": .null,
    ])
  }

  private func checkpoints(_ exchange: Exchange) async throws -> Answer {
    let checkpoints = try await services.store.read { try $0.checkpoints() }
    return Answer(["checkpoints": .array(checkpoints.map(\.body))])
  }

  private func verification(_ exchange: Exchange) async throws -> Answer {
    let typed = try exchange.query.text("code", 1...40)
    let code = typed.flatMap { AuditCode($0) }
    guard typed == nil || code != nil else {
      throw Problem.parameter("code", Localized("不是检查点码", "is no code of a form"))
    }
    return Answer(try await services.verifiedAudit(code: code).body)
  }

  private func statistics(_ exchange: Exchange) async throws -> Answer {
    let from = try exchange.moment("from") ?? Timestamp(milliseconds: 0)
    let to = try exchange.moment("to") ?? exchange.now
    guard from <= to else {
      throw Problem.parameter("from", Localized("晚于 to", "is later than to"))
    }
    let counted = try await services.store.read { try $0.statistics(from: from, to: to) }
    return Answer([
      "from": from.body, "to": to.body, "departments": .array(counted.departments.map(\.body)),
      "columns": .array(counted.columns.map(\.body)),
      "stages": .array(counted.stages.map(\.body)),
      "publications": .array(counted.publications.map(\.body)),
    ])
  }
}

extension Services {
  /// One at a time: a record is long, and each takes a reader of the store's.
  func verifiedAudit(code: AuditCode?) async throws -> AuditReport {
    guard verifications.enter() else { throw Problem(.overloaded).retrying(after: 5) }
    defer { verifications.leave() }
    return try await store.verifyAudit(code: code)
  }
}

extension AuditReport {
  fileprivate var body: JSON {
    [
      "valid": .bool(isSound), "chain": .string(chain), "entries": .int(entries),
      "checkpoints": .int(Int64(checkpoints)), "anchors": .int(Int64(anchors)),
      "restorations": .array(restorations.map { .int($0) }),
      "code_sequence": codeSequence.map { .int($0) } ?? .null,
      "faults": .array(
        faults.map { ["kind": .string($0.kind.rawValue), "sequence": .int($0.sequence)] }
      ),
    ]
  }
}

extension Exchange {
  fileprivate func moment(_ name: String) throws(Problem) -> Timestamp? {
    guard let text = try query.text(name) else { return nil }
    guard let moment = Timestamp(text) else {
      throw .parameter(name, Localized("应当是 RFC 3339 时间", "must be a time of RFC 3339"))
    }
    return moment
  }
}

extension AuditEntry {
  fileprivate var body: JSON {
    guard case .object(var members) = plainBody else { return plainBody }
    members["data"] = data
    members["previous"] = .string(previous)
    members["hash"] = .string(hash)
    members["address"] = .string(doer.address)
    members["request_id"] = .string(doer.requestID)
    return .object(members)
  }

  fileprivate var plainBody: JSON {
    [
      "sequence": .int(sequence), "at": at.body, "action": .string(action),
      "doer": [
        "id": JSON(doer.user), "name": .string(doer.displayName), "means": .string(doer.means),
      ],
      "subject": [
        "kind": .string(subject.kind), "id": .string(subject.id),
        "revision": JSON(subject.revision),
      ],
    ]
  }
}

extension Checkpoint {
  fileprivate var body: JSON {
    [
      "chain": .string(chain), "sequence": .int(sequence), "head": .string(head), "at": at.body,
      "key_id": .string(keyID), "signature": .string(signature),
    ]
  }
}

extension ReviewStatistics.Row {
  fileprivate var body: JSON {
    let counts = [
      "submitted": submitted, "returned": returned, "published": published,
      "corrected": corrected, "retracted": retracted, "errors": errors, "warnings": warnings,
      "suggestions": suggestions, "characters": Int((thousandsOfCharacters * 1000).rounded()),
    ]
    return .object(counts.mapValues { .int(Int64($0)) }.merging(["key": .string(key)]) { $1 })
  }
}

extension ReviewStatistics.Turnaround {
  fileprivate var body: JSON {
    [
      "key": key.isEmpty ? .null : .string(key), "count": .int(Int64(count)),
      "median_minutes": .int(Int64(median)), "longest_minutes": .int(Int64(longest)),
    ]
  }
}
