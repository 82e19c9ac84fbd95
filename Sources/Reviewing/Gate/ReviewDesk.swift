import Linting

/// Loads, decides, saves and records, in the one transaction it is given.
package struct ReviewDesk: Sendable {
  package let ids: IDSource
  package let signer: PermitSigner?

  package init(ids: IDSource, signer: PermitSigner?) {
    self.ids = ids
    self.signer = signer
  }

  /// A new submission; `predecessor` is what it takes the place of or corrects.
  package func begin(
    _ draft: RevisionDraft,
    after predecessor: Submission.Predecessor? = nil,
    by actor: Actor,
    at now: Timestamp,
    in writing: any StoreWriting
  ) throws -> Decision {
    let gate = try gate(
      policy: nil,
      ancestors: ancestors(of: predecessor, in: writing),
      in: writing
    )
    let decision = try gate.begin(
      draft,
      by: actor,
      predecessor: gate.ancestors.first,
      relation: predecessor?.relation,
      at: now
    )
    return try keep(decision, since: nil, in: writing)
  }

  /// `version` is what the caller has seen; nil where that does not matter.
  ///
  /// The answer may carry a refusal: then the transaction has to be committed before it is told.
  package func perform(
    _ action: Action,
    on id: ID<Submission>,
    ifMatch version: Int?,
    by actor: Actor,
    at now: Timestamp,
    in writing: any StoreWriting
  ) throws -> Decision {
    guard let submission = try writing.submission(id) else { throw Refusal.noSuchDraft }
    let gate = try gate(for: submission, in: writing)
    guard gate.canSee(submission, actor) else { throw Refusal.noSuchDraft }
    if let version, version != submission.version { throw Refusal.versionConflict }
    let decision = try gate.decide(action, on: submission, by: actor, at: now)
    return try keep(decision, since: submission, in: writing)
  }

  /// The gate that decides on this submission now.
  package func gate(
    for submission: Submission,
    in reading: any StoreReading
  ) throws -> Gate {
    // What is being written is judged by the policy it will be submitted under.
    let number = submission.state.isEditable ? nil : submission.policy
    return try gate(
      policy: number,
      ancestors: ancestors(of: submission.predecessor, in: reading),
      in: reading
    )
  }

  private func keep(
    _ decision: Decision,
    since before: Submission?,
    in writing: any StoreWriting
  ) throws -> Decision {
    if !decision.isUnchanged { try writing.save(decision.submission, since: before) }
    for event in decision.events { try writing.append(event) }
    return decision
  }

  private func gate(
    policy number: Int?,
    ancestors: [Submission],
    in reading: any StoreReading
  ) throws -> Gate {
    let pinned = if let number { try reading.policy(number) } else { try reading.activePolicy() }
    guard let policy = pinned else { throw Refusal.noPolicy }
    return Gate(
      policy: policy,
      users: try reading.users(),
      departments: try reading.departments(),
      columns: try reading.columns(),
      ids: ids,
      signer: signer,
      ancestors: ancestors
    )
  }

  private func ancestors(
    of predecessor: Submission.Predecessor?,
    in reading: any StoreReading
  ) throws -> [Submission] {
    var found: [Submission] = []
    var next = predecessor?.id
    while let id = next, found.count < 100 {
      guard let submission = try reading.submission(id) else { throw Refusal.noSuchDraft }
      found.append(submission)
      next = submission.predecessor?.id
    }
    return found
  }
}

extension Refusal {
  static let noSuchDraft = Refusal(.notFound, Localized("没有这份稿件", "there is no such draft"))
  static let noPolicy = Refusal(
    .gateBlocked,
    Localized("没有生效的审核制度", "no review policy is active")
  )
  static let versionConflict = Refusal(
    .versionConflict,
    Localized("稿件已被他人改动，请刷新后再试", "the draft has changed since; reload and try again")
  )
}
