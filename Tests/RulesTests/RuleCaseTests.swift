import Linting
import Reading
import Rules
import SourceText
import Synchronization
import TestSupport
import Testing

/// The rules of the checkout.
let ruleset: Ruleset = {
  do {
    var loader = RulesetLoader()
    try loader.add(folder: Repository.rules)
    return try loader.ruleset()
  } catch {
    preconditionFailure("the rules of the checkout do not load: \(error)")
  }
}()

/// A linter of one rule only, and of those about suppressions where it is one of them.
func linter(
  of rule: any Rule,
  profile: Profile? = nil,
  columns: [String: ColumnSetting] = [:]
) throws -> Linter {
  guard let today = Day(year: 2026, month: 3, day: 1) else { preconditionFailure("a day") }
  var options = Linter.Options(today: today)
  options.profile = profile
  options.columns = columns
  let isSuppression = rule is SuppressionRule
  let rules =
    isSuppression
    ? ruleset.rules.filter { $0 is SuppressionRule || $0.info.id == "title/length" } : [rule]
  return try ruleset.linter(of: rules, options: options, cacheFolder: nil)
}

/// The linters of single rules of the checkout that were asked for, by the ids of the rules.
private let linters = Mutex<[String: Linter]>([:])

/// A linter of one rule of the checkout only, made once for all tests.
func sharedLinter(of rule: any Rule) throws -> Linter {
  if let made = linters.withLock({ $0[rule.info.id] }) { return made }
  let made = try linter(of: rule)
  linters.withLock { $0[rule.info.id] = made }
  return made
}

struct NamedCase: Sendable, CustomTestStringConvertible {
  let rule: any Rule
  let example: RuleCase

  var testDescription: String { "\(rule.info.id): \(example.note) \(example.draft)" }

  static let all: [NamedCase] = ruleset.rules.flatMap { rule in
    rule.cases.map { NamedCase(rule: rule, example: $0) }
  }
}

@Suite struct RuleCaseTests {
  @Test(arguments: NamedCase.all) func `a rule behaves as its cases say`(_ named: NamedCase) throws
  {
    let example = named.example
    let isPlain = example.profile == nil && example.columns.isEmpty
    let linter =
      try isPlain
      ? sharedLinter(of: named.rule)
      : linter(of: named.rule, profile: example.profile, columns: example.columns)
    let fault = linter.fault(in: example, of: named.rule.info.id)
    #expect(fault == nil, "\(fault?.en ?? "")")
  }

  @Test(arguments: ruleset.rules.map(\.info.id)) func `a rule shows both sides`(_ id: String) throws
  {
    let rule = try #require(ruleset.rules.first { $0.info.id == id })
    #expect(rule.cases.contains { $0.isFlagged })
    #expect(rule.cases.contains { !$0.isFlagged })
    #expect(!rule.info.basis.isEmpty)
    for text in [rule.info.summary, rule.info.why] {
      #expect(!text.zh.isEmpty)
      #expect(!text.en.isEmpty)
    }
  }

  @Test func `every rule's file is in the list of all rules`() throws {
    let files = try namesOfFiles(in: Repository.root + "/Sources/Rules/BuiltIn")
    let list = String(
      decoding: try readFile(Repository.root + "/Sources/Rules/All.swift"),
      as: UTF8.self
    )
    for file in files {
      let type = file.prefix { $0 != "." }
      #expect(list.contains("\(type)()") || list.contains("\(type).all"), "\(file)")
    }
  }
}
