import Reviewing

/// Who may do what to which submission, written down apart from the gate: the law the gate is held to.
///
/// Relations: `own` wrote it, `same` is of its department, `other` is of another.
enum Relation: String, CaseIterable {
  case own
  case same
  case other
}

enum AuthorisationTable {
  /// Roles by letter: w writer, h department head, i information officer, p head of publicity, s secrecy
  /// reviewer, m medical reviewer, l leader, u publisher, a auditor, c complaints officer, x administrator.
  static let letters: [Character: Role] = [
    "w": .submitter, "h": .departmentApprover, "i": .informationOfficer, "p": .secondReviewer,
    "s": .secrecyReviewer, "m": .medicalReviewer, "l": .leader, "u": .publisher, "a": .auditor,
    "c": .complaintsOfficer,
    "x": .administrator,
  ]

  /// Of each operation: from which states, and which roles as author, colleague or somebody else.
  ///
  /// States: e editing, r returned, v in review (at the stage of the information officer), a approved,
  /// g publishing, p published, f failed, t retracted, j rejected, d withdrawn, z frozen.
  static let rows: [Operation: (states: String, own: String, same: String, other: String)] = [
    .revise: ("erv", "whip", "whip", ""),
    .submit: ("er", "whip", "", ""),
    .approve: ("v", "", "i", "i"),
    .return: ("vaf", "", "ip", "ip"),
    .reject: ("v", "", "i", "i"),
    .escalate: ("ervaf", "whipsmlu", "whipsmlu", "ipsmlu"),
    .deescalate: ("v", "", "l", "l"),
    .withdraw: ("ervaf", "whip", "h", ""),
    .confirm: ("agpf", "", "l", "l"),
    .requestWaiver: ("ervaf", "whipsml", "whipsml", "ipsml"),
    .decideWaiver: ("ervaf", "", "ipsml", "ipsml"),
    .revokeWaiver: ("ervaf", "ipsml", "ipsml", "ipsml"),
    .comment: ("ervagpf", "whipsmluc", "whipsmluc", "ipsmluc"),
    .resolveComment: ("ervagpf", "whipsmluc", "whipsmluc", "ipsmluc"),
    .issuePermit: ("agpf", "u", "u", "u"),
    .revokePermit: ("agpf", "plu", "plu", "plu"),
    .consumePermit: ("agpf", "u", "u", "u"),
    .recordPublication: ("g", "u", "u", "u"),
    .recordFailure: ("g", "u", "u", "u"),
    .verifyPublication: ("gp", "ipuc", "ipuc", "ipuc"),
    .retract: ("gp", "hipsmluc", "hipsmluc", "ipsmluc"),
    .releaseFrozen: ("z", "", "sl", "sl"),
    .reopen: ("ptjd", "whip", "whip", ""),
  ]

  /// Who may know of it at all: as author everybody, as a colleague or another by role and state.
  static func mayKnow(_ role: Role, _ relation: Relation, _ state: SubmissionState) -> Bool {
    if relation == .own { return true }
    if state == .frozen { return [.secrecyReviewer, .leader].contains(role) }
    switch role {
    case .informationOfficer, .secondReviewer, .secrecyReviewer, .medicalReviewer, .leader,
      .auditor:
      return true
    case .submitter, .departmentApprover: return relation == .same
    case .publisher: return "agpft".contains(letter(state))
    case .complaintsOfficer: return "pt".contains(letter(state))
    case .administrator: return false
    }
  }

  static func allows(
    _ operation: Operation,
    _ role: Role,
    _ relation: Relation,
    _ state: SubmissionState
  ) -> Bool {
    guard mayKnow(role, relation, state), let row = rows[operation] else { return false }
    // From approved on, whoever could sign one of its stages may send it back; in review, whoever signs this one.
    if operation == .return, state == .inReview, role == .secondReviewer { return false }
    let roles =
      switch relation {
      case .own: row.own
      case .same: row.same
      case .other: row.other
      }
    return row.states.contains(letter(state)) && roles.contains { letters[$0] == role }
  }

  static func letter(_ state: SubmissionState) -> Character {
    switch state {
    case .editing: "e"
    case .returned: "r"
    case .inReview: "v"
    case .approved: "a"
    case .publishing: "g"
    case .published: "p"
    case .publishFailed: "f"
    case .retracted: "t"
    case .rejected: "j"
    case .withdrawn: "d"
    case .frozen: "z"
    }
  }
}
