import Editing
import Linting
import Reading
import Reporting
import Rules
import SourceText

/// Judges the drafts of an editor as `hegui lint` does, each by the nearest `hegui.yml` above it.
struct EditorJudge: DraftJudge {
  private let choice: RuleChoice
  private let profile: Profile?
  private let today: Day?
  /// Where drafts are looked at that no file holds.
  private let home: String
  /// By the path of the configuration; empty where there is none.
  private var settings: [String: EditorSettings] = [:]

  init(choice: RuleChoice, profile: Profile?, today: Day?, home: String) {
    self.choice = choice
    self.profile = profile
    self.today = today
    self.home = home
  }

  mutating func judge(_ text: [UInt8], as format: DraftFormat, at path: String?) -> JudgedText? {
    do {
      let settings = try settings(at: path)
      if let path, settings.ignores(path) { return nil }
      let source = Source(path: path ?? "", bytes: text, encoding: "UTF-8", digest: "", faults: [])
      let linter = settings.linter.judging(on: try today ?? currentDay(), as: settings.profile)
      let report = linter.lint(
        source,
        as: format,
        lookingBeside: path.map { path in { filesBeside($0, at: path) } }
      )
      return JudgedText(report: report, book: settings.book)
    } catch {
      let failure = DraftFailure(settings: error)
      return JudgedText(
        report: DraftReport(path: path ?? "", format: format, failure: failure),
        book: RuleBook(rules: [], sources: [:])
      )
    }
  }

  mutating func rules(at path: String?) -> RuleBook? {
    guard let settings = try? settings(at: path) else { return nil }
    if let known = settings.fullBook { return known }
    guard let ruleset = try? choice.ruleset(settings.configuration) else { return nil }
    let book = RuleBook(ruleset)
    self.settings[settings.configuration.path ?? ""]?.fullBook = book
    return book
  }

  mutating func forgetSettings() { settings = [:] }

  /// The settings that hold at a path, read again where one of their files has changed.
  private mutating func settings(at path: String?) throws -> EditorSettings {
    let configurationPath = choice.configurationPath(above: path.map(folder(of:)) ?? home)
    let key = configurationPath ?? ""
    if let known = settings[key], known.isUpToDate { return known }
    settings[key] = nil
    let read = try EditorSettings(reading: configurationPath, choice, profile)
    settings[key] = read
    return read
  }
}

/// What holds in a folder of drafts.
private struct EditorSettings {
  let configuration: Configuration
  let linter: Linter
  /// Nil: what the draft shows.
  let profile: Profile?
  /// Of the rules as judging needs them, without reasons.
  let book: RuleBook
  /// With reasons and sources, once somebody has asked for one.
  var fullBook: RuleBook?
  /// The folder of the settings; nil where there are none.
  private let home: String?
  private let ignored: IgnoreRules?
  private let stamps: [String: [FileStamp]]

  init(reading path: String?, _ choice: RuleChoice, _ profile: Profile?) throws {
    configuration = try path.map { try Configuration(reading: $0) } ?? Configuration()
    let files =
      [path].compactMap(\.self) + configuration.packs
      + configuration.lists.map(\.path) + choice.folders
    // Before they are read, so that no change goes unseen.
    stamps = Dictionary(files.map { ($0, Self.stamps(of: $0)) }) { $1 }
    let ruleset = try choice.judgingRuleset(configuration)
    self.profile = profile ?? configuration.profile
    linter = try ruleset.linter(
      of: configuration.configured(ruleset.rules, cacheFolder: cacheFolder()),
      options: configuration.linterOptions(today: currentDay(), profile: self.profile),
      allowed: configuration.allow,
      cacheFolder: cacheFolder()
    )
    book = RuleBook(ruleset)
    let home = path.map { folder(of: absolute($0)) }
    ignored = home.flatMap { [configuration] home in
      configuration.ignore.isEmpty ? nil : IgnoreRules(configuration.ignore, in: home)
    }
    self.home = home
  }

  var isUpToDate: Bool { stamps.allSatisfy { Self.stamps(of: $0.key) == $0.value } }

  /// Whether a lint of the folder of the settings passes over the file.
  func ignores(_ path: String) -> Bool {
    IgnoreStack.passesOver(absolute(path), from: home, configured: ignored)
  }

  /// Of a file, or of a folder and the files in it; empty where there is none.
  private static func stamps(of path: String) -> [FileStamp] {
    guard let own = try? FileStamp(of: path) else { return [] }
    guard isFolder(path), let files = try? stampsOfFiles(in: path, where: { _ in true }) else {
      return [own]
    }
    return [own] + files.map(\.stamp)
  }
}

extension DraftFailure {
  /// That a draft is not judged because rules, lists or settings cannot be used.
  fileprivate init(settings error: any Error) {
    let message =
      switch error {
      case let error as RulePackError: error.told
      case let error as CommandError: Localized(error.message, error.message)
      default: Localized("\(error)", "\(error)")
      }
    self.init(
      code: "settings",
      message: Localized("没有检查：\(message.zh)", "not judged: \(message.en)")
    )
  }
}
