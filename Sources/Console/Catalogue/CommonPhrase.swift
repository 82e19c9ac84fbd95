package import Linting

/// What stands on many pages.
package enum CommonPhrase: String, Phrases {
  case product
  case skip
  case navigation
  case otherLanguage
  case signIn
  case signOut
  case optional
  case check
  case queue
  case drafts
  case publishing
  case columns
  case statistics
  case rules
  case policies
  case users
  case audit
  case revision
  case hoursLate
  case daysWaiting
  case hoursWaiting
  case untitled
  case escalated
  case problemHint
  case requestID
  case offline

  package var text: Localized {
    switch self {
    case .product: Localized("合规", "hegui")
    case .skip: Localized("跳到正文", "Skip to the content")
    case .navigation: Localized("主导航", "Main navigation")
    case .otherLanguage: Localized("English", "中文")
    case .signIn: Localized("登录", "Sign in")
    case .signOut: Localized("退出", "Sign out")
    case .optional: Localized("（选填）", " (optional)")
    case .check: Localized("自查", "Check")
    case .queue: Localized("待办", "To do")
    case .drafts: Localized("稿件", "Drafts")
    case .publishing: Localized("发布", "Publishing")
    case .columns: Localized("栏目", "Columns")
    case .statistics: Localized("统计", "Statistics")
    case .rules: Localized("规则", "Rules")
    case .policies: Localized("制度", "Policies")
    case .users: Localized("人员", "People")
    case .audit: Localized("审计", "Audit")
    case .revision: Localized("第 {count} 稿", "revision {count}")
    case .hoursLate: Localized("已超时 {count} 小时", "{count} h overdue")
    case .daysWaiting: Localized("已等 {count} 天", "waiting {count} d")
    case .hoursWaiting: Localized("已等 {count} 小时", "waiting {count} h")
    case .untitled: Localized("（没有标题）", "(no title)")
    case .escalated: Localized("已上报", "escalated")
    case .problemHint:
      Localized(
        "返回上一页，填写的内容还在；改好后再提交一次。",
        "Go back: what you filled in is still there. Mend it and send it again."
      )
    case .offline:
      Localized(
        "没有连上服务器，内容没有提交。请检查网络后再试。",
        "The server could not be reached; nothing was sent. Check the network and try again."
      )
    case .requestID:
      Localized("如需他人协助，请告知编号 {id}", "If you ask for help, give this number: {id}")
    }
  }
}

/// What has just been done; named in an address by its raw value.
package enum NoticePhrase: String, Phrases {
  case signedOut = "signed_out"
  case saved
  case submitted
  case approved
  case returned
  case rejected
  case escalated
  case withdrawn
  case commented
  case waiverRequested = "waiver_requested"
  case waiverDecided = "waiver_decided"
  case permitted
  case begun
  case published
  case verified
  case retracted
  case password
  case removed
  case revoked
  case proposed
  case activated

  package var text: Localized {
    switch self {
    case .signedOut: Localized("已退出登录。", "You have signed out.")
    case .saved: Localized("已保存。", "Saved.")
    case .submitted: Localized("已送审。", "Handed in for review.")
    case .approved: Localized("已通过，意见已记录。", "Approved; your vote is on record.")
    case .returned: Localized("已退回作者修改。", "Returned to the author.")
    case .rejected: Localized("已决定不予发布。", "Rejected: it will not be published.")
    case .escalated: Localized("已上报。", "Escalated.")
    case .withdrawn: Localized("已撤回。", "Withdrawn.")
    case .commented: Localized("意见已记录。", "Your comment is on record.")
    case .waiverRequested: Localized("放行申请已提交。", "The waiver has been asked for.")
    case .waiverDecided: Localized("放行决定已记录。", "The decision on the waiver is on record.")
    case .permitted: Localized("发布许可已签发。", "The permit has been issued.")
    case .begun:
      Localized("已开始发布；发出去以后回来登记结果。", "Begun; come back to record the result.")
    case .published: Localized("发布已登记。", "The publication is on record.")
    case .verified: Localized("核对完成，结果见下。", "Compared; see the result below.")
    case .retracted: Localized("已登记撤稿。", "The retraction is on record.")
    case .password: Localized("密码已更改。", "Your password has been changed.")
    case .removed: Localized("已停用。", "Switched off.")
    case .revoked: Localized("令牌已作废。", "The token has been revoked.")
    case .proposed:
      Localized("新制度已提出，等另一人启用。", "The policy is proposed; another person activates it.")
    case .activated: Localized("新制度已启用。", "The policy is in force.")
    }
  }
}
