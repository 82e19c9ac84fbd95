import CMalloc
import ChineseText
import Console
import Foundation
import Hummingbird
import Linting
import Logging
import NIOCore
import Reporting
import Reviewing
import Rules
import Serving
import Storing

/// Servers for `scripts/bench-gate` and `scripts/test-api`: a bare echo, and the gate over a small house.
@main
struct GateBench {
  static func main() async throws {
    let words = CommandLine.arguments
    guard words.count >= 3, let port = Int(words[2]) else {
      print("usage: gate-bench echo PORT | gate-bench serve PORT DATA RULES")
      exit(2)
    }
    if words[1] == "echo" { return try await echo(port: port) }
    try await serve(port: port, data: words[3], rules: words[4])
  }

  private struct Draft: Codable {
    let content: String
    let format: String
  }

  /// What Hummingbird does with a body and nothing else: as it came, and through its JSON coders.
  private static func echo(port: Int) async throws {
    let router = Router()
    router.post("/raw") { request, _ in
      let body = try await request.body.collect(upTo: 2 << 20)
      return Response(status: .ok, body: ResponseBody(byteBuffer: body))
    }
    router.post("/json") { request, context in
      let body = try await request.body.collect(upTo: 2 << 20)
      let draft = try JSONDecoder().decode(Draft.self, from: Data(body.readableBytesView))
      return Response(
        status: .ok,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(draft)))
      )
    }
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port))
    )
    try await application.runService()
  }

  private static func serve(port: Int, data: String, rules: String) async throws {
    let clock: @Sendable () -> Timestamp = {
      Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
    guard let day = clock().dayInChina else { exit(1) }
    let store = try await SQLiteStore.open(DataFolder(data), at: clock())
    print(try await SampleHouse(now: clock()).token(in: store))
    fflush(nil)
    var settings = ServerSettings()
    settings.port = port
    settings.checksNeedSignIn = false
    settings.limits.requestsPerMinute = 1_000_000_000
    settings.limits.requestsInFlight = 1024
    let cache = CacheFolder.ofThisProgram(DataFolder(data).cache)
    // As `hegui serve` has its rules.
    let book = try book(of: rules)
    _ = try linter(of: rules, day, cache)
    let (linter, digest) = try linter(of: rules, day, cache)
    malloc_trim(0)
    let parts = ServerParts(
      store: store,
      linter: linter,
      book: book,
      tool: Tool(name: "hegui", version: "bench", ruleset: digest),
      clock: clock,
      ids: IDSource(),
      checker: LinterChecker(linter: linter, book: book, ruleset: digest),
      signer: PermitSigner(key: try DataFolder(data).signingKey()),
      metrics: PrometheusMetrics(),
      assets: Assets([:]),
      logger: Logger(label: "bench") { label in
        var handler = JSONLogHandler(label: label, clock: clock) { line in
          try? FileHandle.standardError.write(contentsOf: line)
        }
        handler.logLevel = .error
        return handler
      }
    )
    try await GateServer(parts, settings).application().runService()
  }

  private static func book(of rules: String) throws -> RuleBook {
    var loader = RulesetLoader()
    try loader.add(folder: rules)
    let ruleset = try loader.ruleset()
    return RuleBook(rules: ruleset.infos, sources: ruleset.sources)
  }

  private static func linter(
    of rules: String,
    _ day: Day,
    _ cache: CacheFolder?
  ) throws -> (Linter, digest: String) {
    var loader = RulesetLoader()
    try loader.add(testedFolder: rules)
    let ruleset = try loader.judgingRuleset(cacheFolder: cache)
    let linter = try ruleset.linter(options: .init(today: day), cacheFolder: cache)
    return (linter, ruleset.digest)
  }
}
