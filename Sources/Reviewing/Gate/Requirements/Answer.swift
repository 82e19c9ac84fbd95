import Linting

/// The whole answer.
extension Standing {
  func answer(to actor: Actor?) -> GateAnswer {
    let requirements = requirements
    let open = requirements.filter { !$0.isMet }
    let isPublishable = canPublish && !open.contains(where: blocksPublication)
    let user = actor.flatMap { gate.users[$0.user.id] }.flatMap { $0.isDisabled ? nil : $0 }
    var allowed: [Operation] = []
    var refused: [Operation: String] = [:]
    if let actor, let user {
      for operation in Operation.allCases {
        let reason = reason(against: operation, user, actor.scopes)
        if let reason { refused[operation] = reason } else { allowed.append(operation) }
      }
    }
    return GateAnswer(
      isPublishable: isPublishable,
      summary: summary(open, isPublishable: isPublishable),
      requirements: requirements,
      allowed: allowed,
      refused: refused
    )
  }

  /// From this state, on a channel that has nothing yet.
  var canPublish: Bool {
    Operation.issuePermit.states.contains(submission.state) && !openChannels.isEmpty
  }

  /// Where the current revision is to appear, has not appeared, and is not on its way to.
  var openChannels: [String] {
    let done = submission.publications.filter { $0.state != .failed }.map(\.channel)
    let taken = done + permitsInFlight.map(\.channel)
    return submission.current?.manuscript.channels.filter { !taken.contains($0) } ?? []
  }

  /// Used up, and nobody has said yet what came of it.
  var permitsInFlight: [Permit] {
    submission.permits.filter { permit in
      permit.state == .consumed && !submission.publications.contains { $0.permit == permit.id }
    }
  }

  private func reason(
    against operation: Operation,
    _ user: User,
    _ scopes: Set<Scope>?
  ) -> String? {
    guard canSee(user) else { return Refusal.Code.notFound.rawValue }
    if let refusal = refusal(of: operation, to: user, scopes: scopes) {
      return refusal.rule ?? refusal.code.rawValue
    }
    return isBlocked(operation, for: user) ? Refusal.Code.gateBlocked.rawValue : nil
  }

  /// To leadership; the secrecy review is passed, never lifted.
  private var isRaised: Bool {
    submission.escalations.contains { $0.to == .leadership && $0.lifted == nil }
  }

  private func isBlocked(_ operation: Operation, for user: User) -> Bool {
    switch operation {
    case .submit: !submissionBlockers.isEmpty
    case .approve: stage.map { !blockers(signing: $0).isEmpty } ?? true
    case .confirm: !needsConfirmation
    case .deescalate: !isRaised
    case .issuePermit: !canPublish || !publicationBlockers.isEmpty
    default: false
    }
  }

  /// What is out may still lack leadership's word.
  private func told(_ title: Localized, besides open: [Requirement]) -> Localized {
    guard let late = open.first(where: { $0.key == RequirementKey.confirmed }) else { return title }
    return Localized(
      "\(title.zh)；\(late.explanation.zh)",
      "\(title.en); \(late.explanation.en)"
    )
  }

  private func summary(_ open: [Requirement], isPublishable: Bool) -> Localized {
    if isPublishable { return Localized("可以发布", "ready to be published") }
    let isOver = submission.state.isFinal || openChannels.isEmpty && submission.state == .published
    if isOver || open.isEmpty { return told(submission.state.title, besides: open) }
    return Localized(
      "还差 \(open.count) 项：" + open.map(\.explanation.zh).joined(separator: "、"),
      "\(open.count) left: " + open.map(\.explanation.en).joined(separator: "; ")
    )
  }
}
