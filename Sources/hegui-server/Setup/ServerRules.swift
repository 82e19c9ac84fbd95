import Foundation
import Linting
import Reporting
import Reviewing
import Rules

/// The rules as the server judges with them.
struct ServerRules {
  let linter: Linter
  let book: RuleBook
  let tool: Tool

  /// The rules beside the program, and what a configuration adds and changes.
  init(config: String?, folders: [String], now: Timestamp) throws {
    let settings = try config.map { try Configuration(reading: $0) } ?? Configuration()
    var loader = RulesetLoader()
    if let shipped = SharedFolder.named("rules") {
      try loader.add(folder: shipped)
    } else if folders.isEmpty {
      throw CommandFailure(
        message: "找不到规则：请保留程序旁的 share/hegui/rules，或用 --rules 指定"
          + "（no rules found: keep share/hegui/rules beside the program or give --rules DIR）"
      )
    }
    for folder in folders { try loader.add(folder: folder) }
    for pack in settings.packs {
      if isFolder(pack) { try loader.add(folder: pack) } else { try loader.add(file: pack) }
    }
    let ruleset = try loader.ruleset()
    guard let today = now.dayInChina else { throw CommandFailure(message: "系统时间无法使用") }
    var options = Linter.Options(today: today)
    options.profile = settings.profile
    options.limits = settings.limits
    options.maximumFindings = settings.maximumFindings
    options.severities = settings.severities
    options.ownHosts = settings.hosts
    linter = try ruleset.linter(
      of: try settings.configured(ruleset.rules, cacheFolder: nil),
      options: options,
      allowed: settings.allow,
      cacheFolder: nil
    )
    book = RuleBook(rules: ruleset.infos, sources: ruleset.sources)
    tool = Tool(name: "hegui", version: toolVersion, ruleset: ruleset.digest)
  }
}

extension Timestamp {
  static var now: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
