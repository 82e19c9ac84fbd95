package import Linting

/// The library of rules.
package enum RulePhrase: String, Phrases {
  case title
  case hint
  case search
  case group
  case anyGroup
  case severity
  case anySeverity
  case find
  case count
  case empty
  case clear
  case why
  case basis
  case noBasis
  case examples
  case escalation
  case fix
  case noFix
  case bad
  case good
  case fixed
  case back
  case number
  case groupTitle

  package var text: Localized {
    switch self {
    case .title: Localized("规则", "Rules")
    case .hint:
      Localized(
        "检查稿件用的全部规则：为什么有这一条，依据哪条规定，怎样改。",
        "All rules that drafts are checked by: why each is there, what it rests on, how to mend."
      )
    case .search: Localized("含有词语", "With the words")
    case .group: Localized("类别", "Group")
    case .anyGroup: Localized("全部类别", "All groups")
    case .severity: Localized("级别", "Severity")
    case .anySeverity: Localized("全部级别", "All severities")
    case .find: Localized("查找", "Find")
    case .count: Localized("{count} 条", "{count} rules")
    case .empty: Localized("没有符合条件的规则。", "No rule matches.")
    case .clear: Localized("看全部规则", "Show all rules")
    case .why: Localized("为什么", "Why")
    case .basis: Localized("依据", "Basis")
    case .noBasis: Localized("没有专门的条文，出于写作惯例。", "No clause of its own; good practice.")
    case .examples: Localized("例子", "Examples")
    case .escalation: Localized("上报", "Escalation")
    case .fix: Localized("修改", "Fix")
    case .noFix: Localized("须人工修改", "by hand")
    case .bad: Localized("不可", "not so")
    case .good: Localized("可以", "so")
    case .fixed: Localized("改为", "becomes")
    case .back: Localized("全部规则", "All rules")
    case .number: Localized("编号", "Id")
    case .groupTitle: Localized("{name}（{count}）", "{name} ({count})")
    }
  }
}
