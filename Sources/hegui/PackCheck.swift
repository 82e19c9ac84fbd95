import Linting
import Reading
import Reporting
import Rules
import SourceText

/// Holds the rules of an organisation's own packs against their cases, as ours are held against theirs.
struct PackCheck {
  private let ruleset: Ruleset
  /// Those of the packs that do not come with the program.
  private let rules: [any Rule]
  private let today: Day

  /// The packs are those of `--rules` and of the configuration.
  init(_ choice: RuleChoice) throws {
    ruleset = try choice.ruleset(try choice.configuration())
    var shipped = choice
    shipped.folders = []
    let known = Set(try shipped.judgingRuleset(Configuration()).infos.map(\.id))
    rules = ruleset.rules.filter { !known.contains($0.info.id) }
    guard !rules.isEmpty else {
      throw CommandError(
        message: "没有自己的规则包：请用 --rules 或 hegui.yml 的 packs 指明（there is no pack of your own）"
      )
    }
    guard let day = Day(year: 2026, month: 3, day: 1) else {
      throw CommandError(message: "a day that there is")
    }
    today = day
  }

  /// What does not hold, a line each; and how many rules and cases there are.
  func run(in language: Language) throws -> (faults: [String], summary: String) {
    var faults: [String] = []
    var count = 0
    for rule in rules {
      for example in rule.cases {
        count += 1
        guard let fault = try linter(of: rule, example).fault(in: example, of: rule.info.id) else {
          continue
        }
        faults.append("\(rule.info.id) 「\(example.draft)」：\(fault.text(in: language))")
      }
    }
    let summary = Localized(
      "\(rules.count) 条规则，\(count) 个例子，\(faults.count) 个不符",
      "\(rules.count) rules, \(count) cases, \(faults.count) fail"
    )
    return (faults, summary.text(in: language))
  }

  private func linter(of rule: any Rule, _ example: RuleCase) throws -> Linter {
    var options = Linter.Options(today: today)
    options.profile = example.profile
    options.columns = example.columns
    return try ruleset.linter(of: [rule], options: options, cacheFolder: nil)
  }
}
