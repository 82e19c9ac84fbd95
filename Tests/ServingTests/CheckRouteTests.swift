import Foundation
import HTTPTypes
import HummingbirdTesting
import Serving
import Testing

@Suite struct CheckRouteTests {
  private let faulty = "# 我院引进全国最先进设备\n\n本院治愈率100%，欢迎来院就诊。\n"

  @Test(arguments: ["text/markdown", "text/markdown; charset=utf-8"])
  func `a raw draft is judged and answered with 200 whatever the verdict`(type: String) async throws
  {
    try await TestServer.application().test(.router) { client in
      let answer = try await client.send(.post, "/v1/checks", faulty, type: type)
      #expect(answer.code == 200)
      let body = try answer.object()
      #expect(body["verdict"] as? String == "block")
      #expect(body["path"] as? String == "draft.md")
      let counts = try #require(body["counts"] as? [String: Int])
      let findings = try #require(body["findings"] as? [[String: Any]])
      let total = ["errors", "warnings", "suggestions"].reduce(0) { $0 + (counts[$1] ?? 0) }
      #expect(findings.count == total)
      #expect((body["ruleset"] as? String)?.hasPrefix("sha256:") == true)
    }
  }

  @Test func `JSON and raw bodies are judged alike`() async throws {
    try await TestServer.application().test(.router) { client in
      let raw = try await client.send(.post, "/v1/checks?name=a.md", faulty, type: "text/markdown")
      let body = try JSONSerialization.data(withJSONObject: [
        "content": faulty, "format": "markdown", "name": "a.md",
      ])
      let json = try await client.send(.post, "/v1/checks", bytes: Array(body))
      #expect(json.code == 200)
      #expect(raw.text == json.text)
    }
  }

  @Test func `drafts that come at once are each answered as if they were alone`() async throws {
    let settings = TestServer.settings { $0.limits.requestsInFlight = 128 }
    try await TestServer.application(EmptyStore(), settings).test(.router) { client in
      let drafts = (0..<60).map { index in
        let text = String(repeating: "第\(index)段。\n\n", count: index % 7 * 40) + faulty
        let profile = ["", "&profile=wechat", "&profile=website"][index % 3]
        return (uri: "/v1/checks?name=\(index).md\(profile)", text: text)
      }
      let together = try await withThrowingTaskGroup(of: (Int, String).self) { group in
        for (index, draft) in drafts.enumerated() {
          group.addTask {
            let answer = try await client.send(.post, draft.uri, draft.text, type: "text/markdown")
            return (index, answer.text)
          }
        }
        return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      for (index, draft) in drafts.enumerated() {
        let alone = try await client.send(.post, draft.uri, draft.text, type: "text/markdown")
        #expect(alone.code == 200)
        #expect(together[index] == alone.text)
      }
    }
  }

  @Test func `a check that comes too late is answered 503`() async throws {
    let settings = TestServer.settings { $0.limits.checkSeconds = 0 }
    try await TestServer.application(EmptyStore(), settings).test(.router) { client in
      let answer = try await client.send(.post, "/v1/checks", faulty, type: "text/markdown")
      #expect(answer.code == 503)
      #expect(try answer.object()["code"] as? String == "check-timeout")
      #expect(answer.headers[.retryAfter] == "5")
    }
  }

  @Test func `a Markdown draft is written as HTML with all its marks`() async throws {
    let text =
      "---\ntitle: 题\n---\n\n**甲**和[乙](https://a.cn)。\n\n1. 一\n2. 二\n\n| 丙 |\n|---|\n| 丁 |\n"
    try await TestServer.application().test(.router) { client in
      let answer = try await client.send(.post, "/v1/renderings", text, type: "text/markdown")
      let html = try #require(try answer.object()["html"] as? String)
      for mark in [
        "<strong>甲</strong>", "<a href=\"https://a.cn\">乙</a>", "<ol><li>一", "<th>丙</th>",
        "<td>丁</td>",
      ] { #expect(html.contains(mark), "\(html)") }
      #expect(!html.contains("题"))
      let plain = try await client.send(.post, "/v1/renderings", "甲<b>\n乙\n", type: "text/plain")
      #expect(try plain.object()["html"] as? String == "<p>甲&lt;b></p>\n<p>乙</p>\n")
    }
  }

  @Test func `SARIF is given to who asks for it`() async throws {
    try await TestServer.application().test(.router) { client in
      let answer = try await client.send(
        .post,
        "/v1/checks",
        faulty,
        type: "text/markdown",
        headers: [.accept: "application/sarif+json, application/json;q=0.5"]
      )
      #expect(answer.headers[.contentType] == "application/sarif+json")
      #expect(try answer.object()["version"] as? String == "2.1.0")
    }
  }

  @Test func `a draft that freezes shows nothing of itself`() async throws {
    let secret = "# 会议纪要\n\n绝密★启用前\n\n甲乙丙丁的内容。\n"
    try await TestServer.application().test(.router) { client in
      let answer = try await client.send(.post, "/v1/checks", secret, type: "text/markdown")
      #expect(answer.code == 200)
      #expect(answer.text.contains("freeze"))
      #expect(!answer.text.contains("甲乙丙丁"))
      #expect(!answer.text.contains("会议纪要"))
    }
  }

  @Test(arguments: [
    (#"{"content":"好","format":"docx"}"#, 422, "validation-failed"),
    (#"{"content":"好"}"#, 422, "validation-failed"),
    (#"{"content":"好","format":"html","more":1}"#, 422, "validation-failed"),
    (#"{"content":"好","format":"html","content":"坏"}"#, 400, "malformed-json"),
    (#"{"content":1.5,"format":"html"}"#, 400, "malformed-json"),
    (#"[]"#, 422, "validation-failed"), (#"{"content""#, 400, "malformed-json"),
    (#"{"content":"\ud800","format":"html"}"#, 400, "malformed-json"),
    (#"{"content":"甲乙丙丁戊\u0000","format":"html"}"#, 422, "validation-failed"),
    (#"{"content":"甲乙丙丁戊己庚辛","format":"html"#, 400, "malformed-json"),
    ("{\"content\":\"甲乙丙丁戊\n\",\"format\":\"html\"}", 400, "malformed-json"),
  ])
  func `a body that is not as it must be is refused`(
    body: String,
    status: Int,
    code: String
  ) async throws {
    try await TestServer.application().test(.router) { client in
      let answer = try await client.send(.post, "/v1/checks", body)
      #expect(answer.code == status)
      #expect(try answer.object()["code"] as? String == code)
      #expect(answer.headers[.contentType] == "application/problem+json")
    }
  }

  @Test func `hostile bodies are refused`() async throws {
    try await TestServer.application().test(.router) { client in
      let deep = String(repeating: "[", count: 1_000_000)
      let nested = try await client.send(.post, "/v1/checks", deep)
      #expect(try nested.object()["code"] as? String == "depth-exceeded")
      let broken = try await client.send(
        .post,
        "/v1/checks",
        bytes: [0x41, 0xC0, 0xAF],
        type: "text/html"
      )
      #expect(try broken.object()["code"] as? String == "malformed-utf8")
      let large = [UInt8](repeating: 0x41, count: 2 << 20 + 1)
      let refused = try await client.send(.post, "/v1/checks", bytes: large, type: "text/html")
      #expect(refused.code == 413)
      let other = try await client.send(.post, "/v1/checks", "<p>", type: "application/xml")
      #expect(other.code == 415)
      let accept = try await client.send(
        .post,
        "/v1/checks",
        "<p>好</p>",
        type: "text/html",
        headers: [.accept: "image/png"]
      )
      #expect(accept.code == 406)
    }
  }
}

extension TestResponse {
  /// The body as an object of JSON.
  func object() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }
}
