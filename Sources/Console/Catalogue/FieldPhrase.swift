import Linting

/// The fields of the API as a page names them that tells what is wrong with one.
enum FieldPhrase: String, Phrases {
  case channels
  case checklist
  case column
  case comment
  case content
  case format
  case current
  case password
  case name
  case displayName = "display_name"
  case department
  case roles
  case owner
  case key
  case freshnessDays = "freshness_days"
  case draftClass = "class"
  case url
  case externalID = "external_id"
  case reason
  case note
  case text
  case evidence
  case foundBy = "found_by"
  case reportedTo = "reported_to"
  case incident
  case scopes
  case days
  case notBefore = "not_before"
  case publicBasis = "public_basis"
  case basisNote = "basis_note"
  case publicity
  case personalData = "personal_data"
  case consents
  case authors
  case medicalReviewer = "medical_reviewer"
  case factCheckedBy = "fact_checked_by"
  case officePhone = "office_phone"
  case plannedAt = "planned_at"
  case expiresAt = "expires_at"
  case rights
  case basis
  case urgency
  case ground
  case dutyLeader = "duty_leader"
  case validUntil = "valid_until"

  /// By a JSON pointer without its first slash; nil for a field that no form has.
  init?(pointer: String) {
    let named = pointer.utf8.split(separator: UInt8(ascii: "/")).compactMap {
      FieldPhrase(rawValue: String(decoding: Array($0), as: UTF8.self))
    }
    guard let last = named.last else { return nil }
    self = last
  }

  var text: Localized {
    switch self {
    case .channels: Localized("渠道", "Channels")
    case .checklist: Localized("逐项确认", "Checklist")
    case .column: Localized("栏目", "Column")
    case .comment: Localized("审核意见", "Opinion")
    case .content: Localized("正文", "Text")
    case .format: Localized("格式", "Format")
    case .current: Localized("现在的密码", "Present password")
    case .password: Localized("密码", "Password")
    case .name: Localized("名称", "Name")
    case .displayName: Localized("姓名", "Name")
    case .department: Localized("科室", "Department")
    case .roles: Localized("角色", "Roles")
    case .owner: Localized("责任科室", "Department")
    case .key: Localized("代号", "Key")
    case .freshnessDays: Localized("更新天数", "Days")
    case .draftClass: Localized("稿件类别", "Class")
    case .url: Localized("网址", "Address")
    case .externalID: Localized("渠道给的编号", "The channel's number")
    case .reason: Localized("理由", "Reason")
    case .note: Localized("说明", "Note")
    case .text: Localized("意见", "Comment")
    case .evidence: Localized("依据", "Evidence")
    case .foundBy: Localized("发现人", "Found by")
    case .reportedTo: Localized("报告对象", "Reported to")
    case .incident: Localized("处理编号", "Incident number")
    case .scopes: Localized("可以做什么", "What it may do")
    case .days: Localized("有效期", "Days")
    case .notBefore: Localized("不早于", "Not before")
    case .publicBasis: Localized("凭什么公开", "Why it may be public")
    case .basisNote: Localized("文号或说明", "Number or ground")
    case .publicity: Localized("公开属性", "Publicity")
    case .personalData: Localized("个人信息", "Personal data")
    case .consents: Localized("书面同意书编号", "Consents")
    case .authors: Localized("作者", "Authors")
    case .medicalReviewer: Localized("医学审核人", "Medical reviewer")
    case .factCheckedBy: Localized("事实核对人", "Facts checked by")
    case .officePhone: Localized("办公电话", "Office telephone")
    case .plannedAt: Localized("计划发布时间", "Planned for")
    case .expiresAt: Localized("有效期至", "Holds until")
    case .rights: Localized("权利依据", "By what right")
    case .basis: Localized("权利依据", "By what right")
    case .urgency: Localized("紧急发布", "Urgent")
    case .ground: Localized("紧急的理由", "Why it is urgent")
    case .dutyLeader: Localized("带班领导", "Leader on duty")
    case .validUntil: Localized("有效期至", "Holds until")
    }
  }
}
