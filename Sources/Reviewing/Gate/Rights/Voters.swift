/// Votes that count, and who may add one.
extension Standing {
  /// Approvals of the very bytes that stand now, at a stage.
  var liveApprovals: [Vote] {
    submission.votes.filter { isLive($0) && $0.stage != Vote.confirmationStage }
  }

  /// Leadership's written words on the very bytes that stand now.
  var confirmations: [Vote] {
    submission.votes.filter { isLive($0) && $0.stage == Vote.confirmationStage }
  }

  func isLive(_ vote: Vote) -> Bool {
    guard let current = submission.current else { return false }
    return vote.decision == .approve && vote.outdated == nil && vote.revision == current.number
      && vote.contentDigest == current.contentDigest
  }

  func approvals(at stage: Stage) -> [Vote] { liveApprovals.filter { $0.stage == stage.key } }

  func isPassed(_ stage: Stage) -> Bool { approvals(at: stage).count >= stage.approvals }

  /// The first stage that is not passed; nil where all are.
  ///
  /// A stage that the policy does not have is never passed.
  var nextStage: String? {
    submission.stages.first { key in policy.stage(key).map { !isPassed($0) } ?? true }
  }

  /// By role and department; separation is another matter.
  func isVoter(_ user: User, at stage: Stage) -> Bool {
    user.has(anyOf: stage.voters.roles) && (!stage.voters.sameDepartment || isOfDepartment(user))
  }

  /// Who could still sign at a stage.
  func people(votingAt stage: Stage) -> [User] {
    enabledUsers.filter {
      isVoter($0, at: stage) && conflict(of: $0, votingAt: stage)?.isRelaxed ?? true
    }
  }
}
