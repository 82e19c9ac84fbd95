import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOPosix
import Reviewing
import Serving
import Storing
import Testing

@Suite struct SlowClientTests {
  @Test func `a body that trickles is ended with 408`() async throws {
    let settings = TestServer.settings { $0.limits.bodySeconds = 1 }
    try await TestServer.application(EmptyStore(), settings).test(.live) { client in
      let port = try #require(client.port)
      let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: "localhost", port: port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
          }
        }
      let start = ContinuousClock.now
      var answer = ""
      do {
        try await channel.executeThenClose { inbound, outbound in
          let head =
            "POST /v1/checks HTTP/1.1\r\nHost: x\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n"
          try await outbound.write(ByteBuffer(string: head))
          let writing = Task {
            while !Task.isCancelled {
              try await outbound.write(ByteBuffer(string: "a"))
              try await Task.sleep(for: .milliseconds(100))
            }
          }
          defer { writing.cancel() }
          for try await buffer in inbound {
            answer = String(buffer: buffer)
            return
          }
        }
      } catch ChannelError.ioOnClosedChannel {
        // The server has closed it first.
      }
      #expect(answer.hasPrefix("HTTP/1.1 408"), "\(answer)")
      #expect(ContinuousClock.now - start < .seconds(30))
    }
  }
}
