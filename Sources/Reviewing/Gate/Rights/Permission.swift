import Linting

/// Whether a person may do a thing now, before what exactly is asked for is looked at.
extension Standing {
  /// Nil where nothing speaks against it.
  func refusal(of operation: Operation, to user: User, scopes: Set<Scope>?) -> Refusal? {
    if let scopes, scopes.isDisjoint(with: operation.scopes) { return .missingScope }
    guard isEntitled(user, to: operation) else { return .notYours }
    guard operation.states.contains(submission.state) else {
      return wrongState(for: operation, user: user, scopes: scopes)
    }
    return conflict(of: user, doing: operation).flatMap { $0.isRelaxed ? nil : $0.rule.refusal }
  }

  /// The rule of separation against the operation as such.
  func conflict(of user: User, doing operation: Operation) -> Conflict? {
    switch operation {
    case .approve, .reject:
      votingStage(of: user, for: operation).flatMap { conflict(of: user, votingAt: $0) }
    case .return, .decideWaiver, .releaseFrozen, .deescalate:
      conflict(judging: user).map { Conflict(rule: $0, isRelaxed: false) }
    case .confirm: conflict(confirming: user)
    case .issuePermit, .consumePermit: conflict(publishing: user)
    default: nil
    }
  }

  func votingStage(of user: User, for operation: Operation) -> Stage? {
    votingStages(for: operation).last { isVoter(user, at: $0) }
  }

  private func wrongState(for operation: Operation, user: User, scopes: Set<Scope>?) -> Refusal {
    let allowed = Operation.allCases.filter {
      $0.states.contains(submission.state) && refusal(of: $0, to: user, scopes: scopes) == nil
    }
    return switch (submission.state, operation) {
    case (.frozen, _): .frozen(allowed)
    case (_, .revise): .notEditable(allowed)
    default: .invalidTransition(from: submission.state, allowed)
    }
  }
}

extension Refusal {
  static let missingScope = Refusal(
    .forbidden,
    Localized("令牌没有这项权限", "the token is not good for this")
  )
  static let notYours = Refusal(
    .forbidden,
    Localized("您的角色不能进行这项操作", "your role does not allow this")
  )

  static func frozen(_ allowed: [Operation] = []) -> Self {
    Self(
      .frozen,
      Localized("稿件含涉密标志，已冻结", "the draft bears a mark of secrecy and is frozen"),
      allowed: allowed
    )
  }
  static func notEditable(_ allowed: [Operation]) -> Self {
    Self(
      .notEditable,
      Localized("稿件现在不能修改", "the draft cannot be changed now"),
      allowed: allowed
    )
  }
  static func invalidTransition(from state: SubmissionState, _ allowed: [Operation]) -> Self {
    let message = Localized("稿件处于「\(state.title.zh)」，不能这样操作", "not from state \(state.rawValue)")
    return Self(.invalidTransition, message, allowed: allowed)
  }
}
