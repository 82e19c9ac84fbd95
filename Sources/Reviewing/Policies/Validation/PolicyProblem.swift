package import Linting

/// Why a policy cannot be activated.
package struct PolicyProblem: Hashable, Codable, Sendable {
  /// A JSON pointer into the policy.
  package let field: String
  package let message: Localized

  package init(_ field: String, _ message: Localized) {
    self.field = field
    self.message = message
  }
}

extension Policy {
  /// All that speaks against it: what it says, and whether these people can live by it.
  package func problems(users: [User], departments: [Department]) -> [PolicyProblem] {
    let own = ownProblems
    return own.isEmpty ? staffingProblems(users: users, departments: departments) : own
  }
}
