import Linting
import ReviewSupport
import Reviewing
import Testing

/// Deciding, saving and recording in one transaction.
struct DeskTests {
  private let hospital = Hospital()
  private var desk: ReviewDesk { ReviewDesk(ids: IDSource(), signer: hospital.signer) }

  private func store() async throws -> MemoryStore {
    let store = MemoryStore()
    let (hospital, start) = (hospital, Hospital.start)
    try await store.write { writing in
      for user in hospital.users { try writing.save(user) }
      for department in hospital.departments { try writing.save(department) }
      for column in hospital.columns { try writing.save(column) }
      try writing.save(
        PolicyVersion(
          number: 1,
          policy: hospital.policy,
          proposer: Hospital.id("admin"),
          proposedAt: start,
          activator: Hospital.id("leader"),
          activatedAt: start
        )
      )
    }
    return store
  }

  private func begun(in store: MemoryStore) async throws -> Submission {
    let (desk, actor) = (desk, hospital.actor("writer"))
    return try await store.write {
      try desk.begin(TestDraft().revision(), by: actor, at: Hospital.start, in: $0).submission
    }
  }

  private func does(
    _ name: String,
    _ action: Action,
    _ id: ID<Submission>,
    ifMatch version: Int? = nil,
    in store: MemoryStore
  ) async throws -> Decision {
    let (desk, actor) = (desk, hospital.actor(name))
    return try await store.write {
      try desk.perform(action, on: id, ifMatch: version, by: actor, at: Hospital.start, in: $0)
    }
  }

  private func actions(in store: MemoryStore) async throws -> [String] {
    try await store.read {
      try $0.auditEntries(after: 0, limit: 100, subject: nil).map(\.action)
    }
  }

  @Test func `what is decided is kept and recorded together`() async throws {
    let store = try await store()
    let id = try await begun(in: store).id
    let decision = try await does("writer", .submit(note: ""), id, ifMatch: 1, in: store)
    #expect(try await store.read { try $0.submission(id) } == decision.submission)
    #expect(decision.submission.version == 2)
    #expect(decision.submission.policy == 1)
    #expect(try await actions(in: store) == ["draft.begin", "draft.submit"])
  }

  @Test func `what has changed since is not overwritten, and a refusal leaves nothing`()
    async throws
  {
    let store = try await store()
    let id = try await begun(in: store).id
    await #expect(throws: Refusal.self) {
      try await does("writer", .submit(note: ""), id, ifMatch: 7, in: store)
    }
    await #expect(throws: Refusal.self) {
      try await does("officer", .submit(note: ""), id, in: store)
    }
    await #expect(throws: Refusal.self) {
      try await does("writer", .submit(note: ""), ID("drf_no"), in: store)
    }
    #expect(try await actions(in: store) == ["draft.begin"])
  }

  @Test func `an attempt with other bytes is remembered`() async throws {
    let store = try await store()
    var course = try Course(hospital)
    try course.isApproved()
    try course.does("publisher", .issuePermit(course.permitRequest()))
    let submission = course.submission
    try await store.write { try $0.save(submission, since: nil) }
    let use = Action.consumePermit(submission.permits[0].id, contentDigest: Digest(of: "x".utf8))
    let decision = try await does("publisher", use, submission.id, in: store)
    #expect(decision.refusal?.code == .digestMismatch)
    #expect(try await actions(in: store) == ["permit.refuse"])
    #expect(try await store.read { try $0.submission(submission.id) } == submission)
  }

  @Test func `S6: a policy is activated by another than its proposer`() async throws {
    let store = try await store()
    let (desk, hospital) = (PolicyDesk(), hospital)
    var policy = hospital.policy
    policy.approvalHours = 72
    let proposed = policy
    let version = try await store.write {
      try desk.propose(proposed, by: hospital.actor("leader"), at: Hospital.start, in: $0)
    }
    #expect(version.number == 2)
    for (name, isDone) in [("leader", false), ("chief", false), ("leader-2", true)] {
      let rule = try await store.write { writing -> String? in
        do {
          _ = try desk.activate(
            2,
            by: hospital.actor(name),
            at: Hospital.start.adding(hours: 1),
            in: writing
          )
          return nil
        } catch let refusal as Refusal {
          return refusal.rule ?? refusal.code.rawValue
        }
      }
      #expect((rule == nil) == isDone)
    }
    #expect(try await store.read { try $0.activePolicy()?.number } == 2)
  }

  @Test func `what is under way keeps to the policy it was handed in under`() async throws {
    let store = try await store()
    let id = try await begun(in: store).id
    _ = try await does("writer", .submit(note: ""), id, in: store)
    var stricter = hospital.policy
    stricter.stages[0].approvals = 2
    let version = PolicyVersion(
      number: 2,
      policy: stricter,
      proposer: Hospital.id("admin"),
      proposedAt: Hospital.start,
      activator: Hospital.id("leader"),
      activatedAt: Hospital.start.adding(hours: 1)
    )
    try await store.write { try $0.save(version) }
    let course = try Course(hospital)
    let decision = try await does("officer", .approve(course.ballot), id, in: store)
    #expect(decision.submission.stage == "second")
  }
}
