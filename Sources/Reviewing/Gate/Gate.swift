/// Decides what may be done with a submission: all that it must know for one decision, and no more.
///
/// Pure: the same gate, submission, person and moment give the same answer. Nothing happens by time alone; what
/// has expired is worked out whenever somebody asks.
package struct Gate: Sendable {
  /// The one a submission was submitted under, or the active one while it is being written.
  let policy: PolicyVersion
  let users: [ID<User>: User]
  let departments: [ID<Department>: Department]
  let columns: [ID<Column>: Column]
  /// What the submission takes the place of or corrects, and what that did, nearest first.
  let ancestors: [Submission]
  let ids: IDSource
  let signer: PermitSigner?

  package init(
    policy: PolicyVersion,
    users: [User],
    departments: [Department],
    columns: [Column],
    ids: IDSource,
    signer: PermitSigner?,
    ancestors: [Submission] = []
  ) {
    self.policy = policy
    self.users = Dictionary(users.map { ($0.id, $0) }) { _, last in last }
    self.departments = Dictionary(departments.map { ($0.id, $0) }) { _, last in last }
    self.columns = Dictionary(columns.map { ($0.id, $0) }) { _, last in last }
    self.ancestors = ancestors
    self.ids = ids
    self.signer = signer
  }

  /// A new submission with its first revision, after or beside `predecessor` where there is one.
  package func begin(
    _ draft: RevisionDraft,
    by actor: Actor,
    predecessor: Submission?,
    relation: Submission.Predecessor.Relation?,
    at now: Timestamp
  ) throws(Refusal) -> Decision {
    try beginning(draft, by: actor, after: predecessor, relation: relation, at: now)
  }

  /// What becomes of the submission; a refusal leaves it as it is.
  package func decide(
    _ action: Action,
    on submission: Submission,
    by actor: Actor,
    at now: Timestamp
  ) throws(Refusal) -> Decision {
    var hearing = try Hearing(gate: self, actor: actor, submission: submission, now: now)
    guard hearing.standing.canSee(hearing.user) else { throw .noSuchDraft }
    try hearing.permit(action.operation)
    try hearing.perform(action)
    return hearing.closed()
  }

  /// How it stands, what blocks it, who can clear that, and what `actor` may do.
  package func answer(
    for submission: Submission,
    to actor: Actor?,
    at now: Timestamp
  ) -> GateAnswer {
    Standing(gate: self, submission: submission, now: now).answer(to: actor)
  }

  /// Whether `actor` may know that there is such a submission.
  package func canSee(_ submission: Submission, _ actor: Actor) -> Bool {
    guard let user = users[actor.user.id] else { return false }
    // Time plays no part in it.
    return Standing(gate: self, submission: submission, now: submission.updatedAt).canSee(user)
  }
}
