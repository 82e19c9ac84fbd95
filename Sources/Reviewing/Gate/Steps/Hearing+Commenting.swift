import Linting

/// Remarks.
extension Hearing {
  mutating func comment(
    _ text: String,
    about fingerprint: String?,
    isBlocking: Bool
  ) throws(Refusal) {
    try require(text, atLeast: 1, "/text")
    if isBlocking { try requireJudge() }
    if let fingerprint { try requireFinding(fingerprint) }
    let comment = ReviewComment(
      id: gate.ids.next(at: now),
      author: user.id,
      at: now,
      revision: submission.current?.number ?? 0,
      text: text,
      fingerprint: fingerprint,
      isBlocking: isBlocking
    )
    submission.comments.append(comment)
    event = "comment.add"
    record["comment"] = .string(comment.id.value)
    record["blocking"] = .bool(isBlocking)
    record["text_digest"] = Digest.named(text)
  }

  mutating func resolveComment(_ id: ID<ReviewComment>) throws(Refusal) {
    guard let index = submission.comments.firstIndex(where: { $0.id == id }) else {
      throw .unknown("comment")
    }
    let comment = submission.comments[index]
    guard comment.resolvedBy == nil else { throw .decided }
    guard standing.canResolve(comment, user) else { throw .notYours }
    submission.comments[index].resolvedBy = user.id
    submission.comments[index].resolvedAt = now
    event = "comment.resolve"
    record["comment"] = .string(id.value)
  }

  /// Only who could judge the draft may hold it up.
  private func requireJudge() throws(Refusal) {
    guard user.has(anyOf: Role.reviewers) else { throw .notYours }
    if let rule = standing.conflict(judging: user) { throw rule.refusal }
  }

  private func requireFinding(_ fingerprint: String) throws(Refusal) {
    let isKnown = standing.findings.contains {
      $0.fingerprint.utf8.elementsEqual(fingerprint.utf8)
    }
    guard isKnown else { throw .unknown("finding") }
  }
}
