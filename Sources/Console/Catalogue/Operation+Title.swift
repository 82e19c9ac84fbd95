package import Linting
package import Reviewing

extension Operation {
  /// As on a button.
  package var title: Localized {
    switch self {
    case .revise: Localized("修改", "Revise")
    case .submit: Localized("送审", "Hand in for review")
    case .approve: Localized("通过", "Approve")
    case .return: Localized("退回", "Return")
    case .reject: Localized("不予发布", "Reject")
    case .escalate: Localized("上报", "Escalate")
    case .deescalate: Localized("撤销上报", "Take the escalation back")
    case .withdraw: Localized("撤回", "Withdraw")
    case .confirm: Localized("书面确认紧急发布", "Confirm what was urgent")
    case .requestWaiver: Localized("申请放行", "Ask for a waiver")
    case .decideWaiver: Localized("决定放行申请", "Decide on a waiver")
    case .revokeWaiver: Localized("收回放行", "Revoke a waiver")
    case .comment: Localized("提意见", "Comment")
    case .resolveComment: Localized("意见已处理", "Resolve a comment")
    case .issuePermit: Localized("签发发布许可", "Issue a permit")
    case .revokePermit: Localized("收回发布许可", "Revoke a permit")
    case .consumePermit: Localized("开始发布", "Begin to publish")
    case .recordPublication: Localized("登记发布结果", "Record the publication")
    case .recordFailure: Localized("登记发布失败", "Record a failure")
    case .verifyPublication: Localized("核对已发布的页面", "Compare the published page")
    case .retract: Localized("撤稿", "Retract")
    case .releaseFrozen: Localized("解除冻结", "Release from freeze")
    case .reopen: Localized("另起一稿", "Begin anew")
    }
  }
}
