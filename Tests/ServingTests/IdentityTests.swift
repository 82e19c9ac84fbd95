import Foundation
import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import Testing

@Suite struct IdentityTests {
  @Test func `without a good token nothing is shown`() async throws {
    try await House.test { house, client in
      for name in [nil, "nobody"] {
        let answer = try await house.call(client, .get, "/v1/drafts", as: name)
        #expect(answer.code == 401)
        #expect(answer.headers[.wwwAuthenticate]?.hasPrefix("Bearer") == true)
      }
    }
  }

  @Test func `what one may not see is answered as what there is not`() async throws {
    try await House.test { house, client in
      let draft = try await house.submitted(client)
      let hidden = try await house.call(client, .get, draft.path, as: "stranger").object()
      let missing = try await house.call(client, .get, "/v1/drafts/drf_none", as: "stranger")
        .object()
      for key in hidden.keys where key != "request_id" {
        #expect("\(hidden[key] ?? "")" == "\(missing[key] ?? "")")
      }
      let list = try await house.call(client, .get, "/v1/drafts", as: "stranger").object()
      #expect((list["drafts"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `a session needs its cookie and its page's token`() async throws {
    try await House.test { house, client in
      let link = Secret()
      let user = try #require(house.users["admin"])
      try await house.store.write { store in
        try store.save(
          SignInLink(hash: link.hash, user: user.id, expiresAt: TestServer.now.adding(minutes: 10))
        )
      }
      let body = #"{"link":"\#(link.text)","password":"correct horse battery"}"#
      let signed = try await client.send(.post, "/v1/session", body)
      #expect(signed.code == 201, "\(signed.text)")
      let cookie = try #require(signed.headers[.setCookie])
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
      let pair = String(cookie.prefix { $0 != ";" })
      let token = try #require(try signed.object()["csrf_token"] as? String)
      #expect(try await client.send(.get, "/v1/me", headers: [.cookie: pair]).code == 200)
      let request = #"{"name":"ci","scopes":["check"]}"#
      let key = HTTPField.Name("Idempotency-Key")!
      let forged = try await client.send(
        .post,
        "/v1/tokens",
        request,
        headers: [.cookie: pair, key: "a-key-of-sixteen-or-more"]
      )
      #expect(try forged.object()["code"] as? String == "csrf-failed")
      let made = try await client.send(
        .post,
        "/v1/tokens",
        request,
        headers: [
          .cookie: pair, key: "a-key-of-sixteen-or-more", HTTPField.Name("X-CSRF-Token")!: token,
        ]
      )
      #expect(made.code == 201, "\(made.text)")
      let again = try await client.send(.post, "/v1/session", body)
      #expect(try again.object()["code"] as? String == "sign-in-failed")
      let named = try await client.send(
        .post,
        "/v1/session",
        #"{"name":"admin","password":"correct horse battery"}"#
      )
      #expect(named.code == 201)
      let out = try await client.send(
        .delete,
        "/v1/session",
        headers: [.cookie: pair, HTTPField.Name("X-CSRF-Token")!: token]
      )
      #expect(out.code == 204)
      #expect(try await client.send(.get, "/v1/me", headers: [.cookie: pair]).code == 401)
    }
  }

  @Test func `a secret is shown once, also to a request that comes again`() async throws {
    try await House.test { house, client in
      let writer = try #require(house.users["writer"])
      let path = "/v1/users/\(writer.id)/sign-in-links"
      let key = "a-key-of-sixteen-or-more"
      let made = try await house.call(client, .post, path, as: "admin", key: key)
      let link = try #require(try made.object()["link"] as? String)
      let again = try await house.call(client, .post, path, as: "admin", key: key)
      #expect(again.code == 409 && !again.text.contains(link), "\(again.text)")
    }
  }

  @Test func `five wrong passwords are enough`() async throws {
    try await House.test { house, client in
      for attempt in 0..<6 {
        let answer = try await client.send(
          .post,
          "/v1/session",
          #"{"name":"admin","password":"wrong"}"#
        )
        #expect(answer.code == (attempt < 5 ? 401 : 429))
        if attempt == 5 { #expect(answer.text.contains("15 分钟后再试")) }
      }
      // Others behind the same address have made no slip.
      let other = try await client.send(
        .post,
        "/v1/session",
        #"{"name":"writer","password":"wrong"}"#
      )
      #expect(other.code == 401)
    }
  }

  @Test func `many tries at once are no more than five`() async throws {
    try await House.test { _, client in
      let codes = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<12 {
          group.addTask {
            try await client.send(
              .post,
              "/v1/session",
              #"{"name":"admin","password":"wrong"}"#
            ).code
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      // A loaded machine may put a try off instead of judging it.
      #expect(codes.count { $0 == 401 || $0 == 503 } == 5, "\(codes)")
      #expect(codes.count { $0 == 429 } == 7, "\(codes)")
    }
  }

  @Test func `a new password ends what was begun with the old one, on record`() async throws {
    try await House.test { house, client in
      let stolen = try await Browser(house, client, "writer")
      let own = try await Browser(house, client, "writer")
      let set = try await own.post(
        "/v1/me/password",
        ["password": "correct horse battery"],
        method: "put"
      )
      #expect(set.code == 303, "\(set.text)")
      #expect(try await own.get("/me").code == 200)
      #expect(try await stolen.get("/me").code == 303)
      let link = Secret()
      let user = try #require(house.users["writer"])
      try await house.store.write { store in
        try store.save(
          SignInLink(hash: link.hash, user: user.id, expiresAt: TestServer.now.adding(minutes: 10))
        )
      }
      let body = #"{"link":"\#(link.text)","password":"another horse battery"}"#
      #expect(try await client.send(.post, "/v1/session", body).code == 201)
      #expect(try await own.get("/me").code == 303)
      let actions = try await house.store.read {
        try $0.auditEntries(after: 0, limit: 100, subject: user.id.value).map(\.action)
      }
      #expect(actions.count { $0 == "user.password" } == 2)
    }
  }

  @Test func `a session that ends while it is looked up stays ended`() async throws {
    let folder = TemporaryFolder()
    let house = try await House.build(folder)
    let secret = Secret()
    let user = try #require(house.users["writer"])
    let began = TestServer.now.adding(minutes: -2)
    try await house.store.write { store in
      try store.save(
        Session(
          hash: secret.hash,
          user: user.id,
          createdAt: began,
          lastSeenAt: began,
          csrfToken: "token"
        )
      )
    }
    let store = ForestalledStore(store: house.store) { try $0.remove(session: secret.hash) }
    try await TestServer.application(store).test(.router) { client in
      let headers: HTTPFields = [.cookie: "hegui=\(secret.text)"]
      let answer = try await client.send(.get, "/v1/me", headers: headers)
      #expect(answer.code == 401)
    }
    let kept = try await house.store.read { try $0.session(hashed: secret.hash) }
    #expect(kept == nil)
  }

  @Test func `a token that is revoked while it is looked up stays revoked`() async throws {
    let folder = TemporaryFolder()
    let house = try await House.build(folder)
    let hash = Digest(of: try #require(house.tokens["writer"]).utf8)
    let store = ForestalledStore(store: house.store) { store in
      var token = try #require(try store.token(hashed: hash))
      token.revokedAt = TestServer.now
      try store.save(token)
    }
    try await TestServer.application(store).test(.router) { client in
      let answer = try await house.call(client, .get, "/v1/me", as: "writer")
      #expect(answer.code == 401)
    }
    let kept = try await house.store.read { try $0.token(hashed: hash) }
    #expect(kept?.revokedAt == TestServer.now)
  }

  @Test func `over TLS the cookie has its prefix`() async throws {
    let settings = TestServer.settings { $0.isBehindProxy = true }
    try await House.test(settings) { house, client in
      let link = Secret()
      let user = try #require(house.users["writer"])
      try await house.store.write { store in
        try store.save(
          SignInLink(hash: link.hash, user: user.id, expiresAt: TestServer.now.adding(minutes: 10))
        )
      }
      let answer = try await client.send(.post, "/v1/session", #"{"link":"\#(link.text)"}"#)
      #expect(answer.headers[.setCookie]?.hasPrefix("__Host-hegui=") == true)
      #expect(answer.headers[.setCookie]?.contains("; Secure") == true)
      #expect(answer.headers[.strictTransportSecurity] != nil)
    }
  }

  @Test func `a token does what its scopes say and no more`() async throws {
    try await House.test { house, client in
      let text = TokenText(kind: "ci")
      let user = try #require(house.users["writer"])
      try await house.store.write { store in
        try store.save(
          APIToken(
            id: IDSource().next(at: TestServer.now),
            hash: text.hash,
            user: user.id,
            name: "ci",
            scopes: [.check],
            createdAt: TestServer.now,
            expiresAt: TestServer.now.adding(hours: 1)
          )
        )
      }
      let answer = try await client.send(
        .get,
        "/v1/drafts",
        headers: [.authorization: "Bearer \(text.text)"]
      )
      #expect(try answer.object()["code"] as? String == "scope-missing")
    }
  }

  @Test func `administrators have no say on content, and give themselves none`() async throws {
    try await House.test { house, client in
      let draft = try await house.submitted(client)
      #expect(try await house.approve(client, draft, as: "admin").code == 404)
      let own = "/v1/users/\(try #require(house.users["admin"]).id)"
      let refused = try await house.call(
        client,
        .patch,
        own,
        ["roles": ["leader"]],
        as: "admin",
        match: "\"v1\""
      )
      #expect(refused.code == 403)
    }
  }
}

/// A store in which another's write always comes before one's own.
private struct ForestalledStore: ReviewStore {
  let store: SQLiteStore
  let forestall: @Sendable (any StoreWriting) throws -> Void

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreReading) throws -> Value
  ) async throws -> Value { try await store.read(body) }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any StoreWriting) throws -> Value
  ) async throws -> Value {
    try await store.write(forestall)
    return try await store.write(body)
  }

  func verifyAudit(code: AuditCode?) async throws -> AuditReport {
    try await store.verifyAudit(code: code)
  }
}
