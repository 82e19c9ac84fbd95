import Linting
import Reviewing

/// A step of the review, as it is asked for.
enum TransitionBody {
  enum Name: String, CaseIterable {
    case submit
    case approve
    case `return`
    case reject
    case escalate
    case deescalate
    case withdraw
    case confirm
    case releaseFrozen = "release_frozen"
  }

  static func action(_ exchange: Exchange) throws(Problem) -> Action {
    var fields = try exchange.fields()
    guard let name: Name = fields.choice("action") else {
      if fields.faults.isEmpty { fields.missing("action") }
      try fields.finish()
      throw Problem(.validationFailed)
    }
    let action = action(name, &fields)
    try fields.finish()
    return action
  }

  private static func action(_ name: Name, _ fields: inout JSONFields) -> Action {
    switch name {
    case .submit: .submit(note: fields.optionalText("note", 0...2000) ?? "")
    case .approve: .approve(ballot(&fields))
    case .return: .return(ballot(&fields))
    case .reject: .reject(ballot(&fields))
    case .confirm: .confirm(ballot(&fields))
    case .escalate: .escalate(to: target(&fields), ground: fields.text("reason", 1...2000))
    case .deescalate: .deescalate(from: target(&fields), reason: fields.text("reason", 1...2000))
    case .withdraw: .withdraw(reason: fields.text("reason", 1...2000))
    case .releaseFrozen:
      .releaseFrozen(
        incident: fields.text("incident", 1...200),
        isRejected: fields.flag("rejected")
      )
    }
  }

  private static func ballot(_ fields: inout JSONFields) -> Ballot {
    if !fields.has("content_digest") { fields.missing("content_digest") }
    return Ballot(
      contentDigest: fields.digest("content_digest") ?? Digest(of: []),
      comment: fields.optionalText("comment", 0...2000) ?? "",
      checklist: fields.texts("checklist", atMost: 50, 1...64)
    )
  }

  private static func target(_ fields: inout JSONFields) -> Escalation {
    if !fields.has("to") { fields.missing("to") }
    return fields.choice("to", of: EscalationTarget.self)?.escalation ?? .leadership
  }
}

enum EscalationTarget: String, CaseIterable {
  case leadership
  case secrecy

  var escalation: Escalation { self == .leadership ? .leadership : .secrecy }
}
