import Linting

/// Of signatures.
extension Standing {
  /// The stages it has to pass; before it is handed in, those it would have to.
  private var applicableStages: [String] {
    submission.state.isEditable || submission.state == .frozen
      ? plannedStages(grounds) : submission.stages
  }

  func approval(_ stage: Stage) -> Requirement {
    let key = RequirementKey.approval(stage.key)
    guard applicableStages.contains(stage.key) else {
      return .notApplicable(key, Localized("无需\(stage.title.zh)", "\(stage.title.en): not needed"))
    }
    return isPassed(stage) ? passed(stage, key) : waiting(stage, key)
  }

  /// Of stages that the policy does not have, which nobody can pass.
  var unknownStages: [Requirement] {
    let asked = Set(grounds.filter { $0.lifted == nil }.map(\.to))
    let unmet = [Escalation.leadership, .secrecy].filter { level in
      asked.contains(level) && !policy.stages.contains { $0.condition == Stage.Condition(level) }
    }
    let missing = submission.stages.filter { policy.stage($0) == nil } + unmet.map(\.rawValue)
    return missing.map {
      Requirement(
        key: RequirementKey.approval($0),
        status: .error,
        explanation: Localized("制度没有环节「\($0)」", "the policy has no stage \($0)")
      )
    }
  }

  private func passed(_ stage: Stage, _ key: String) -> Requirement {
    let isRelaxed = approvals(at: stage).contains { !$0.relaxed.isEmpty }
    return Requirement(
      key: key,
      status: isRelaxed ? .overridden : .satisfied,
      explanation: Localized("\(stage.title.zh)已签批", "\(stage.title.en): signed")
    )
  }

  private func waiting(_ stage: Stage, _ key: String) -> Requirement {
    let people = people(votingAt: stage)
    let missing = stage.approvals - approvals(at: stage).count
    let isShort = people.count < missing
    let suffix = isShort ? Localized("（没有可签批的人）", " (nobody can sign)") : Localized("", "")
    let count =
      missing > 1 ? Localized("（还差 \(missing) 人）", " (\(missing) more)") : Localized("", "")
    return Requirement(
      key: key,
      status: submission.stage == stage.key ? .pending : .unsatisfied,
      explanation: Localized(
        "\(stage.title.zh)待签批\(count.zh)\(suffix.zh)",
        "\(stage.title.en): to be signed\(count.en)\(suffix.en)"
      ),
      people: people.map(\.id),
      roles: Role.allCases.filter(stage.voters.roles.contains),
      remedies: [Requirement.Remedy(relation: "approve", target: stage.key)]
    )
  }

  var separation: Requirement {
    let key = RequirementKey.separation
    let votes = liveApprovals
    let relaxed = Set(votes.flatMap(\.relaxed)).sorted()
    let wrong = votes.filter { contributors.contains($0.voter) }
    guard wrong.isEmpty else {
      return Requirement(
        key: key,
        status: .unsatisfied,
        explanation: DutyRule.contributor.message,
        failing: wrong.map(\.id.value),
        remedies: [Requirement.Remedy(relation: "return")]
      )
    }
    guard relaxed.isEmpty else {
      return Requirement(
        key: key,
        status: .overridden,
        explanation: Localized("小单位放宽了职责分离", "separation relaxed for a small unit"),
        failing: relaxed
      )
    }
    return .met(key, Localized("职责分离", "duties are kept apart"))
  }
}
