import ArgumentParser
import Linting
import Reporting
import Rules
import SourceText

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "列出全部规则：级别、依据、修改"
  )

  @OptionGroup var arguments: RuleArguments

  @Option(help: "pretty（默认）或 json")
  var format = RuleListFormat.pretty

  @Flag(help: "检验自己的规则包（--rules、hegui.yml 的 packs）：逐个运行其中的例子")
  var check = false

  @Flag(help: ArgumentHelp("重写 rules/README.md", visibility: .hidden))
  var writeReference = false

  @Flag(help: ArgumentHelp("检查 rules/README.md 是否最新", visibility: .hidden))
  var checkReference = false

  func run() throws {
    if writeReference || checkReference { return try handleReference() }
    if check { return try checkCases() }
    let ruleset = try arguments.choice.ruleset(try arguments.choice.configuration())
    let reference = try reference(of: ruleset, language: arguments.lang)
    var stream = Stream.output
    switch format {
    case .pretty: try stream.write(reference.table)
    case .json: try stream.write(reference.json)
    }
    try stream.flush()
  }

  private func checkCases() throws {
    let (faults, summary) = try PackCheck(arguments.choice).run(in: arguments.lang)
    var stream = Stream.output
    for line in faults + [summary] { try stream.write(line + "\n") }
    try stream.flush()
    if !faults.isEmpty { throw ExitCode(1) }
  }

  /// The reference is of the rules that come with the program, whatever a `hegui.yml` says.
  private func handleReference() throws {
    let ruleset = try arguments.choice.ruleset(Configuration())
    guard let folder = shippedRulesFolder() else {
      throw CommandError(message: "找不到 rules 文件夹（there is no folder of rules）")
    }
    let path = joined(folder, "README.md")
    let rates = cleanRates(joined(folder, "clean-rates.tsv"))
    let text = Array(try reference(of: ruleset, language: .zh, rates: rates).markdown.utf8)
    if writeReference {
      try replaceFile(path, with: text)
      return
    }
    guard (try? readFile(path)) == text else {
      warn("\(path) 已过时，请运行 hegui rules --write-reference（it is stale: run that command）")
      throw ExitCode(1)
    }
  }

  /// What `scripts/measure-clean` found, by rule; empty where it was never measured.
  private func cleanRates(_ path: String) -> [String: String] {
    let text = (try? readFile(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    var rates: [String: String] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      rates[String(columns[0])] = columns.dropFirst().joined(separator: "／")
    }
    return rates
  }

  private func reference(
    of ruleset: Ruleset,
    language: Language,
    rates: [String: String] = [:]
  ) throws -> RuleReference {
    let survey = try FixSurvey(ruleset)
    return RuleReference(
      ruleset.rules.map { ListedRule(info: $0.info, fix: survey.safety(of: $0)) },
      book: RuleBook(ruleset),
      language: language,
      rates: rates
    )
  }
}

enum RuleListFormat: String, ExpressibleByArgument, CaseIterable {
  case pretty
  case json
}
