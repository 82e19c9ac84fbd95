import Reviewing
import Serving
import Storing
import Testing

@Suite struct SweepTests {
  @Test func `answers of a day ago are forgotten, and what has long ended`() async throws {
    let folder = TemporaryFolder()
    let house = try await House.build(folder)
    let user = try #require(house.users["writer"]).id
    let keys = [23, 25].map { hours in
      IdempotencyKey(user: user, target: "POST /x", key: "\(hours)", fingerprint: Digest(of: [1]))
    }
    let hash = Digest(of: [7])
    try await house.store.write { store in
      for (key, hours) in zip(keys, [23, 25]) {
        try store.save(
          StoredResponse(status: 200, headers: [:], body: [], fingerprint: key.fingerprint),
          for: key,
          at: TestServer.now.adding(hours: -hours)
        )
      }
      try store.save(
        Session(
          hash: hash,
          user: user,
          createdAt: TestServer.now.adding(hours: -30),
          lastSeenAt: TestServer.now.adding(hours: -25),
          csrfToken: "t"
        )
      )
    }
    let server = GateServer(
      try TestServer.parts(house.store, PrometheusMetrics(), { _ in }),
      TestServer.settings()
    )
    try await server.sweep()
    let left = try await house.store.read { store in
      try keys.map { try store.replay($0) != nil } + [store.session(hashed: hash) != nil]
    }
    #expect(left == [true, false, false])
  }
}
