package import Reviewing

/// A small hospital: departments, columns and one person for every role.
///
/// People are known by short names, which are the ends of their ids.
package struct Hospital: Sendable {
  package var policy: Policy
  package var users: [User]
  package var departments: [Department]
  package var columns: [Column]
  package let signer = PermitSigner(key: SigningKey())

  package static let start = Timestamp(milliseconds: 1_795_000_000_000)

  package init(_ policy: Policy = .township) {
    self.policy = policy
    departments = ["clinic", "publicity", "office"].map {
      Department(id: Self.department($0), key: $0, name: $0)
    }
    columns = [
      Self.column("service", owner: "clinic"),
      Self.column("news", owner: "publicity"),
      Self.column("health", owner: "clinic", draftClass: "kepu"),
      Self.column("prices", owner: "clinic", escalates: true),
      Self.column("closed", owner: "clinic", isActive: false),
    ]
    users = Self.people.map { Self.user($0, in: $1, $2) }
  }

  private static let people: [(String, String, Set<Role>)] = [
    ("writer", "clinic", [.submitter]), ("second-writer", "clinic", [.submitter]),
    ("head", "clinic", [.departmentApprover]), ("officer", "publicity", [.informationOfficer]),
    ("officer-2", "publicity", [.informationOfficer]), ("chief", "publicity", [.secondReviewer]),
    ("chief-2", "publicity", [.secondReviewer]), ("secrecy", "office", [.secrecyReviewer]),
    ("medic", "office", [.medicalReviewer]), ("leader", "office", [.leader]),
    ("leader-2", "office", [.leader]),
    ("publisher", "publicity", [.publisher]), ("auditor", "office", [.auditor]),
    ("complaints", "office", [.complaintsOfficer]), ("admin", "office", [.administrator]),
    ("stranger", "publicity", [.submitter]),
  ]

  package static func department(_ key: String) -> ID<Department> { ID("dep_\(key)") }
  package static func column(_ key: String) -> ID<Column> { ID("col_\(key)") }
  package static func id(_ name: String) -> ID<User> { ID("usr_\(name)") }

  package static func user(_ name: String, in department: String, _ roles: Set<Role>) -> User {
    User(
      id: id(name),
      name: name,
      displayName: "名字-\(name)",
      department: Self.department(department),
      roles: roles,
      createdAt: start
    )
  }

  private static func column(
    _ key: String,
    owner: String,
    escalates: Bool = false,
    draftClass: String? = nil,
    isActive: Bool = true
  ) -> Column {
    Column(
      id: column(key),
      key: key,
      name: key,
      owner: department(owner),
      escalates: escalates,
      draftClass: draftClass,
      isActive: isActive
    )
  }

  package func gate(policy number: Int = 1, ancestors: [Submission] = []) -> Gate {
    Gate(
      policy: PolicyVersion(
        number: number,
        policy: policy,
        proposer: Self.id("admin"),
        proposedAt: Self.start
      ),
      users: users,
      departments: departments,
      columns: columns,
      ids: IDSource(),
      signer: signer,
      ancestors: ancestors
    )
  }

  /// Somebody who is not of the house has no roles.
  package func actor(_ name: String, scopes: Set<Scope>? = nil) -> Actor {
    let user = users.first { $0.name == name } ?? Self.user(name, in: "nowhere", [])
    return Actor(
      user: user,
      means: scopes == nil ? .session : .token,
      scopes: scopes,
      address: "127.0.0.1",
      requestID: "test"
    )
  }

  /// Changes one person.
  package mutating func change(_ name: String, _ change: (inout User) -> Void) {
    for index in users.indices where users[index].name == name { change(&users[index]) }
  }
}
