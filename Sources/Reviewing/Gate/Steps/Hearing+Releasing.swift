import Linting

/// Out of the freeze: by the secrecy reviewer and by leadership, two persons, who say the same.
extension Hearing {
  mutating func release(incident: String, isRejected: Bool) throws(Refusal) {
    try require(incident, atLeast: 1, "/incident")
    let part = try releasePart()
    let decision: Vote.Decision = isRejected ? .reject : .approve
    sign(part, decision, incident: incident)
    let words = releaseVotes.filter {
      $0.decision == decision && $0.comment.utf8.elementsEqual(incident.utf8)
    }
    event = "review.release"
    guard ReleasePart.allCases.allSatisfy({ part in words.contains { $0.stage == part.rawValue } })
    else { return }
    outdateVotes(because: "released")
    leaveReview(to: isRejected ? .rejected : .editing)
  }

  private var releaseVotes: [Vote] {
    submission.votes.filter { vote in
      vote.outdated == nil && ReleasePart.allCases.contains { $0.rawValue == vote.stage }
    }
  }

  /// Whose word this is; a person with both roles gives one of the two.
  private func releasePart() throws(Refusal) -> ReleasePart {
    if let own = releaseVotes.first(where: { $0.voter == user.id }) {
      guard let part = ReleasePart(rawValue: own.stage) else { throw .noStage }
      return part
    }
    let open = ReleasePart.allCases.filter { part in
      user.has(part.role) && !releaseVotes.contains { $0.stage == part.rawValue }
    }
    let part = open.first ?? ReleasePart.allCases.first { user.has($0.role) }
    guard let part else { throw .notYours }
    return part
  }

  /// A later word of the same part takes the place of the earlier.
  private mutating func sign(_ part: ReleasePart, _ decision: Vote.Decision, incident: String) {
    guard let current = submission.current else { return }
    for index in submission.votes.indices
    where submission.votes[index].stage == part.rawValue && submission.votes[index].outdated == nil
    {
      submission.votes[index].outdated = "replaced"
    }
    let vote = Vote(
      id: gate.ids.next(at: now),
      stage: part.rawValue,
      decision: decision,
      voter: user.id,
      at: now,
      revision: current.number,
      contentDigest: current.contentDigest,
      comment: incident,
      checklist: [],
      relaxed: []
    )
    submission.votes.append(vote)
    record["vote"] = .string(vote.id.value)
    record["part"] = .string(part.rawValue)
    record["decision"] = .string(decision.rawValue)
    record["incident_digest"] = Digest.named(incident)
  }
}

/// The two words that it takes.
enum ReleasePart: String, CaseIterable {
  case secrecy = "release.secrecy"
  case leadership = "release.leadership"

  var role: Role {
    switch self {
    case .secrecy: .secrecyReviewer
    case .leadership: .leader
    }
  }
}
