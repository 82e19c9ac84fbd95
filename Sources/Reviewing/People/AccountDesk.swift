/// Makes accounts of people and keys for programs, saved and recorded in the one transaction it is given: the same over
/// the network and at the machine itself.
package struct AccountDesk: Sendable {
  package enum Fault: Error, Hashable {
    case nameTaken
    case noSuchDepartment
  }

  /// What a person is made of.
  package struct NewUser: Sendable {
    /// See `User.isSignInName`.
    let name: String
    let displayName: String
    let department: ID<Department>
    let roles: Set<Role>

    package init(
      name: String,
      displayName: String,
      department: ID<Department>,
      roles: Set<Role>
    ) {
      self.name = name
      self.displayName = displayName
      self.department = department
      self.roles = roles
    }
  }

  private let ids: IDSource

  package init(ids: IDSource) { self.ids = ids }

  package func add(
    _ person: NewUser,
    by doer: AuditEntry.Doer,
    at now: Timestamp,
    in writing: any StoreWriting
  ) throws -> User {
    guard try writing.user(named: person.name) == nil else { throw Fault.nameTaken }
    guard try writing.department(person.department) != nil else { throw Fault.noSuchDepartment }
    let user = User(
      id: ids.next(at: now),
      name: person.name,
      displayName: person.displayName,
      department: person.department,
      roles: person.roles,
      createdAt: now
    )
    try writing.save(user)
    try writing.append(
      AuditEvent(
        at: now,
        doer: doer,
        action: "user.create",
        subject: AuditEntry.Subject(kind: "user", id: user.id.value),
        data: user.recorded
      )
    )
    return user
  }

  /// A key of which `hash` is kept; `name` says what it is for.
  package func addToken(
    hashed hash: Digest,
    of user: ID<User>,
    named name: String,
    scopes: Set<Scope>,
    days: Int,
    by doer: AuditEntry.Doer,
    at now: Timestamp,
    in writing: any StoreWriting
  ) throws -> APIToken {
    let token = APIToken(
      id: ids.next(at: now),
      hash: hash,
      user: user,
      name: name,
      scopes: scopes,
      createdAt: now,
      expiresAt: now.adding(hours: 24 * days)
    )
    try writing.save(token)
    try writing.append(
      AuditEvent(
        at: now,
        doer: doer,
        action: "token.create",
        subject: AuditEntry.Subject(kind: "token", id: token.id.value),
        data: ["scopes": JSON(scopes.map(\.rawValue).sorted())]
      )
    )
    return token
  }
}

extension User {
  package static let signInNameLength = 2...32

  /// Whether one can sign in with it: lower-case ASCII letters, digits and hyphens.
  package static func isSignInName(_ name: String) -> Bool {
    signInNameLength.contains(name.utf8.count) && name.utf8.allSatisfy(\.isOfKeys)
  }

  /// What the record keeps: no names of persons.
  package var recorded: JSON {
    [
      "department": .string(department.value), "disabled": .bool(isDisabled),
      "roles": JSON(roles.map(\.rawValue).sorted()),
    ]
  }
}

extension APIToken {
  /// How many days one may hold.
  package static let days = 1...365
}

extension UInt8 {
  /// Whether short names for machines may hold it: `a`–`z`, `0`–`9` and the hyphen.
  package var isOfKeys: Bool {
    (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self == 0x2D
  }
}
