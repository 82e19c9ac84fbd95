import GRDB
import Reviewing

extension Transaction {
  func user(_ id: ID<User>) throws -> User? {
    try first(UserRow.self, where: "id = ?", [id])?.user
  }

  func user(named name: String) throws -> User? {
    guard !name.utf8.contains(0) else { return nil }
    return try first(UserRow.self, where: "name = ?", [name])?.user
  }

  func users() throws -> [User] { try all(UserRow.self, "ORDER BY id").map(\.user) }

  func department(_ id: ID<Department>) throws -> Department? {
    try first(DepartmentRow.self, where: "id = ?", [id])?.department
  }

  func departments() throws -> [Department] {
    try all(DepartmentRow.self, "ORDER BY id").map(\.department)
  }

  func column(_ id: ID<Reviewing.Column>) throws -> Reviewing.Column? {
    try first(ColumnRow.self, where: "id = ?", [id])?.column
  }

  func columns() throws -> [Reviewing.Column] {
    try all(ColumnRow.self, "ORDER BY id").map(\.column)
  }

  func policy(_ number: Int) throws -> PolicyVersion? {
    try first(PolicyRow.self, where: "number = ?", [number])?.version
  }

  func policies() throws -> [PolicyVersion] {
    try all(PolicyRow.self, "ORDER BY number").map(\.version)
  }

  func activePolicy() throws -> PolicyVersion? {
    try all(
      PolicyRow.self,
      "WHERE activated_at IS NOT NULL ORDER BY activated_at DESC, number DESC LIMIT 1"
    ).first?.version
  }

  func save(_ user: User) throws { try database.save(UserRow(user)) }
  func save(_ department: Department) throws { try database.save(DepartmentRow(department)) }
  func save(_ column: Reviewing.Column) throws { try database.save(ColumnRow(column)) }

  /// Only the activation of one that is there is written: a set may come in another order, and a policy never
  /// changes.
  func save(_ policy: PolicyVersion) throws {
    guard let before = try self.policy(policy.number) else {
      return try database.insert(PolicyRow(policy))
    }
    guard before.policy == policy.policy, before.proposer == policy.proposer,
      before.proposedAt == policy.proposedAt
    else { throw StoreError.damaged("policy \(policy.number) never changes") }
    try database.execute(
      sql: "UPDATE policy SET activator = ?, activated_at = ? WHERE number = ?",
      arguments: [policy.activator, policy.activatedAt, policy.number]
    )
  }
}
