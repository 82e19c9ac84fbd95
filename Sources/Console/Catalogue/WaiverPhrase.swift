package import Linting

/// The ledger of waivers.
package enum WaiverPhrase: String, Phrases {
  case title
  case intro
  case pending
  case pendingEmpty
  case inForce
  case inForceEmpty
  case over
  case draft
  case reason
  case asked
  case decided
  case expires
  case state
  case daysLeft
  case lastDay
  case expired

  package var text: Localized {
    switch self {
    case .title: Localized("放行台账", "Waivers")
    case .intro:
      Localized(
        "检查发现而又获准发布的地方，都记在这里，不会删除。原文一改，放行就失效。",
        "Whatever was found and let pass stands here for ever. A waiver ends when its words change."
      )
    case .pending: Localized("等待决定", "To be decided")
    case .pendingEmpty: Localized("没有等待决定的放行申请。", "No waiver waits for a decision.")
    case .inForce: Localized("有效的，先到期的在前", "In force, the first to run out first")
    case .inForceEmpty: Localized("没有有效的放行。", "No waiver is in force.")
    case .over: Localized("已经结束的", "Over")
    case .draft: Localized("稿件和规则", "Draft and rule")
    case .reason: Localized("理由", "Reason")
    case .asked: Localized("申请", "Asked for")
    case .decided: Localized("决定", "Decided")
    case .expires: Localized("有效至", "Until")
    case .state: Localized("状态", "State")
    case .daysLeft: Localized("还有 {count} 天", "{count} day(s) left")
    case .lastDay: Localized("不到 1 天", "less than a day left")
    case .expired: Localized("已到期", "run out")
    }
  }
}
