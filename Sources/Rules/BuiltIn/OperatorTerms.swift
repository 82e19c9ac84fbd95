import ChineseText
import Linting
import SourceText

/// Finds terms of the organisation's own lists (`lists` of `hegui.yml`): those of the nine categories, or the others.
struct OperatorTerms: Rule {
  let info: RuleInfo
  let cases: [RuleCase]
  /// Whether it looks for the nine categories.
  private let isOfNine: Bool
  private let own: [OwnList]

  static let all: [any Rule] = [OperatorTerms(ofNine: false), OperatorTerms(ofNine: true)]

  private init(ofNine isOfNine: Bool) {
    self.isOfNine = isOfNine
    own = OwnList.examples
    info = isOfNine ? Self.nineInfo : Self.otherInfo
    cases = isOfNine ? Self.nineCases : Self.otherCases
  }

  private init(_ rule: Self, lists: [OwnList]) {
    isOfNine = rule.isOfNine
    info = rule.info
    cases = rule.cases
    own = lists
  }

  /// The same rule over lists.
  func judging(_ lists: [OwnList]) -> Self { Self(self, lists: lists) }

  var ownLists: [TermList] { own.map(\.terms) }

  var patterns: [GatedPattern] { own.flatMap { $0.expressions.map(\.pattern) } }

  var triggers: Triggers { [.lists(own.map(\.terms.name)), .patterns(patterns)] }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    var findings: [Finding] = []
    // Lists of several suppliers may hold the same term.
    var places: Set<Range<Int>> = []
    for list in own where list.holds(on: draft.today) {
      for hit in draft.hits(in: list.terms.name) + draft.hiddenHits(in: list.terms.name) {
        guard isMine(hit.entry, of: list), list.counts(hit.entry, at: hit.range, in: draft) else {
          continue
        }
        guard places.insert(hit.range).inserted else { continue }
        findings.append(finding(hit.entry, at: hit.range, of: list, in: draft))
      }
      for expression in list.expressions where isMine(expression.entry, of: list) {
        for range in try expression.pattern.matches(in: draft) {
          findings.append(finding(expression.entry, at: range, of: list, in: draft))
        }
      }
    }
    return findings
  }

  private func isMine(_ entry: TermEntry, of list: OwnList) -> Bool {
    (list.nineCategory(of: entry) != nil) == isOfNine
  }

  private func finding(
    _ entry: TermEntry,
    at range: Range<Int>,
    of list: OwnList,
    in draft: ScannedDraft
  ) -> Finding {
    var fix: Fix?
    if let standard = entry.replacement {
      let title = Localized("改为「\(standard)」", "replace with “\(standard)”")
      fix = draft.fix(title, .unsafe, replacing: range, with: standard)
    }
    var finding = finding(list.message(of: entry), at: range, in: draft, fix: fix)
    finding.severity = list.severity(of: entry)
    finding.escalation = list.escalation(of: entry)
    finding.term = list.category(of: entry)
    return finding
  }

  private static let basis = [
    Basis("wechat-account-management", "一、3"), Basis("website-management", "五、（四）"),
  ]

  private static let otherInfo = RuleInfo(
    id: "sensitive/operator-list",
    summary: Localized("命中本单位自备词表的用语", "a term of the organisation's own lists"),
    why: Localized(
      "本单位和上级主管部门要求留意的用语由本单位维护，命中后按词表规定的方式处理。",
      "Terms that the organisation and its superiors watch are kept by it, and handled as its list says."
    ),
    basis: basis,
    severity: .warning,
    escalation: .leadership
  )

  private static let otherCases: [RuleCase] = [
    .ok("只是相近", "页面上写着自备词表示例词。"),
    .flags("没有自备词表时，只有这个示例词", "页面上写着⟦自备词表示例词条⟧。"),
  ]

  private static let nineInfo = RuleInfo(
    id: "sensitive/nine-categories",
    summary: Localized("命中自备词表里的九类有害信息", "a term of the nine kinds of harmful information"),
    why: Localized(
      "法规禁止发布九类有害信息；词表由上级主管部门提供、本单位加载，命中后须报领导小组。",
      "Nine kinds of information are forbidden by law; the list comes from the superior authority."
    ),
    basis: [Basis("internet-information-measures", "第十五条")] + basis,
    severity: .error,
    escalation: .leadership
  )

  private static let nineCases: [RuleCase] = [
    .ok("只是相近", "页面上写着九不准示例词。"),
    .flags("没有自备词表时，只有这个示例词", "页面上写着⟦九不准示例词条⟧。"),
  ]
}
