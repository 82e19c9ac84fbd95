import ChineseText
import Linting
import Reading
import SourceText
import TestSupport
import Testing

@testable import Rules

/// The model of sentences as rules ask it.
@Suite struct SuspectingRuleTests {
  /// A sentence that no list or table of the program knows.
  private static let claim = "去年丢的那只花猫，前天夜里自己回来了，街坊见了都高兴。"

  private static let rule = "advert/efficacy-guarantee"

  /// What the program's rule finds with a model that suspects sentences with 「丢」.
  private func findings(in draft: String, options: [String: RuleOptions.Value] = [:]) throws
    -> [Finding]
  {
    let known = ruleset.rules.first { $0.info.id == Self.rule } as? SuspectingRule
    let model = SentenceModel(
      Deferred { Self.weights(of: "advert+health-claim") },
      by: Deferred { Self.weights(of: Self.rule) }
    )
    var options = RuleOptions(options)
    let rule = SuspectingRule(base: try #require(known).base, model: model)
      .configured(by: &options)
    #expect(options.unknownKeys.isEmpty)
    return try linter(of: rule).lint(path: "a.md", bytes: Array(draft.utf8), format: .markdown)
      .findings
  }

  /// A file of one row in which 「丢」 alone weighs.
  private static func weights(of row: String) -> [UInt8] {
    let text = Array("丢".utf8)
    var bucket = 0
    var pieces = SentencePieces()
    pieces.cut(0..<text.count, of: text.span) { bucket = Int($0 % 1024) }
    var weights = [UInt8](repeating: 79, count: 1024)
    weights[bucket] = 126
    let head = "# sentence-model: x\n# buckets: 1024\n# scale: 1\n# row: \(row) 0 1 5\n"
    return stride(from: 0, to: 1024, by: 128).reduce(into: Array(head.utf8)) { file, start in
      file += weights[start..<start + 128] + [0x0A]
    }
  }

  @Test func `a suspected sentence is a warning at most and asks for no step`() throws {
    let found = try findings(in: "门诊照常。\(Self.claim)欢迎来。\n")
    #expect(found.map(\.rule) == ["advert/efficacy-guarantee"])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.allSatisfy { $0.escalation == nil && $0.fix == nil })
    #expect(found.first?.range == SourceRange(15, 15 + Self.claim.utf8.count))
    #expect(found.allSatisfy { $0.isGuess })
  }

  @Test func `a guess gives way to what a list finds in its sentence`() throws {
    let found = try findings(in: "丢了听力也不用愁，保证治好，无效退款。")
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { !$0.isGuess })
  }

  @Test(arguments: [
    "\(claim)这是谣言。", "```\n\(claim)\n```", "<p style=\"display:none\">\(claim)</p>", "丢。",
  ])
  func `what is refuted, code, hidden or no sentence is not suspected`(draft: String) throws {
    #expect(try findings(in: draft).isEmpty)
  }

  @Test func `settings may turn it off`() throws {
    #expect(try findings(in: Self.claim, options: ["sentences": .bool(false)]).isEmpty)
  }

  /// The program's model and rules on sentences that no one has learned from.
  @Test(arguments: [("claims", 0.62, 0.07), ("persons", 0.6, 0.05)])
  func `unseen faults are found and near misses pass`(
    bank: String,
    leastFound: Double,
    mostAlarms: Double
  ) throws {
    let path = Repository.root + "/corpus/sentences/held-out/\(bank).tsv"
    let rows = String(decoding: try readFile(path), as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: "\t").map(String.init) }
    let groups: Set = ["advert", "health-claim", "dignity", "sensitive", "secrecy"]
    let asked = ruleset.rules.filter { groups.contains($0.info.group) }
    let today = try #require(Day(year: 2026, month: 3, day: 1))
    let linter = try ruleset.linter(
      of: asked,
      options: Linter.Options(today: today),
      cacheFolder: nil
    )
    var counts = (faults: 0, found: 0, others: 0, alarms: 0)
    for row in rows where groups.contains(Finding.group(of: row[1])) {
      let report = linter.lint(path: "a.md", bytes: Array(row[2].utf8), format: .markdown)
      let isFound = report.findings.contains { $0.group == Finding.group(of: row[1]) }
      if row[0] == "P" {
        counts.faults += 1
        counts.found += isFound ? 1 : 0
      } else {
        counts.others += 1
        counts.alarms += isFound ? 1 : 0
      }
    }
    #expect(counts.faults > 50 && counts.others > 50)
    #expect(Double(counts.found) >= leastFound * Double(counts.faults), "\(counts)")
    #expect(Double(counts.alarms) <= mostAlarms * Double(counts.others), "\(counts)")
  }
}
