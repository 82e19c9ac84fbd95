package import Linting

/// The rules that keep duties apart (handbook, gate.md 3.6); the raw values are stable.
enum DutyRule: String {
  case contributor = "S1"
  /// A named author counts as one who has written, whoever saved the text.
  case author = "S1.author"
  case oneStage = "S2"
  case oneVote = "S2.vote"
  case publisher = "S3"
  case waiver = "S4"
  case administrator = "S5"
  case policy = "S6"

  var message: Localized {
    switch self {
    case .contributor: Localized("撰稿人不能审核自己参与的稿件", "who wrote any revision does not judge it")
    case .author: Localized("署名作者应当回避", "a named author does not judge the draft")
    case .oneStage: Localized("一人只签一个环节", "one person signs at one stage only")
    case .oneVote: Localized("本环节已经签过", "already signed at this stage")
    case .publisher: Localized("审核人不能发布", "who approved does not publish")
    case .waiver:
      Localized(
        "放行须由申请人以外、未参与撰稿的人决定",
        "a waiver is decided by another person who wrote nothing of it"
      )
    case .administrator: Localized("系统管理员不参与内容审核", "administrators have no say on content")
    case .policy:
      Localized("制度须由提出人以外的人启用", "a policy is activated by another person than its proposer")
    }
  }

  var refusal: Refusal { Refusal(.separationOfDuties, message, rule: rawValue) }
}

extension GateAnswer {
  /// What the rule of separation says by which an operation is refused; nil for other codes.
  package static func message(ofRule code: String) -> Localized? {
    DutyRule(rawValue: code)?.message
  }
}

/// A rule of separation that stands against one person at one step.
struct Conflict {
  let rule: DutyRule
  /// Put aside, for the unit is declared small and is small.
  let isRelaxed: Bool
}
