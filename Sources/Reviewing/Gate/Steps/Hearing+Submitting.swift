import Linting

/// Handing in and taking back.
extension Hearing {
  mutating func submit(note: String) throws(Refusal) {
    try require(standing.submissionBlockers)
    // What was sent back comes as it was only with a word of why.
    if wasReturnedAsItIs { try require(note, "/note") }
    let grounds = standing.grounds
    let stages = standing.plannedStages(grounds)
    try requireStages(stages, for: grounds)
    submission.escalations = grounds
    submission.stages = stages
    submission.policy = gate.policy.number
    submission.state = .inReview
    submission.stage = standing.nextStage
    submission.waitingSince = now
    keepNote(note, as: "draft.submit", digest: "note_digest")
    record["stages"] = JSON(stages)
    record["escalations"] = JSON(grounds.filter { $0.lifted == nil }.map(\.key))
    recordRequirements()
  }

  private var wasReturnedAsItIs: Bool {
    submission.votes.contains {
      $0.decision == .return && $0.revision == submission.current?.number
    }
  }

  /// Nothing passes a policy that has no stage for it.
  private func requireStages(
    _ stages: [String],
    for grounds: [EscalationGround]
  ) throws(Refusal) {
    var later = standing.submission
    later.stages = stages
    later.escalations = grounds
    try require(Standing(gate: gate, submission: later, now: now).unknownStages)
    guard stages.isEmpty else { return }
    throw Refusal(.gateBlocked, Localized("制度没有审核环节", "the policy has no stage for this"))
  }

  mutating func withdraw(reason: String) throws(Refusal) {
    try require(reason, atLeast: 2, "/reason")
    outdateVotes(because: "withdrawn")
    leaveReview(to: .withdrawn)
    keepNote(reason, as: "draft.withdraw")
  }

  /// The judgement that the step rests on.
  mutating func recordRequirements() {
    let statuses = standing.requirements.map { ($0.key, JSON.string($0.status.rawValue)) }
    record["requirements"] = .object(Dictionary(statuses) { _, last in last })
    record["content_digest"] = JSON(submission.current?.contentDigest.description)
  }
}

extension EscalationGround {
  /// For the record: without what a person wrote.
  var key: String {
    let detail = source == .person ? by?.value ?? "" : detail
    return "\(to.rawValue):\(source.rawValue):\(detail)"
  }
}
