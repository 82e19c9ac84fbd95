import Console
import Foundation
import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import Testing

/// The review desk as a browser calls it.
@Suite struct DeskRouteTests {
  @Test func `the draft stands in a frame of its own, shut off from everything`() async throws {
    try await House.test { house, client in
      let draft = try await house.submitted(client, "# 甲\n\n<script>alert(1)</script>乙\n")
      let path = draft.path.replacing("/v1", with: "")
      let officer = try await Browser(house, client, "officer")
      let desk = try await officer.get(path)
      #expect(desk.code == 200 && desk.text.contains("sandbox=\"\" src=\"\(path)/preview/1\""))
      #expect(desk.text.contains("name=\"content_digest\" value=\"\(draft.digest)\""))
      let preview = try await officer.get(path + "/preview/1")
      let policy = try #require(preview.headers[.contentSecurityPolicy])
      #expect(policy.hasPrefix("sandbox; default-src 'none'"))
      #expect(policy.contains("frame-ancestors 'self'") && !policy.contains("allow-"))
      #expect(preview.text.contains("乙") && !preview.text.contains("<script"))
      #expect(try await officer.get(path + "/preview/2").code == 404)
    }
  }

  @Test(arguments: ["", "/preview/1", "/compare", "/history", "/form"])
  func `who may not see a draft sees no page of it`(page: String) async throws {
    try await House.test { house, client in
      let path = try await house.submitted(client).path.replacing("/v1", with: "")
      let stranger = try await Browser(house, client, "stranger")
      #expect(try await stranger.get(path + page).code == 404)
      let writer = try await Browser(house, client, "writer")
      #expect(try await writer.get(path + page).code == 200)
    }
  }

  @Test func `the release form is a page: who has not signed in is led to where one does`()
    async throws
  {
    try await House.test { house, client in
      let path = try await house.submitted(client).path.replacing("/v1", with: "")
      let answer = try await client.send(.get, path + "/form")
      #expect(answer.code == 303)
      #expect(answer.headers[.location]?.hasPrefix("/sign-in?next=") == true)
      let officer = try await Browser(house, client, "officer")
      #expect(try await officer.get(path + "/form").text.contains("网络信息发布表"))
    }
  }

  @Test func `whose step takes the draft out of their sight is told so in the queue`() async throws
  {
    try await House.test { house, client in
      let draft = try await house.approved(client)
      let publisher = try await Browser(house, client, "publisher")
      let path = draft.path.replacing("/v1", with: "")
      let answer = try await publisher.post(
        draft.path + "/transitions",
        [
          "_version": String(draft.tag.dropFirst(2).dropLast()), "action": "escalate",
          "to": "leadership", "reason": "涉及重大事项，请领导小组审定",
          "_next": path + "?done=escalated#top",
        ]
      )
      #expect(answer.code == 303, "\(answer.text)")
      #expect(answer.headers[.location] == "/queue?done=escalated")
      #expect(try await publisher.get(path).code == 404)
    }
  }

  @Test func `what is alike is asked for and decided at once, all of it or nothing`() async throws {
    try await House.test { house, client in
      let text = "# 本院开设新门诊\n\n【错】门诊每周一开放。【错】\n"
      func made() async throws -> (path: String, id: ID<Submission>) {
        let answer = try await house.call(
          client,
          .post,
          "/v1/drafts",
          house.draft(text),
          as: "writer"
        )
        let path = try #require(answer.headers[.location])
        return (path, ID(String(path.dropFirst("/v1/drafts/".count))))
      }
      func waivers(_ id: ID<Submission>) async throws -> [Waiver] {
        try #require(try await house.store.read { try $0.submission(id) }).waivers
      }
      func ask(_ path: String, _ also: [String]) async throws -> Int {
        let note = "引用上级文件原文，不能改动"
        return try await house.call(
          client,
          .post,
          path + "/waivers",
          ["fingerprint": "mark-error", "also": also, "reason": "quoted_law", "note": note],
          as: "writer"
        ).code
      }
      let (first, other) = (try await made(), try await made())
      #expect(try await ask(first.path, ["mark-error-1", "none"]) >= 400)
      #expect(try await waivers(first.id).isEmpty)
      #expect(try await ask(first.path, ["mark-error-1"]) == 201)
      #expect(try await ask(other.path, []) == 201)
      let head = try await Browser(house, client, "head")
      let desk = try await head.get(first.path.replacing("/v1", with: "")).text
      let (mine, strange) = (try await waivers(first.id), try await waivers(other.id)[0])
      #expect(mine.map(\.state) == [.pending, .pending])
      #expect(desk.contains("name=\"also[]\" value=\"\(mine[1].id.value)\" checked"))
      let decision = "/v1/waivers/\(mine[0].id.value)/decision"
      for (also, state) in [(strange.id, Waiver.State.pending), (mine[1].id, .granted)] {
        let version = try #require(try await house.store.read { try $0.submission(first.id) })
          .version
        _ = try await head.post(
          decision,
          [
            "_version": String(version), "_key": UUID().uuidString, "granted:flag": "true",
            "also[]": also.value,
          ]
        )
        #expect(try await waivers(first.id).map(\.state) == [state, state])
      }
      #expect(try await waivers(other.id).map(\.state) == [.pending])
    }
  }

  @Test func `only what was escalated to leadership is taken back`() async throws {
    try await House.test { house, client in
      let draft = try await house.submitted(client)
      let gate = try await house.call(client, .get, draft.path + "/gate", as: "leader").object()
      let allowed = try #require((gate["me"] as? [String: Any])?["can"] as? [String])
      #expect(allowed.contains("escalate") && !allowed.contains("deescalate"))
    }
  }

  @Test func `a step is taken by its form, for exactly what was shown`() async throws {
    try await House.test { house, client in
      let draft = try await house.submitted(client)
      let path = draft.path.replacing("/v1", with: "")
      let officer = try await Browser(house, client, "officer")
      let version = String(draft.tag.dropFirst(2).dropLast())
      let other = "sha256:" + String(repeating: "0", count: 64)
      for (digest, code) in [(other, 409), (draft.digest, 303)] {
        let answer = try await officer.post(
          draft.path + "/transitions",
          [
            "_version": version, "_key": UUID().uuidString, "action": "return",
            "content_digest": digest, "comment": "请补充资料来源",
          ]
        )
        #expect(answer.code == code, "\(answer.text)")
      }
      let history = try await officer.get(path + "/history")
      #expect(history.text.contains("某officer在「初审」退回"))
      #expect(history.text.contains("请补充资料来源"))
    }
  }

  @Test func `the history says why a draft was withdrawn and what was written to reviewers`()
    async throws
  {
    try await House.test { house, client in
      let made = try await house.call(
        client,
        .post,
        "/v1/drafts",
        house.draft(),
        as: "writer"
      )
      let path = try #require(made.headers[.location])
      var tag = made.headers[.eTag]
      for (action, field, text) in [
        ("submit", "note", "活动在周六，请尽快<b>审</b>"), ("withdraw", "reason", "活动取消，不发了"),
      ] {
        let answer = try await house.call(
          client,
          .post,
          path + "/transitions",
          ["action": action, field: text],
          as: "writer",
          match: tag
        )
        #expect(answer.code == 200, "\(answer.text)")
        tag = answer.headers[.eTag]
      }
      let writer = try await Browser(house, client, "writer")
      let history = try await writer.get(path.replacing("/v1", with: "") + "/history").text
      #expect(history.contains("<p class=\"said\">活动在周六，请尽快&lt;b&gt;审&lt;/b&gt;</p>"))
      #expect(history.contains("<p class=\"said\">活动取消，不发了</p>"))
    }
  }

  @Test func `nothing of a frozen draft is shown anywhere`() async throws {
    try await House.test { house, client in
      let made = try await house.call(
        client,
        .post,
        "/v1/drafts",
        house.draft("# 甲乙丙\n\n【密】丁\n"),
        as: "writer"
      )
      let path = try #require(made.headers[.location]).replacing("/v1", with: "")
      let leader = try await Browser(house, client, "leader")
      for page in ["", "/preview/1", "/compare", "/history"] {
        let answer = try await leader.get(path + page)
        #expect(!answer.text.contains("甲乙丙") && !answer.text.contains("【密】"), "\(page)")
      }
      #expect(try await leader.get(path).text.contains("release_frozen"))
    }
  }
}
