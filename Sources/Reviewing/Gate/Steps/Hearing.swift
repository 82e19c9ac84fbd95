import Linting

/// One action being decided on: who acts, when, and what has become of the submission so far.
struct Hearing {
  let gate: Gate
  let actor: Actor
  /// The actor as the gate knows them now, which may be other than when they signed in.
  let user: User
  let now: Timestamp
  let before: Submission
  var submission: Submission
  var isUnchanged = false
  var refusal: Refusal?
  /// Of the entry in the record, such as `review.approve`.
  var event = ""
  /// What the record keeps besides: ids, digests and keys, never text.
  var record: [String: JSON] = [:]

  init(gate: Gate, actor: Actor, submission: Submission, now: Timestamp) throws(Refusal) {
    guard let user = gate.users[actor.user.id], !user.isDisabled else { throw .notYours }
    self.gate = gate
    self.actor = actor
    self.user = user
    self.now = now
    before = submission
    self.submission = submission
  }

  var standing: Standing { Standing(gate: gate, submission: submission, now: now) }
  var policy: Policy { gate.policy.policy }

  /// Role, state and separation, before what exactly is asked for is looked at.
  func permit(_ operation: Operation) throws(Refusal) {
    let refusal = standing.refusal(of: operation, to: user, scopes: actor.scopes)
    if let refusal { throw refusal }
  }

  mutating func perform(_ action: Action) throws(Refusal) {
    switch action {
    case .revise(let draft): try revise(draft)
    case .submit(let note): try submit(note: note)
    case .approve(let ballot): try approve(ballot)
    case .return(let ballot): try sendBack(ballot)
    case .reject(let ballot): try reject(ballot)
    case .escalate(let level, let ground): try escalate(to: level, ground: ground)
    case .deescalate(let level, let reason): try deescalate(from: level, reason: reason)
    case .withdraw(let reason): try withdraw(reason: reason)
    case .confirm(let ballot): try confirm(ballot)
    case .requestWaiver(let request): try requestWaiver(request)
    case .decideWaiver(let id, let isGranted, let note):
      try decideWaiver(id, isGranted: isGranted, note: note)
    case .revokeWaiver(let id, let reason): try revokeWaiver(id, reason: reason)
    case .comment(let text, let fingerprint, let isBlocking):
      try comment(text, about: fingerprint, isBlocking: isBlocking)
    case .resolveComment(let id): try resolveComment(id)
    case .issuePermit(let request): try issuePermit(request)
    case .revokePermit(let id, let reason): try revokePermit(id, reason: reason)
    case .consumePermit(let id, let digest): try consumePermit(id, contentDigest: digest)
    case .recordPublication(let report): try recordPublication(report)
    case .recordFailure(let id, let reason): try recordFailure(id, reason: reason)
    case .verifyPublication(let id, let verification): try verify(id, verification)
    case .retract(let id, let retraction): try retract(id, retraction)
    case .releaseFrozen(let incident, let isRejected):
      try release(incident: incident, isRejected: isRejected)
    }
  }

  /// Names the step and keeps what was written about it, beside the record.
  mutating func keepNote(_ text: String, as name: String, digest member: String = "reason_digest") {
    event = name
    record[member] = Digest.named(text)
    guard !text.isEmpty else { return }
    let note = StepNote(
      id: gate.ids.next(at: now),
      action: name,
      author: user.id,
      at: now,
      text: text
    )
    submission.notes.append(note)
    record["note"] = .string(note.id.value)
  }

  /// What it has come to.
  func closed() -> Decision {
    var result = submission
    if isUnchanged {
      return Decision(submission: before, events: events, isUnchanged: true, refusal: refusal)
    }
    result.updatedAt = now
    result.version = before.version + (isNew ? 0 : 1)
    return Decision(submission: result, events: events, isUnchanged: false, refusal: refusal)
  }

  private var isNew: Bool { before.revisions.isEmpty }

  /// An unchanged save leaves no trace; a refused publication does.
  private var events: [AuditEvent] {
    guard !isUnchanged || refusal != nil else { return [] }
    let revision = submission.current?.number
    return [
      AuditEvent(
        at: now,
        doer: actor.doer,
        action: event,
        subject: AuditEntry.Subject(kind: "draft", id: submission.id.value, revision: revision),
        data: .object(record.merging(states) { own, _ in own })
      )
    ]
  }

  private var states: [String: JSON] {
    [
      "from": isNew ? .null : .string(before.state.rawValue),
      "policy": .int(Int64(gate.policy.number)),
      "refused": JSON(refusal?.code.rawValue),
      "stage": JSON(submission.stage ?? before.stage),
      "to": .string(submission.state.rawValue),
    ]
  }
}
