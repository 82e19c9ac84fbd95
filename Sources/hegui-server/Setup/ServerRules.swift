import CMalloc
import ChineseText
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

  /// The rules beside the program, and what a configuration adds and changes; what is compiled of them is kept in
  /// `cache`, or nowhere.
  init(config: String?, folders: [String], cache: CacheFolder?, now: Timestamp) throws {
    let settings = try config.map { try Configuration(reading: $0) } ?? Configuration()
    func loader(
      _ addShipped: (inout RulesetLoader, _ folder: String) throws -> Void
    ) throws -> RulesetLoader {
      var loader = try Self.loader(folders, addShipped)
      for pack in settings.packs { try loader.add(fileOrFolder: pack) }
      return loader
    }
    let shown = try loader { try $0.add(folder: $1) }.ruleset()
    book = RuleBook(rules: shown.infos, sources: shown.sources)
    tool = Tool(name: "hegui", version: toolVersion, ruleset: shown.digest)
    guard let today = now.dayInChina else { throw CommandFailure(message: "系统时间无法使用") }
    var options = Linter.Options(today: today)
    options.profile = settings.profile
    options.limits = settings.limits
    options.maximumFindings = settings.maximumFindings
    options.severities = settings.severities
    options.ownHosts = settings.hosts
    func linter() throws -> Linter {
      let ruleset = try loader { try $0.add(testedFolder: $1) }.judgingRuleset(cacheFolder: cache)
      return try ruleset.linter(
        of: try settings.configured(ruleset.rules, cacheFolder: cache),
        options: options,
        allowed: settings.allow,
        cacheFolder: cache
      )
    }
    // Once to fill the cache, and once from its files, which take a fraction of the memory.
    if cache != nil { _ = try linter() }
    self.linter = try linter()
    malloc_trim(0)
  }

  /// Of the rules beside the program and those of some folders.
  private static func loader(
    _ folders: [String],
    _ addShipped: (inout RulesetLoader, _ folder: String) throws -> Void
  ) throws -> RulesetLoader {
    var loader = RulesetLoader()
    if let shipped = SharedFolder.named("rules") {
      try addShipped(&loader, shipped)
    } else if folders.isEmpty {
      throw CommandFailure(
        message: "找不到规则：请保留程序旁的 share/hegui/rules，或用 --rules 指定"
          + "（no rules found: keep share/hegui/rules beside the program or give --rules DIR）"
      )
    }
    for folder in folders { try loader.add(folder: folder) }
    return loader
  }
}

extension RulesetLoader {
  fileprivate mutating func add(fileOrFolder path: String) throws(RulePackError) {
    if isFolder(path) { try add(folder: path) } else { try add(file: path) }
  }
}

extension Timestamp {
  static var now: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
