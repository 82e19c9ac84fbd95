/// Who may know of a submission (handbook, gate.md 3.6).
package struct Visibility: Hashable, Sendable {
  private static let everything: Set<Role> = [
    .informationOfficer, .secondReviewer, .secrecyReviewer, .medicalReviewer, .leader, .auditor,
  ]
  private static let released: Set<SubmissionState> = [
    .approved, .publishing, .published, .publishFailed, .retracted,
  ]

  private let state: SubmissionState
  private let department: ID<Department>
  private let contributors: Set<ID<User>>

  package init(of submission: Submission) {
    state = submission.state
    department = submission.department
    contributors = submission.contributors
  }

  /// Of those who have written it, a summary knows who began.
  package init(of summary: SubmissionSummary) {
    state = summary.state
    department = summary.department
    contributors = [summary.creator]
  }

  package func includes(_ user: User) -> Bool {
    guard !user.isDisabled else { return false }
    if state == .frozen { return includesFrozen(user) }
    return user.has(anyOf: Self.everything)
      || user.department == department && user.has(anyOf: Role.writers)
      || user.has(.publisher) && Self.released.contains(state)
      || user.has(.complaintsOfficer) && [.published, .retracted].contains(state)
      || contributors.contains(user.id)
  }

  /// The fewer know of a mark of secrecy, the better: those who wrote it and those who deal with it.
  private func includesFrozen(_ user: User) -> Bool {
    user.has(anyOf: [.secrecyReviewer, .leader]) || contributors.contains(user.id)
  }
}

extension Standing {
  func canSee(_ user: User) -> Bool { Visibility(of: submission).includes(user) }
}
