import Linting
import Reviewing

extension Policy {
  /// A policy as it is proposed, in the words of its own JSON.
  init(_ exchange: Exchange) throws(Problem) {
    var fields = try exchange.fields()
    if !fields.has("separation") { fields.missing("separation") }
    let waivers = fields.value("waivers").flatMap { value in
      fields.part("waivers", value) { Waivers(reading: &$0) }
    }
    if waivers == nil, fields.faults.isEmpty { fields.missing("waivers") }
    self.init(
      name: fields.text("name", 1...64),
      title: fields.localized("title"),
      stages: Self.stages(&fields),
      urgentStages: fields.texts("urgent_stages", atMost: 20, 1...64),
      correctionStages: fields.texts("correction_stages", atMost: 20, 1...64),
      separation: fields.choice("separation") ?? .strict,
      smallUnitLimit: fields.number("small_unit_limit", 0...100),
      waivers: waivers ?? .none,
      approvalHours: fields.number("approval_hours", 1...8760),
      urgentApprovalHours: fields.number("urgent_approval_hours", 1...8760),
      permitMinutes: fields.number("permit_minutes", 1...525_600),
      correctionLimit: fields.number("correction_limit", 0...10_000),
      classApprovalHours: Self.classHours(&fields),
      confirmationHours: fields.optionalNumber("confirmation_hours", 1...168),
      secrecy: Self.secrecy(&fields)
    )
    try fields.finish()
  }

  private static func classHours(_ fields: inout JSONFields) -> [String: Int] {
    fields.object("class_approval_hours") { part, name in part.number(name, 1...8760) }
  }

  private static func secrecy(_ fields: inout JSONFields) -> Secrecy {
    let secrecy = fields.value("secrecy").flatMap { value in
      fields.part("secrecy", value) { part in
        Secrecy(
          classes: Set(part.texts("classes", atMost: 20, 1...32)),
          concerns: part.choices("concerns")
        )
      }
    }
    return secrecy ?? Secrecy()
  }

  private static func stages(_ fields: inout JSONFields) -> [Stage] {
    fields.items("stages", atMost: 20).enumerated().compactMap { index, item in
      fields.part("stages/\(index)", item) { Stage(reading: &$0) }
    }
  }
}

extension Stage {
  fileprivate init(reading fields: inout JSONFields) {
    if !fields.has("condition") { fields.missing("condition") }
    let checklist = fields.items("checklist", atMost: 50).enumerated().compactMap { index, item in
      fields.part("checklist/\(index)", item) { part in
        Item(key: part.text("key", 1...64), title: part.localized("title"))
      }
    }
    self.init(
      key: fields.text("key", 1...64),
      title: fields.localized("title"),
      condition: fields.choice("condition") ?? .always,
      voters: Voters(
        roles: fields.choices("roles"),
        sameDepartment: fields.flag("same_department")
      ),
      approvals: fields.number("approvals", 1...20),
      checklist: checklist,
      dueHours: fields.number("due_hours", 1...8760)
    )
  }
}

extension Policy.Waivers {
  fileprivate static let none = Policy.Waivers(
    warning: [],
    error: [],
    groups: [:],
    evidence: [],
    defaultDays: 1,
    maximumDays: 1
  )

  fileprivate init(reading fields: inout JSONFields) {
    self.init(
      warning: fields.choices("warning"),
      error: fields.choices("error"),
      groups: fields.object("groups") { part, name in part.choices(name) },
      evidence: Set(fields.texts("evidence", atMost: 100, 1...64)),
      defaultDays: fields.number("default_days", 1...3650),
      maximumDays: fields.number("maximum_days", 1...3650),
      second: fields.object("second") { part, name in part.choices(name) }
    )
  }
}

extension JSONFields {
  /// A member whose own members have names of the client's choosing; none where it is missing.
  fileprivate mutating func object<Value>(
    _ name: String,
    _ read: (inout JSONFields, String) -> Value
  ) -> [String: Value] {
    guard let value = value(name) else { return [:] }
    guard case .object(let members) = value else {
      fault(name, Localized("应当是对象", "must be an object"))
      return [:]
    }
    let read = part(name, value) { part in
      Dictionary(members.keys.sorted().map { ($0, read(&part, $0)) }) { first, _ in first }
    }
    return read ?? [:]
  }

  fileprivate mutating func number(_ name: String, _ range: ClosedRange<Int>) -> Int {
    if !has(name) { missing(name) }
    return optionalNumber(name, range) ?? range.lowerBound
  }

  fileprivate mutating func localized(_ name: String) -> Localized {
    guard let value = value(name) else {
      missing(name)
      return Localized("", "")
    }
    let text = part(name, value) { Localized($0.text("zh", 1...200), $0.text("en", 1...200)) }
    return text ?? Localized("", "")
  }
}

extension PolicyVersion {
  func body(_ names: [ID<User>: String]) -> JSON {
    [
      "number": .int(Int64(number)), "policy": policy.json,
      "digest": .string(policy.digest.description), "proposer": person(proposer, names),
      "proposed_at": proposedAt.body, "activator": activator.map { person($0, names) } ?? .null,
      "activated_at": JSON(activatedAt),
    ]
  }
}

extension PolicyProblem {
  var body: JSON { ["field": .string(field), "message": message.body] }
}
