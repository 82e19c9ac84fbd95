import Linting

extension Policy {
  /// Over all it says; sets in order, so that equal policies have equal digests.
  package var digest: Digest { Digest(of: json) }

  /// What it does not ask for stands nowhere, so that the digests of policies that came before that was possible stay.
  package var json: JSON {
    var members = ordinaryMembers
    if !classApprovalHours.isEmpty {
      members["class_approval_hours"] = .object(classApprovalHours.mapValues { .int(Int64($0)) })
    }
    if let confirmationHours { members["confirmation_hours"] = .int(Int64(confirmationHours)) }
    if secrecy != Secrecy() {
      members["secrecy"] = [
        "classes": JSON(secrecy.classes.sorted()),
        "concerns": JSON(secrecy.concerns.map(\.rawValue).sorted()),
      ]
    }
    return .object(members)
  }

  private var ordinaryMembers: [String: JSON] {
    [
      "approval_hours": .int(Int64(approvalHours)),
      "correction_limit": .int(Int64(correctionLimit)),
      "correction_stages": JSON(correctionStages), "name": .string(name),
      "permit_minutes": .int(Int64(permitMinutes)), "separation": .string(separation.rawValue),
      "small_unit_limit": .int(Int64(smallUnitLimit)), "stages": .array(stages.map(\.json)),
      "title": title.json, "urgent_approval_hours": .int(Int64(urgentApprovalHours)),
      "urgent_stages": JSON(urgentStages), "waivers": waivers.json,
    ]
  }
}

extension Policy.Waivers {
  fileprivate var json: JSON {
    var members: [String: JSON] = [
      "default_days": .int(Int64(defaultDays)), "error": error.json,
      "evidence": JSON(evidence.sorted()), "groups": .object(groups.mapValues(\.json)),
      "maximum_days": .int(Int64(maximumDays)), "warning": warning.json,
    ]
    if !second.isEmpty { members["second"] = .object(second.mapValues(\.json)) }
    return .object(members)
  }
}

extension Stage {
  fileprivate var json: JSON {
    [
      "approvals": .int(Int64(approvals)), "checklist": .array(checklist.map(\.json)),
      "condition": .string(condition.rawValue), "due_hours": .int(Int64(dueHours)),
      "key": .string(key), "roles": voters.roles.json,
      "same_department": .bool(voters.sameDepartment), "title": title.json,
    ]
  }
}

extension Stage.Item {
  fileprivate var json: JSON { ["key": .string(key), "title": title.json] }
}

extension Localized {
  fileprivate var json: JSON { ["en": .string(en), "zh": .string(zh)] }
}

extension Set<Role> {
  fileprivate var json: JSON { JSON(map(\.rawValue).sorted()) }
}
