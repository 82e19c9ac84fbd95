import ArgumentParser
import Glibc
import Linting
import Reporting
import Rules
import SourceText

struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "有标注的语料",
    subcommands: [CorpusTestCommand.self]
  )
}

struct CorpusTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "用有标注的语料检验规则：各组的召回率、准确率、F1"
  )

  @Argument(help: ArgumentHelp("语料文件夹", valueName: "dir"))
  var folder = "corpus"

  @OptionGroup var arguments: RuleArguments

  @Flag(help: "列出全部漏报与误报；否则只列前 50 条")
  var verbose = false

  func run() throws {
    let floors = try CorpusFloors(readingFrom: folder)
    // Labels are made for the rules as they come; a hegui.yml around the corpus is not meant.
    let ruleset = try arguments.choice.ruleset(Configuration())
    var score = CorpusScore()
    var linters: [LinterKey: Linter] = [:]
    for example in try cases() {
      let key = LinterKey(today: example.today, profile: example.profile)
      if linters[key] == nil { linters[key] = try key.linter(of: ruleset) }
      guard let linter = linters[key] else { continue }
      let bytes = try readFile(example.draftPath)
      let report = linter.lint(
        path: example.draftPath,
        bytes: bytes,
        format: example.format
      ) { filesBeside($0, at: example.draftPath) }
      score.add(report, of: example)
    }
    try write(score, floors: floors)
    if !Self.broken(floors, by: score).isEmpty { throw ExitCode(1) }
  }

  private func cases() throws -> [CorpusCase] {
    let folders = try namesOfFiles(in: folder).map { joined(folder, $0) }.filter(isFolder)
    let cases = try folders.compactMap(CorpusCase.init(folder:))
    guard cases.isEmpty else { return cases }
    throw CommandError(message: "\(folder) 中没有语料（there is no case）")
  }

  private func write(_ score: CorpusScore, floors: CorpusFloors) throws(FileError) {
    var stream = Stream.output
    let shown = verbose ? score.faults.count : 50
    for fault in score.faults.prefix(shown) { try stream.write(fault + "\n") }
    if score.faults.count > shown {
      try stream.write("… 另有 \(score.faults.count - shown) 条，--verbose 全部列出（more）\n")
    }
    if !score.faults.isEmpty { try stream.write("\n") }
    var table = TextTable(
      ["分组", "应报", "报对", "漏报", "误报", "召回率", "准确率", "F1"],
      numericColumns: [1, 2, 3, 4, 5, 6, 7]
    )
    for (group, count) in score.groups.sorted(by: { $0.key < $1.key }) {
      table.add(row(group, count))
    }
    table.add(row("overall", score.overall))
    try stream.write(table.text + "\n")
    for line in Self.broken(floors, by: score) { try stream.write(line + "\n") }
    try stream.write("\(score.passed) passed, \(score.failed) failed\n")
    try stream.flush()
  }

  private func row(_ name: String, _ count: CorpusScore.Count) -> [String] {
    [
      name, "\(count.hits + count.misses)", "\(count.hits)", "\(count.misses)", "\(count.alarms)",
      Self.decimal(count.recall), Self.decimal(count.precision), Self.decimal(count.f1),
    ]
  }

  private static func broken(_ floors: CorpusFloors, by score: CorpusScore) -> [String] {
    floors.floors.sorted { $0.key < $1.key }.compactMap { name, floor in
      let count = name == "overall" ? score.overall : score.groups[name] ?? CorpusScore.Count()
      guard count.f1 < floor else { return nil }
      return "\(name) F1 \(decimal(count.f1)) 低于下限（below its floor）\(decimal(floor))"
    }
  }

  /// With three digits, never rounded up to a floor.
  private static func decimal(_ value: Double) -> String {
    let thousandths = Int(value * 1000)
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}

private struct LinterKey: Hashable {
  let today: String
  let profile: Profile?

  func linter(of ruleset: Ruleset) throws -> Linter {
    var options = Linter.Options(today: try parsedDay(today))
    options.profile = profile
    return try ruleset.linter(options: options, cacheFolder: cacheFolder())
  }
}
