import Linting

/// As a store keeps them; what a policy of an earlier version of the program does not say is not asked for.
extension Policy: Codable {
  private enum Key: String, CodingKey {
    case name, title, stages, urgentStages, correctionStages, separation, smallUnitLimit, waivers
    case approvalHours, urgentApprovalHours, permitMinutes, correctionLimit
    case classApprovalHours, confirmationHours, secrecy
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      name: try values.decode(String.self, forKey: .name),
      title: try values.decode(Localized.self, forKey: .title),
      stages: try values.decode([Stage].self, forKey: .stages),
      urgentStages: try values.decode([String].self, forKey: .urgentStages),
      correctionStages: try values.decode([String].self, forKey: .correctionStages),
      separation: try values.decode(Separation.self, forKey: .separation),
      smallUnitLimit: try values.decode(Int.self, forKey: .smallUnitLimit),
      waivers: try values.decode(Waivers.self, forKey: .waivers),
      approvalHours: try values.decode(Int.self, forKey: .approvalHours),
      urgentApprovalHours: try values.decode(Int.self, forKey: .urgentApprovalHours),
      permitMinutes: try values.decode(Int.self, forKey: .permitMinutes),
      correctionLimit: try values.decode(Int.self, forKey: .correctionLimit),
      classApprovalHours: try values.decodeIfPresent(
        [String: Int].self,
        forKey: .classApprovalHours
      )
        ?? [:],
      confirmationHours: try values.decodeIfPresent(Int.self, forKey: .confirmationHours),
      secrecy: try values.decodeIfPresent(Secrecy.self, forKey: .secrecy) ?? Secrecy()
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(name, forKey: .name)
    try values.encode(title, forKey: .title)
    try values.encode(stages, forKey: .stages)
    try values.encode(urgentStages, forKey: .urgentStages)
    try values.encode(correctionStages, forKey: .correctionStages)
    try values.encode(separation, forKey: .separation)
    try values.encode(smallUnitLimit, forKey: .smallUnitLimit)
    try values.encode(waivers, forKey: .waivers)
    try values.encode(approvalHours, forKey: .approvalHours)
    try values.encode(urgentApprovalHours, forKey: .urgentApprovalHours)
    try values.encode(permitMinutes, forKey: .permitMinutes)
    try values.encode(correctionLimit, forKey: .correctionLimit)
    try values.encode(classApprovalHours, forKey: .classApprovalHours)
    try values.encodeIfPresent(confirmationHours, forKey: .confirmationHours)
    try values.encode(secrecy, forKey: .secrecy)
  }
}

extension Policy.Waivers: Codable {
  private enum Key: String, CodingKey {
    case warning, error, groups, evidence, defaultDays, maximumDays, second
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      warning: try values.decode(Set<Role>.self, forKey: .warning),
      error: try values.decode(Set<Role>.self, forKey: .error),
      groups: try values.decode([String: Set<Role>].self, forKey: .groups),
      evidence: try values.decode(Set<String>.self, forKey: .evidence),
      defaultDays: try values.decode(Int.self, forKey: .defaultDays),
      maximumDays: try values.decode(Int.self, forKey: .maximumDays),
      second: try values.decodeIfPresent([String: Set<Role>].self, forKey: .second) ?? [:]
    )
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(warning, forKey: .warning)
    try values.encode(error, forKey: .error)
    try values.encode(groups, forKey: .groups)
    try values.encode(evidence, forKey: .evidence)
    try values.encode(defaultDays, forKey: .defaultDays)
    try values.encode(maximumDays, forKey: .maximumDays)
    try values.encode(second, forKey: .second)
  }
}
