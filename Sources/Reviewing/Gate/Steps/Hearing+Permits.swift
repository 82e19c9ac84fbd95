import Linting

/// Leave to publish: given, taken back, used up.
extension Hearing {
  mutating func issuePermit(_ request: PermitRequest) throws(Refusal) {
    guard request.recheck.freezing.isEmpty else { return freezeApproved(request.recheck) }
    try requireChannel(request.channel)
    try require(standing.publicationBlockers + [recheck(request.recheck)].filter { !$0.isMet })
    guard let signer = gate.signer else { throw .noKey }
    let permit = try permit(for: request, signedBy: signer)
    // One at a time for a channel: the older one is no good any more.
    for index in submission.permits.indices
    where submission.permits[index].state == .issued
      && submission.permits[index].channel == request.channel
    {
      submission.permits[index].state = .revoked
    }
    recordRequirements()
    submission.permits.append(permit)
    record(permit, as: "permit.issue")
    record["expires_at"] = .string(permit.expiresAt.description)
    record["ruleset"] = .string(permit.ruleset)
    record["warnings_now"] = .int(Int64(openFindings(in: request.recheck, .warning).count))
  }

  mutating func revokePermit(_ id: ID<Permit>, reason: String) throws(Refusal) {
    let index = try permit(id)
    try requireIssued(submission.permits[index])
    try require(reason, atLeast: 2, "/reason")
    submission.permits[index].state = .revoked
    record(submission.permits[index], as: "permit.revoke")
    keepNote(reason, as: "permit.revoke")
  }

  mutating func consumePermit(
    _ id: ID<Permit>,
    contentDigest: Digest
  ) throws(Refusal) {
    let index = try permit(id)
    let permit = submission.permits[index]
    try requireIssued(permit)
    guard permit.notBefore <= now else { throw .early }
    guard now < permit.expiresAt else { throw .expired }
    guard contentDigest == permit.contentDigest,
      contentDigest == submission.current?.contentDigest
    else { return refuse(permit, contentDigest, as: "permit.refuse") }
    try require(standing.publicationBlockers)
    submission.permits[index].state = .consumed
    submission.permits[index].consumer = user.id
    submission.permits[index].consumedAt = now
    submission.state = .publishing
    record(submission.permits[index], as: "permit.consume")
  }

  /// Refused, and kept in the record that somebody has tried.
  mutating func refuse(_ permit: Permit, _ found: Digest, as name: String) {
    isUnchanged = true
    refusal = .otherContent
    record(permit, as: name)
    record["found_digest"] = .string(found.description)
  }

  mutating func record(_ permit: Permit, as name: String) {
    event = name
    record["permit"] = .string(permit.id.value)
    record["channel"] = .string(permit.channel)
    record["content_digest"] = .string(permit.contentDigest.description)
    let conflict = standing.conflict(publishing: user)
    if let conflict { record["relaxed"] = JSON([conflict.rule.rawValue]) }
  }

  func permit(_ id: ID<Permit>) throws(Refusal) -> Int {
    guard let index = submission.permits.firstIndex(where: { $0.id == id }) else {
      throw .unknown("permit")
    }
    return index
  }

  private func requireIssued(_ permit: Permit) throws(Refusal) {
    switch permit.state {
    case .issued: return
    case .consumed: throw .consumed
    case .revoked: throw .revoked
    }
  }

  private func requireChannel(_ channel: String) throws(Refusal) {
    guard standing.openChannels.contains(channel) else {
      let message = Localized("不是待发布的渠道", "is no channel that waits for it")
      throw .invalid(["/channel": message])
    }
  }

  /// Today's rules find in the approved text what yesterday's did not know.
  ///
  /// What stands somewhere already is not frozen, so that it can be retracted.
  private mutating func freezeApproved(_ check: CheckResult) {
    refusal = .frozen()
    record["ruleset"] = .string(check.ruleset)
    let isOut = submission.publications.contains { $0.state == .live }
    guard isOut || !standing.permitsInFlight.isEmpty else { return freeze(check.freezing) }
    event = "permit.refuse"
    record["freezing"] = JSON(check.freezing)
    revokePermits()
  }
}

extension Refusal {
  static let noKey = Refusal(
    .gateBlocked,
    Localized("没有签发许可的密钥", "there is no key to sign permits with")
  )
  static let consumed = Refusal(
    .permitConsumed,
    Localized("许可已经用过", "the permit is used up")
  )
  static let revoked = Refusal(.permitRevoked, Localized("许可已撤销", "the permit is revoked"))
  static let expired = Refusal(.permitExpired, Localized("许可已过期", "the permit has expired"))
  static let early = Refusal(
    .permitEarly,
    Localized("未到许可的发布时间", "the permit's time has not come")
  )
}
