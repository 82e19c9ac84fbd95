import Console
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Linting
import Logging
import NIOCore
import Reading
import Reporting
import Reviewing
import Rules
import Serving
import TestSupport

/// What all tests of the server share: the rules, and a clock that stands.
enum TestServer {
  static let now = Timestamp("2026-11-21T04:00:00Z") ?? Timestamp(milliseconds: 0)

  /// The same for every server, as for one that is started anew.
  static let signer = PermitSigner(key: SigningKey())

  static let ruleset: Ruleset? = {
    var loader = RulesetLoader()
    guard (try? loader.add(folder: Repository.rules)) != nil else { return nil }
    return try? loader.ruleset()
  }()

  /// The rules of all groups, on the day of `now`.
  static let linter = Result {
    guard let ruleset, let day = now.dayInChina else { throw EmptyStore.Absent() }
    return try ruleset.linter(options: .init(today: day), cacheFolder: nil)
  }

  static func settings(_ change: (inout ServerSettings) -> Void = { _ in }) -> ServerSettings {
    var settings = ServerSettings()
    settings.port = 0
    settings.checksNeedSignIn = false
    change(&settings)
    return settings
  }

  static func application(
    _ store: any ReviewStore = EmptyStore(),
    _ settings: ServerSettings = settings(),
    metrics: PrometheusMetrics = PrometheusMetrics(),
    log: @escaping @Sendable ([UInt8]) -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    try GateServer(parts(store, metrics, log), settings).application()
  }

  static func parts(
    _ store: any ReviewStore,
    _ metrics: PrometheusMetrics,
    _ log: @escaping @Sendable ([UInt8]) -> Void,
    anchors: AnchorHealth? = nil
  ) throws -> ServerParts {
    guard let ruleset else { throw EmptyStore.Absent() }
    return ServerParts(
      store: store,
      linter: try linter.get(),
      book: RuleBook(rules: ruleset.infos, sources: ruleset.sources),
      tool: Tool(name: "hegui", version: "test", ruleset: ruleset.digest),
      clock: { now },
      ids: IDSource(),
      checker: MarkChecker(),
      signer: signer,
      metrics: metrics,
      assets: Assets([:]),
      logger: Logger(label: "test") { JSONLogHandler(label: $0, clock: { now }, write: log) },
      anchors: anchors
    )
  }
}

extension TestClientProtocol {
  /// One request with a text as its body.
  func send(
    _ method: HTTPRequest.Method,
    _ uri: String,
    _ body: String? = nil,
    type: String = "application/json",
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await send(method, uri, bytes: body.map { Array($0.utf8) }, type: type, headers: headers)
  }

  func send(
    _ method: HTTPRequest.Method,
    _ uri: String,
    bytes: [UInt8]?,
    type: String = "application/json",
    headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    if bytes != nil, headers[.contentType] == nil { headers[.contentType] = type }
    return try await execute(
      uri: uri,
      method: method,
      headers: headers,
      body: bytes.map { ByteBuffer(bytes: $0) }
    )
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }
  var code: Int { status.code }
}
