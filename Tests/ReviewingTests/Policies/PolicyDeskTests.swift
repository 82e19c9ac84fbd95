import Linting
import ReviewSupport
import Reviewing
import Testing

/// Who changes the rules of the house, and to what.
struct PolicyDeskTests {
  private let desk = PolicyDesk()

  private func store(_ hospital: Hospital = Hospital()) async throws -> MemoryStore {
    let store = MemoryStore()
    try await store.write { writing in
      for user in hospital.users { try writing.save(user) }
      for department in hospital.departments { try writing.save(department) }
    }
    return store
  }

  private func policy(_ change: (inout Policy) -> Void = { _ in }) -> Policy {
    var policy = Policy.township
    change(&policy)
    return policy
  }

  /// The code of the refusal; nil where it is proposed.
  private func proposing(_ policy: Policy, _ actor: Actor, in store: MemoryStore) async throws
    -> Refusal.Code?
  {
    let desk = desk
    return try await store.write { writing in
      do { _ = try desk.propose(policy, by: actor, at: Hospital.start, in: writing) } catch let
        refusal as Refusal
      { return refusal.code }
      return nil
    }
  }

  private func activating(_ number: Int, _ actor: Actor, in store: MemoryStore) async throws
    -> Refusal.Code?
  {
    let desk = desk
    return try await store.write { writing in
      do { _ = try desk.activate(number, by: actor, at: Hospital.start, in: writing) } catch let
        refusal as Refusal
      { return refusal.code }
      return nil
    }
  }

  @Test func `a policy that says what cannot be is not proposed`() async throws {
    let store = try await store()
    let chief = Hospital().actor("chief")
    let faulty = policy { $0.stages = [] }
    #expect(try await proposing(faulty, chief, in: store) == .validationFailed)
    #expect(try await store.read { try $0.policies().count } == 0)
    #expect(try await proposing(policy(), chief, in: store) == nil)
  }

  @Test func `a policy that nobody could live by is not activated, and none twice`() async throws {
    var hospital = Hospital()
    let store = try await store(hospital)
    #expect(try await proposing(policy(), hospital.actor("chief"), in: store) == nil)
    #expect(try await activating(2, hospital.actor("leader"), in: store) == .notFound)
    #expect(try await activating(1, hospital.actor("leader"), in: store) == nil)
    #expect(try await activating(1, hospital.actor("leader-2"), in: store) == .invalidTransition)
    hospital.users.removeAll { $0.roles.contains(.informationOfficer) }
    let small = try await self.store(hospital)
    #expect(try await proposing(policy(), hospital.actor("chief"), in: small) == nil)
    #expect(try await activating(1, hospital.actor("leader"), in: small) == .validationFailed)
    #expect(try await small.read { try $0.policies().first?.activator } == nil)
  }

  @Test func `who has left, or comes with a token for something else, changes nothing`()
    async throws
  {
    var hospital = Hospital()
    hospital.change("chief") { $0.isDisabled = true }
    let store = try await store(hospital)
    #expect(try await proposing(policy(), hospital.actor("chief"), in: store) == .forbidden)
    #expect(try await proposing(policy(), hospital.actor("writer"), in: store) == .forbidden)
    let token = hospital.actor("chief-2", scopes: [.read, .review])
    #expect(try await proposing(policy(), token, in: store) == .forbidden)
    let whole = hospital.actor("chief-2", scopes: [.administer])
    #expect(try await proposing(policy(), whole, in: store) == nil)
  }

  @Test func `whatever a policy says is in its digest`() {
    let policies = [
      policy(), policy { $0.classApprovalHours["kepu"] = 24 },
      policy { $0.classApprovalHours = [:] }, policy { $0.confirmationHours = 12 },
      policy { $0.confirmationHours = nil }, policy { $0.secrecy.classes.insert("news") },
      policy { $0.secrecy.concerns = [] }, policy { $0.secrecy = Policy.Secrecy() },
      policy { $0.waivers.second["title"] = [.leader] }, policy { $0.waivers.second = [:] },
    ]
    #expect(Set(policies.map(\.digest)).count == policies.count)
  }
}
