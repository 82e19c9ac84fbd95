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
    if let shipped = try Self.shipped(isNeeded: folders.isEmpty) { try loader.add(folder: shipped) }
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
      of: try settings.configured(ruleset.rules, today: today, cacheFolder: nil),
      options: options,
      allowed: settings.allow,
      cacheFolder: nil
    )
    book = RuleBook(rules: ruleset.infos, sources: ruleset.sources)
    tool = Tool(name: "hegui", version: toolVersion, ruleset: ruleset.digest)
  }

  /// `share/hegui/rules` beside the program's folder, else `rules` of a checkout above it or of the one built in.
  private static func shipped(isNeeded: Bool) throws -> String? {
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    var places = [folder.deletingLastPathComponent().path + "/share/hegui/rules"]
    while folder.path != "/" {
      folder = folder.deletingLastPathComponent()
      if FileManager.default.fileExists(atPath: folder.path + "/Package.swift") {
        places.append(folder.path + "/rules")
      }
    }
    if let found = places.first(where: isFolder) { return found }
    guard isNeeded else { return nil }
    throw CommandFailure(
      message: "找不到规则：请保留程序旁的 share/hegui/rules，或用 --rules 指定"
        + "（no rules found: keep share/hegui/rules beside the program or give --rules DIR）"
    )
  }
}

func isFolder(_ path: String) -> Bool {
  (try? URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
}

extension Timestamp {
  static var now: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
