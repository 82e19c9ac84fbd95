import Foundation
import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import Testing

extension House {
  /// A request of somebody, with a new key unless one is given.
  func call(
    _ client: any TestClientProtocol,
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: [String: Any]? = nil,
    as name: String?,
    match: String? = nil,
    key: String? = UUID().uuidString
  ) async throws -> TestResponse {
    var headers: HTTPFields = [:]
    if let name { headers[.authorization] = "Bearer \(tokens[name] ?? "none")" }
    headers[.ifMatch] = match
    if method != .get, let key, let field = HTTPField.Name("Idempotency-Key") {
      headers[field] = key
    }
    let data = try body.map { try JSONSerialization.data(withJSONObject: $0) }
    return try await client.send(method, path, bytes: data.map { Array($0) }, headers: headers)
  }

  func draft(_ text: String = "# 本院开设新门诊\n\n门诊每周一开放。\n") -> [String: Any] {
    [
      "format": "markdown", "content": text, "column": column.value, "channels": ["website"],
      "form": [
        "public_basis": "own_work", "publicity": "open", "personal_data": "none",
        "fact_checked_by": "某甲",
      ],
    ]
  }

  /// A draft of the writer's, submitted: its path, its digest and its tag.
  func submitted(
    _ client: any TestClientProtocol,
    _ text: String = "# 本院开设新门诊\n\n门诊每周一开放。\n"
  ) async throws -> Handed {
    let made = try await call(client, .post, "/v1/drafts", draft(text), as: "writer")
    #expect(made.code == 201, "\(made.text)")
    let path = try #require(made.headers[.location])
    let tag = try #require(made.headers[.eTag])
    let sent = try await call(
      client,
      .post,
      path + "/transitions",
      ["action": "submit"],
      as: "writer",
      match: tag
    )
    #expect(sent.code == 200, "\(sent.text)")
    return try Handed(path: path, sent)
  }

  /// The same, approved at every stage by those whose turn it is.
  func approved(
    _ client: any TestClientProtocol,
    _ text: String = "# 本院开设新门诊\n\n门诊每周一开放。\n"
  ) async throws -> Handed {
    var draft = try await submitted(client, text)
    for name in ["officer", "head", "leader"] where draft.stage != nil {
      draft = try Handed(path: draft.path, try await approve(client, draft, as: name))
    }
    #expect(draft.state == "approved")
    return draft
  }

  func approve(
    _ client: any TestClientProtocol,
    _ draft: Handed,
    as name: String,
    key: String = UUID().uuidString
  ) async throws -> TestResponse {
    let checklist = try await self.checklist(client, draft.stage)
    return try await call(
      client,
      .post,
      draft.path + "/transitions",
      [
        "action": "approve", "content_digest": draft.digest, "checklist": checklist,
        "comment": "同意发布",
      ],
      as: name,
      match: draft.tag,
      key: key
    )
  }

  private func checklist(
    _ client: any TestClientProtocol,
    _ stage: String?
  ) async throws -> [String] {
    let policy = try await call(client, .get, "/v1/policies/1", as: "auditor").object()
    let stages = (policy["policy"] as? [String: Any])?["stages"] as? [[String: Any]] ?? []
    let items = stages.first { $0["key"] as? String == stage }?["checklist"] as? [[String: Any]]
    return items?.compactMap { $0["key"] as? String } ?? []
  }
}

/// What an answer says of a draft.
struct Handed: Sendable {
  let path: String
  let state: String
  let stage: String?
  let digest: String
  let tag: String
  let text: String

  init(path: String, _ answer: TestResponse) throws {
    let body = try answer.object()
    self.path = path
    text = answer.text
    state = body["state"] as? String ?? answer.text
    stage = body["stage"] as? String
    digest = (body["revision"] as? [String: Any])?["content_digest"] as? String ?? ""
    tag = answer.headers[.eTag] ?? ""
  }
}
