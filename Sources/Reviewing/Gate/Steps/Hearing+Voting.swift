import Linting

/// Signing, sending back, and turning down.
extension Hearing {
  mutating func approve(_ ballot: Ballot) throws(Refusal) {
    guard let stage = standing.stage else { throw .noStage }
    try requireCurrent(ballot.contentDigest)
    try requireChecklist(ballot, of: stage)
    try require(standing.blockers(signing: stage))
    let conflict = standing.conflict(of: user, votingAt: stage)
    recordRequirements()
    vote(.approve, ballot, at: stage, relaxed: conflict.map { [$0.rule.rawValue] } ?? [])
    event = "review.approve"
    advance()
  }

  mutating func sendBack(_ ballot: Ballot) throws(Refusal) {
    guard let stage = standing.votingStage(of: user, for: .return) else { throw .noStage }
    try requireCurrent(ballot.contentDigest)
    try require(ballot.comment, "/comment")
    vote(.return, ballot, at: stage, relaxed: [])
    outdateVotes(because: "returned")
    leaveReview(to: .returned)
    event = "review.return"
  }

  mutating func reject(_ ballot: Ballot) throws(Refusal) {
    guard let stage = standing.stage else { throw .noStage }
    try requireCurrent(ballot.contentDigest)
    try require(ballot.comment, "/comment")
    let conflict = standing.conflict(of: user, votingAt: stage)
    vote(.reject, ballot, at: stage, relaxed: conflict.map { [$0.rule.rawValue] } ?? [])
    outdateVotes(because: "rejected")
    leaveReview(to: .rejected)
    event = "review.reject"
  }

  /// To the first stage that is not passed, or approved where all are.
  mutating func advance() {
    let next = standing.nextStage
    if next != submission.stage { submission.waitingSince = next == nil ? nil : now }
    submission.stage = next
    guard next == nil else { return }
    submission.state = .approved
    submission.approvedAt = now
  }

  private mutating func vote(
    _ decision: Vote.Decision,
    _ ballot: Ballot,
    at stage: Stage,
    relaxed: [String]
  ) {
    guard let current = submission.current else { return }
    let vote = Vote(
      id: gate.ids.next(at: now),
      stage: stage.key,
      decision: decision,
      voter: user.id,
      at: now,
      revision: current.number,
      contentDigest: current.contentDigest,
      comment: ballot.comment,
      checklist: stage.checklist.map(\.key).filter(ballot.checklist.contains),
      relaxed: relaxed
    )
    submission.votes.append(vote)
    record["vote"] = .string(vote.id.value)
    record["voted_at"] = .string(stage.key)
    record["content_digest"] = .string(current.contentDigest.description)
    record["checklist"] = JSON(vote.checklist)
    record["relaxed"] = JSON(relaxed)
    record["comment_digest"] = Digest.named(ballot.comment)
  }

  private func requireChecklist(_ ballot: Ballot, of stage: Stage) throws(Refusal) {
    let missing = stage.checklist.filter { !ballot.checklist.contains($0.key) }
    guard missing.isEmpty else {
      let zh = missing.map(\.title.zh).joined(separator: "、")
      let en = missing.map(\.title.en).joined(separator: "; ")
      throw .invalid(["/checklist": Localized("未勾选：\(zh)", "not ticked: \(en)")])
    }
  }
}

extension Refusal {
  static let noStage = Refusal(
    .invalidTransition,
    Localized("稿件不在可签批的环节", "the draft is at no stage to be signed")
  )
}
