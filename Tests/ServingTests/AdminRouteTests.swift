import Console
import Foundation
import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import Testing

/// The pages of those who look after the gate, through the router.
@Suite struct AdminRouteTests {
  @Test(
    arguments: [
      ("/users", ["admin"]), ("/users/new", ["admin"]), ("/columns/new", ["admin"]),
      ("/audit", ["admin", "auditor", "head", "leader"]),
      ("/audit/verification", ["admin", "auditor", "head", "leader"]),
      ("/statistics", ["auditor", "officer", "head", "leader"]),
      ("/policies/new", ["admin", "head", "leader"]),
    ]
  )
  func `a page is for those for whom the API is`(path: String, names: [String]) async throws {
    try await House.test { house, client in
      for name in ["writer", "officer", "head", "leader", "publisher", "auditor", "admin"] {
        let page = try await Browser(house, client, name).get(path)
        #expect(page.code == (names.contains(name) ? 200 : 403), "\(path) \(name)")
      }
    }
  }

  @Test(arguments: ["/columns", "/policies", "/policies/1", "/tokens", "/me", "/rules"])
  func `everybody who has signed in may see`(path: String) async throws {
    try await House.test { house, client in
      let page = try await Browser(house, client, "writer").get(path)
      #expect(page.code == 200 && page.text.contains("<main"))
    }
  }

  @Test func `who administers has the record verified and does not read it`() async throws {
    try await House.test { house, client in
      let admin = try await Browser(house, client, "admin").get("/audit")
      #expect(!admin.text.contains("<tbody>"))
      let auditor = try await Browser(house, client, "auditor")
      #expect(try await auditor.get("/audit").text.contains("<tbody>"))
      let sound = try await auditor.get("/audit/verification").text
      #expect(sound.contains("记录完整，没有被改动"))
      let typed = try await auditor.get("/audit/verification?code=0000-0000-0000-0000").text
      #expect(typed.contains("表上的检查点码在记录里找不到") && typed.contains("记录完整"))
      #expect(try await auditor.get("/audit/verification?code=x").text.contains("16 个字母和数字"))
    }
  }

  @Test func `what a column no longer has is taken away, by null or by a field left empty`()
    async throws
  {
    try await House.test { house, client in
      let path = "/v1/columns/\(house.column.value)"
      func column() async throws -> Column {
        try #require(try await house.store.read { try $0.column(house.column) })
      }
      let changes: [[String: Any]] = [["class": "notice"], ["freshness_days": NSNull()]]
      for (index, change) in changes.enumerated() {
        let tag = "\"v\(try await column().version)\""
        let done = try await house.call(client, .patch, path, change, as: "admin", match: tag)
        #expect(done.code == 200, "\(index) \(done.text)")
      }
      #expect(try await column().freshnessDays == nil)
      #expect(try await column().draftClass == "notice")
      let admin = try await Browser(house, client, "admin")
      let page = try await admin.get("/columns/\(house.column.value)").text
      #expect(page.contains("name=\"class:null\"") && page.contains("name=\"freshness_days:null\""))
      for (typed, kept) in [("7", 7), ("", nil)] {
        let done = try await Browser(house, client, "admin").post(
          path,
          [
            "class": "", "class:null": "1", "freshness_days:null": "1",
            "freshness_days:number": typed,
            "_version": String(try await column().version),
          ],
          method: "patch"
        )
        #expect(done.code == 303, "\(done.text)")
        #expect(try await column().freshnessDays == kept)
      }
      #expect(try await column().draftClass == nil)
    }
  }

  @Test func `a sign-in link is in the page that answers the form and in no address`() async throws
  {
    try await House.test { house, client in
      let admin = try await Browser(house, client, "admin")
      let writer = try #require(house.users["writer"])
      let path = "/v1/users/\(writer.id.value)/sign-in-links"
      let page = try await admin.post(path, ["_next": "/users/\(writer.id.value)"])
      #expect(page.code == 200 && page.headers[.location] == nil)
      #expect(page.headers[.cacheControl] == "no-store")
      let part = try #require(page.text.components(separatedBy: "/sign-in/").dropFirst().first)
      let secret = Secret(String(part.prefix { $0 != "\"" }))
      let link = try #require(try await house.store.read { try $0.signInLink(hashed: secret.hash) })
      #expect(link.user == writer.id && link.usedAt == nil)
    }
  }

  @Test func `a new token is shown once, to whom it is`() async throws {
    try await House.test { house, client in
      let writer = try await Browser(house, client, "writer")
      let fields = ["name": "采编", "scopes[]": "read", "days:number": "30", "_next": "/tokens"]
      let page = try await writer.post("/v1/tokens", fields)
      #expect(page.code == 200 && page.headers[.location] == nil)
      #expect(page.text.contains("value=\"hegui_api_"))
      let list = try await writer.get("/tokens").text
      #expect(list.contains("采编") && !list.contains("hegui_api_"))
      let none = try await writer.post("/v1/tokens", ["name": "无", "_key": UUID().uuidString])
      #expect(none.code == 422)
    }
  }

  @Test func `a box that is not ticked says no, and none ticked says none`() async throws {
    try await House.test { house, client in
      let admin = try await Browser(house, client, "admin")
      let writer = try #require(house.users["writer"])
      let fields = [
        "_version": "1", "roles:none": "1", "disabled:flag": "false", "display_name": "王敏",
      ]
      let done = try await admin.post("/v1/users/\(writer.id.value)", fields, method: "patch")
      #expect(done.code == 303, "\(done.text)")
      let user = try #require(try await house.store.read { try $0.user(writer.id) })
      #expect(user.roles.isEmpty && !user.isDisabled && user.displayName == "王敏")
    }
  }

  @Test func `a policy is proposed as it is written, and another activates it`() async throws {
    try await House.test { house, client in
      let head = try await Browser(house, client, "head")
      var policy = Policy.township
      policy.permitMinutes = 45
      let text = String(decoding: policy.json.canonicalBytes, as: UTF8.self)
      let wrong = text.replacing("\"permit_minutes\":45", with: "\"permit_minutes\":0")
      let refused = try await head.post("/v1/policies", ["_json": wrong])
      #expect(refused.code == 422, "\(refused.text)")
      let next = ["_json": text, "_key": UUID().uuidString]
      #expect(try await head.post("/v1/policies", next).code == 303)
      let leader = try await Browser(house, client, "leader")
      let short = try await leader.get("/policies").text
      #expect(short.contains("发布许可 45 分钟内有效</ins>") && short.contains("现在还不能启用"))
      #expect(!short.contains("/activation\""))
      let clinic = try #require(house.users["writer"]?.department)
      let roles: [String: Role] = ["second": .informationOfficer, "secrecy": .secrecyReviewer]
      try await house.store.write { store in
        for (name, role) in roles {
          try store.save(
            User(
              id: ID("usr_" + name),
              name: name,
              displayName: name,
              department: clinic,
              roles: [role],
              createdAt: TestServer.now
            )
          )
        }
      }
      let staffed = try await leader.get("/policies").text
      #expect(staffed.contains("/do/post/v1/policies/2/activation\""), "\(staffed)")
      #expect(try await !head.get("/policies").text.contains("/activation\""))
    }
  }

  @Test func `rules are found by word, group and severity`() async throws {
    try await TestServer.application().test(.router) { client in
      let all = try await client.send(.get, "/rules").text
      let found = try await client.send(.get, "/rules?text=&group=title&severity=error").text
      #expect(found.contains("href=\"/rules/title/") && !found.contains("href=\"/rules/number/"))
      #expect(found.utf8.count < all.utf8.count / 4)
      let none = try await client.send(.get, "/rules?text=zzzzzz").text
      #expect(none.contains("没有符合条件的规则"))
      #expect(try await client.send(.get, "/rules/title/nothing").code == 404)
    }
  }
}

extension Browser {
  func get(_ path: String) async throws -> TestResponse {
    try await client.send(.get, path, headers: [.cookie: cookie, .accept: "text/html"])
  }
}
