package import Linting
import Reviewing

/// Findings and waivers on the desk.
package enum FindingPhrase: String, Phrases {
  case heading
  case none
  case notChecked
  case hiddenCount
  case showAll
  case filterLabel
  case keys
  case ofRule
  case everything
  case goTo
  case times
  case elsewhere
  case place
  case advice
  case adviceWithCare
  case basis
  case why
  case onlyThisRule
  case fresh
  case fixed
  case open
  case pending
  case waived
  case askWaiver
  case reason
  case chooseReason
  case note
  case noteHint
  case evidence
  case evidenceHint
  case expiry
  case expiryHint
  case sendWaiver
  case alsoAsk
  case alsoDecide
  case alsoRevoke
  case waivers
  case otherWaivers
  case waiverLine
  case grantedLine
  case evidenceLine
  case until
  case decidedBy
  case revokedBy
  case decisionNote
  case decisionHint
  case grant
  case deny
  case revoke
  case revokeReason
  case sendRevocation
  case statePending
  case stateGranted
  case stateDenied
  case stateRevoked
  case falsePositive
  case quotedLaw
  case properName
  case approvedDocument
  case historicalQuote
  case other
  case waitingForYou

  package var text: Localized {
    switch self {
    case .heading: Localized("检查结果", "Findings")
    case .none: Localized("没有检查出问题。", "Nothing was found.")
    case .notChecked:
      Localized(
        "检查没有完成，不能送审。请报送人重新保存稿件，再检查一次。",
        "The check did not finish. Save the draft again to have it checked."
      )
    case .hiddenCount: Localized("另有 {count} 条没有显示。", "{count} more not shown.")
    case .showAll: Localized("显示全部", "Show all")
    case .filterLabel: Localized("筛选检查结果", "Filter the findings")
    case .keys: Localized("用 J、K 键逐条查看", "Go through them by the keys J and K")
    case .ofRule: Localized("只看：{rule}", "only: {rule}")
    case .everything: Localized("全部 {count}", "All {count}")
    case .goTo: Localized("在稿件中查看第 {number} 条", "See finding {number} in the draft")
    case .times: Localized("×{count}", "×{count}")
    case .elsewhere: Localized("不在正文里", "not in the text")
    case .place: Localized("原文第 {line} 行第 {column} 字", "line {line}, column {column}")
    case .advice: Localized("改法", "Mend")
    case .adviceWithCare: Localized("（改后请确认意思没变）", "(check that the meaning is still right)")
    case .basis: Localized("依据", "Basis")
    case .why: Localized("为什么", "Why")
    case .onlyThisRule: Localized("只看同类", "Only these")
    case .fresh: Localized("本稿新增", "new in this revision")
    case .fixed: Localized("比上一稿改好 {count} 条", "{count} fixed since the last revision")
    case .open: Localized("待处理", "open")
    case .pending: Localized("等待放行决定", "waiver asked for")
    case .waived: Localized("已放行", "waived")
    case .askWaiver: Localized("申请放行", "Ask for a waiver")
    case .reason: Localized("理由", "Reason")
    case .chooseReason: Localized("请选择", "Choose")
    case .note: Localized("说明", "Explanation")
    case .noteHint: Localized("至少 10 个字：为什么这一处可以照发", "At least 10 characters: why it may stay")
    case .evidence: Localized("证据", "Evidence")
    case .evidenceHint:
      Localized(
        "批文号、许可证号、同意书编号等；放行错误时多数须填",
        "number of a licence, document or consent; most errors need it"
      )
    case .expiry: Localized("有效至", "Valid until")
    case .expiryHint: Localized("不填按制度规定的期限", "Left empty: as the policy says")
    case .sendWaiver: Localized("提交申请", "Send")
    case .alsoAsk: Localized("同样的地方一起申请", "Ask for these alike")
    case .alsoDecide: Localized("同样的地方一起决定", "Decide on these alike")
    case .alsoRevoke: Localized("同样的地方一起收回", "Revoke these alike")
    case .waivers: Localized("放行记录", "Waivers")
    case .otherWaivers: Localized("与本稿无关的放行记录", "Waivers that no longer apply")
    case .waiverLine: Localized("{name} 于 {time} 申请：{reason}", "{name}, {time}: {reason}")
    case .grantedLine:
      Localized("{name} 于 {time} 放行：{reason}", "let pass by {name}, {time}: {reason}")
    case .evidenceLine: Localized("证据：{text}", "Evidence: {text}")
    case .until: Localized("有效至 {time}", "until {time}")
    case .decidedBy: Localized("{name} 于 {time} 签署", "signed by {name}, {time}")
    case .revokedBy: Localized("{name} 于 {time} 收回", "revoked by {name}, {time}")
    case .decisionNote: Localized("决定的说明", "Note on the decision")
    case .decisionHint: Localized("不同意时必填", "Needed when you deny it")
    case .grant: Localized("同意放行", "Grant")
    case .deny: Localized("不同意", "Deny")
    case .revoke: Localized("收回放行", "Revoke")
    case .revokeReason: Localized("收回的理由", "Why it is revoked")
    case .sendRevocation: Localized("确认收回", "Revoke it")
    case .statePending: Localized("待决定", "pending")
    case .stateGranted: Localized("已同意", "granted")
    case .stateDenied: Localized("未同意", "denied")
    case .stateRevoked: Localized("已收回", "revoked")
    case .falsePositive: Localized("误报", "false positive")
    case .quotedLaw: Localized("引用法律法规原文", "quotes a law")
    case .properName: Localized("专有名称", "proper name")
    case .approvedDocument: Localized("有批准文件", "approved by a document")
    case .historicalQuote: Localized("引用历史原文", "quotes a historical text")
    case .other: Localized("其他", "other")
    case .waitingForYou:
      Localized("有 {count} 项放行申请等你决定", "{count} waiver(s) wait for your decision")
    }
  }
}

extension Waiver.Reason {
  var phrase: FindingPhrase {
    switch self {
    case .falsePositive: .falsePositive
    case .quotedLaw: .quotedLaw
    case .properName: .properName
    case .approvedDocument: .approvedDocument
    case .historicalQuote: .historicalQuote
    case .other: .other
    }
  }
}

extension Waiver.State {
  var phrase: FindingPhrase {
    switch self {
    case .pending: .statePending
    case .granted: .stateGranted
    case .denied: .stateDenied
    case .revoked: .stateRevoked
    }
  }
}
