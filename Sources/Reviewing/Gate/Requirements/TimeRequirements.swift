import Linting

/// Of moments; all are worked out when somebody asks.
extension Standing {
  /// When the approval ends; nil without one.
  var approvalEnd: Timestamp? {
    guard let approvedAt = submission.approvedAt, let form = submission.current?.form else {
      return nil
    }
    let ordinary = draftClass.flatMap { policy.classApprovalHours[$0] } ?? policy.approvalHours
    let hours = form.urgency == nil ? ordinary : policy.urgentApprovalHours
    let ends = [approvedAt.adding(hours: hours), form.expiresAt, form.urgency?.validUntil]
    return ends.compactMap(\.self).min()
  }

  var freshness: Requirement {
    let key = RequirementKey.freshness
    guard let end = approvalEnd else {
      return .notApplicable(key, Localized("尚未通过审核", "not approved yet"))
    }
    guard end <= now else { return .met(key, Localized("审核在有效期内", "the approval holds")) }
    return Requirement(
      key: key,
      status: .unsatisfied,
      explanation: Localized("审核已过有效期，须退回重审", "the approval has run out; return it for review"),
      roles: [.informationOfficer, .secondReviewer],
      remedies: [Requirement.Remedy(relation: "return")]
    )
  }

  var schedule: Requirement {
    let key = RequirementKey.schedule
    guard let planned = submission.current?.form.plannedAt else {
      return .notApplicable(key, Localized("未定发布时间", "no time is planned"))
    }
    guard planned > now else { return .met(key, Localized("已到发布时间", "its time has come")) }
    return Requirement(
      key: key,
      status: .pending,
      explanation: Localized("未到发布时间", "its time has not come")
    )
  }
}
