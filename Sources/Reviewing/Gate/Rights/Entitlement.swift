/// Whose business an operation is, whatever the state and whoever wrote.
extension Standing {
  func isEntitled(_ user: User, to operation: Operation) -> Bool {
    switch operation {
    case .revise, .reopen: isWriter(user)
    case .submit: isWriter(user) && submission.contributors.contains(user.id)
    case .withdraw: isWithdrawer(user)
    case .approve, .reject, .return: isVoter(user, for: operation)
    case .deescalate, .confirm: user.has(.leader)
    case .escalate: user.has(anyOf: Role.reviewers.union([.submitter, .publisher]))
    case .requestWaiver: isWriter(user) || user.has(anyOf: Role.reviewers)
    case .decideWaiver: user.has(anyOf: policy.waivers.deciders)
    case .revokeWaiver: user.has(anyOf: policy.waivers.deciders) || hasAskedForWaiver(user)
    case .comment, .resolveComment: !user.roles.isSubset(of: [.auditor, .administrator])
    case .issuePermit, .consumePermit, .recordPublication, .recordFailure: user.has(.publisher)
    case .revokePermit: user.has(anyOf: [.publisher, .secondReviewer, .leader])
    case .verifyPublication:
      user.has(anyOf: [.publisher, .informationOfficer, .secondReviewer, .complaintsOfficer])
    case .retract: user.has(anyOf: Role.reviewers.union([.publisher, .complaintsOfficer]))
    case .releaseFrozen: user.has(anyOf: [.secrecyReviewer, .leader])
    }
  }

  func isWriter(_ user: User) -> Bool { isOfDepartment(user) && user.has(anyOf: Role.writers) }

  private func isWithdrawer(_ user: User) -> Bool {
    isWriter(user)
      && (submission.contributors.contains(user.id) || user.has(.departmentApprover))
  }

  private func hasAskedForWaiver(_ user: User) -> Bool {
    submission.waivers.contains { $0.requester == user.id }
  }

  private func isVoter(_ user: User, for operation: Operation) -> Bool {
    votingStages(for: operation).contains { isVoter(user, at: $0) }
  }

  /// The stages at which such a word could be given now; all of the policy's where it is at none.
  func votingStages(for operation: Operation) -> [Stage] {
    let stages =
      switch submission.state {
      case .inReview: [stage].compactMap(\.self)
      case .approved, .publishFailed: submission.stages.compactMap { policy.stage($0) }
      default: policy.stages
      }
    // A department checks its own; whether the matter is over is not for it to say.
    return operation == .reject ? stages.filter { !$0.voters.sameDepartment } : stages
  }
}

extension Policy.Waivers {
  /// Whoever decides on anything.
  var deciders: Set<Role> {
    (Array(groups.values) + Array(second.values)).reduce(warning.union(error)) { $0.union($1) }
  }
}
