import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Asks one server until that is killed.
struct Caller: Sendable {
  struct Reply: Sendable {
    let status: Int
    let isReplay: Bool
    let body: Data
  }

  private let client: HTTPClient
  private let base: String
  private let token: String

  init(base: String, token: String) {
    var configuration = HTTPClient.Configuration()
    // A server that was killed does not come back at once.
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    self.base = base
    self.token = token
  }

  func close() async throws { try await client.shutdown() }

  func get(_ path: String) async throws -> Reply {
    try await send(HTTPClientRequest(url: base + path))
  }

  func send(_ write: Write) async throws -> Reply {
    var request = HTTPClientRequest(url: base + write.path)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(name: "Idempotency-Key", value: write.key)
    if let tag = write.tag { request.headers.add(name: "If-Match", value: tag) }
    request.body = .bytes(ByteBuffer(bytes: write.body))
    return try await send(request)
  }

  private func send(_ request: HTTPClientRequest) async throws -> Reply {
    var request = request
    request.headers.add(name: "Authorization", value: "Bearer \(token)")
    let response = try await client.execute(request, timeout: .seconds(30))
    let body = try await response.body.collect(upTo: 16 << 20)
    return Reply(
      status: Int(response.status.code),
      isReplay: response.headers.first(name: "Idempotency-Replayed") == "true",
      body: Data(body.readableBytesView)
    )
  }
}
