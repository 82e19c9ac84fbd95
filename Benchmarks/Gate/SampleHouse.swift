import Reviewing
import Serving
import Storing

/// One person with every role, so that one token reaches every operation.
struct SampleHouse {
  let now: Timestamp

  func token(in store: SQLiteStore) async throws -> String {
    let ids = IDSource()
    let now = now
    let department = Department(id: ids.next(at: now), key: "office", name: "办公室")
    let user = User(
      id: ids.next(at: now),
      name: "sample",
      displayName: "某甲",
      department: department.id,
      roles: Set(Role.allCases),
      createdAt: now
    )
    let other = User(
      id: ids.next(at: now),
      name: "other",
      displayName: "某乙",
      department: department.id,
      roles: [.leader],
      createdAt: now
    )
    let column = Column(id: ids.next(at: now), key: "news", name: "动态", owner: department.id)
    let text = TokenText(kind: "bench")
    let token = APIToken(
      id: ids.next(at: now),
      hash: text.hash,
      user: user.id,
      name: "bench",
      scopes: Set(Scope.allCases),
      createdAt: now,
      expiresAt: now.adding(hours: 24)
    )
    let policy = PolicyVersion(
      number: 1,
      policy: .township,
      proposer: user.id,
      proposedAt: now,
      activator: other.id,
      activatedAt: now
    )
    try await store.write { store in
      try store.save(department)
      for user in [user, other] { try store.save(user) }
      try store.save(column)
      try store.save(policy)
      try store.save(token)
    }
    return text.text
  }
}
