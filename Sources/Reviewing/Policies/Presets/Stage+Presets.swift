import Linting

/// The stages of the presets, with what each reviewer ticks (compliance handbook, section 12).
extension Stage {
  static let department = Stage(
    key: "department",
    title: Localized("科室初审", "department check"),
    condition: .always,
    voters: Voters(roles: [.departmentApprover], sameDepartment: true),
    approvals: 1,
    checklist: [.accurate, .complete, .mayBePublic, .departmentAnswers],
    dueHours: 24
  )

  static let first = Stage(
    key: "first",
    title: Localized("初审", "first review"),
    condition: .always,
    voters: Voters(roles: [.informationOfficer]),
    approvals: 1,
    checklist: [.complete, .checkedAgainstSource, .wellFormed, .imagesFit],
    dueHours: 24
  )

  static let second = Stage(
    key: "second",
    title: Localized("复审", "second review"),
    condition: .always,
    voters: Voters(roles: [.secondReviewer]),
    approvals: 1,
    checklist: [.factsConfirmed, .lawful, .timely, .fitsAccount],
    dueHours: 24
  )

  /// The only review outside the department, so it looks at form as well.
  static let finalSign = Stage(
    key: "second",
    title: Localized("宣传科终审签发", "publicity's final sign-off"),
    condition: .always,
    voters: Voters(roles: [.secondReviewer]),
    approvals: 1,
    checklist: [.factsConfirmed, .lawful, .timely, .fitsAccount, .wellFormed, .imagesFit],
    dueHours: 24
  )

  static let secrecyReview = Stage(
    key: "secrecy",
    title: Localized("保密审查", "secrecy review"),
    condition: .secrecy,
    voters: Voters(roles: [.secrecyReviewer]),
    approvals: 1,
    checklist: [.noSecret, .noAggregation, .attachmentsChecked],
    dueHours: 48
  )

  static let leadershipReview = Stage(
    key: "leadership",
    title: Localized("领导小组审定", "leadership"),
    condition: .leadership,
    voters: Voters(roles: [.leader]),
    approvals: 1,
    checklist: [.necessary, .wording],
    dueHours: 48
  )
}

extension Stage.Item {
  fileprivate static let accurate = Self("accurate", "内容准确", "accurate")
  fileprivate static let complete = Self("complete", "内容完整，发布表填全", "complete, form included")
  fileprivate static let mayBePublic = Self("public", "可以公开", "may be public")
  fileprivate static let departmentAnswers = Self(
    "answers",
    "本科室对内容负责",
    "the department answers for it"
  )
  fileprivate static let checkedAgainstSource = Self(
    "source",
    "姓名、职务、数字、日期、单位已与原件核对",
    "names, posts, numbers, dates and units checked against the source"
  )
  fileprivate static let wellFormed = Self(
    "format",
    "标题与正文相符，格式规范",
    "title fits the text, well formed"
  )
  fileprivate static let imagesFit = Self(
    "images",
    "图片有来源、与正文相关、无个人信息",
    "images have sources, fit, show no personal data"
  )
  fileprivate static let factsConfirmed = Self(
    "facts",
    "事实已与科室核实",
    "facts confirmed with the department"
  )
  fileprivate static let lawful = Self(
    "lawful",
    "合法合规，无宣传性用语和保证",
    "lawful, no promotion, no guarantee"
  )
  fileprivate static let timely = Self("timely", "未过时", "not outdated")
  fileprivate static let fitsAccount = Self(
    "fits",
    "符合栏目和账号定位，已考虑社会反应",
    "fits column and account, public reaction considered"
  )
  fileprivate static let noSecret = Self(
    "no-secret",
    "不含国家秘密、工作秘密和内部文件",
    "no state or work secret, no internal document"
  )
  fileprivate static let noAggregation = Self(
    "no-aggregation",
    "汇总后不产生秘密",
    "nothing becomes secret by aggregation"
  )
  fileprivate static let attachmentsChecked = Self(
    "attachments",
    "附件及文件属性已查",
    "attachments and properties checked"
  )
  fileprivate static let necessary = Self("necessary", "发布必要，时机合适", "necessary, and timed well")
  fileprivate static let wording = Self("wording", "敏感内容表述妥当", "sensitive parts worded well")

  private init(_ key: String, _ zh: String, _ en: String) {
    self.init(key: key, title: Localized(zh, en))
  }
}
