import ChineseText
import Linting
import Reading
import SourceText
import TestSupport
import Testing

@testable import Rules

/// What excuses a match, each guard on its own.
@Suite struct GuardTests {
  /// Whether guards excuse the last place of a word in a draft in Markdown.
  private func excuses(_ guards: String, _ word: String, in draft: String) throws -> Bool {
    let guards = try GuardReader.guards(guards)
    let probe = Probe { scanned in
      var place: Range<Int>?
      var from = 0
      let word = Array(word.utf8)
      while let found = firstOffset(of: word.span, in: scanned.text.span.extracting(from...)) {
        place = from + found..<from + found + word.count
        from += found + word.count
      }
      guard let place, try !guards.excuse(place, in: scanned) else { return [] }
      return [place]
    }
    return try probe.findings(in: draft).isEmpty
  }

  @Test(arguments: [
    ("目前还不能根治。", true),
    ("没有哪种药可以根治。", true),
    ("不孕不育可以根治。", false),
    ("无痛技术根治痔疮。", false),
    ("不开刀根治痔疮。", false),
    ("不贵，一次根治。", false),
    ("未成年人也能根治。", false),
    ("不管病了多少年都能根治。", false),
    ("高血压根治。不信你试。", false),
    ("不要相信那些能够很快就把病根治的广告。", false),
  ]) func `a denial close before a match excuses it`(_ draft: String, _ isExcused: Bool) throws {
    #expect(try excuses("N", "根治", in: draft) == isExcused)
  }

  @Test(arguments: [
    ("“输液通血管”是谣言。", true),
    ("输液通血管。这种说法没有依据。", true),
    ("# 关于血管的误区\n\n输液通血管。", true),
    ("# 血管\n\n## 误区一\n\n输液通血管。", true),
    ("# 警惕高血压\n\n输液通血管。", false),
    ("# 警惕保健品骗局\n\n输液通血管。", true),
    ("# 血管\n\n## 误区一\n\n别信。\n\n## 保养\n\n输液通血管。", false),
    ("| 误区 | 正确做法 |\n| --- | --- |\n| 输液通血管 | 听医生的 |", true),
    ("| 正确做法 | 误区 |\n| --- | --- |\n| 输液通血管 | 听医生的 |", false),
    ("下面这些说法都是错误的：\n\n- 输液通血管\n- 别的", true),
    ("可以这样做：\n\n- 输液通血管\n- 别的", false),
    ("输液通血管。", false),
  ]) func `what is refuted is excused`(_ draft: String, _ isExcused: Bool) throws {
    #expect(try excuses("D", "输液通血管", in: draft) == isExcused)
  }

  @Test(arguments: [
    ("# 输液真的能通血管吗？\n\n输液通血管。", true),
    ("# 养护\n\n## 输液能通血管吗\n\n输液通血管。", true),
    ("# 血管怎么养？\n\n输液通血管。", false),
    ("听说输液通血管，是真的吗？", true),
    ("输液通血管，快来试试吧！", false),
  ]) func `what is only asked is excused`(_ draft: String, _ isExcused: Bool) throws {
    #expect(try excuses("Q", "输液通血管", in: draft) == isExcused)
  }

  @Test(arguments: [
    ("《广告法》规定，不得用最佳这样的话。", true),
    ("宣传中不得使用“最佳”。", true),
    ("我院技术最佳。", false),
  ]) func `the text of a law is excused`(_ draft: String, _ isExcused: Bool) throws {
    #expect(try excuses("L", "最佳", in: draft) == isExcused)
  }

  @Test(arguments: [
    ("nb=错过", "错过最佳时间。", true),
    ("nb=错过", "错过了，最佳时间。", false),
    ("na=时间", "最佳时间。", true),
    ("na=时间", "最佳的时间。", false),
    ("ns=评选", "参加评选，获最佳奖。", true),
    ("ns=评选", "参加评选。我院最佳。", false),
    ("s=我院", "我院服务最佳。", false),
    ("s=我院", "他家服务最佳。", true),
    ("s=我院 para", "我院开诊。服务最佳。", false),
    ("p=我院", "我院开诊。服务最佳。", false),
    ("p=我院", "开诊。服务最佳。", true),
    ("np=我院", "我院开诊。服务最佳。", true),
    ("line nb=我院.*", "我院开诊。服务最佳。", true),
    ("line nb=我院.*", "我院开诊。\\\n服务最佳。", false),
    ("scope=title", "# 服务最佳\n\n正文。", false),
    ("scope=title", "# 通知\n\n服务最佳。", true),
    ("cls=kepu", "---\nclass: kepu\n---\n\n服务最佳。", false),
    ("cls=kepu", "---\nclass: notice\n---\n\n服务最佳。", true),
    ("cls=kepu", "服务最佳。", true),
    ("cls=!kepu", "---\nclass: kepu\n---\n\n服务最佳。", true),
    ("cls=!kepu", "服务最佳。", false),
    ("cls=!ad,kepu", "---\nclass: kepu\n---\n\n服务最佳。", true),
    ("said=kepu", "---\ncolumn: 健康科普\n---\n\n服务最佳。", false),
    ("said=kepu", "# 高血压怎么防\n\n服务最佳。", true),
    ("cite", "2023年国家统计局发布的数据显示，服务最佳。", true),
    ("cite", "服务最佳。", false),
    ("-", "服务最佳。", false),
  ]) func `each sign means what it says`(_ guards: String, _ draft: String, _ isExcused: Bool)
    throws
  {
    #expect(try excuses(guards, "最佳", in: draft) == isExcused)
  }

  @Test(arguments: [
    ("n", "unknown guard \"n\""),
    ("nsx=a", "did you mean \"ns\"?"),
    ("cls=kepo", "did you mean \"kepu\"?"),
    ("ns=", "\"ns\" has no value"),
    ("scope=body", "unknown guard \"scope\""),
  ]) func `a guard that is none says so`(_ guards: String, _ expected: String) {
    do {
      _ = try GuardReader.guards(guards)
      Issue.record("\(guards) is read")
    } catch {
      #expect(error.reason.en.contains(expected), "\(error.reason)")
    }
  }
}

/// Finds what a closure finds.
struct Probe: Rule {
  let info = RuleInfo(
    id: "wording/probe",
    summary: Localized("探针", "probe"),
    why: Localized("测试", "test"),
    basis: [],
    severity: .warning
  )
  var cases: [RuleCase] { [] }
  var patterns: [GatedPattern] { [CitationSupport.wholeSource] }
  let look: @Sendable (ScannedDraft) throws -> [Range<Int>]

  init(_ look: @escaping @Sendable (ScannedDraft) throws -> [Range<Int>]) { self.look = look }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    try look(draft).map { finding(Localized("此处", "here"), at: $0, in: draft) }
  }

  func findings(in draft: String) throws -> [Finding] {
    let report = try linter(of: self).lint(draft, as: .markdown)
    try #require(report.error == nil)
    return report.findings
  }
}
