import Linting

/// Which stages a submission has to pass, and what asks for more of them.
extension Standing {
  /// In the policy's order: those of its lane, and whatever is asked for besides.
  func plannedStages(_ grounds: [EscalationGround]) -> [String] {
    let lane = laneStages
    let wanted = Set(grounds.filter { $0.lifted == nil }.map(\.to))
    return policy.stages.filter { stage in
      switch stage.condition {
      case .always: lane.contains(stage.key)
      case .leadership: wanted.contains(.leadership)
      case .secrecy: wanted.contains(.secrecy)
      }
    }.map(\.key)
  }

  private var laneStages: [String] {
    if submission.current?.form.urgency != nil { return policy.urgentStages }
    return isMinorCorrection ? policy.correctionStages : policy.stages.map(\.key)
  }

  /// Why it must be seen by more people than usual, as it stands now: what is on record, and what the current
  /// revision adds.
  ///
  /// Nothing on record is dropped because its cause is gone: levels are raised by anyone and lowered by
  /// leadership alone.
  var grounds: [EscalationGround] {
    askedGrounds.reduce(into: submission.escalations) { grounds, ground in
      if !grounds.contains(where: { $0.isSame(as: ground) && isStanding($0) }) {
        grounds.append(ground)
      }
    }
  }

  /// Still in force, or lifted after the current revision was written.
  private func isStanding(_ ground: EscalationGround) -> Bool {
    guard let lifted = ground.lifted, let revision = submission.current else { return true }
    return lifted.at > revision.at
  }

  private var askedGrounds: [EscalationGround] {
    guard let revision = submission.current else { return [] }
    var grounds: [EscalationGround] = []
    for finding in revision.check.findings {
      guard let level = finding.escalation, level != .freeze else { continue }
      grounds.append(ground(to: level, .finding, finding.rule))
    }
    let concerns = revision.form.concerns.map(\.rawValue).sorted()
    grounds += concerns.map { ground(to: .leadership, .form, $0) }
    if revision.form.publicity == .unsure {
      grounds.append(ground(to: .secrecy, .form, "publicity"))
    }
    grounds += secrecyGrounds(revision.form)
    if let column, column.escalates { grounds.append(ground(to: .leadership, .column, column.key)) }
    return grounds
  }

  /// What the policy shows to the secrecy reviewer whatever it says.
  private func secrecyGrounds(_ form: ReleaseForm) -> [EscalationGround] {
    let concerns = form.concerns.intersection(policy.secrecy.concerns).map(\.rawValue).sorted()
    let classes = draftClasses.intersection(policy.secrecy.classes).sorted()
    return concerns.map { ground(to: .secrecy, .form, $0) }
      + classes.map { ground(to: .secrecy, .draftClass, $0) }
  }

  private func ground(
    to level: Escalation,
    _ source: EscalationGround.Source,
    _ detail: String
  ) -> EscalationGround {
    EscalationGround(to: level, source: source, detail: detail, by: nil, at: now)
  }
}

extension EscalationGround {
  func isSame(as other: Self) -> Bool {
    to == other.to && source == other.source && detail.utf8.elementsEqual(other.detail.utf8)
  }
}

extension Stage.Condition {
  init?(_ level: Escalation) {
    switch level {
    case .leadership: self = .leadership
    case .secrecy: self = .secrecy
    case .freeze: return nil
    }
  }
}
