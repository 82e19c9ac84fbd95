import ArgumentParser
import Linting
import Reading
import Reporting
import Rules
import SourceText

/// What `hegui lint` is asked to do, in whatever way its words were read.
struct LintChoice: Hashable {
  var paths = ["."]
  var rules = RuleChoice()
  var output = OutputChoice()
  var fixing = FixChoice()
  var failOn = FailureLevel.error
  /// Rules and groups.
  var select: [String] = []
  var ignore: [String] = []
  var profile: Profile?
  var stdinName: String?
  var inputFormat: String?
  var today: String?
  var baseline: String?
  var writeBaseline: String?
  var jobs: Int?

  /// What cannot be meant.
  var problem: String? {
    jobs.map { $0 < 1 } ?? false ? "--jobs 至少为 1（--jobs is at least 1）" : nil
  }

  /// Runs where it is called; a single draft needs no other thread.
  func run() async throws -> LintOutcome {
    let format = try draftFormat()
    let outputs = try output.outputs()
    let day = try dayToCompareWith()
    let settings = try rules.configuration()
    let ruleset = try rules.judgingRuleset(settings)
    let linter = try linter(of: ruleset, settings, today: day)
    let items = try items(settings)
    let setup = LintSetup(
      linter: linter,
      inputFormat: format,
      limits: settings.limits,
      fixing: fixing.mode,
      baseline: try baseline.map { try Baseline(reading: $0) },
      wantsFingerprints: writeBaseline != nil,
      wantsStatistics: output.wantsStatistics,
      renderers: outputs.map { $0.renderer(RuleBook(ruleset), ruleset.digest, rules.language) }
    )
    var run = LintRun(setup: setup, outputs: outputs, output: output, language: rules.language)
    try await run.judge(items, jobs: min(jobs ?? processorCount, items.count))
    if let writeBaseline { try run.newBaseline.write(to: writeBaseline) }
    let status = run.status(failingOn: failOn, writesBaseline: writeBaseline != nil)
    return LintOutcome(status: status, remains: (ruleset, run))
  }

  private func linter(
    of ruleset: Ruleset,
    _ settings: Configuration,
    today: Day
  ) throws -> Linter {
    let configured = try settings.configured(
      ruleset.rules,
      cacheFolder: cacheFolder()
    )
    let selected = try RuleSelection(select: select, ignore: ignore, among: ruleset.infos)
    return try ruleset.linter(
      of: selected.isAll ? configured : configured.filter { selected.contains($0.info) },
      options: settings.linterOptions(today: today, profile: profile ?? settings.profile),
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
    if !finder.passedOver.isEmpty {
      warn(
        "另有 \(finder.passedOver.count) 个文件没有检查（请另存为 docx、Markdown 或 HTML；not read）："
          + finder.passedOver.prefix(5).joined(separator: "、")
          + (finder.passedOver.count > 5 ? "……" : "")
      )
    }
    guard items.isEmpty else { return items }
    let list = paths.joined(separator: " ")
    throw CommandError(
      message: "没有找到稿件（docx、md、html、txt 等）：\(list)（no draft found there）"
    )
  }

  private func draftFormat() throws(CommandError) -> DraftFormat? {
    guard let inputFormat else { return nil }
    if let format = DraftFormat(rawValue: inputFormat) { return format }
    let known = DraftFormat.allCases.map(\.rawValue).joined(separator: ", ")
    let hint = nearest(to: inputFormat, among: DraftFormat.allCases.map(\.rawValue))
    throw CommandError(
      message: "--input-format \(inputFormat) 不存在，可用（it is one of）：\(known)" + didYouMean(hint)
    )
  }
}

extension Configuration {
  /// What the settings say of judging.
  func linterOptions(today: Day, profile: Profile?) -> Linter.Options {
    var options = Linter.Options(today: today)
    options.profile = profile
    options.limits = limits
    options.maximumFindings = maximumFindings
    options.severities = severities
    options.ownHosts = hosts
    options.columns = columns
    return options
  }
}

/// How a run ended, with all that it has built: to free that piece by piece takes longer than to leave it to
/// the system.
struct LintOutcome {
  let status: ExitCode
  let remains: (Ruleset, LintRun)
}

func didYouMean(_ word: String?) -> String {
  word.map { "；是否想写 \($0)（did you mean \"\($0)\"?）" } ?? ""
}
