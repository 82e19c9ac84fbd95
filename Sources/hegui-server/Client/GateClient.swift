import ArgumentParser
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Which server a command speaks with, and as whom.
struct ServerArguments: ParsableArguments {
  @Option(help: ArgumentHelp("关口的地址；默认取 HEGUI_SERVER，否则 http://127.0.0.1:8620", valueName: "url"))
  var server: String?

  var client: GateClient {
    get throws {
      let environment = ProcessInfo.processInfo.environment
      guard let token = environment["HEGUI_TOKEN"], !token.isEmpty else {
        throw CommandFailure(message: "请把令牌放进环境变量 HEGUI_TOKEN（put the token into HEGUI_TOKEN）")
      }
      let base = server ?? environment["HEGUI_SERVER"] ?? "http://127.0.0.1:8620"
      let parts = URLComponents(string: base)
      guard ["http", "https"].contains(parts?.scheme ?? ""), !(parts?.host ?? "").isEmpty else {
        throw CommandFailure(
          message: "\(base)：关口的地址应如 https://gate.example（write it as http(s)://HOST:PORT）"
        )
      }
      return GateClient(base: base.hasSuffix("/") ? String(base.dropLast()) : base, token: token)
    }
  }
}

/// Speaks the gate's API.
struct GateClient {
  let base: String
  let token: String

  func get(_ path: String) async throws -> Reply { try await send("GET", path) }

  /// `tag` is what the caller has seen; every call has a key of its own, so that none is done twice.
  func post(_ path: String, _ body: [String: Any], tag: String? = nil) async throws -> Reply {
    let bytes = try JSONSerialization.data(withJSONObject: body)
    return try await send("POST", path, Array(bytes), tag: tag)
  }

  private func send(
    _ method: String,
    _ path: String,
    _ body: [UInt8]? = nil,
    tag: String? = nil
  ) async throws -> Reply {
    var request = HTTPClientRequest(url: base + path)
    request.method = HTTPMethod(rawValue: method)
    request.headers.add(name: "Authorization", value: "Bearer \(token)")
    request.headers.add(name: "Accept", value: "application/json, text/plain")
    request.headers.add(name: "Accept-Language", value: "zh-CN")
    if let tag { request.headers.add(name: "If-Match", value: tag) }
    if let body {
      request.headers.add(name: "Content-Type", value: "application/json")
      request.headers.add(name: "Idempotency-Key", value: "\"\(UUID().uuidString)\"")
      request.body = .bytes(ByteBuffer(bytes: body))
    }
    do {
      let response = try await HTTPClient.once.execute(request, timeout: .seconds(60))
      let content = try await response.body.collect(upTo: 16 << 20)
      return Reply(
        status: Int(response.status.code),
        tag: response.headers.first(name: "ETag"),
        bytes: Array(content.readableBytesView)
      )
    } catch {
      throw CommandFailure(
        message: "\(base)：连不上关口，请检查地址和网络（the server cannot be reached）：\(error)"
      )
    }
  }
}

extension HTTPClient {
  /// Tells at once that nobody listens, where the shared one tries again for a minute.
  static let once: HTTPClient = {
    var configuration = Configuration()
    configuration.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }()
}

/// What the server answered.
struct Reply {
  let status: Int
  let tag: String?
  let bytes: [UInt8]

  var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]) ?? [:]
  }

  subscript(key: String) -> String? { object[key] as? String }

  /// Itself, unless the server said no: 1 where the gate refuses, 2 for all else.
  func granted() throws -> Reply {
    if (200..<300).contains(status) { return self }
    let code = self["code"] ?? ""
    let isRefusal =
      [403, 409, 410].contains(status) && !["idempotency-in-progress"].contains(code)
    let lines = [self["detail"] ?? self["title"] ?? "\(status)"] + unmet
    throw CommandFailure(
      message: lines.joined(separator: "\n  ") + (code.isEmpty ? "" : "（\(code)）"),
      status: isRefusal ? 1 : 2
    )
  }

  /// What of the gate is not met, a line each.
  var unmet: [String] {
    let requirements = object["requirements"] as? [[String: Any]] ?? []
    return requirements.compactMap { requirement in
      let status = requirement["status"] as? String ?? ""
      guard ["unsatisfied", "pending", "error"].contains(status) else { return nil }
      let texts = requirement["explanation"] as? [String: String]
      let people = (requirement["people"] as? [[String: Any]] ?? [])
        .compactMap { $0["name"] as? String }
      let who = people.isEmpty ? "" : "（可处理：\(people.joined(separator: "、"))）"
      return "✗ \(texts?["zh"] ?? requirement["key"] as? String ?? "")\(who)"
    }
  }
}
