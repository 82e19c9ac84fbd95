package import Linting

/// The review desk: its head, its draft, what stands in the way of publication.
package enum DeskPhrase: String, Phrases {
  case tabs
  case desk
  case compare
  case history
  case releaseForm
  case publish
  case edit
  case column
  case owner
  case submitter
  case digest
  case due
  case overdue
  case declarations
  case declarationsHint
  case escalations
  case groundFinding
  case groundForm
  case groundClass
  case groundColumn
  case groundPerson
  case lifted
  case toLeadership
  case toSecrecy
  case files
  case left
  case met
  case canClear
  case nobodyCan
  case andMore
  case frozenTitle
  case frozenWhat
  case frozenStepOne
  case frozenStepTwo
  case frozenStepThree
  case predecessor
  case corrects

  package var text: Localized {
    switch self {
    case .tabs: Localized("这份稿件", "This draft")
    case .desk: Localized("审稿台", "Review")
    case .compare: Localized("比较各稿", "Compare")
    case .history: Localized("经过", "History")
    case .releaseForm: Localized("发布表", "Release form")
    case .publish: Localized("发布", "Publishing")
    case .edit: Localized("修改稿件", "Edit the draft")
    case .column: Localized("栏目", "Column")
    case .owner: Localized("{name}负责", "kept by {name}")
    case .submitter: Localized("报送", "From")
    case .digest: Localized("内容核对码", "Content code")
    case .due: Localized("{time} 前处理", "due {time}")
    case .overdue: Localized("应在 {time} 前处理，已超时", "was due {time}")
    case .declarations: Localized("申报内容", "Declarations")
    case .declarationsHint:
      Localized("报送人在网络信息发布表上填写的", "what the release form says")
    case .escalations: Localized("上报", "Escalations")
    case .groundFinding: Localized("检查发现 {detail}", "found: {detail}")
    case .groundForm: Localized("发布表勾选：{detail}", "the form says: {detail}")
    case .groundClass:
      Localized("这一类稿件都要送审", "drafts of this class are always seen")
    case .groundColumn: Localized("栏目规定", "the column asks for it")
    case .groundPerson: Localized("{name}提出：{detail}", "{name}: {detail}")
    case .lifted: Localized("{name}已撤销：{reason}", "taken back by {name}: {reason}")
    case .toLeadership: Localized("报领导小组", "to leadership")
    case .toSecrecy: Localized("送保密审查", "to the secrecy reviewer")
    case .files: Localized("随稿文件", "Files")
    case .left: Localized("还差 {count} 项才能发布", "{count} left before it can be published")
    case .met: Localized("已满足 {count} 项", "{count} met")
    case .canClear: Localized("可处理：{names}", "can be cleared by {names}")
    case .nobodyCan:
      Localized("目前没有人可以处理，请找系统管理员", "nobody can clear it now: ask the administrator")
    case .andMore: Localized("等 {count} 人", "and others, {count} in all")
    case .frozenTitle: Localized("已冻结的稿件", "A frozen draft")
    case .frozenWhat:
      Localized(
        "检查发现涉密标志。正文没有保存，这里也不显示任何内容。请不要在网上继续传阅这份材料。",
        "A mark of secrecy was found. The text was not kept and nothing of it is shown. Do not pass the material on online."
      )
    case .frozenStepOne:
      Localized(
        "报送人：停止传阅，向办公室（保密审查）报告原件的来源和去向。",
        "Submitter: stop passing it on; tell the office where the original came from and went."
      )
    case .frozenStepTwo:
      Localized(
        "保密审查人和领导小组成员：在系统外处理完后，各自在下面登记同一个处理编号和同一个结论。",
        "Secrecy reviewer and leadership: deal with it outside this system, then both record the same number and the same outcome below."
      )
    case .frozenStepThree:
      Localized(
        "两人登记一致后自动解除：可以重写的退回报送人，内容为空；不再发布的到此结束。",
        "When both agree it is released: back to the submitter with empty text, or closed for good."
      )
    case .predecessor: Localized("接续一份已结束的稿件", "Takes up an earlier draft")
    case .corrects: Localized("更正一份已发布的稿件", "Corrects what is published")
    }
  }
}
