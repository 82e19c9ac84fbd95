package import Linting
package import Reviewing

extension Role {
  /// What the role is for, in a line.
  package var duty: Localized {
    switch self {
    case .submitter:
      Localized("撰写本科室的稿件并送审", "writes and hands in drafts of the own department")
    case .departmentApprover:
      Localized("审核本科室的稿件，也可以撰写", "checks the own department's drafts, may write them")
    case .informationOfficer:
      Localized("初审各科室的稿件，看考核统计", "reviews drafts first, reads the statistics")
    case .secondReviewer:
      Localized(
        "复审签发，决定放行申请，提出审核制度",
        "reviews and signs, decides on waivers, proposes policies"
      )
    case .secrecyReviewer:
      Localized("审查稿件能否公开，处理冻结的稿件", "decides what may be public, deals with frozen drafts")
    case .medicalReviewer:
      Localized("对医疗内容的放行签署意见", "agrees or not where medical claims are put aside")
    case .leader:
      Localized("审定重大和敏感的稿件，启用审核制度", "decides on major or sensitive drafts, activates policies")
    case .publisher:
      Localized("领取发布许可，发布通过的稿件并登记", "publishes what was approved and records it")
    case .auditor:
      Localized("查看全部稿件、统计和审计日志，不作改动", "reads everything, changes nothing")
    case .complaintsOfficer:
      Localized("受理举报，核对已发布的页面，登记撤稿", "takes complaints, compares pages, retracts")
    case .administrator:
      Localized(
        "管理人员、科室和栏目，不参与内容审核",
        "looks after people, departments and columns; has no say on content"
      )
    }
  }
}

extension Scope {
  package var title: Localized {
    switch self {
    case .check: Localized("检查", "check")
    case .read: Localized("查看", "read")
    case .submit: Localized("报送", "submit")
    case .review: Localized("审核", "review")
    case .publish: Localized("发布", "publish")
    case .administer: Localized("管理", "administer")
    }
  }

  /// What a token of this scope may do, in a line.
  package var duty: Localized {
    switch self {
    case .check: Localized("检查稿件，不保存", "check drafts, keeping nothing")
    case .read: Localized("查看稿件和记录", "read drafts and records")
    case .submit: Localized("新建、修改和送审稿件", "begin, change and hand in drafts")
    case .review: Localized("通过、退回稿件，决定放行", "approve and return drafts, decide on waivers")
    case .publish: Localized("领取发布许可，登记发布", "take permits and record publications")
    case .administer: Localized("管理人员、栏目、制度和令牌", "look after people, columns, policies and tokens")
    }
  }
}
