package import Linting

/// What a person may do (compliance handbook, section 11.2).
package enum Role: String, Codable, Sendable, CaseIterable {
  /// 科室信息员: writes and submits.
  case submitter
  /// 科室负责人: checks what the own department submits.
  case departmentApprover = "department_approver"
  /// 信息管理人员: first review.
  case informationOfficer = "information_officer"
  /// 信息管理部门（宣传科）负责人: second review and final sign-off.
  case secondReviewer = "second_reviewer"
  /// 办公室: decides whether something may be public.
  case secrecyReviewer = "secrecy_reviewer"
  /// 医务科等的医学审核人: agrees or not where medical claims are put aside.
  case medicalReviewer = "medical_reviewer"
  /// 领导小组.
  case leader
  /// 网站、新媒体管理员: puts what was approved where it is read.
  case publisher
  /// Reads everything, changes nothing.
  case auditor
  case complaintsOfficer = "complaints_officer"
  /// Accounts, tokens and policies; has no say on content.
  case administrator

  package var title: Localized {
    switch self {
    case .submitter: Localized("科室信息员", "submitter")
    case .departmentApprover: Localized("科室负责人", "department head")
    case .informationOfficer: Localized("信息管理人员", "information officer")
    case .secondReviewer: Localized("信息管理部门负责人", "head of publicity")
    case .secrecyReviewer: Localized("保密审查人", "secrecy reviewer")
    case .medicalReviewer: Localized("医学审核人", "medical reviewer")
    case .leader: Localized("领导小组成员", "leadership")
    case .publisher: Localized("发布员", "publisher")
    case .auditor: Localized("监督审计人员", "auditor")
    case .complaintsOfficer: Localized("举报受理人", "complaints officer")
    case .administrator: Localized("系统管理员", "administrator")
    }
  }
}
