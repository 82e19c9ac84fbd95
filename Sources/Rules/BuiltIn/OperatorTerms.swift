import ChineseText
import Linting
import SourceText

/// Finds terms of the organisation's own lists (`lists` of `hegui.yml`).
struct OperatorTerms: Rule {
  let info = RuleInfo(
    id: "sensitive/operator-list",
    summary: Localized("命中本单位自备词表的用语", "a term of the organisation's own lists"),
    why: Localized(
      "本单位和上级主管部门要求留意的用语由本单位维护，命中后按词表规定的方式处理。",
      "Terms that the organisation and its superiors watch are kept by it, and handled as its list says."
    ),
    basis: [
      Basis("wechat-account-management", "一、3"), Basis("website-management", "五、（四）"),
    ],
    severity: .warning,
    escalation: .leadership
  )

  let cases: [RuleCase] = [
    .ok("只是相近", "页面上写着自备词表示例词。"),
    .flags("没有自备词表时，只有这个示例词", "页面上写着⟦自备词表示例词条⟧。"),
  ]

  private let own: [OwnList]

  init(_ lists: [OwnList] = [.example]) { own = lists }

  var ownLists: [TermList] { own.map(\.terms) }

  var patterns: [GatedPattern] { own.flatMap { $0.expressions.map(\.pattern) } }

  var triggers: Triggers { [.lists(own.map(\.terms.name)), .patterns(patterns)] }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    var findings: [Finding] = []
    for list in own {
      for hit in draft.hits(in: list.terms.name) + draft.hiddenHits(in: list.terms.name) {
        findings.append(finding(hit.entry, at: hit.range, of: list, in: draft))
      }
      for expression in list.expressions {
        for range in try expression.pattern.matches(in: draft) {
          findings.append(finding(expression.entry, at: range, of: list, in: draft))
        }
      }
    }
    return findings
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
    finding.severity = list.severity ?? entry.certainty.severity
    finding.escalation = list.escalation(of: entry)
    finding.term = list.code(of: entry)
    return finding
  }
}

extension Certainty {
  fileprivate var severity: Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .suggestion: .suggestion
    }
  }
}
