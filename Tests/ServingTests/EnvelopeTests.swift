import Console
import Foundation
import HTTPTypes
import HummingbirdTesting
import Serving
import Synchronization
import Testing

@Suite struct EnvelopeTests {
  @Test func `unknown paths and methods are problems in the language asked for`() async throws {
    try await TestServer.application().test(.router) { client in
      let missing = try await client.send(.get, "/v1/nothing")
      #expect(missing.code == 404)
      #expect(try missing.object()["title"] as? String == "找不到")
      let method = try await client.send(
        .delete,
        "/v1/checks",
        headers: [.acceptLanguage: "fr, en;q=0.8, zh;q=0.3"]
      )
      #expect(method.code == 405)
      #expect(method.headers[.allow] == "POST")
      #expect(try method.object()["title"] as? String == "no such method here")
    }
  }

  @Test func `every answer has its id and the headers that close it`() async throws {
    try await TestServer.application().test(.router) { client in
      for path in ["/healthz", "/v1/nothing", "/problems/not-found"] {
        let answer = try await client.send(.get, path)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(answer.headers[HTTPField.Name("X-Request-Id")!]?.isEmpty == false)
      }
    }
  }

  @Test func `the page of every problem is served`() async throws {
    try await TestServer.application().test(.router) { client in
      let index = try await client.send(.get, "/problems").text
      let parts = index.components(separatedBy: "href=\"/problems/").dropFirst()
      #expect(parts.count > 30)
      for part in parts {
        let code = String(part.prefix { $0 != "\"" })
        let page = try await client.send(.get, "/problems/" + code)
        #expect(page.code == 200 && page.text.contains("<code>\(code)</code>"))
      }
    }
  }

  @Test func `a browser gets a page where there is none, a program problem details`() async throws {
    try await TestServer.application().test(.router) { client in
      let accept: HTTPFields = [.accept: "text/html,application/xhtml+xml,*/*;q=0.8"]
      let page = try await client.send(.get, "/nowhere", headers: accept)
      #expect(page.code == 404 && page.headers[.contentType] == "text/html; charset=utf-8")
      #expect(page.text.contains("<h1>找不到</h1>"))
      for (path, headers) in [("/nowhere", [:]), ("/v1/nowhere", accept)] {
        let details = try await client.send(.get, path, headers: headers)
        #expect(details.code == 404)
        #expect(details.headers[.contentType] == "application/problem+json")
      }
    }
  }

  @Test(arguments: [
    ("/rules?text=%E4", 400), ("/rules?text=a&text=b", 400), ("/do/post/v1/session", 405),
  ])
  func `a browser never gets problem details to read`(path: String, code: Int) async throws {
    try await TestServer.application().test(.router) { client in
      let accept: HTTPFields = [.accept: "text/html,application/xhtml+xml,*/*;q=0.8"]
      let page = try await client.send(.get, path, headers: accept)
      #expect(page.code == code && page.text.contains("<h1>"), "\(page.text)")
    }
  }

  @Test func `a store that is away makes the server not ready`() async throws {
    try await TestServer.application().test(.router) { client in
      let answer = try await client.send(.get, "/readyz")
      #expect(answer.code == 503)
      #expect(answer.headers[.retryAfter] == "5")
    }
  }

  @Test func `too many requests of one address are refused until the minute is over`() async throws
  {
    let settings = TestServer.settings { $0.limits.requestsPerMinute = 3 }
    try await TestServer.application(EmptyStore(), settings).test(.router) { client in
      for _ in 0..<3 { #expect(try await client.send(.get, "/v1/limits").code == 200) }
      let refused = try await client.send(.get, "/v1/limits")
      #expect(refused.code == 429)
      #expect(refused.headers[.retryAfter] == "60")
    }
  }

  @Test func `logs hold no text of drafts and one line an event`() async throws {
    let lines = Lines()
    let application = try TestServer.application(log: { lines.add($0) })
    try await application.test(.router) { client in
      _ = try await client.send(
        .post,
        "/v1/checks?name=%0d%0ax",
        "# 某某某某某\n\n内容\r\n",
        type: "text/markdown"
      )
    }
    let text = String(decoding: lines.all.joined(), as: UTF8.self)
    #expect(text.contains(#""route":"/v1/checks""#))
    #expect(!text.contains("某某某"))
    #expect(text.utf8.filter { $0 == 0x0A }.count == lines.all.count)
  }

  @Test func `numbers are told in Prometheus' format`() async throws {
    let metrics = PrometheusMetrics()
    try await TestServer.application(metrics: metrics).test(.router) { client in
      _ = try await client.send(.get, "/v1/limits")
    }
    let text = metrics.exposition
    #expect(text.contains("# TYPE http_requests_total counter"))
    #expect(text.contains(#"http_requests_total{method="GET",route="/v1/limits",status="200"} 1"#))
    #expect(text.contains(#"http_request_duration_seconds_bucket{route="/v1/limits",le="+Inf"} 1"#))
  }

  @Test func `escaping works on scalars`() {
    #expect(escapedHTML("\"\u{301}<") == "&quot;\u{301}&lt;")
  }
}

private final class Lines: Sendable {
  private let lines = Mutex<[[UInt8]]>([])
  func add(_ line: [UInt8]) { lines.withLock { $0.append(line) } }
  var all: [[UInt8]] { lines.withLock(\.self) }
}
