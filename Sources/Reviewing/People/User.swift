/// A named natural person who signs in; shared accounts have no place here.
package struct User: Hashable, Sendable, Identified {
  package static let idPrefix = "usr"

  package let id: ID<User>
  /// What one signs in with; unique, lower-case ASCII.
  package let name: String
  package var displayName: String
  package var department: ID<Department>
  package var roles: Set<Role>
  /// Nil until the person has chosen one.
  package var password: PasswordHash?
  package var isDisabled: Bool
  package let createdAt: Timestamp
  /// Counts changes, for `If-Match`.
  package var version: Int

  package init(
    id: ID<User>,
    name: String,
    displayName: String,
    department: ID<Department>,
    roles: Set<Role>,
    password: PasswordHash? = nil,
    isDisabled: Bool = false,
    createdAt: Timestamp,
    version: Int = 1
  ) {
    self.id = id
    self.name = name
    self.displayName = displayName
    self.department = department
    self.roles = roles
    self.password = password
    self.isDisabled = isDisabled
    self.createdAt = createdAt
    self.version = version
  }
}

/// A password as it is kept: scrypt's parameters, salt and key (RFC 7914).
package struct PasswordHash: Hashable, Codable, Sendable {
  package let rounds: Int
  package let blockSize: Int
  package let parallelism: Int
  package let salt: [UInt8]
  package let key: [UInt8]

  package init(rounds: Int, blockSize: Int, parallelism: Int, salt: [UInt8], key: [UInt8]) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
    self.salt = salt
    self.key = key
  }
}
