package import Linting

/// Where a submission stands: a few states that never change, the stages between them come from the policy.
///
/// No timer changes a state: what is overdue or expired is worked out when somebody asks.
package enum SubmissionState: String, Codable, Sendable, CaseIterable {
  /// Being written.
  case editing
  /// Back with its department, with what is to be done.
  case returned
  /// At the stage that the submission names.
  case inReview = "in_review"
  /// One revision is approved and locked.
  case approved
  /// A permit is used up; what has become of it is not known yet.
  case publishing
  case published
  /// The channel refused it; a new permit is needed.
  case publishFailed = "publish_failed"
  case retracted
  case rejected
  case withdrawn
  /// The linter found a mark of secrecy: nothing of the text is kept.
  case frozen

  /// Whether nothing follows.
  package var isFinal: Bool { [.retracted, .rejected, .withdrawn].contains(self) }
  /// Whether its text may be changed, which makes a revision.
  package var isEditable: Bool { [.editing, .returned].contains(self) }
}

extension SubmissionState {
  package var title: Localized {
    switch self {
    case .editing: Localized("撰写中", "being written")
    case .returned: Localized("已退回", "returned")
    case .inReview: Localized("审核中", "in review")
    case .approved: Localized("已通过", "approved")
    case .publishing: Localized("发布中", "being published")
    case .published: Localized("已发布", "published")
    case .publishFailed: Localized("发布失败", "publication failed")
    case .retracted: Localized("已撤稿", "retracted")
    case .rejected: Localized("已否决", "rejected")
    case .withdrawn: Localized("已撤回", "withdrawn")
    case .frozen: Localized("已冻结", "frozen")
    }
  }
}
