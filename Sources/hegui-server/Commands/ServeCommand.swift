import ArgumentParser
import ChineseText
import Console
import Foundation
import Logging
import Reporting
import Reviewing
import Rules
import Serving
import Storing

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "开起审核关口的网页接口（serve the gate over HTTP）"
  )

  @Flag(help: "试用：新建数据，带几位同事和几篇稿件，打印登录链接")
  var demo = false

  @Option(help: ArgumentHelp("数据文件夹；默认 gate-data，试用时为临时文件夹", valueName: "dir"))
  var data: String?

  @Option(help: ArgumentHelp("监听的地址，默认 127.0.0.1:8620；端口写 0 就由系统选", valueName: "host:port"))
  var listen = "127.0.0.1:8620"

  @Flag(help: "自查页不用登录也能用（anybody may check, signed in or not）")
  var openChecks = false

  @Option(help: ArgumentHelp("一个人（未登录的按地址）每分钟最多几个请求，默认 600", valueName: "n"))
  var rateLimit: Int?

  @Option(help: ArgumentHelp("监控指标的端口（只在本机）", valueName: "port"))
  var metricsPort: Int?

  @Option(help: ArgumentHelp("证书链，PEM", valueName: "file"))
  var tlsCert: String?

  @Option(help: ArgumentHelp("证书的私钥，PEM", valueName: "file"))
  var tlsKey: String?

  @Flag(help: "前面有提供 TLS 的代理")
  var behindProxy = false

  @Option(help: ArgumentHelp("审计锚点文件，最好放在另一块磁盘上", valueName: "file"))
  var anchors: String?

  @Option(help: ArgumentHelp("配置文件 hegui.yml", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("另外的规则包文件夹，可重复", valueName: "dir"))
  var rules: [String] = []

  func run() async throws {
    let settings = try settings()
    let folder = try dataFolder()
    let rules = try ServerRules(
      config: config,
      folders: rules,
      cache: cacheFolder(beside: folder),
      now: .now
    )
    let metrics = PrometheusMetrics()
    let logger = Self.logger
    let health = AnchorHealth(logger: logger, metrics: metrics)
    let home = try await GateHome(folder, anchors: anchors, isNew: demo) { event in
      switch event {
      case .anchored: health.written()
      case .anchorFailed(let reason): health.failed(reason)
      case .committing, .committed: break
      }
    }
    var people = DemoInstitution()
    if demo { try await people.fill(home, rules, now: .now) }
    for story in people.stopped {
      FileHandle.standardError.write(Data("试用稿件没有走完（a demo draft stopped）：\(story)\n".utf8))
    }
    let parts = try parts(home, rules, metrics, logger, health)
    let server = GateServer(parts, settings)
    let shown = demo ? people : nil
    do {
      try await server.run { Self.say(greeting(settings, port: $0, folder, shown)) }
    } catch {
      throw CommandFailure(message: "\(error)")
    }
    try home.store.close()
  }

  private func parts(
    _ home: GateHome,
    _ rules: ServerRules,
    _ metrics: PrometheusMetrics,
    _ logger: Logger,
    _ health: AnchorHealth
  ) throws -> ServerParts {
    ServerParts(
      store: home.store,
      linter: rules.linter,
      book: rules.book,
      tool: rules.tool,
      clock: { .now },
      ids: IDSource(),
      checker: LinterChecker(
        linter: rules.linter,
        book: rules.book,
        ruleset: rules.tool.ruleset
      ),
      signer: PermitSigner(
        key: try home.folder.signingKey(),
        retired: try home.folder.retiredKeys()
      ),
      metrics: metrics,
      assets: try .shipped(),
      logger: logger,
      anchors: health
    )
  }

  private static var logger: Logger {
    Logger(label: "hegui") { label in
      JSONLogHandler(
        label: label,
        clock: { .now },
        write: { bytes in
          FileHandle.standardError.write(Data(bytes))
        }
      )
    }
  }

  private func greeting(
    _ settings: ServerSettings,
    port: Int,
    _ folder: String,
    _ people: DemoInstitution?
  ) -> String {
    let scheme = settings.certificate == nil ? "http" : "https"
    let base =
      "\(scheme)://\(settings.host.contains(":") ? "[\(settings.host)]" : settings.host):\(port)"
    let first = "合规审核关口 \(base)（数据在 \(folder)）"
    guard let people else { return first }
    return """
      \(first)

      用浏览器打开自查页（check a draft in the browser）：\(base)/check
      一次性登录链接，10 分钟内有效（one-time sign-in links）：
      \(people.links.map { "  \($0.display) \(base)/sign-in/\($0.secret.text)" }.joined(separator: "\n"))
      各人的令牌（everybody's tokens）：\(folder)/demo-tokens
      检查一篇稿件（check a draft）：
        printf '# 周六开诊\\n\\n本院治愈率100%%,欢迎来院。\\n' | curl -s \(base)/v1/checks -H 'Content-Type: text/markdown' --data-binary @-
      稿件列表（list the drafts）：
        curl -s \(base)/v1/drafts -H 'Authorization: Bearer \(people.tokens["chen"]?.text ?? "")'

      按 Ctrl-C 结束（Ctrl-C ends it）
      """
  }

  /// At once, whether a terminal or a pipe reads it.
  private static func say(_ text: String) {
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
  }

  /// A trial's folder is there once it is filled, so a trial takes the user's.
  private func cacheFolder(beside folder: String) -> CacheFolder? {
    guard demo else { return .ofThisProgram(DataFolder(folder).cache) }
    return .ofUser { ProcessInfo.processInfo.environment[$0] }
  }

  private func dataFolder() throws -> String {
    guard demo else {
      let folder = data ?? "gate-data"
      try GateHome.check(folder)
      return folder
    }
    if let data {
      guard !FileManager.default.fileExists(atPath: data) else {
        throw CommandFailure(
          message: "\(data) 已经有了：试用要新的文件夹（it exists: a demo needs a new folder）"
        )
      }
      return data
    }
    let name = "hegui-demo-\(UInt32.random(in: .min ... .max))"
    return FileManager.default.temporaryDirectory.appendingPathComponent(name).path
  }

  private func settings() throws -> ServerSettings {
    var settings = ServerSettings()
    let parts = listen.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 2, let port = parts.last.flatMap({ Int($0) }), (0...65535).contains(port)
    else {
      throw CommandFailure(message: "--listen 应如 127.0.0.1:8620（write it as HOST:PORT）")
    }
    settings.host = parts.dropLast().joined(separator: ":")
      .trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    settings.port = port
    settings.metricsPort = metricsPort
    settings.isBehindProxy = behindProxy
    settings.checksNeedSignIn = !demo && !openChecks
    if let rateLimit {
      guard rateLimit > 0 else {
        throw CommandFailure(message: "--rate-limit 应当大于 0（must be more than 0）")
      }
      settings.limits.requestsPerMinute = rateLimit
    }
    switch (tlsCert, tlsKey) {
    case (nil, nil): settings.certificate = nil
    case (let chain?, let key?):
      let certificate = ServerSettings.Certificate(chain: chain, key: key)
      do { try certificate.check() } catch { throw CommandFailure(message: error.description) }
      settings.certificate = certificate
    default: throw CommandFailure(message: "--tls-cert 与 --tls-key 要一起给（give both）")
    }
    guard isLoopback(settings.host) || behindProxy || settings.certificate != nil else {
      throw CommandFailure(
        message: "\(settings.host) 不是本机地址：请给 --tls-cert 与 --tls-key，或在前面放代理并给 --behind-proxy"
          + "（not a loopback address: give --tls-cert and --tls-key, or --behind-proxy）"
      )
    }
    return settings
  }
}

func isLoopback(_ host: String) -> Bool {
  if ["localhost", "::1"].contains(host) { return true }
  let parts = host.split(separator: ".", omittingEmptySubsequences: false)
  return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
}
