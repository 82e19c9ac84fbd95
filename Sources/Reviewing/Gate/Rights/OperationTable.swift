/// From which states an operation is possible, and what a token needs for it.
extension Operation {
  /// Where a permit can be asked for or used: other channels may still wait while one is published.
  private static let publishable: Set<SubmissionState> = [
    .approved, .publishFailed, .publishing, .published,
  ]
  private static let beforePublication: Set<SubmissionState> = [
    .editing, .returned, .inReview, .approved, .publishFailed,
  ]

  var states: Set<SubmissionState> {
    switch self {
    case .revise: [.editing, .returned, .inReview]
    case .submit: [.editing, .returned]
    case .approve, .reject, .deescalate: [.inReview]
    case .return: [.inReview, .approved, .publishFailed]
    case .escalate, .withdraw, .requestWaiver, .decideWaiver, .revokeWaiver:
      Self.beforePublication
    case .confirm: Self.publishable
    case .comment, .resolveComment: Self.beforePublication.union(Self.publishable)
    case .issuePermit, .revokePermit, .consumePermit: Self.publishable
    case .recordPublication, .recordFailure: [.publishing]
    case .verifyPublication, .retract: [.publishing, .published]
    case .releaseFrozen: [.frozen]
    case .reopen: [.published, .retracted, .rejected, .withdrawn]
    }
  }

  /// A token needs one of these.
  var scopes: Set<Scope> {
    switch self {
    case .revise, .submit, .withdraw, .reopen: [.submit]
    case .approve, .return, .reject, .deescalate, .decideWaiver, .confirm, .releaseFrozen: [.review]
    case .requestWaiver, .revokeWaiver, .comment, .resolveComment: [.submit, .review]
    case .escalate: [.submit, .review, .publish]
    case .issuePermit, .consumePermit, .recordPublication, .recordFailure: [.publish]
    case .revokePermit, .verifyPublication, .retract: [.publish, .review]
    }
  }
}

extension Role {
  /// Those who write; always for their own department.
  package static let writers: Set<Role> = [
    .submitter, .departmentApprover, .informationOfficer, .secondReviewer,
  ]
  /// Those who may have a draft checked.
  package static let checkers = Set(allCases).subtracting([.auditor, .administrator])
  /// Those who judge content.
  static let reviewers: Set<Role> = [
    .departmentApprover, .informationOfficer, .secondReviewer, .secrecyReviewer, .medicalReviewer,
    .leader,
  ]
}
