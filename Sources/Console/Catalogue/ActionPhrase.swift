package import Linting

/// What the record says was done; raw values as in `AuditEntry.action`.
package enum ActionPhrase: String, Phrases {
  case draftBegin = "draft.begin"
  case draftRevise = "draft.revise"
  case draftSubmit = "draft.submit"
  case draftWithdraw = "draft.withdraw"
  case draftFreeze = "draft.freeze"
  case reviewApprove = "review.approve"
  case reviewReturn = "review.return"
  case reviewReject = "review.reject"
  case reviewEscalate = "review.escalate"
  case reviewDeescalate = "review.deescalate"
  case reviewConfirm = "review.confirm"
  case reviewRelease = "review.release"
  case commentAdd = "comment.add"
  case commentResolve = "comment.resolve"
  case waiverRequest = "waiver.request"
  case waiverAgree = "waiver.agree"
  case waiverGrant = "waiver.grant"
  case waiverDeny = "waiver.deny"
  case waiverRevoke = "waiver.revoke"
  case permitIssue = "permit.issue"
  case permitRefuse = "permit.refuse"
  case permitConsume = "permit.consume"
  case permitRevoke = "permit.revoke"
  case publicationRecord = "publication.record"
  case publicationRefuse = "publication.refuse"
  case publicationFail = "publication.fail"
  case publicationVerify = "publication.verify"
  case publicationRetract = "publication.retract"
  case policyInitial = "policy.initial"
  case policyPropose = "policy.propose"
  case policyActivate = "policy.activate"
  case userCreate = "user.create"
  case userChange = "user.change"
  case userLink = "user.link"
  case userPassword = "user.password"
  case sessionBegin = "session.begin"
  case sessionEnd = "session.end"
  case tokenCreate = "token.create"
  case tokenRevoke = "token.revoke"
  case departmentCreate = "department.create"
  case columnCreate = "column.create"
  case columnChange = "column.change"
  case auditRestore = "audit.restore"
  case keyChange = "key.change"

  package var text: Localized {
    switch self {
    case .draftBegin: Localized("新建稿件", "began a draft")
    case .draftRevise: Localized("修改稿件", "revised a draft")
    case .draftSubmit: Localized("送审", "handed in")
    case .draftWithdraw: Localized("撤回稿件", "withdrew a draft")
    case .draftFreeze: Localized("冻结：文中有涉密标志", "froze: a mark of secrecy")
    case .reviewApprove: Localized("审核通过", "approved")
    case .reviewReturn: Localized("退回修改", "returned")
    case .reviewReject: Localized("不予发布", "rejected")
    case .reviewEscalate: Localized("上报", "escalated")
    case .reviewDeescalate: Localized("撤销上报", "took an escalation back")
    case .reviewConfirm: Localized("书面确认紧急发布", "confirmed what was urgent")
    case .reviewRelease: Localized("解除冻结", "released from freeze")
    case .commentAdd: Localized("提出意见", "commented")
    case .commentResolve: Localized("意见已处理", "resolved a comment")
    case .waiverRequest: Localized("申请放行", "asked for a waiver")
    case .waiverAgree: Localized("同意放行（第二人）", "agreed to a waiver")
    case .waiverGrant: Localized("同意放行", "granted a waiver")
    case .waiverDeny: Localized("不同意放行", "denied a waiver")
    case .waiverRevoke: Localized("收回放行", "revoked a waiver")
    case .permitIssue: Localized("签发发布许可", "issued a permit")
    case .permitRefuse: Localized("拒发发布许可", "refused a permit")
    case .permitConsume: Localized("用许可开始发布", "used a permit")
    case .permitRevoke: Localized("收回发布许可", "revoked a permit")
    case .publicationRecord: Localized("登记发布", "recorded a publication")
    case .publicationRefuse: Localized("拒绝发布：内容与批准的不同", "refused to publish: other content")
    case .publicationFail: Localized("登记发布失败", "recorded a failure")
    case .publicationVerify: Localized("核对已发布的页面", "compared a published page")
    case .publicationRetract: Localized("撤稿", "retracted")
    case .policyInitial: Localized("初始审核制度", "first policy")
    case .policyPropose: Localized("提出审核制度", "proposed a policy")
    case .policyActivate: Localized("启用审核制度", "activated a policy")
    case .userCreate: Localized("新增人员", "added a person")
    case .userChange: Localized("修改人员", "changed an account")
    case .userLink: Localized("生成登录链接", "made a sign-in link")
    case .userPassword: Localized("更改密码", "changed the password")
    case .sessionBegin: Localized("登录", "signed in")
    case .sessionEnd: Localized("退出登录", "signed out")
    case .tokenCreate: Localized("新建令牌", "made a token")
    case .tokenRevoke: Localized("作废令牌", "revoked a token")
    case .departmentCreate: Localized("新增科室", "added a department")
    case .columnCreate: Localized("新增栏目", "added a column")
    case .columnChange: Localized("修改栏目", "changed a column")
    case .auditRestore: Localized("从备份恢复", "restored a backup")
    case .keyChange: Localized("更换签名密钥", "changed the signing key")
    }
  }
}

/// What an entry is about; raw values as in `AuditEntry.Subject.kind`.
package enum SubjectPhrase: String, Phrases {
  case draft
  case user
  case token
  case policy
  case department
  case column
  case store
  case key

  package var text: Localized {
    switch self {
    case .draft: Localized("稿件", "draft")
    case .user: Localized("人员", "person")
    case .token: Localized("令牌", "token")
    case .policy: Localized("制度", "policy")
    case .department: Localized("科室", "department")
    case .column: Localized("栏目", "column")
    case .store: Localized("数据库", "database")
    case .key: Localized("密钥", "key")
    }
  }
}
