/// A submission at a moment: what is met of its policy, and who could do what.
struct Standing {
  let gate: Gate
  let submission: Submission
  let now: Timestamp

  var policy: Policy { gate.policy.policy }

  /// Everybody who has written any revision, also of what it takes the place of or corrects.
  var contributors: Set<ID<User>> {
    gate.ancestors.reduce(into: submission.contributors) { $0.formUnion($1.contributors) }
  }

  /// The stage it is at.
  var stage: Stage? { submission.stage.flatMap { policy.stage($0) } }

  var column: Column? { submission.current.flatMap { gate.columns[$0.manuscript.column] } }

  /// The class by the draft's own word, else its column's.
  var draftClass: String? { ownClass ?? column?.draftClass }

  /// By the draft's own word and by its column's: what either asks for is needed.
  var draftClasses: Set<String> { Set([ownClass, column?.draftClass].compactMap(\.self)) }

  private var ownClass: String? { submission.current?.canonical.metadata["class"] }

  var enabledUsers: [User] {
    gate.users.values.filter { !$0.isDisabled }
      .sorted { $0.id.value.utf8.lexicographicallyPrecedes($1.id.value.utf8) }
  }

  func isOfDepartment(_ user: User) -> Bool { user.department == submission.department }
}

extension User {
  func has(_ role: Role) -> Bool { roles.contains(role) }
  func has(anyOf wanted: Set<Role>) -> Bool { !roles.isDisjoint(with: wanted) }
}
