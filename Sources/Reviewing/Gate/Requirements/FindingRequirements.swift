import Linting

/// Of findings and remarks.
extension Standing {
  var blockingFindings: Requirement {
    let open = findings(.error, .open)
    let pending = findings(.error, .pending)
    let key = RequirementKey.blocking
    guard let status = status(open: open, pending: pending) else {
      return cleared(key, .error, Localized("没有未处理的错误", "no open errors"))
    }
    let count = open.count + pending.count
    let message =
      open.isEmpty
      ? Localized("\(count) 处错误待决定放行", "\(count) waiver(s) of errors to be decided")
      : Localized("\(count) 处错误待处理", "\(count) error(s) to be cleared")
    return requirement(key, status, message, open: open, pending: pending)
  }

  var reviewedFindings: Requirement {
    let open = findings(.warning, .open)
    let pending = findings(.warning, .pending)
    let key = RequirementKey.reviewed
    guard let status = status(open: open, pending: pending) else {
      return cleared(key, .warning, Localized("警告均已处理", "all warnings are cleared"))
    }
    let count = open.count + pending.count
    let message = Localized("\(count) 条警告待处理", "\(count) warning(s) to be cleared")
    return requirement(key, status, message, open: open, pending: pending)
  }

  var resolvedComments: Requirement {
    let open = submission.comments.filter { $0.isBlocking && $0.resolvedBy == nil }
    let key = RequirementKey.comments
    guard !open.isEmpty else {
      return .met(key, Localized("意见均已处理", "all blocking comments are resolved"))
    }
    let resolvers = enabledUsers.filter { user in open.contains { canResolve($0, user) } }
    return Requirement(
      key: key,
      status: .unsatisfied,
      explanation: Localized("\(open.count) 条意见待处理", "\(open.count) blocking comment(s)"),
      failing: open.map(\.id.value),
      people: resolvers.map(\.id),
      roles: [.informationOfficer, .secondReviewer],
      remedies: open.map { Requirement.Remedy(relation: "resolve_comment", target: $0.id.value) }
    )
  }

  /// What blocks is resolved by its author or another reviewer; the rest also by who wrote the draft.
  func canResolve(_ comment: ReviewComment, _ user: User) -> Bool {
    if comment.author == user.id { return true }
    let isReviewer = user.has(anyOf: Role.reviewers) && conflict(judging: user) == nil
    return canSee(user) && (isReviewer || !comment.isBlocking && isWriter(user))
  }

  private func status(
    open: [ReviewFinding],
    pending: [ReviewFinding]
  ) -> Requirement.Status? {
    if !open.isEmpty { return .unsatisfied }
    return pending.isEmpty ? nil : .pending
  }

  private func cleared(_ key: String, _ severity: Severity, _ message: Localized) -> Requirement {
    let waived = findings(severity, .waived).count
    guard waived > 0 else { return .met(key, message) }
    return Requirement(
      key: key,
      status: .overridden,
      explanation: Localized("\(message.zh)（放行 \(waived) 处）", "\(message.en) (\(waived) waived)")
    )
  }

  private func requirement(
    _ key: String,
    _ status: Requirement.Status,
    _ explanation: Localized,
    open: [ReviewFinding],
    pending: [ReviewFinding]
  ) -> Requirement {
    let all = open + pending
    let roles = all.reduce(into: Set<Role>()) {
      $0.formUnion(self.roles(deciding: $1).union(self.roles(seconding: $1)))
    }
    return Requirement(
      key: key,
      status: status,
      explanation: explanation,
      failing: all.map(\.fingerprint),
      people: people(deciding: all).map(\.id),
      roles: Role.allCases.filter(roles.contains),
      remedies: remedies(open: open, pending: pending)
    )
  }

  private func remedies(
    open: [ReviewFinding],
    pending: [ReviewFinding]
  ) -> [Requirement.Remedy] {
    let asked = submission.waivers.filter { waiver in
      waiver.state == .pending && pending.contains { covers(waiver, $0) }
    }
    return open.filter(isWaivable).map {
      Requirement.Remedy(relation: "request_waiver", target: $0.fingerprint)
    } + asked.map { Requirement.Remedy(relation: "decide_waiver", target: $0.id.value) }
      + [Requirement.Remedy(relation: "revise")]
  }
}
