import ChineseText
import Linting
import Reading

/// Tells of the organisation's lists that protect from nothing: expired, empty, or missing.
struct ListStates: Rule {
  enum Kind {
    case expired
    case missing
  }

  let info: RuleInfo
  let cases: [RuleCase]
  let kind: Kind
  /// Nil where there is no configuration.
  private let lists: OwnLists?
  /// Stands in a draft that shows the rule at work where there is no configuration.
  private let example: String

  static let all: [any Rule] = [
    ListStates(
      .expired,
      "sensitive/list-expired",
      summary: Localized("自备词表已经到期", "a list of the organisation's own has expired"),
      why: Localized(
        "到期的词表可能已被修订，不再使用；请向提供单位索取新版。",
        "An expired list may have changed; get the new one."
      ),
      example: "自备词表到期示例"
    ),
    ListStates(
      .missing,
      "sensitive/list-not-loaded",
      summary: Localized("应当加载的词表没有加载", "a list that must be loaded is not"),
      why: Localized(
        "词表是空的或没有加载，就什么也查不出来，不能当作检查过了。",
        "Without its list a check finds nothing and means nothing."
      ),
      example: "自备词表缺失示例"
    ),
  ]

  private init(_ kind: Kind, _ id: String, summary: Localized, why: Localized, example: String) {
    self.kind = kind
    lists = nil
    self.example = example
    info = RuleInfo(
      id: id,
      summary: summary,
      why: why,
      basis: [
        Basis("internet-information-measures", "第十五条"),
        Basis("website-management", "五、（四）"),
      ],
      severity: .warning
    )
    cases = [
      .ok("词表在有效期内", "本院门诊时间不变。"),
      .flags("没有配置时，只有这个示例", "页面上写着\(example)。"),
    ]
  }

  private init(_ rule: Self, lists: OwnLists) {
    kind = rule.kind
    info = rule.info
    cases = rule.cases
    example = rule.example
    self.lists = lists
  }

  /// The same rule over lists.
  func judging(_ lists: OwnLists) -> Self { Self(self, lists: lists) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    messages(on: draft).map { message in
      var finding = finding(message)
      // There nothing may be published that was not checked.
      if draft.profile == .govmedia { finding.severity = .error }
      return finding
    }
  }

  private func messages(on draft: ScannedDraft) -> [Localized] {
    guard let lists else {
      let place = draft.text.firstOffset(of: example, in: 0..<draft.text.count)
      return place == nil ? [] : [info.summary]
    }
    return kind == .expired ? lists.expired(on: draft.today) : lists.missing(on: draft.today)
  }
}
