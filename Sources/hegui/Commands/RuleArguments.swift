import ArgumentParser
import ChineseText
import Glibc
import Linting
import Reporting
import Rules
import SourceText

/// The options that say which rules there are and how they are set.
struct RuleArguments: ParsableArguments {
  @Option(help: ArgumentHelp("配置文件；默认取当前文件夹向上最近的 hegui.yml", valueName: "file"))
  var config: String?

  @Flag(help: "不读任何 hegui.yml")
  var noConfig = false

  @Option(help: ArgumentHelp("另外的规则包文件夹，可重复", valueName: "dir"))
  var rules: [String] = []

  @Option(help: ArgumentHelp("报告的语言：zh（默认）或 en", valueName: "zh|en"))
  var lang = Language.zh

  func validate() throws {
    if let problem = choice.problem { throw ValidationError(problem) }
  }

  var choice: RuleChoice {
    RuleChoice(config: config, noConfig: noConfig, folders: rules, language: lang)
  }
}

/// Which rules there are and how they are set.
struct RuleChoice: Hashable {
  /// The configuration; nil: the nearest one upwards.
  var config: String?
  var noConfig = false
  /// Folders of packs beside those that come with the program.
  var folders: [String] = []
  var language = Language.zh

  /// What cannot be meant.
  var problem: String? {
    noConfig && config != nil
      ? "--config 与 --no-config 只能用一个（give only one of them）" : nil
  }

  /// The settings of `--config`, or of the nearest `hegui.yml` upwards.
  func configuration() throws(RulePackError) -> Configuration {
    guard let path = configurationPath(above: nil) else { return Configuration() }
    return try Configuration(reading: path)
  }

  /// The file of the settings that hold in a folder, in the working one where nil; nil where there are none.
  func configurationPath(above folder: String?) -> String? {
    noConfig ? nil : config ?? nearestConfiguration(above: folder)
  }

  /// All rules: those that come with the program, of `--rules` and of the configuration.
  func ruleset(_ configuration: Configuration) throws -> Ruleset {
    var loader = RulesetLoader()
    if let shipped = try shippedRules() { try loader.add(folder: shipped) }
    try add(configuration, to: &loader)
    return try loader.ruleset()
  }

  /// The same for judging drafts, which needs no cases and no reasons.
  func judgingRuleset(_ configuration: Configuration) throws -> Ruleset {
    var loader = RulesetLoader()
    if let shipped = try shippedRules() { try loader.add(testedFolder: shipped) }
    try add(configuration, to: &loader)
    return try loader.judgingRuleset(cacheFolder: cacheFolder())
  }

  private func add(_ configuration: Configuration, to loader: inout RulesetLoader) throws {
    for folder in folders { try loader.add(folder: folder) }
    for pack in configuration.packs {
      if isFolder(pack) { try loader.add(folder: pack) } else { try loader.add(file: pack) }
    }
  }

  /// Nil where there are none beside the program but others are named.
  private func shippedRules() throws(CommandError) -> String? {
    if let shipped = shippedRulesFolder() { return shipped }
    guard folders.isEmpty else { return nil }
    throw CommandError(
      message: """
        找不到规则：请保留程序旁的 share/hegui/rules，或用 --rules 指定 \
        （no rules found: keep share/hegui/rules beside the program or give --rules DIR）
        """
    )
  }
}

extension Language: ExpressibleByArgument {}
extension Profile: ExpressibleByArgument {}

extension RuleBook {
  init(_ ruleset: Ruleset) {
    self.init(rules: ruleset.infos, sources: ruleset.sources)
  }
}

/// Where what is compiled of rules and lists is kept.
func cacheFolder() -> CacheFolder? { .ofUser { environment($0) } }

/// `share/hegui/rules` beside the program's folder, else `rules` of the checkout that it was built in.
func shippedRulesFolder() -> String? {
  var candidates: [String] = []
  if let executable = executablePath {
    let folder = folder(of: executable)
    candidates.append(joined(SourceCheckout.parent(of: folder), "share/hegui/rules"))
    candidates += SourceCheckout.roots(above: folder).map { joined($0, "rules") }
  }
  candidates.append(joined(SourceCheckout.built, "rules"))
  return candidates.first { isFolder($0) }
}

private enum SourceCheckout {
  /// The checkout that this file was compiled in.
  static var built: String { parent(of: parent(of: parent(of: parent(of: #filePath)))) }

  static func parent(of path: String) -> String { folder(of: path) }

  /// Folders upwards that are checkouts of a package: a moved checkout finds its own rules.
  static func roots(above folder: String) -> [String] {
    var roots: [String] = []
    var current = folder
    while current != "/" {
      current = parent(of: current)
      if fileExists(joined(current, "Package.swift")) { roots.append(current) }
    }
    return roots
  }
}

/// Named as from the working folder where that is meant.
private func nearestConfiguration(above start: String?) -> String? {
  var current = start ?? workingFolder
  var shown = ""
  while true {
    if fileExists(joined(current, "hegui.yml")) {
      return start == nil ? shown + "hegui.yml" : joined(current, "hegui.yml")
    }
    guard current != "/" else { return nil }
    current = folder(of: current)
    shown = "../" + shown
  }
}
