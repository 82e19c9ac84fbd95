import Linting

/// What must hold before publication; every one is always listed, whatever the state.
extension Standing {
  var requirements: [Requirement] {
    contentRequirements + [blockingFindings, reviewedFindings, resolvedComments]
      + policy.stages.map(approval) + unknownStages
      + [separation, freshness, confirmed, schedule]
  }

  /// What keeps the submission from being handed in.
  var submissionBlockers: [Requirement] {
    (contentRequirements + [blockingFindings]).filter { !$0.isMet && $0.status != .pending }
  }

  /// What keeps a stage from being signed.
  ///
  /// Whoever may clear warnings has to, before signing; with the last signature nothing may be open.
  func blockers(signing stage: Stage) -> [Requirement] {
    let isLast = submission.stages.allSatisfy { key in
      key == stage.key || policy.stage(key).map(isPassed) ?? false
    }
    var needed = contentRequirements + [resolvedComments]
    if isLast || !stage.voters.roles.isDisjoint(with: policy.waivers.warning) {
      needed.append(reviewedFindings)
    }
    if isLast { needed.append(blockingFindings) }
    return needed.filter { !$0.isMet }
  }

  /// What keeps a permit from being issued or used; the permit itself keeps to the time planned.
  var publicationBlockers: [Requirement] {
    requirements.filter { blocksPublication($0) && $0.key != RequirementKey.schedule }
  }

  private var contentRequirements: [Requirement] {
    [notFrozen, checked, completeForm, activeColumn]
  }
}

/// Stable names of requirements; those of stages are `approval.` and the stage's key.
package enum RequirementKey {
  static let notFrozen = "content.not_frozen"
  static let checked = "check.completed"
  static let form = "form.complete"
  static let column = "column.active"
  package static let blocking = "findings.no_blocking"
  static let reviewed = "findings.reviewed"
  package static let comments = "comments.resolved"
  static let separation = "separation"
  static let freshness = "approval.fresh"
  static let confirmed = "urgent.confirmed"
  static let schedule = "schedule"
  static let recheck = "recheck.passed"

  package static func approval(_ stage: String) -> String { "approval." + stage }
}
