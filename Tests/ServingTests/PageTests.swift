import Console
import Foundation
import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import Testing

/// The console as a browser calls it.
@Suite struct PageTests {
  @Test func `who has not signed in is led to where one does, and back`() async throws {
    try await House.test { _, client in
      let answer = try await client.send(.get, "/drafts?text=%E7%96%AB%E8%8B%97")
      #expect(answer.code == 303)
      let next = "%2Fdrafts%3Ftext%3D%25E7%2596%25AB%25E8%258B%2597"
      #expect(answer.headers[.location] == "/sign-in?next=\(next)")
      let page = try await client.send(.get, "/sign-in?next=\(next)")
      #expect(page.code == 200 && page.text.contains("value=\"/drafts?text=%E7%96%AB%E8%8B%97\""))
    }
  }

  @Test func `a page runs nothing but our own files`() async throws {
    try await House.test { _, client in
      let page = try await client.send(.get, "/sign-in")
      let policy = try #require(page.headers[.contentSecurityPolicy])
      #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
      #expect(!policy.contains("unsafe"))
      #expect(!page.text.contains("style=\"") && !page.text.contains("<script>"))
    }
  }

  @Test func `a form does what the API does, once`() async throws {
    try await House.test { house, client in
      let browser = try await Browser(house, client, "writer")
      let fields = [
        "format": "markdown", "content": "# 本院开设新门诊\r\n\r\n门诊每周一开放。\r\n",
        "column": house.column.value, "channels[]": "website", "form.public_basis": "own_work",
        "form.shows_minors:flag": "true", "form.authors:lines": "王敏\r\n\r\n李静",
        "form.planned_at:time": "2026-12-01T08:30", "form.rights.0.asset": "a.png",
        "form.rights.0.basis": "own", "form.rights.1.asset": "", "_next": "/drafts/{id}?done=saved",
      ]
      let made = try await browser.post("/v1/drafts", fields)
      let place = try #require(made.headers[.location])
      #expect(made.code == 303 && place.hasSuffix("?done=saved"), "\(made.text)")
      #expect(try await browser.post("/v1/drafts", fields).headers[.location] == place)
      let id = String(place.dropFirst("/drafts/".count).prefix { $0 != "?" })
      let draft = try #require(try await house.store.read { try $0.submission(ID(id)) })
      let form = try #require(draft.current?.form)
      #expect(draft.current?.manuscript.text == "# 本院开设新门诊\n\n门诊每周一开放。\n")
      #expect(form.showsMinors && form.authors == ["王敏", "李静"] && form.rights.count == 1)
      #expect(form.plannedAt?.description == "2026-12-01T00:30:00.000Z")
    }
  }

  @Test func `a form without the session's token, or of another site, does nothing`() async throws {
    try await House.test { house, client in
      let browser = try await Browser(house, client, "writer")
      let forged = try await browser.post("/v1/drafts", ["_csrf": "guess"])
      #expect(forged.code == 403 && forged.text.contains("role=\"alert\""))
      let foreign = try await browser.post("/v1/drafts", [:], site: "cross-site")
      #expect(foreign.code == 403)
    }
  }

  @Test(arguments: [
    (nil, 403), ("null", 403), ("https://evil.example", 403),
    ("http://localhost.evil.example", 403),
    ("http://localhost", 303), ("https://LOCALHOST", 303),
  ])
  func `where a browser does not say which site a form is of, its origin has to`(
    origin: String?,
    code: Int
  ) async throws {
    try await House.test { house, client in
      let browser = try await Browser(house, client, "writer")
      let answer = try await browser.post(
        "/v1/session",
        [:],
        method: "delete",
        site: nil,
        origin: origin
      )
      #expect(answer.code == code, "\(answer.text)")
    }
  }

  @Test func `a place for an id that there is not leads to no other site`() async throws {
    try await House.test { house, client in
      let browser = try await Browser(house, client, "writer")
      let answer = try await browser.post(
        "/v1/session",
        ["_next": "/{id}/evil.example/x"],
        method: "delete"
      )
      #expect(answer.code == 303 && answer.headers[.location] == "/")
    }
  }

  @Test func `a form may say as much as the API takes, however it is written`() async throws {
    let settings = TestServer.settings { $0.limits.bodyBytes = 4096 }
    try await House.test(settings) { house, client in
      let browser = try await Browser(house, client, "writer")
      func made(_ count: Int) async throws -> TestResponse {
        let fields = [
          "format": "markdown", "content": String(repeating: "门", count: count),
          "column": house.column.value, "channels[]": "website",
        ]
        return try await browser.post("/v1/drafts", fields)
      }
      #expect(try await made(1200).code == 303)
      for count in [1360, 4000] {
        let refused = try await made(count)
        #expect(refused.code == 413 && refused.text.contains("<h1>"), "\(refused.text)")
      }
    }
  }

  @Test(arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "/a\r\nX: y"])
  func `a form leads to no other site`(next: String) async throws {
    try await House.test { house, client in
      let browser = try await Browser(house, client, "writer")
      let answer = try await browser.post("/v1/session", ["_next": next], method: "delete")
      #expect(answer.code == 400 && answer.headers[.location] == nil)
    }
  }

  @Test func `what is wrong is told on a page, or to a script as problem details`() async throws {
    try await House.test { house, client in
      let browser = try await Browser(house, client, "writer")
      let page = try await browser.post("/v1/drafts", ["format": "docx"])
      #expect(page.code == 422 && page.text.contains("<h1>"))
      #expect(page.text.contains("<li><b>正文</b> 没有填这一项</li>"))
      let details = try await browser.post(
        "/v1/drafts",
        ["format": "docx"],
        accept: "application/problem+json"
      )
      #expect(try details.object()["code"] as? String == "validation-failed")
    }
  }

  @Test func `the language of a page that answers a form is switched on the page of the form`()
    async throws
  {
    try await House.test { house, client in
      let browser = try await Browser(house, client, "writer")
      let expected = [
        "/drafts/new?column=news": "%2Fdrafts%2Fnew%3Fcolumn%3Dnews", "": "%2F",
        "//evil.example": "%2F", "/do/post/v1/drafts": "%2F",
      ]
      for (from, next) in expected {
        let page = try await browser.post("/v1/drafts", ["format": "docx", "_from": from])
        #expect(page.text.contains("href=\"/language/en?next=\(next)\""), "\(from)")
      }
      let form = try await browser.get("/drafts/new?column=news").text
      #expect(form.contains("name=\"_from\" value=\"/drafts/new?column=news\""))
    }
  }

  @Test func `the language that was chosen is kept`() async throws {
    try await House.test { _, client in
      let chosen = try await client.send(.get, "/language/en?next=%2Fsign-in")
      let cookie = try #require(chosen.headers[.setCookie]).prefix { $0 != ";" }
      #expect(chosen.headers[.location] == "/sign-in")
      let page = try await client.send(.get, "/sign-in", headers: [.cookie: String(cookie)])
      #expect(page.text.contains("<html lang=\"en\""))
      #expect(try await client.send(.get, "/language/xx").code == 404)
    }
  }
}

/// Somebody who has signed in by a link.
struct Browser {
  let client: any TestClientProtocol
  let cookie: String
  let token: String
  /// The key of the form that is on the screen.
  let key = UUID().uuidString

  init(_ house: House, _ client: any TestClientProtocol, _ name: String) async throws {
    let link = Secret()
    let user = try #require(house.users[name])
    try await house.store.write { store in
      try store.save(
        SignInLink(hash: link.hash, user: user.id, expiresAt: TestServer.now.adding(minutes: 10))
      )
    }
    self.client = client
    let signed = try await client.send(
      .post,
      "/do/post/v1/session",
      "link=\(link.text)&_next=%2Fqueue",
      headers: [
        .contentType: "application/x-www-form-urlencoded", .origin: "http://localhost",
      ]
    )
    #expect(signed.code == 303 && signed.headers[.location] == "/queue", "\(signed.text)")
    let cookie = try #require(signed.headers[.setCookie])
    self.cookie = String(cookie.prefix { $0 != ";" })
    let me = try await client.send(.get, "/v1/me", headers: [.cookie: self.cookie]).object()
    token = try #require(me["csrf_token"] as? String)
  }

  func post(
    _ path: String,
    _ fields: [String: String],
    method: String = "post",
    site: String? = "same-origin",
    origin: String? = nil,
    accept: String = "text/html"
  ) async throws -> TestResponse {
    let all = ["_csrf": token, "_key": key, "_next": "/queue"].merging(fields) { $1 }
    let body = all.map { percentEncoded($0.key) + "=" + percentEncoded($0.value) }
    var headers: HTTPFields = [
      .contentType: "application/x-www-form-urlencoded", .cookie: cookie, .accept: accept,
    ]
    if let site, let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = site }
    headers[.origin] = origin
    return try await client.send(
      .post,
      "/do/\(method)\(path)",
      body.joined(separator: "&"),
      headers: headers
    )
  }
}
