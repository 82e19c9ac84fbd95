import Linting

/// Of the current revision and its form.
extension Standing {
  var notFrozen: Requirement {
    let rules = submission.current?.check.freezing ?? []
    let key = RequirementKey.notFrozen
    guard submission.state == .frozen || !rules.isEmpty else {
      return .met(key, Localized("无涉密标志", "no mark of secrecy"))
    }
    let isFrozen = submission.state == .frozen
    let releasers = enabledUsers.filter {
      $0.has(anyOf: [.secrecyReviewer, .leader]) && conflict(judging: $0) == nil
    }
    return Requirement(
      key: key,
      status: .unsatisfied,
      explanation: isFrozen
        ? Localized("涉密冻结待处理", "frozen for a mark of secrecy")
        : Localized("涉密内容须重写", "the text with a mark of secrecy must be written anew"),
      failing: rules,
      people: isFrozen ? releasers.map(\.id) : writers,
      roles: isFrozen ? [.secrecyReviewer, .leader] : [.submitter],
      remedies: [Requirement.Remedy(relation: isFrozen ? "release_frozen" : "revise")]
    )
  }

  var checked: Requirement {
    let key = RequirementKey.checked
    guard let check = submission.current?.check else {
      return blocked(key, .unsatisfied, Localized("没有正文", "there is no text"))
    }
    guard check.verdict != .incomplete, check.failure == nil else {
      let message = Localized("机检未完成，请重新提交检查", "the check did not finish; save the draft again")
      return blocked(key, .error, message, failing: [check.failure ?? "incomplete"])
    }
    return .met(key, Localized("机检已完成", "checked"))
  }

  var completeForm: Requirement {
    let faults = formFaults.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let key = RequirementKey.form
    guard !faults.isEmpty else {
      return .met(key, Localized("发布表已填全", "the release form is complete"))
    }
    let message = Localized(
      "发布表缺 \(faults.count) 项",
      "\(faults.count) field(s) missing on the form"
    )
    return blocked(key, .unsatisfied, message, failing: faults)
  }

  var activeColumn: Requirement {
    let key = RequirementKey.column
    guard let column, column.isActive else {
      return blocked(key, .unsatisfied, Localized("栏目未启用", "the column is not in use"))
    }
    return .met(key, Localized("栏目已启用", "the column is in use"))
  }

  /// Whose turn it is to write.
  var writers: [ID<User>] {
    enabledUsers.filter { isEntitled($0, to: .revise) }.map(\.id)
  }

  private func blocked(
    _ key: String,
    _ status: Requirement.Status,
    _ explanation: Localized,
    failing: [String] = []
  ) -> Requirement {
    Requirement(
      key: key,
      status: status,
      explanation: explanation,
      failing: failing,
      people: writers,
      roles: [.submitter],
      remedies: [Requirement.Remedy(relation: "revise")]
    )
  }
}

extension Requirement {
  static func met(_ key: String, _ explanation: Localized) -> Self {
    Self(key: key, status: .satisfied, explanation: explanation)
  }

  static func notApplicable(_ key: String, _ explanation: Localized) -> Self {
    Self(key: key, status: .notApplicable, explanation: explanation)
  }
}
