import Linting

/// Of what went the urgent way: leadership confirms it in writing, in time.
extension Standing {
  /// By when leadership has to have confirmed it; nil where the policy asks for nothing or nothing is approved.
  var confirmationDue: Timestamp? {
    guard submission.current?.form.urgency != nil, !submission.state.isFinal,
      let hours = policy.confirmationHours, let approvedAt = submission.approvedAt
    else { return nil }
    return approvedAt.adding(hours: hours)
  }

  var needsConfirmation: Bool { confirmationDue != nil && !hasLeadershipsWord }

  var confirmed: Requirement {
    let key = RequirementKey.confirmed
    guard let due = confirmationDue else {
      return .notApplicable(key, Localized("没有待确认的紧急发布", "nothing urgent is to be confirmed"))
    }
    guard !hasLeadershipsWord else {
      return .met(key, Localized("领导小组已书面确认", "confirmed by leadership in writing"))
    }
    let isOverdue = due <= now
    return Requirement(
      key: key,
      status: isOverdue ? .unsatisfied : .pending,
      explanation: isOverdue
        ? Localized("紧急发布逾期未经领导小组书面确认", "urgent, and leadership's written confirmation is overdue")
        : Localized("紧急发布待领导小组书面确认", "urgent: leadership has to confirm it in writing"),
      failing: ["due \(due)"],
      people: enabledUsers.filter { isEntitled($0, to: .confirm) && isFree($0) }.map(\.id),
      roles: [.leader],
      remedies: [Requirement.Remedy(relation: "confirm")]
    )
  }

  /// A confirmation that is not due yet stops nothing; one that is overdue stops further channels.
  func blocksPublication(_ requirement: Requirement) -> Bool {
    !requirement.isMet
      && !(requirement.key == RequirementKey.confirmed && requirement.status == .pending)
  }

  /// Signed by leadership in the course of the review, or confirmed since.
  private var hasLeadershipsWord: Bool {
    !confirmations.isEmpty
      || liveApprovals.contains { policy.stage($0.stage)?.condition == .leadership }
  }

  private func isFree(_ user: User) -> Bool { conflict(confirming: user)?.isRelaxed ?? true }
}
