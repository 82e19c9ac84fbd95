import Linting

/// Proposing and activating policies; what comes of it is saved and recorded in the one transaction it is given.
package struct PolicyDesk: Sendable {
  package static let proposers: Set<Role> = [.administrator, .secondReviewer, .leader]
  package static let activators: Set<Role> = [.leader]

  package init() {}

  /// A new version, not in force yet.
  package func propose(
    _ policy: Policy,
    by actor: Actor,
    at now: Timestamp,
    in writing: any StoreWriting
  ) throws -> PolicyVersion {
    try require(actor, Self.proposers, in: writing)
    let problems = policy.ownProblems
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    let number = (try writing.policies().map(\.number).max() ?? 0) + 1
    let version = PolicyVersion(
      number: number,
      policy: policy,
      proposer: actor.user.id,
      proposedAt: now
    )
    try writing.save(version)
    try record("policy.propose", version, by: actor, at: now, in: writing)
    return version
  }

  /// In force from now on, by another person than its proposer (S6), if these people can live by it.
  package func activate(
    _ number: Int,
    by actor: Actor,
    at now: Timestamp,
    in writing: any StoreWriting
  ) throws -> PolicyVersion {
    try require(actor, Self.activators, in: writing)
    guard var version = try writing.policy(number) else { throw Refusal.unknown("policy") }
    guard version.proposer != actor.user.id else { throw DutyRule.policy.refusal }
    guard version.activator == nil else { throw Refusal.decided }
    let problems = version.policy.problems(
      users: try writing.users(),
      departments: try writing.departments()
    )
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    version.activator = actor.user.id
    version.activatedAt = now
    try writing.save(version)
    try record("policy.activate", version, by: actor, at: now, in: writing)
    return version
  }

  private func require(
    _ actor: Actor,
    _ roles: Set<Role>,
    in reading: any StoreReading
  ) throws {
    guard let user = try reading.user(actor.user.id), !user.isDisabled, user.has(anyOf: roles)
    else { throw Refusal.notYours }
    if let scopes = actor.scopes, !scopes.contains(.administer) { throw Refusal.missingScope }
  }

  private func record(
    _ action: String,
    _ version: PolicyVersion,
    by actor: Actor,
    at now: Timestamp,
    in writing: any StoreWriting
  ) throws {
    try writing.append(
      AuditEvent(
        at: now,
        doer: actor.doer,
        action: action,
        subject: AuditEntry.Subject(kind: "policy", id: String(version.number)),
        data: ["policy_digest": .string(version.policy.digest.description)]
      )
    )
  }
}

extension Refusal {
  fileprivate static func invalid(_ problems: [PolicyProblem]) -> Self {
    .invalid(Dictionary(problems.map { ($0.field, $0.message) }) { first, _ in first })
  }
}
