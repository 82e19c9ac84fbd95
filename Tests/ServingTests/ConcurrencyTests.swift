import Foundation
import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import Testing

@Suite struct ConcurrencyTests {
  @Test func `of 64 who approve at once exactly one does`() async throws {
    try await House.test { house, client in
      let draft = try await house.submitted(client)
      let codes = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<64 {
          group.addTask { try await house.approve(client, draft, as: "officer").code }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(codes.count { $0 == 200 } == 1)
      #expect(codes.allSatisfy { [200, 403, 409, 412, 503].contains($0) })
      let history = try await house.call(client, .get, draft.path + "/history", as: "auditor")
      #expect(history.text.components(separatedBy: "review.approve").count == 2)
    }
  }

  @Test func `fifty of the same key have one effect and the same answer`() async throws {
    let settings = TestServer.settings { $0.limits.requestsInFlight = 128 }
    try await House.test(settings) { house, client in
      let body = try JSONSerialization.data(withJSONObject: house.draft())
      let texts = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<50 {
          group.addTask {
            let json = try JSONSerialization.jsonObject(with: body) as? [String: Any]
            let answer = try await house.call(
              client,
              .post,
              "/v1/drafts",
              json,
              as: "writer",
              key: "the-same-key-0001"
            )
            return "\(answer.code) \(answer.text)"
          }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(texts.count == 1)
      let list = try await house.call(client, .get, "/v1/drafts", as: "writer").object()
      #expect((list["drafts"] as? [Any])?.count == 1)
    }
  }

  @Test func `a key is for one request only`() async throws {
    try await House.test { house, client in
      let key = "one-key-of-a-test"
      let first = try await house.call(
        client,
        .post,
        "/v1/drafts",
        house.draft(),
        as: "writer",
        key: key
      )
      let other = try await house.call(
        client,
        .post,
        "/v1/drafts",
        house.draft("# 另一篇稿件\n\n内容。\n"),
        as: "writer",
        key: key
      )
      #expect(other.code == 422)
      #expect(try other.object()["code"] as? String == "idempotency-key-reused")
      let another = try await house.call(
        client,
        .post,
        "/v1/drafts",
        house.draft(),
        as: "officer",
        key: key
      )
      #expect(another.code == 201)
      #expect(another.text != first.text)
      let missing = try await house.call(
        client,
        .post,
        "/v1/drafts",
        house.draft(),
        as: "writer",
        key: nil
      )
      #expect(try missing.object()["code"] as? String == "idempotency-key-missing")
      let short = try await house.call(
        client,
        .post,
        "/v1/drafts",
        house.draft(),
        as: "writer",
        key: "short"
      )
      #expect(try short.object()["code"] as? String == "idempotency-key-invalid")
    }
  }

  @Test func `a retry of what succeeded replays although its version is an old one`() async throws {
    try await House.test { house, client in
      let draft = try await house.submitted(client)
      let key = UUID().uuidString
      let first = try await house.approve(client, draft, as: "officer", key: key)
      let again = try await house.approve(client, draft, as: "officer", key: key)
      #expect(first.code == 200)
      #expect(again.code == 200)
      #expect(first.text == again.text)
      #expect(again.headers[HTTPField.Name("Idempotency-Replayed")!] == "true")
      let late = try await house.approve(client, draft, as: "officer")
      #expect(late.code == 412)
    }
  }
}
