import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import Reviewing
import Serving
import Storing
import Testing

/// The record as the API tells of it, and what outlasts a restart.
@Suite struct RecordRouteTests {
  private func verification(
    _ house: House,
    _ client: any TestClientProtocol,
    _ query: String = ""
  ) async throws -> [String: Any] {
    let path = "/v1/audit/verification" + query
    return try await house.call(client, .get, path, as: "auditor").object()
  }

  private func faults(_ body: [String: Any]) -> [String] {
    (body["faults"] as? [[String: Any]] ?? []).map { fault in
      "\(fault["kind"] as? String ?? "") \(fault["sequence"] as? Int ?? -1)"
    }
  }

  @Test func `the record is verified with its checkpoints and anchors`() async throws {
    try await House.test { house, client in
      _ = try await house.submitted(client)
      let sound = try await verification(house, client)
      #expect(sound["valid"] as? Bool == true)
      #expect(sound["entries"] as? Int == 2)
      #expect(sound["checkpoints"] as? Int == 1)
      #expect(sound["anchors"] as? Int == 2)
      // What an anchor knows and the record lacks has been cut off, though every hash is right.
      let head = String(repeating: "a", count: 64)
      let chain = sound["chain"] as? String ?? ""
      let anchor = Anchor(chain: chain, sequence: 9, head: head)
      let file = try #require(FileHandle(forWritingAtPath: house.store.folder.anchors))
      try file.seekToEnd()
      try file.write(contentsOf: anchor.line + [0x0A])
      try file.close()
      let cut = try await verification(house, client)
      #expect(cut["valid"] as? Bool == false)
      #expect(faults(cut) == ["cut 3"])
    }
  }

  @Test func `a code from paper is looked for`() async throws {
    try await House.test { house, client in
      _ = try await house.submitted(client)
      let checkpoint = try #require(try await house.store.checkpoint(at: TestServer.now))
      let found = try await verification(house, client, "?code=\(AuditCode(checkpoint))")
      #expect(found["code_sequence"] as? Int == 2)
      let other = try await verification(house, client, "?code=0000-0000-0000-0000")
      #expect(faults(other) == ["unknown_code 0"])
      let broken = try await verification(house, client, "?code=abc")
      #expect(broken["code"] as? String == "bad-request")
    }
  }

  @Test func `a cursor is good after a restart, for its own list`() async throws {
    let folder = TemporaryFolder()
    let house = try await House.build(folder)
    let first = try await TestServer.application(house.store).test(.router) { client in
      for number in 1...3 {
        let text = "# 本院第\(number)个通知\n\n内容。\n"
        _ = try await house.call(client, .post, "/v1/drafts", house.draft(text), as: "writer")
      }
      return try await house.call(client, .get, "/v1/drafts?limit=2", as: "writer").object()
    }
    let cursor = try #require(first["next"] as? String)
    try await TestServer.application(house.store).test(.router) { client in
      let path = "/v1/drafts?cursor=\(cursor)"
      let rest = try await house.call(client, .get, path + "&limit=2", as: "writer").object()
      #expect((rest["drafts"] as? [Any])?.count == 1)
      for (other, name) in [("&limit=2&state=editing", "writer"), ("&limit=2", "officer")] {
        let refused = try await house.call(client, .get, path + other, as: name)
        #expect(refused.code == 400)
      }
    }
  }

  @Test func `anchors that cannot be written are told, and when they are again`() async throws {
    let folder = TemporaryFolder()
    let house = try await House.build(folder)
    let metrics = PrometheusMetrics()
    let health = AnchorHealth(
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
      metrics: metrics
    )
    let parts = try TestServer.parts(house.store, metrics, { _ in }, anchors: health)
    let server = try GateServer(parts, TestServer.settings()).application()
    try await server.test(.router) { client in
      #expect(try await client.send(.get, "/readyz").text == #"{"status":"ok"}"#)
      health.failed("no space left on device")
      let degraded = try await client.send(.get, "/readyz")
      #expect(degraded.code == 200)
      #expect(degraded.text == #"{"faults":["anchors"],"status":"degraded"}"#)
      #expect(metrics.exposition.contains("audit_anchor_failures_total 1"))
      health.written()
      #expect(try await client.send(.get, "/readyz").text == #"{"status":"ok"}"#)
    }
  }

  @Test func `a name with a zero byte is refused, and its place told`() async throws {
    try await House.test { house, client in
      let body = ["name": "chen", "display_name": "陈\u{0}医生", "department": "dep_x"]
      let refused = try await house.call(client, .post, "/v1/users", body, as: "admin")
      #expect(refused.code == 422)
      #expect(refused.text.contains("/display_name"))
    }
  }
}
