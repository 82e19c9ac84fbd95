import Linting

/// Levels: raised by anyone, lowered by leadership alone.
extension Hearing {
  mutating func escalate(to level: Escalation, ground: String) throws(Refusal) {
    guard let condition = Stage.Condition(level) else {
      throw .invalid(["/to": Localized("只能提请领导小组或保密审查", "leadership or secrecy only")])
    }
    try require(ground, "/reason")
    submission.escalations.append(
      EscalationGround(to: level, source: .person, detail: ground, by: user.id, at: now)
    )
    event = "review.escalate"
    record["level"] = .string(level.rawValue)
    record["ground_digest"] = Digest.named(ground)
    guard !submission.state.isEditable else { return }
    try reopenStages(condition)
  }

  /// Whoever signed those stages has not known this ground, so they are signed again.
  private mutating func reopenStages(_ condition: Stage.Condition) throws(Refusal) {
    let asked = policy.stages.filter { $0.condition == condition }.map(\.key)
    for index in submission.votes.indices {
      let vote = submission.votes[index]
      if vote.outdated == nil, asked.contains(vote.stage) {
        submission.votes[index].outdated = "escalated"
      }
    }
    let wanted = submission.stages + asked
    submission.stages = policy.stages.map(\.key).filter(wanted.contains)
    try require(standing.unknownStages)
    guard let next = standing.nextStage else { throw .noStage }
    let isSame = submission.state == .inReview && next == submission.stage
    let waitingSince = isSame ? submission.waitingSince : now
    leaveReview(to: .inReview)
    submission.stage = next
    submission.waitingSince = waitingSince
  }

  mutating func deescalate(from level: Escalation, reason: String) throws(Refusal) {
    guard level == .leadership else {
      let message = Localized("保密审查只能签批，不能免除", "secrecy review is passed, never lifted")
      throw .invalid(["/to": message])
    }
    try require(reason, "/reason")
    let stages = policy.stages.filter { $0.condition == .leadership }
    try requireLifter(stages)
    try lift(reason: reason)
    submission.stages.removeAll { key in stages.contains { $0.key == key } }
    event = "review.deescalate"
    record["level"] = .string(level.rawValue)
    record["reason_digest"] = Digest.named(reason)
    try moveOn()
  }

  /// One leader lifts what one leader could have signed.
  private mutating func requireLifter(_ stages: [Stage]) throws(Refusal) {
    for stage in stages {
      guard stage.approvals == 1 else {
        let message = Localized(
          "须由领导小组多人签批，不能一人免除",
          "more than one leader must sign; one cannot lift it"
        )
        throw Refusal(.gateBlocked, message)
      }
      guard let conflict = standing.conflict(of: user, votingAt: stage) else { continue }
      guard conflict.isRelaxed else { throw conflict.rule.refusal }
      record["relaxed"] = JSON([conflict.rule.rawValue])
    }
  }

  private mutating func lift(reason: String) throws(Refusal) {
    let lifting = EscalationGround.Lifting(by: user.id, reason: reason, at: now)
    var isAny = false
    for index in submission.escalations.indices {
      let ground = submission.escalations[index]
      guard ground.to == .leadership, ground.lifted == nil else { continue }
      submission.escalations[index].lifted = lifting
      isAny = true
    }
    guard isAny else {
      throw Refusal(.invalidTransition, Localized("没有可撤销的上报", "there is nothing to lift"))
    }
  }

  /// What is thereby the last signature needs all that a last signature needs.
  private mutating func moveOn() throws(Refusal) {
    guard !submission.stages.isEmpty else { throw .noStage }
    if standing.nextStage == nil {
      try require(
        [standing.blockingFindings, standing.reviewedFindings, standing.resolvedComments]
          .filter { !$0.isMet }
      )
    }
    advance()
  }
}
