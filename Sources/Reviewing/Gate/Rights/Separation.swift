/// Which rule of separation stands against a person.
extension Standing {
  /// Against judging it at all; nothing relaxes these.
  func conflict(judging user: User) -> DutyRule? {
    if user.has(.administrator) { return .administrator }
    if contributors.contains(user.id) { return .contributor }
    return isAuthor(user) ? .author : nil
  }

  /// Against a vote at a stage.
  func conflict(of user: User, votingAt stage: Stage) -> Conflict? {
    if let rule = conflict(judging: user) { return Conflict(rule: rule, isRelaxed: false) }
    if approvals(at: stage).contains(where: { $0.voter == user.id }) {
      return Conflict(rule: .oneVote, isRelaxed: false)
    }
    guard liveApprovals.contains(where: { $0.voter == user.id }) else { return nil }
    return Conflict(rule: .oneStage, isRelaxed: isSmallUnit)
  }

  /// Against asking for a permit and using it.
  func conflict(publishing user: User) -> Conflict? {
    guard (liveApprovals + confirmations).contains(where: { $0.voter == user.id }) else {
      return nil
    }
    return Conflict(rule: .publisher, isRelaxed: isSmallUnit)
  }

  /// Against confirming what was urgent: it takes somebody else than those who signed and sent it out.
  func conflict(confirming user: User) -> Conflict? {
    if let rule = conflict(judging: user) { return Conflict(rule: rule, isRelaxed: false) }
    if liveApprovals.contains(where: { $0.voter == user.id }) {
      return Conflict(rule: .oneStage, isRelaxed: isSmallUnit)
    }
    let hasSentOut = submission.permits.contains {
      $0.state != .revoked && ($0.issuer == user.id || $0.consumer == user.id)
    }
    return hasSentOut ? Conflict(rule: .publisher, isRelaxed: isSmallUnit) : nil
  }

  /// Whether the policy declares a small unit and fewer people are there than it says.
  var isSmallUnit: Bool {
    policy.separation == .smallUnit && peopleOfReview.count < policy.smallUnitLimit
  }

  /// Who could judge or publish this one.
  private var peopleOfReview: [User] {
    let roles = policy.stages.reduce(into: Set([Role.publisher])) { $0.formUnion($1.voters.roles) }
    return enabledUsers.filter { $0.has(anyOf: roles) && conflict(judging: $0) == nil }
  }

  private func isAuthor(_ user: User) -> Bool {
    guard let form = submission.current?.form else { return false }
    return form.authors.contains { $0.utf8.elementsEqual(user.displayName.utf8) }
  }
}
