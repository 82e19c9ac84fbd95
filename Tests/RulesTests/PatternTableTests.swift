import ChineseText
import Linting
import Reading
import TestSupport
import Testing

@testable import Rules

/// Pattern tables: what is wrong with one, and that each entry finds its sentence.
@Suite struct PatternTableTests {
  private static let head =
    "# table: sample\n# columns: id rule severity words pattern guards advice fires-on\n"
  private static let entry = "T1\tadvert/sample\tE\t根治 断根\t(根治|断根)[^。]{0,4}病\tN D\t（删去）\t根治糖尿病"

  private func reason(_ table: String) -> String {
    do {
      _ = try PatternTable(
        name: "sample",
        file: "sample.txt",
        bytes: TableClasses.expanded(Array(table.utf8), file: "sample.txt"),
        whole: true
      )
      return "it loads"
    } catch {
      let failure: any Error = error
      return (failure as? RulePackError)?.english ?? "\(failure)"
    }
  }

  @Test func `a table loads`() {
    #expect(reason(Self.head + Self.entry) == "it loads")
  }

  @Test(arguments: [
    ("severity", "severty", "sample.txt:2: unknown column \"severty\", did you mean \"severity\"?"),
    ("\tE\t", "\tX\t", "sample.txt:3: unknown severity \"X\""),
    ("\tN D\t", "\tN DD\t", "sample.txt:3: unknown guard \"DD\""),
    ("根治 断根\t", "根治\t", "need not hold one of the words"),
    ("根治 断根\t", "根 断根\t", "too short to look for"),
    ("{0,4}病", "{0,4}病(", "is not a regular expression of ICU"),
    ("\t根治糖尿病", "\t", "the entry has no \"fires-on\""),
    ("\t（删去）", "\t（删去）\tx\ty", "more columns than the header names"),
    ("# columns", "# colums", "did you mean \"columns\"?"),
  ]) func `a table that does not load says why`(_ old: String, _ new: String, _ expected: String) {
    let reason = reason((Self.head + Self.entry).replacing(old, with: new))
    #expect(reason.contains(expected), "\(reason)")
  }

  @Test func `a class stands for its words`() {
    let classes = "# class cure: 根治|断根\n# class ill: 糖尿病|«cure»\n"
    let entry = "T1\tadvert/sample\tE\t«cure»\t«cure»[^。]{0,4}«ill»\tN ns=«ill»们\t-\t根治糖尿病"
    let table = "# table: sample\n" + classes + Self.head.dropFirst(16) + entry
    #expect(reason(table) == "it loads")
    #expect(
      reason(table.replacing("{0,4}«ill»", with: "{0,4}«il»")).contains(
        "sample.txt:5: unknown class \"il\", did you mean \"ill\"?"
      )
    )
    #expect(
      reason(table.replacing("class ill", with: "class cure")).contains(
        "sample.txt:3: the class \"cure\" stands above"
      )
    )
  }

  @Test func `an id stands once`() {
    let table = Self.head + Self.entry + "\n" + Self.entry
    #expect(reason(table).contains("sample.txt:4: \"T1\" stands in line 3 already"))
  }

  struct NamedEntry: Sendable, CustomTestStringConvertible {
    let table: String
    let rule: String
    let entry: PatternEntry

    var testDescription: String { "\(table) \(entry.id) \(entry.firesOn)" }

    static let all = ruleset.tables.flatMap { table in
      table.entries.map {
        NamedEntry(table: table.name, rule: table.rules[$0.rule].name, entry: $0)
      }
    }
  }

  /// By the id of the rule.
  private static let linters = ruleset.rules.reduce(into: [String: Linter]()) { linters, rule in
    guard let base = ((rule as? SuspectingRule)?.base ?? rule) as? TableRule else { return }
    linters[rule.info.id] = try? linter(of: EveryMatch(base: base))
  }

  @Test(arguments: NamedEntry.all) func `an entry finds its sentence`(_ named: NamedEntry) throws {
    let linter = try #require(Self.linters[named.rule])
    let found = linter.lint(named.entry.draft, as: .markdown).findings
    #expect(found.map(\.term).contains(named.entry.id), "\(found.map(\.message.zh))")
  }
}

/// Also what a table's rule leaves to another entry that finds the same words.
private struct EveryMatch: Rule {
  let base: TableRule

  var info: RuleInfo { base.info }
  var cases: [RuleCase] { base.cases }
  var ownLists: [TermList] { base.ownLists }
  var triggers: Triggers { base.triggers }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    try base.matches(in: draft).compactMap { try base.finding(at: $0, in: draft) }
  }
}

extension PatternEntry {
  /// A draft with the entry's sentence, of the class or in the place that its guards ask for.
  fileprivate var draft: String {
    if guardText.contains("scope=title") { return "# \(firesOn)\n\n正文。" }
    let guards = try? GuardReader.guards(guardText)
    let kinds = DocumentClass.Kind.allCases.filter { guards?.classes?.contains($0) ?? false }
    guard let kind = kinds.map(\.rawValue).min() else { return firesOn }
    return "---\nclass: \(kind)\n---\n\n\(firesOn)"
  }
}
