import ArgumentParser
import Linting
import Reading
import Reporting
import Rules
import SourceText

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "检查稿件：文件、文件夹（含下级）、通配符，- 为标准输入"
  )

  @Argument(help: ArgumentHelp("默认为当前文件夹", valueName: "path"))
  var paths: [String] = ["."]

  @OptionGroup var rule: RuleArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var fixing: FixArguments

  @Option(help: "达到此级别即以状态 1 退出：error（默认）、warning、suggestion、never")
  var failOn = FailureLevel.error

  @Option(help: ArgumentHelp("只用这些规则或分组，可重复", valueName: "rule"))
  var select: [String] = []

  @Option(help: ArgumentHelp("不用这些规则或分组，可重复", valueName: "rule"))
  var ignore: [String] = []

  @Option(help: "发布渠道：wechat、website、govmedia；默认按页面判断")
  var profile: Profile?

  @Option(help: ArgumentHelp("标准输入的稿件的名字，决定其格式", valueName: "name"))
  var stdinName: String?

  @Option(help: "稿件格式：html、markdown、text；优先于文件名")
  var inputFormat: String?

  @Option(help: ArgumentHelp("与时间有关的规则以此为今天", valueName: "YYYY-MM-DD"))
  var today: String?

  @Option(help: ArgumentHelp("其中已有的问题不再计入", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("把现有问题写成基线", valueName: "file"))
  var writeBaseline: String?

  @Option(help: "同时检查几份稿件；默认为处理器个数")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs 至少为 1（--jobs is at least 1）") }
  }

  /// Runs where it is called; a single draft needs no other thread.
  func lint() async throws {
    let format = try draftFormat()
    let outputs = try output.outputs()
    let day = try dayToCompareWith()
    let settings = try rule.configuration()
    let ruleset = try rule.ruleset(settings)
    let linter = try linter(of: ruleset, settings, today: day)
    let items = try items(settings)
    let setup = LintSetup(
      linter: linter,
      inputFormat: format,
      limits: settings.limits,
      fixing: fixing.mode,
      baseline: try baseline.map { try Baseline(reading: $0) },
      wantsFingerprints: writeBaseline != nil,
      wantsStatistics: output.statistics,
      renderers: outputs.map { $0.renderer(RuleBook(ruleset), ruleset.digest, rule.lang) }
    )
    var run = LintRun(setup: setup, outputs: outputs, output: output, language: rule.lang)
    try await run.judge(items, jobs: min(jobs ?? processorCount, items.count))
    if let writeBaseline { try run.newBaseline.write(to: writeBaseline) }
    let status = run.status(failingOn: failOn, writesBaseline: writeBaseline != nil)
    if status != .success { throw status }
  }

  private func linter(
    of ruleset: Ruleset,
    _ settings: Configuration,
    today: Day
  ) throws -> Linter {
    let configured = try settings.configured(ruleset.rules, today: today)
    let selected = try RuleSelection(select: select, ignore: ignore, among: ruleset.infos)
    var options = Linter.Options(today: today)
    options.profile = profile ?? settings.profile
    options.limits = settings.limits
    options.maximumFindings = settings.maximumFindings
    options.severities = settings.severities
    return try ruleset.linter(
      of: configured.filter { selected.contains($0.info) },
      options: options,
      allowed: settings.allow,
      cacheFolder: cacheFolder()
    )
  }

  private func dayToCompareWith() throws(CommandError) -> Day {
    if let today { return try parsedDay(today) }
    return try currentDay()
  }

  private func items(_ settings: Configuration) throws -> [DraftItem] {
    var ignores: IgnoreRules?
    if let path = settings.path, !settings.ignore.isEmpty {
      ignores = IgnoreRules(settings.ignore, in: folder(of: absolute(path)))
    }
    var finder = DraftFinder(ignores: ignores)
    let items = finder.drafts(in: paths, stdinName: stdinName ?? "-")
    guard items.isEmpty else { return items }
    let list = paths.joined(separator: " ")
    throw CommandError(
      message: "没有找到稿件（md、markdown、html、htm、txt）：\(list)（no draft found there）"
    )
  }

  private func draftFormat() throws(CommandError) -> DraftFormat? {
    guard let inputFormat else { return nil }
    if let format = DraftFormat(rawValue: inputFormat) { return format }
    let known = DraftFormat.allCases.map(\.rawValue).joined(separator: ", ")
    if inputFormat == "docx" {
      throw CommandError(message: "这个版本还不能读 docx（docx is not built yet）: \(known)")
    }
    let hint = nearest(to: inputFormat, among: DraftFormat.allCases.map(\.rawValue))
    throw CommandError(
      message: "--input-format \(inputFormat) 不存在，可用（it is one of）：\(known)" + didYouMean(hint)
    )
  }
}

/// From which severity on findings make the status 1.
enum FailureLevel: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning
  case suggestion
  case never

  var severity: Severity? { Severity(rawValue: rawValue) }
}

func didYouMean(_ word: String?) -> String {
  word.map { "；是否想写 \($0)（did you mean \"\($0)\"?）" } ?? ""
}
