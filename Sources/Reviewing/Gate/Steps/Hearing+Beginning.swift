import Linting

/// A new submission, alone or after another.
extension Gate {
  func beginning(
    _ draft: RevisionDraft,
    by actor: Actor,
    after predecessor: Submission?,
    relation: Submission.Predecessor.Relation?,
    at now: Timestamp
  ) throws(Refusal) -> Decision {
    guard let user = users[actor.user.id], !user.isDisabled else { throw .notYours }
    let submission = Submission(
      id: ids.next(at: now),
      department: user.department,
      creator: user.id,
      createdAt: now,
      predecessor: try link(to: predecessor, relation, by: actor, at: now)
    )
    var hearing = try Hearing(gate: self, actor: actor, submission: submission, now: now)
    if let scopes = actor.scopes, !scopes.contains(.submit) { throw .missingScope }
    guard user.has(anyOf: Role.writers) else { throw .notYours }
    hearing.inherit(from: predecessor)
    try hearing.revise(draft)
    return hearing.closed()
  }

  /// What is over is taken up again, what is published is corrected; votes are never carried along.
  private func link(
    to predecessor: Submission?,
    _ relation: Submission.Predecessor.Relation?,
    by actor: Actor,
    at now: Timestamp
  ) throws(Refusal) -> Submission.Predecessor? {
    guard let predecessor, let relation else { return nil }
    let hearing = try Hearing(gate: self, actor: actor, submission: predecessor, now: now)
    guard hearing.standing.canSee(hearing.user) else { throw .noSuchDraft }
    try hearing.permit(.reopen)
    let isPublished = predecessor.state == .published
    guard isPublished == (relation == .corrects) else {
      throw .invalidTransition(from: predecessor.state, [])
    }
    return Submission.Predecessor(id: predecessor.id, relation: relation)
  }
}

extension Hearing {
  /// A second attempt or a correction is seen by at least as many as the first.
  mutating func inherit(from predecessor: Submission?) {
    guard let predecessor else { return }
    record["predecessor"] = .string(predecessor.id.value)
    record["relation"] = JSON(submission.predecessor?.relation.rawValue)
    submission.escalations = predecessor.escalations.filter { $0.lifted == nil }
  }
}
