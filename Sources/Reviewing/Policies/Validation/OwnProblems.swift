import Linting

/// What is wrong with a policy whoever the people are.
extension Policy {
  package var ownProblems: [PolicyProblem] {
    stageProblems + laneProblems + levelProblems + waiverProblems + numberProblems
  }

  private var stageProblems: [PolicyProblem] {
    var problems: [PolicyProblem] = []
    if stages.isEmpty { problems.append(.init("/stages", "至少要有一个环节", "needs a stage")) }
    for (index, stage) in stages.enumerated() {
      let field = "/stages/\(index)"
      if stages[..<index].contains(where: { $0.key == stage.key }) {
        problems.append(.init("\(field)/key", "环节「\(stage.key)」重复", "\(stage.key) stands twice"))
      }
      if !stage.key.isStageKey {
        problems.append(.init("\(field)/key", "只用小写字母、数字和连字符", "lower-case ASCII only"))
      }
      if stage.voters.roles.isDisjoint(with: Role.reviewers)
        || !stage.voters.roles.isSubset(of: Role.reviewers)
      {
        problems.append(.init("\(field)/voters", "只能由审核角色签批", "only reviewing roles sign"))
      }
      if !(1...9).contains(stage.approvals) {
        problems.append(.init("\(field)/approvals", "签批人数须为 1 至 9", "must be 1 to 9"))
      }
      let ticks = stage.checklist.map(\.key)
      if Set(ticks).count != ticks.count {
        problems.append(.init("\(field)/checklist", "勾选项重复", "an item stands twice"))
      }
    }
    return problems
  }

  private var laneProblems: [PolicyProblem] {
    problems(ofLane: stages.filter { $0.condition == .always }.map(\.key), "/stages", people: 2)
      + problems(ofLane: urgentStages, "/urgent_stages", people: 2)
      + problems(ofLane: correctionStages, "/correction_stages", people: 1)
  }

  /// A lane may name stages that always apply; the others come by themselves when they are asked for.
  private func problems(ofLane lane: [String], _ field: String, people: Int) -> [PolicyProblem] {
    var problems: [PolicyProblem] = []
    for key in lane where stage(key)?.condition != .always {
      problems.append(.init(field, "没有必经环节「\(key)」", "no stage \(key) that always applies"))
    }
    if Set(lane).count != lane.count {
      problems.append(.init(field, "环节重复", "a stage stands twice"))
    }
    let signatures = lane.compactMap { stage($0)?.approvals }.reduce(0, +)
    if signatures < people {
      problems.append(.init(field, "至少须有 \(people) 人签批", "needs \(people) signature(s)"))
    }
    return problems
  }

  /// Whatever asks for a level must find a stage of it.
  private var levelProblems: [PolicyProblem] {
    let conditions = Set(stages.map(\.condition))
    var problems: [PolicyProblem] = []
    if !conditions.contains(.leadership) {
      problems.append(.init("/stages", "缺少领导小组环节", "no stage for leadership"))
    }
    if !conditions.contains(.secrecy) {
      problems.append(.init("/stages", "缺少保密审查环节", "no stage for the secrecy reviewer"))
    }
    return problems
  }

  private var waiverProblems: [PolicyProblem] {
    var problems: [PolicyProblem] = []
    let signers = stages.filter { $0.condition == .always }
      .reduce(into: Set<Role>()) { $0.formUnion($1.voters.roles) }
    if waivers.warning.isDisjoint(with: signers) {
      problems.append(
        .init("/waivers/warning", "没有必经环节的审核人能处理警告", "no signer of a stage may clear warnings")
      )
    }
    if !waivers.deciders.isSubset(of: Role.reviewers) {
      problems.append(.init("/waivers", "只能由审核角色决定放行", "only reviewing roles decide on waivers"))
    }
    for (group, roles) in waivers.second where roles.isEmpty {
      problems.append(.init("/waivers/second/\(group)", "缺少角色", "names no role"))
    }
    // Sensitive matters belong to leadership, secrets to the secrecy reviewer, whatever else a policy says.
    for (group, role) in ["sensitive": Role.leader, "secrecy": .secrecyReviewer] {
      let keys = waivers.groups.keys.filter { Finding.group(of: $0) == group }
      let isKept = waivers.groups[group].map { $0.isSubset(of: [role]) } ?? false
      guard !isKept || keys.contains(where: { !(waivers.groups[$0] ?? []).isSubset(of: [role]) })
      else { continue }
      problems.append(
        .init(
          "/waivers/groups/\(group)",
          "\(group) 只能由\(role.title.zh)放行",
          "\(group) is for \(role.title.en) only"
        )
      )
    }
    return problems
  }

  private var numberProblems: [PolicyProblem] {
    var numbers = [
      ("/approval_hours", approvalHours, 1...8760), ("/permit_minutes", permitMinutes, 1...10080),
      ("/urgent_approval_hours", urgentApprovalHours, 1...168),
      ("/correction_limit", correctionLimit, 0...200), ("/small_unit_limit", smallUnitLimit, 1...8),
      ("/waivers/maximum_days", waivers.maximumDays, 1...366),
      ("/waivers/default_days", waivers.defaultDays, 1...max(1, waivers.maximumDays)),
    ]
    numbers += classApprovalHours.sorted { $0.key < $1.key }
      .map { ("/class_approval_hours/\($0.key)", $0.value, 1...8760) }
    if let confirmationHours {
      numbers.append(("/confirmation_hours", confirmationHours, 1...168))
    }
    return numbers.filter { !$0.2.contains($0.1) }.map { field, _, range in
      let (low, high) = (range.lowerBound, range.upperBound)
      return .init(field, "须为 \(low) 至 \(high)", "must be \(low) to \(high)")
    }
  }
}

extension PolicyProblem {
  init(_ field: String, _ zh: String, _ en: String) { self.init(field, Localized(zh, en)) }
}

extension String {
  fileprivate var isStageKey: Bool {
    (1...32).contains(utf8.count)
      && utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
  }
}
