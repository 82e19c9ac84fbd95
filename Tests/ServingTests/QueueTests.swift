import Foundation
import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import Testing

/// What waits is in the queue of those whom it waits for.
@Suite struct QueueTests {
  private func isWaiting(
    _ draft: Handed,
    for name: String,
    _ house: House,
    _ client: any TestClientProtocol
  ) async throws -> Bool {
    let page = try await Browser(house, client, name).get("/queue").text
    // What one has written oneself is listed below.
    let todo = page.components(separatedBy: "</section>").first ?? ""
    return todo.contains(draft.path.replacing("/v1", with: ""))
  }

  @Test func `a draft with a warning nobody has cleared waits for its stage's reviewer`()
    async throws
  {
    try await House.test { house, client in
      let draft = try await house.submitted(client, "# 本院【敏】通知\n\n门诊照常。\n")
      #expect(try await isWaiting(draft, for: "officer", house, client))
      for name in ["head", "leader", "publisher", "writer"] {
        #expect(try await !isWaiting(draft, for: name, house, client), "\(name)")
      }
    }
  }

  @Test func `what was urgent waits for leadership's word, also when it is out`() async throws {
    try await House.test { house, client in
      let leader = try #require(house.users["leader"])
      var draft = house.draft()
      var form = try #require(draft["form"] as? [String: Any])
      form["urgency"] = [
        "ground": "台风临时停诊", "duty_leader": leader.id.value,
        "valid_until": "2026-11-23T00:00:00Z",
      ]
      draft["form"] = form
      let made = try await house.call(client, .post, "/v1/drafts", draft, as: "writer")
      let path = try #require(made.headers[.location])
      let sent = try await house.call(
        client,
        .post,
        path + "/transitions",
        ["action": "submit"],
        as: "writer",
        match: made.headers[.eTag]
      )
      var handed = try Handed(path: path, sent)
      for name in ["officer", "head"] {
        handed = try Handed(path: path, try await house.approve(client, handed, as: name))
      }
      #expect(handed.state == "approved", "\(handed.text)")
      #expect(try await isWaiting(handed, for: "leader", house, client))
      let id = ID<Submission>(String(path.dropFirst("/v1/drafts/".count)))
      try await house.store.write { store in
        let before = try store.submission(id)
        guard var out = before else { return }
        out.state = .published
        out.version += 1
        try store.save(out, since: before)
      }
      #expect(try await isWaiting(handed, for: "leader", house, client))
      #expect(try await !isWaiting(handed, for: "head", house, client))
    }
  }
}
