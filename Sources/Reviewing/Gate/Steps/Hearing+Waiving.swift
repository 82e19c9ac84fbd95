import Linting

/// Putting a finding aside: asked for, decided, taken back.
extension Hearing {
  mutating func requestWaiver(_ request: WaiverRequest) throws(Refusal) {
    let finding = standing.findings.first {
      $0.fingerprint.utf8.elementsEqual(request.fingerprint.utf8)
    }
    guard let finding else { throw .unknown("finding") }
    guard standing.isWaivable(finding) else { throw .notWaivable }
    try validate(request, for: finding)
    let isJudge =
      standing.isDecider(user, of: finding) && !standing.needsSecondPerson(finding)
      && standing.conflict(judging: user) == nil
    let waiver = Waiver(
      id: gate.ids.next(at: now),
      rule: finding.rule,
      fingerprint: finding.fingerprint,
      matched: finding.matched,
      revision: submission.current?.number ?? 0,
      reason: request.reason,
      note: request.note,
      evidence: request.evidence,
      expiresAt: request.expiresAt ?? defaultEnd,
      requester: user.id,
      requestedAt: now,
      state: isJudge ? .granted : .pending,
      decider: isJudge ? user.id : nil,
      decidedAt: isJudge ? now : nil
    )
    submission.waivers.append(waiver)
    record(waiver, as: isJudge ? "waiver.grant" : "waiver.request", saying: "")
  }

  mutating func decideWaiver(
    _ id: ID<Waiver>,
    isGranted: Bool,
    note: String
  ) throws(Refusal) {
    let index = try waiver(id)
    guard submission.waivers[index].state == .pending else { throw .decided }
    let asked = submission.waivers[index]
    let finding = standing.findings.first { standing.covers(asked, $0) }
    try requireDecider(of: asked, finding: finding, isGranted: isGranted)
    if !isGranted { try require(note, atLeast: 2, "/note") }
    let seconders = finding.map(standing.roles(seconding:)) ?? []
    var decided = asked
    try sign(&decided, isGranted ? seconders : nil, finding, note)
    let isWhole = seconders.isEmpty || decided.decider != nil && decided.seconder != nil
    decided.state = !isGranted ? .denied : isWhole ? .granted : .pending
    submission.waivers[index] = decided
    let name = !isGranted ? "waiver.deny" : isWhole ? "waiver.grant" : "waiver.agree"
    record(decided, as: name, saying: note)
  }

  /// In the part of the decider or of the second person, whichever is open to this one; a no (nil) may take either.
  private func sign(
    _ waiver: inout Waiver,
    _ seconders: Set<Role>?,
    _ finding: ReviewFinding?,
    _ note: String
  ) throws(Refusal) {
    guard waiver.decider != user.id, waiver.seconder != user.id else {
      throw DutyRule.waiver.refusal
    }
    let deciders = standing.roles(deciding: waiver.rule, finding?.severity ?? .error)
    if waiver.decider == nil, seconders == nil || user.has(anyOf: deciders) {
      waiver.decider = user.id
      waiver.decidedAt = now
      waiver.decisionNote = note
      return
    }
    guard waiver.seconder == nil, seconders.map({ user.has(anyOf: $0) }) ?? true else {
      throw .decided
    }
    waiver.seconder = user.id
    waiver.secondedAt = now
    waiver.secondNote = note
  }

  /// Kept to be seen; what rests on it has to be looked at again.
  mutating func revokeWaiver(_ id: ID<Waiver>, reason: String) throws(Refusal) {
    let index = try waiver(id)
    let asked = submission.waivers[index]
    guard [.pending, .granted].contains(asked.state) else { throw .decided }
    let isOwn = [asked.requester, asked.decider, asked.seconder].contains(user.id)
    guard isOwn || user.has(anyOf: roles(deciding: asked)) else { throw .notYours }
    try require(reason, atLeast: 2, "/reason")
    submission.waivers[index].state = .revoked
    submission.waivers[index].revocation = Waiver.Revocation(by: user.id, at: now, reason: reason)
    revokePermits()
    record(submission.waivers[index], as: "waiver.revoke", saying: reason)
  }

  private func requireDecider(
    of asked: Waiver,
    finding: ReviewFinding?,
    isGranted: Bool
  ) throws(Refusal) {
    guard user.has(anyOf: roles(deciding: asked)) else { throw .notYours }
    guard isGranted else { return }
    guard let finding else { throw .notWaivable }
    if standing.needsSecondPerson(finding), asked.requester == user.id {
      throw DutyRule.waiver.refusal
    }
    guard asked.expiresAt > now else { throw .invalid(["/expires_at": .past]) }
  }

  /// Of one whose finding is gone, those for an error: the stricter.
  private func roles(deciding asked: Waiver) -> Set<Role> {
    let finding = standing.findings.first { standing.covers(asked, $0) }
    return standing.roles(deciding: asked.rule, finding?.severity ?? .error)
      .union(finding.map(standing.roles(seconding:)) ?? [])
  }

  private func waiver(_ id: ID<Waiver>) throws(Refusal) -> Int {
    guard let index = submission.waivers.firstIndex(where: { $0.id == id }) else {
      throw .unknown("waiver")
    }
    return index
  }

  private mutating func record(_ waiver: Waiver, as name: String, saying words: String) {
    event = name
    record["waiver"] = .string(waiver.id.value)
    record["rule"] = .string(waiver.rule)
    record["fingerprint"] = .string(waiver.fingerprint)
    record["reason"] = .string(waiver.reason.rawValue)
    record["expires_at"] = .string(waiver.expiresAt.description)
    record["note_digest"] = Digest.named(waiver.note)
    record["evidence_digest"] = Digest.named(waiver.evidence)
    record["decision_digest"] = Digest.named(words)
  }
}
