import ChineseText
import Linting
import Reading
import SourceText
import Synchronization
import TestSupport
import Testing

/// Flags every 错 of the prose: an error, or what its name asks for.
private struct Marker: Rule {
  let info: RuleInfo

  init(_ id: String, escalation: Escalation? = nil) {
    info = RuleInfo(
      id: id,
      summary: Localized("标记", "mark"),
      why: Localized("测试", "test"),
      basis: [],
      severity: .error,
      escalation: escalation
    )
  }

  let cases: [RuleCase] = []

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.text.indices.filter { draft.text.scalar(at: $0) == "错" }.map {
      finding(Localized("错", "wrong"), at: $0..<$0 + 3, in: draft)
    }
  }
}

/// Fails.
private struct Failing: Rule {
  struct Reason: Error {}

  let info = Marker("wording/failing").info
  let cases: [RuleCase] = []

  func check(_ draft: ScannedDraft) throws -> [Finding] { throw Reason() }
}

/// How often it was found out, which nothing but a test may tell.
private struct Costly: DraftFact {
  static let count = Atomic(0)
  let length: Int

  init(_ draft: ScannedDraft) {
    Self.count.add(1, ordering: .relaxed)
    length = draft.text.count
  }
}

/// A fact of another type, which may fail.
private struct Odd: DraftFact {
  struct Reason: Error {}

  init(_ draft: ScannedDraft) throws {
    if draft.fact(Costly.self).length % 2 == 0 { throw Reason() }
  }
}

/// Asks for facts and finds nothing.
private struct Asking: Rule {
  let info = Marker("wording/asking").info
  let cases: [RuleCase] = []

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    for _ in 0..<3 where draft.fact(Costly.self).length != draft.text.count {
      return [finding(Localized("长", "length"))]
    }
    _ = try draft.fact(Odd.self)
    return []
  }
}

@Suite struct LinterTests {
  @Test func `a fact about a draft is found out once, and again for the next draft`() throws {
    for _ in 0..<2 {
      let report = try lint("<p>错</p>", [Asking(), Asking(), Marker("wording/mark")])
      #expect(report.findings.map(\.rule) == ["wording/mark"])
    }
    #expect(Costly.count.load(ordering: .relaxed) == 2)
    #expect(try lint("<p>错a</p>", [Asking()]).error != nil)
  }

  private func lint(
    _ text: String,
    _ rules: [any Rule],
    maximumFindings: Int = 20_000
  ) throws -> DraftReport {
    var options = Linter.Options(today: try #require(Day(year: 2026, month: 3, day: 1)))
    options.maximumFindings = maximumFindings
    let all = rules + SuppressionRule.all as [any Rule]
    let linter = Linter(
      rules: all,
      knownRules: all.map(\.info),
      vocabulary: try Vocabulary(lists: [], patterns: [], lexicon: nil, cacheFolder: nil),
      options: options
    )
    return linter.lint(text, as: .html)
  }

  @Test func `a comment puts aside what stands on the next line`() throws {
    let text = "<!-- hegui-disable-next-line wording/mark -- 原文如此 -->\n\n<p>错</p>\n<p>错</p>"
    let report = try lint(text, [Marker("wording/mark")])
    #expect(report.findings.count == 1)
    #expect(report.suppressed.map(\.reason) == ["原文如此"])
    #expect(report.verdict == .block)
  }

  @Test func `a pair of comments puts aside what stands between`() throws {
    let text = """
      <p>错</p><!-- hegui-disable wording/mark -- 原文如此 --><p>错</p>
      <!-- hegui-enable wording/mark --><p>错</p>
      """
    let report = try lint(text, [Marker("wording/mark")])
    #expect(report.findings.count == 2)
    #expect(report.suppressed.count == 1)
  }

  @Test func `of several comments the first that reaches a finding puts it aside`() throws {
    let text = """
      <!-- hegui-disable-next-line wording/mark -- 一 --><!-- hegui-disable wording -- 二 --><p>错</p>

      <p>错</p><!-- hegui-enable slang --><p>错</p><!-- hegui-enable -->
      <p>错</p>
      """
    let report = try lint(text, [Marker("wording/mark")])
    #expect(report.suppressed.map(\.reason) == ["二", "一", "一"])
    #expect(report.findings.map(\.rule) == ["metadata/suppression-unknown", "wording/mark"])
  }

  @Test func `thousands of comments are cheap`() throws {
    let next = "<!-- hegui-disable-next-line wording/mark -- 引 -->\n<p>错</p>\n"
    let range = "<!-- hegui-disable wording -- 引 --><p>错</p>"
    let elapsed = try threadTime { () throws in
      for part in [next, range, range + "<!-- hegui-enable wording -->"] {
        let text = String(repeating: part, count: 5_000)
        #expect(try lint(text, [Marker("wording/mark")]).suppressed.count == 5_000)
      }
    }
    #expect(elapsed < .seconds(20))
  }

  @Test func `without a reason nothing is put aside`() throws {
    let text = "<!-- hegui-disable-next-line wording/mark -->\n<p>错</p>"
    let report = try lint(text, [Marker("wording/mark")])
    #expect(report.findings.map(\.rule) == ["metadata/suppression-reasonless", "wording/mark"])
  }

  @Test func `privacy and what escalates cannot be put aside`() throws {
    let text = "<!-- hegui-disable-next-line privacy/mark, wording/mark -- 试试 -->\n<p>错</p>"
    let rules: [any Rule] = [
      Marker("privacy/mark"), Marker("wording/mark", escalation: .leadership),
    ]
    let report = try lint(text, rules)
    #expect(report.suppressed.isEmpty)
    let told = try #require(report.findings.first { $0.rule == "metadata/suppression-unused" })
    #expect(told.message.zh.contains("不能用标记忽略"))
    #expect(Set(report.findings.map(\.rule)).isSuperset(of: ["privacy/mark", "wording/mark"]))
  }

  @Test(arguments: ["", " \n\t", "<html><body></body></html>", "<p hidden>看不见</p>"])
  func `a draft without anything to read is incomplete`(_ text: String) throws {
    let report = try lint(text, [])
    #expect(report.verdict == .incomplete)
    #expect(report.error?.code == "empty")
  }

  @Test func `a rule that fails leaves the draft unjudged`() throws {
    let report = try lint("<p>好</p>", [Failing()])
    #expect(report.verdict == .incomplete)
    #expect(report.error?.code == "rule-failed")
  }

  @Test func `a draft with more findings than the limit is incomplete and lists the first`() throws
  {
    let text = String(repeating: "<p>错</p>", count: 5)
    let rules = [Marker("wording/mark"), Marker("wording/other")]
    let report = try lint(text, rules, maximumFindings: 3)
    #expect(report.verdict == .incomplete)
    #expect(report.error?.code == "too-many-findings")
    #expect(report.error?.message.en.contains("over 3 findings") == true)
    #expect(report.findings.map(\.range.start) == [3, 13, 23])
    #expect(try lint(text, rules, maximumFindings: 10).error == nil)
  }

  @Test func `past the limit a suppression is not called unused`() throws {
    let text = "<!-- hegui-disable slang/mark -- 引文 --><p>错</p><p>错</p>"
    let rules = [Marker("wording/mark"), Marker("slang/mark")]
    let report = try lint(text, rules, maximumFindings: 1)
    #expect(report.findings.map(\.rule) == ["wording/mark"])
  }

  @Test func `a draft that asks to stop has no other finding`() throws {
    let rules = [
      Marker("wording/mark"), Marker("privacy/mark"), Marker("secrecy/mark", escalation: .freeze),
    ]
    for limit in [1, 10] {
      let report = try lint("<p>错</p>", rules, maximumFindings: limit)
      #expect(report.findings.map(\.rule) == ["secrecy/mark"])
    }
  }

  @Test func `past the limit it is still known what must not be shown`() throws {
    let text = "<p>错</p><p>错</p>"
    let rules = [
      Marker("wording/mark"), Marker("privacy/mark"), Marker("slang/mark", escalation: .freeze),
    ]
    let report = try lint(text, rules, maximumFindings: 1)
    #expect(report.findings.count == 1)
    #expect(report.confidential.ranges.map(\.start) == [3, 13])
    #expect(report.confidential.isWhole)
  }
}
