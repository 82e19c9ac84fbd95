package import Linting

/// Comments, votes and the other steps of a review.
package enum ReviewPhrase: String, Phrases {
  case comments
  case noComments
  case addComment
  case about
  case aboutWhole
  case commentText
  case blocking
  case sendComment
  case mustResolve
  case resolved
  case resolve
  case votes
  case approvedWord
  case returnedWord
  case rejectedWord
  case outdated
  case relaxed
  case bar
  case checklist
  case checklistHint
  case seen
  case opinion
  case opinionHint
  case returnReason
  case returnHint
  case rejectReason
  case rejectConfirm
  case submitNote
  case submitHint
  case escalateTo
  case escalateGround
  case escalateHint
  case deescalateReason
  case withdrawReason
  case withdrawConfirm
  case incident
  case incidentHint
  case closeForGood
  case cannotDo
  case goPublish
  case gateBlocked
  case forbidden
  case invalidState
  case notEditable
  case frozen

  package var text: Localized {
    switch self {
    case .comments: Localized("意见", "Comments")
    case .noComments: Localized("还没有意见。", "No comments yet.")
    case .addComment: Localized("提意见", "Comment")
    case .about: Localized("针对", "About")
    case .aboutWhole: Localized("整篇稿件", "the whole draft")
    case .commentText: Localized("意见内容", "Your comment")
    case .blocking: Localized("处理完这条意见才能通过", "Must be resolved before approval")
    case .sendComment: Localized("提交意见", "Send")
    case .mustResolve: Localized("须处理", "must be resolved")
    case .resolved: Localized("{name} 于 {time} 标为已处理", "resolved by {name}, {time}")
    case .resolve: Localized("标为已处理", "Mark as resolved")
    case .votes: Localized("审核意见", "Votes")
    case .approvedWord: Localized("通过", "approved")
    case .returnedWord: Localized("退回", "returned")
    case .rejectedWord: Localized("不予发布", "rejected")
    case .outdated: Localized("针对第 {count} 稿，已失效", "on revision {count}, no longer counts")
    case .relaxed: Localized("小单位放宽：{rules}", "relaxed for a small unit: {rules}")
    case .bar: Localized("处理这份稿件", "Act on this draft")
    case .checklist: Localized("逐项确认", "Confirm each")
    case .checklistHint: Localized("全部核对过才能通过", "All must be ticked to approve")
    case .seen:
      Localized("你签的是第 {count} 稿，内容核对码 {code}", "You sign revision {count}, content code {code}")
    case .opinion: Localized("审核意见", "Your opinion")
    case .opinionHint: Localized("记入发布表", "Goes into the release form")
    case .returnReason: Localized("退回的理由和要改的地方", "Why it is returned and what to change")
    case .returnHint: Localized("至少 5 个字", "At least 5 characters")
    case .rejectReason: Localized("不予发布的理由", "Why it will not be published")
    case .rejectConfirm:
      Localized("不予发布后，这份稿件到此结束。确定吗？", "The draft ends here. Are you sure?")
    case .submitNote: Localized("给审核人的话", "A word to the reviewers")
    case .submitHint:
      Localized("退回后没有改动就再次送审的，须说明理由", "Needed when you hand it in again unchanged")
    case .escalateTo: Localized("报给谁", "To whom")
    case .escalateGround: Localized("上报的理由", "Why")
    case .escalateHint:
      Localized("至少 5 个字；上报后只有领导小组能撤销", "At least 5 characters; only leadership can take it back")
    case .deescalateReason: Localized("撤销上报的理由", "Why it is taken back")
    case .withdrawReason: Localized("撤回的理由", "Why it is withdrawn")
    case .withdrawConfirm:
      Localized(
        "撤回后，这份稿件到此结束；要再发须另起一稿。确定吗？",
        "The draft ends here; to publish it later, begin anew. Are you sure?"
      )
    case .incident: Localized("处理编号", "Incident number")
    case .incidentHint:
      Localized("系统外处理记录的编号；两人须一致", "Of the record kept outside; both must give the same")
    case .closeForGood: Localized("不再发布，到此结束", "Close for good")
    case .cannotDo: Localized("你现在不能做的", "What you cannot do now")
    case .goPublish: Localized("去发布", "Go to publishing")
    case .gateBlocked: Localized("还有没满足的要求", "requirements are not met")
    case .forbidden: Localized("不是你的职责", "not one of your duties")
    case .invalidState: Localized("稿件现在的状态不能这样做", "not in its present state")
    case .notEditable: Localized("稿件现在不能修改", "it cannot be edited now")
    case .frozen: Localized("稿件已冻结", "it is frozen")
    }
  }

  /// Why an operation is refused, by the code that is no rule of separation.
  init(refusal code: String) {
    self =
      switch code {
      case "gate-blocked": .gateBlocked
      case "invalid-transition": .invalidState
      case "not-editable": .notEditable
      case "frozen": .frozen
      default: .forbidden
      }
  }
}
