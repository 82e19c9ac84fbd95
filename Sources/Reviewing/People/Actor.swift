/// Who acts, and by what right.
package struct Actor: Hashable, Sendable {
  package enum Means: String, Codable, Sendable {
    case session
    case token
    /// `hegui gate` on the machine itself.
    case commandLine = "command_line"
  }

  package let user: User
  package let means: Means
  /// What a token may do; nil for a person who has signed in, who may do what the roles allow.
  package let scopes: Set<Scope>?
  /// As the server saw it; empty on the command line.
  package let address: String
  package let requestID: String

  package init(user: User, means: Means, scopes: Set<Scope>?, address: String, requestID: String) {
    self.user = user
    self.means = means
    self.scopes = scopes
    self.address = address
    self.requestID = requestID
  }

  package func has(_ role: Role) -> Bool { user.roles.contains(role) }
  package func has(anyOf roles: Set<Role>) -> Bool { !user.roles.isDisjoint(with: roles) }
}

/// What an API token is good for, besides what its person may do: never more than both.
package enum Scope: String, Codable, Sendable, CaseIterable {
  case check
  case read
  case submit
  case review
  case publish
  case administer
}
