import Linting

/// The written word on what was urgent (compliance handbook, section 11.3, rows 38 to 40).
extension Hearing {
  /// Leaves the state as it is: what is out is out, and what was wrong with it is retracted or corrected.
  mutating func confirm(_ ballot: Ballot) throws(Refusal) {
    guard standing.needsConfirmation, let current = submission.current else {
      throw Refusal(
        .invalidTransition,
        Localized("没有待确认的紧急发布", "nothing urgent is to be confirmed")
      )
    }
    try requireCurrent(ballot.contentDigest)
    let relaxed = standing.conflict(confirming: user).map { [$0.rule.rawValue] } ?? []
    let isLate = standing.confirmationDue.map { $0 <= now } ?? false
    let vote = Vote(
      id: gate.ids.next(at: now),
      stage: Vote.confirmationStage,
      decision: .approve,
      voter: user.id,
      at: now,
      revision: current.number,
      contentDigest: current.contentDigest,
      comment: ballot.comment,
      checklist: [],
      relaxed: relaxed
    )
    submission.votes.append(vote)
    event = "review.confirm"
    record["vote"] = .string(vote.id.value)
    record["late"] = .bool(isLate)
    record["content_digest"] = .string(current.contentDigest.description)
    record["relaxed"] = JSON(relaxed)
    record["comment_digest"] = Digest.named(ballot.comment)
  }
}
