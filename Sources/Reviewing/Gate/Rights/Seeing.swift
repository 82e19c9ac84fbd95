/// Who may know of a submission (handbook, gate.md 3.6).
extension Standing {
  private static let everything: Set<Role> = [
    .informationOfficer, .secondReviewer, .secrecyReviewer, .leader, .auditor,
  ]
  private static let released: Set<SubmissionState> = [
    .approved, .publishing, .published, .publishFailed, .retracted,
  ]

  func canSee(_ user: User) -> Bool {
    guard !user.isDisabled else { return false }
    if submission.state == .frozen { return canSeeFrozen(user) }
    return user.has(anyOf: Self.everything)
      || isOfDepartment(user) && user.has(anyOf: Role.writers)
      || user.has(.publisher) && Self.released.contains(submission.state)
      || user.has(.complaintsOfficer) && [.published, .retracted].contains(submission.state)
      || submission.contributors.contains(user.id)
  }

  /// The fewer know of a mark of secrecy, the better: those who wrote it and those who deal with it.
  private func canSeeFrozen(_ user: User) -> Bool {
    user.has(anyOf: [.secrecyReviewer, .leader]) || submission.contributors.contains(user.id)
  }
}
