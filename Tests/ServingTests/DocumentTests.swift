import Foundation
import HTTPTypes
import HummingbirdTesting
import Reviewing
import Serving
import Storing
import TestSupport
import Testing

@Suite struct DocumentTests {
  private func server() throws -> GateServer {
    GateServer(
      try TestServer.parts(EmptyStore(), PrometheusMetrics(), { _ in }),
      TestServer.settings()
    )
  }

  @Test func `the document in the repository is the one that is served`() async throws {
    let path = Repository.root + "/docs/openapi.json"
    let served = try server().document
    let object = try JSONSerialization.jsonObject(with: Data(served.canonicalBytes))
    let pretty = try JSONSerialization.data(
      withJSONObject: object,
      options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    )
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      try (pretty + Data("\n".utf8)).write(to: URL(filePath: path))
    }
    let kept = try Data(contentsOf: URL(filePath: path))
    #expect(
      kept == pretty + Data("\n".utf8),
      "docs/openapi.json is stale: UPDATE_SNAPSHOTS=1 swift test --filter DocumentTests"
    )
  }

  @Test func `the document has every operation of the router and no other`() async throws {
    let data = Data(try server().document.canonicalBytes)
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    let described = paths.flatMap { path, methods in
      methods.keys.map { "\($0.uppercased()) \(path)" }
    }
    #expect(Set(described) == Set(try server().operations))
    // Each operation is there: none is answered as a path or method that is not known.
    try await TestServer.application().test(.router) { client in
      for operation in described {
        let parts = operation.split(separator: " ")
        let path = parts[1].replacing("{", with: "").replacing("}", with: "")
        let answer = try await client.send(.init(String(parts[0]))!, String(path))
        #expect(answer.code != 405, "\(operation)")
      }
    }
  }

  @Test func `every schema that is named is there`() throws {
    let text = String(decoding: try server().document.canonicalBytes, as: UTF8.self)
    let prefix = "#/components/schemas/"
    let schemas =
      try #require(
        (try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])?["components"]
          as? [String: Any]
      )["schemas"] as? [String: Any]
    for part in text.components(separatedBy: prefix).dropFirst() {
      let name = String(part.prefix { $0 != "\"" })
      #expect(schemas?[name] != nil, "\(name)")
    }
  }
}
