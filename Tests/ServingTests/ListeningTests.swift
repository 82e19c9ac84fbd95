import Foundation
import NIOCore
import NIOPosix
import Reviewing
import Serving
import Testing

/// What keeps a server from listening is told by name.
@Suite struct ListeningTests {
  @Test func `a port that is taken is named`() async throws {
    let other = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(other.localAddress?.port)
    let settings = TestServer.settings { $0.port = port }
    let server = GateServer(
      try TestServer.parts(EmptyStore(), PrometheusMetrics(), { _ in }),
      settings
    )
    let failure = await #expect(throws: GateServer.ListeningFailure.self) {
      try await server.run { _ in Issue.record("it listens") }
    }
    #expect(failure?.description.hasPrefix("127.0.0.1:\(port)：已有程序在用") == true)
    try await other.close()
  }

  @Test func `certificates that cannot be used are named`() throws {
    let missing = ServerSettings.Certificate(chain: "/no/chain.pem", key: "/no/key.pem")
    let failure = #expect(throws: ServerSettings.Certificate.Failure.self) { try missing.check() }
    #expect(failure?.description.hasPrefix("/no/chain.pem：") == true)
  }
}
