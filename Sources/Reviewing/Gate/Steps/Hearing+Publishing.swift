import Linting

/// What has become of a permit, and of what was published with it.
extension Hearing {
  mutating func recordPublication(_ report: PublicationReport) throws(Refusal) {
    let permit = try permitInFlight(report.permit)
    if report.address.isBlank { try require(report.externalID, atLeast: 1, "/url") }
    guard report.contentDigest == permit.contentDigest else {
      return refuse(permit, report.contentDigest, as: "publication.refuse")
    }
    publish(permit, .live, address: report.address, externalID: report.externalID)
    record(permit, as: "publication.record")
    record["address_digest"] = Digest.named(report.address)
  }

  mutating func recordFailure(_ id: ID<Permit>, reason: String) throws(Refusal) {
    let permit = try permitInFlight(id)
    try require(reason, atLeast: 1, "/reason")
    publish(permit, .failed, address: "", externalID: "")
    record(permit, as: "publication.fail")
    keepNote(reason, as: "publication.fail")
  }

  mutating func verify(
    _ id: ID<Publication>,
    _ found: Verification
  ) throws(Refusal) {
    let index = try livePublication(id)
    let verification = Verification(
      at: now,
      by: user.id,
      outcome: found.outcome,
      contentDigest: found.contentDigest,
      differences: Array(found.differences.prefix(100))
    )
    submission.publications[index].verifications.append(verification)
    event = "publication.verify"
    record["publication"] = .string(id.value)
    record["outcome"] = .string(found.outcome.rawValue)
    record["differences"] = .int(Int64(found.differences.count))
    record["found_digest"] = JSON(found.contentDigest?.description)
  }

  mutating func retract(_ id: ID<Publication>, _ asked: Retraction) throws(Refusal) {
    let index = try livePublication(id)
    // Anybody who sees to it may delete at once; in the ordinary way it is decided above.
    guard asked.isEmergency || user.has(anyOf: [.secondReviewer, .leader]) else { throw .notYours }
    try require(asked.reason, "/reason")
    try require(asked.foundBy, atLeast: 1, "/found_by")
    submission.publications[index].state = .retracted
    submission.publications[index].retraction = Retraction(
      by: user.id,
      at: now,
      reason: asked.reason,
      foundBy: asked.foundBy,
      reportedTo: asked.reportedTo,
      isEmergency: asked.isEmergency
    )
    revokePermits()
    settle()
    event = "publication.retract"
    record["publication"] = .string(id.value)
    record["emergency"] = .bool(asked.isEmergency)
    record["reason_digest"] = Digest.named(asked.reason)
  }

  private mutating func publish(
    _ permit: Permit,
    _ state: Publication.State,
    address: String,
    externalID: String
  ) {
    let publication = Publication(
      id: gate.ids.next(at: now),
      permit: permit.id,
      channel: permit.channel,
      publisher: user.id,
      at: now,
      address: address,
      externalID: externalID,
      state: state
    )
    submission.publications.append(publication)
    record["publication"] = .string(publication.id.value)
    settle()
  }

  /// The state that its channels together make.
  private mutating func settle() {
    let states = Set(submission.publications.map(\.state))
    submission.state =
      if !standing.permitsInFlight.isEmpty {
        .publishing
      } else if states.contains(.live) {
        .published
      } else if states.contains(.retracted) {
        .retracted
      } else {
        .publishFailed
      }
  }

  private func permitInFlight(_ id: ID<Permit>) throws(Refusal) -> Permit {
    let permit = submission.permits[try permit(id)]
    guard standing.permitsInFlight.contains(where: { $0.id == id }) else {
      throw permit.state == .consumed ? .consumed : .unused
    }
    return permit
  }

  private func livePublication(_ id: ID<Publication>) throws(Refusal) -> Int {
    guard let index = submission.publications.firstIndex(where: { $0.id == id }) else {
      throw .unknown("publication")
    }
    guard submission.publications[index].state == .live else { throw .decided }
    return index
  }
}

extension Refusal {
  static let unused = Refusal(
    .invalidTransition,
    Localized("许可尚未使用", "the permit has not been used")
  )
}
