package import Linting

/// What the record says of a draft, in sentences; those of entries have the entry's action as their raw value.
package enum HistoryPhrase: String, Phrases {
  case title
  case intro
  case byToken
  case byCommandLine
  case program
  case unknownAction

  case begin = "draft.begin"
  case revise = "draft.revise"
  case freeze = "draft.freeze"
  case submit = "draft.submit"
  case withdraw = "draft.withdraw"
  case approve = "review.approve"
  case sendBack = "review.return"
  case reject = "review.reject"
  case escalate = "review.escalate"
  case deescalate = "review.deescalate"
  case confirm = "review.confirm"
  case release = "review.release"
  case comment = "comment.add"
  case resolve = "comment.resolve"
  case requestWaiver = "waiver.request"
  case agreeWaiver = "waiver.agree"
  case grantWaiver = "waiver.grant"
  case denyWaiver = "waiver.deny"
  case revokeWaiver = "waiver.revoke"
  case issuePermit = "permit.issue"
  case revokePermit = "permit.revoke"
  case consumePermit = "permit.consume"
  case refusePermit = "permit.refuse"
  case recordPublication = "publication.record"
  case refusePublication = "publication.refuse"
  case failPublication = "publication.fail"
  case verifyPublication = "publication.verify"
  case retractPublication = "publication.retract"
  case foundSame
  case foundOther
  case foundNothing

  package var text: Localized {
    switch self {
    case .title: Localized("经过", "History")
    case .intro:
      Localized(
        "每一步都记在审计日志里，不能改也不能删。",
        "Every step is in the audit log, where nothing can be changed or taken out."
      )
    case .byToken: Localized("通过接口", "by the API")
    case .byCommandLine: Localized("在服务器上", "at the server")
    case .program: Localized("系统", "The program")
    case .unknownAction: Localized("{who}：{action}", "{who}: {action}")
    default: step
    }
  }

  private var step: Localized {
    switch self {
    case .begin: Localized("{who}新建了这份稿件", "{who} began the draft")
    case .revise: Localized("{who}交了第 {revision} 稿", "{who} saved revision {revision}")
    case .freeze:
      Localized(
        "{who}交的第 {revision} 稿含涉密标志，稿件冻结",
        "revision {revision} by {who} bears a mark of secrecy: frozen"
      )
    case .submit: Localized("{who}送审第 {revision} 稿", "{who} handed in revision {revision}")
    case .withdraw: Localized("{who}撤回了稿件", "{who} withdrew the draft")
    case .approve: Localized("{who}在「{stage}」通过", "{who} approved ({stage})")
    case .sendBack: Localized("{who}在「{stage}」退回", "{who} returned it ({stage})")
    case .reject: Localized("{who}在「{stage}」决定不予发布", "{who} rejected it ({stage})")
    case .escalate: Localized("{who}上报", "{who} escalated it")
    case .deescalate: Localized("{who}撤销了上报", "{who} took the escalation back")
    case .confirm: Localized("{who}书面确认了紧急发布", "{who} confirmed what was urgent")
    case .release: Localized("{who}登记了涉密处理结果", "{who} recorded how the secrecy was dealt with")
    case .comment: Localized("{who}提了意见", "{who} commented")
    case .resolve: Localized("{who}把一条意见标为已处理", "{who} resolved a comment")
    case .requestWaiver: Localized("{who}申请放行「{rule}」", "{who} asked for a waiver of {rule}")
    case .agreeWaiver:
      Localized(
        "{who}同意放行「{rule}」，还差一人",
        "{who} agreed to the waiver of {rule}; one more is needed"
      )
    case .grantWaiver: Localized("{who}同意放行「{rule}」", "{who} granted the waiver of {rule}")
    case .denyWaiver: Localized("{who}不同意放行「{rule}」", "{who} denied the waiver of {rule}")
    case .revokeWaiver: Localized("{who}收回了「{rule}」的放行", "{who} revoked the waiver of {rule}")
    default: publishing
    }
  }

  private var publishing: Localized {
    switch self {
    case .issuePermit: Localized("{who}签发了{channel}的发布许可", "{who} issued a permit for {channel}")
    case .revokePermit:
      Localized("{who}收回了{channel}的发布许可", "{who} revoked the permit for {channel}")
    case .consumePermit: Localized("{who}开始发布到{channel}", "{who} began to publish on {channel}")
    case .refusePermit:
      Localized(
        "{who}想发布的内容与批准的不一致，已拒绝",
        "what {who} was about to publish is not what was approved: refused"
      )
    case .recordPublication:
      Localized("{who}登记：已发布到{channel}", "{who} recorded the publication on {channel}")
    case .refusePublication:
      Localized("{who}登记的内容与批准的不一致，已拒绝", "what {who} published is not what was approved: refused")
    case .failPublication:
      Localized("{who}登记：{channel}发布失败", "{who} recorded that {channel} failed")
    case .verifyPublication: Localized("{who}核对了已发布的页面", "{who} compared the published page")
    case .foundSame:
      Localized("{who}核对了已发布的页面：与批准的一致", "{who} compared the published page: as approved")
    case .foundOther:
      Localized(
        "{who}核对了已发布的页面：与批准的不一致",
        "{who} compared the published page: it differs from what was approved"
      )
    case .foundNothing:
      Localized("{who}核对了已发布的页面：打不开", "{who} compared the published page: it cannot be reached")
    case .retractPublication: Localized("{who}登记撤稿", "{who} recorded the retraction")
    default: Localized("{who}", "{who}")
    }
  }
}
