package import Linting

/// How the institution reviews, in words.
package enum PolicyPhrase: String, Phrases {
  case title
  case hint
  case inForce
  case none
  case since
  case initial
  case proposed
  case proposedBy
  case differences
  case sameWords
  case activate
  case activateConfirm
  case activateHint
  case activateOther
  case obstacles
  case propose
  case proposeTitle
  case proposeHint
  case json
  case jsonHint
  case history
  case number
  case name
  case proposer
  case activator
  case notActive
  case version
  case whole
  case back
  case staffing
  case staffingHint
  case staffingShort
  case staffingFine
  case department
  case show
  case step
  case needed
  case people
  case publishing
  case nobody
  case removed
  case added

  package var text: Localized {
    switch self {
    case .title: Localized("审核制度", "Policy")
    case .hint:
      Localized(
        "稿件按送审时的制度办到底。新制度由一人提出、另一人启用。",
        "A draft keeps to the policy it was handed in under. One person proposes a new policy, another activates it."
      )
    case .inForce: Localized("现行制度", "In force")
    case .none: Localized("还没有启用的制度。", "No policy is in force yet.")
    case .since:
      Localized(
        "第 {number} 版，由{person}于 {time} 启用",
        "version {number}, activated by {person} on {time}"
      )
    case .initial: Localized("初始化程序", "the installation")
    case .proposed: Localized("待启用：第 {number} 版", "Proposed: version {number}")
    case .proposedBy: Localized("{person}于 {time} 提出", "proposed by {person} on {time}")
    case .differences: Localized("与现行制度相比", "Compared with the one in force")
    case .sameWords:
      Localized(
        "条文没有变化，只有代号或外文名称不同。",
        "The wording is the same; only keys or names in the other language differ."
      )
    case .activate: Localized("启用这一版", "Activate it")
    case .activateConfirm:
      Localized(
        "启用第 {number} 版？以后送审的稿件按它办理。",
        "Activate version {number}? Drafts handed in from now on keep to it."
      )
    case .activateHint:
      Localized(
        "启用后，新送审的稿件按它办理；已送审的不变。",
        "New drafts will keep to it; those under review do not change."
      )
    case .activateOther:
      Localized("须由提出人以外的领导小组成员启用。", "Another member of leadership than its proposer activates it.")
    case .obstacles:
      Localized("现在还不能启用，须先解决：", "It cannot be activated yet:")
    case .propose: Localized("提出新制度", "Propose a policy")
    case .proposeTitle: Localized("提出新制度", "Propose a policy")
    case .proposeHint:
      Localized(
        "在现行制度上修改。提交时会检查行不行得通；提出后由另一位领导小组成员启用。",
        "Change what is in force. It is checked when sent; another person of leadership then activates it."
      )
    case .json: Localized("制度（JSON）", "Policy (JSON)")
    case .jsonHint:
      Localized(
        "环节在 stages，放行在 waivers，时限在 *_hours、permit_minutes。",
        "Stages stand in stages, waivers in waivers, times in *_hours and permit_minutes."
      )
    case .history: Localized("各个版本", "Versions")
    case .number: Localized("版本", "Version")
    case .name: Localized("名称", "Name")
    case .proposer: Localized("提出", "Proposed")
    case .activator: Localized("启用", "Activated")
    case .notActive: Localized("未启用", "not activated")
    case .version: Localized("第 {number} 版", "Version {number}")
    case .whole: Localized("全文", "The whole")
    case .back: Localized("返回审核制度", "Back to the policy")
    case .staffing: Localized("谁能审核", "Who could approve")
    case .staffingHint:
      Localized(
        "一篇稿件的撰写、各环节的审核、发布，须由不同的人办。",
        "Writing, each stage and publishing of one draft take different people."
      )
    case .staffingShort: Localized("人手不够：", "Not enough people:")
    case .staffingFine:
      Localized("各科室的稿件都有足够的人审核和发布。", "Every department's drafts can be reviewed and published.")
    case .department: Localized("报送科室", "Drafts of")
    case .show: Localized("查看", "Show")
    case .step: Localized("环节", "Step")
    case .needed: Localized("须签批", "Signatures")
    case .people: Localized("可以办理的人", "Who could")
    case .publishing: Localized("发布", "publication")
    case .nobody: Localized("没有人", "nobody")
    case .removed: Localized("删去", "removed")
    case .added: Localized("新增", "added")
    }
  }
}

/// The clauses of a policy.
package enum ClausePhrase: String, Phrases {
  case always
  case leadership
  case secrecy
  case voters
  case sameDepartment
  case approvals
  case due
  case checklist
  case lanes
  case urgent
  case correction
  case correctionLimit
  case confirmation
  case secrecyTitle
  case secrecyClasses
  case secrecyConcerns
  case nothing
  case either
  case separation
  case strict
  case smallUnit
  case waivers
  case warning
  case error
  case group
  case nobody
  case second
  case evidence
  case days
  case times
  case approvalHours
  case classHours
  case urgentHours
  case permitMinutes
  case hourSpan
  case daySpan

  package var text: Localized {
    switch self {
    case .always: Localized("每篇稿件都要经过", "every draft passes it")
    case .leadership: Localized("须领导小组审定的稿件才经过", "only what needs leadership passes it")
    case .secrecy: Localized("须保密审查的稿件才经过", "only what needs the secrecy reviewer passes it")
    case .voters: Localized("由{roles}签批", "signed by {roles}")
    case .sameDepartment: Localized("由报送科室的{roles}签批", "signed by {roles} of the same department")
    case .approvals: Localized("须 {count} 人通过", "{count} signature(s)")
    case .due: Localized("{span}内办理", "within {span}")
    case .checklist: Localized("逐项确认：{items}", "to be confirmed: {items}")
    case .lanes: Localized("紧急与更正", "Urgent matters and corrections")
    case .urgent: Localized("紧急发布经过：{stages}", "urgent matters pass: {stages}")
    case .correction: Localized("小的更正经过：{stages}", "small corrections pass: {stages}")
    case .correctionLimit:
      Localized("改动不超过 {count} 个字算小的更正", "a small correction touches {count} characters at most")
    case .confirmation:
      Localized(
        "紧急稿件通过后 {span}内由领导小组书面确认",
        "leadership confirms in writing within {span} of an urgent approval"
      )
    case .secrecyTitle: Localized("一律保密审查", "Always for the secrecy reviewer")
    case .secrecyClasses: Localized("类别：{classes}", "classes: {classes}")
    case .secrecyConcerns: Localized("发布表勾选：{concerns}", "ticked on the form: {concerns}")
    case .either: Localized("或", " or ")
    case .nothing: Localized("无", "none")
    case .separation: Localized("岗位分离", "Separation of duties")
    case .strict:
      Localized("严格：一人只签一个环节，签过的人不发布", "strict: one person, one stage; who signed does not publish")
    case .smallUnit:
      Localized(
        "小单位：能办的人少于 {count} 个时，一人可以签几个环节并发布，每次都注明",
        "small unit: with fewer than {count} people, one may sign several stages and publish, told every time"
      )
    case .waivers: Localized("放行检查出的问题", "Waivers of findings")
    case .warning: Localized("警告由{roles}决定", "warnings: {roles}")
    case .error: Localized("错误由{roles}决定", "errors: {roles}")
    case .group: Localized("{group}由{roles}决定", "{group}: {roles}")
    case .nobody: Localized("{group}：谁也不能放行", "{group}: nobody")
    case .second:
      Localized("{group}的错误还须{roles}同意", "errors of {group} need {roles} as well")
    case .evidence: Localized("须附证据：{groups}", "evidence is needed for: {groups}")
    case .days:
      Localized("放行 {usual} 天，最长 {most} 天", "a waiver holds {usual} days, {most} at most")
    case .times: Localized("时限", "Times")
    case .approvalHours: Localized("审核通过后 {span}内发布", "an approval holds {span}")
    case .classHours:
      Localized("{class}审核通过后 {span}内发布", "an approval of {class} holds {span}")
    case .urgentHours: Localized("紧急稿件通过后 {span}内发布", "an urgent approval holds {span}")
    case .hourSpan: Localized("{count} 小时", "{count} hours")
    case .daySpan: Localized("{count} 天", "{count} days")
    case .permitMinutes: Localized("发布许可 {count} 分钟内有效", "a permit holds {count} minutes")
    }
  }
}
