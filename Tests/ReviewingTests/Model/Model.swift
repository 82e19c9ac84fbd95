import Linting
import Reviewing

/// The gate told a second time, small and plain: the policy `township` with people of several roles.
///
/// Shares no code with the gate; a step changes it or says no.
struct Model {
  struct Person {
    let name: String
    let isOfClinic: Bool
    let roles: Set<Role>
    var isAdministrator: Bool { roles.contains(.administrator) }
  }

  struct Ground: Equatable {
    let level: Escalation
    /// Nil for a person's.
    let cause: String?
    var liftedAt: Int?
  }

  struct Leave {
    let kind: Move.Kind
    let asker: String
    var state: Waiver.State
    var giver: String?
    /// Who agreed besides, of what takes two.
    var second: String?
    let end: Int

    var isError: Bool { kind != .warned }
  }

  struct Pass {
    let issuer: String
    var user: String?
    var state: Permit.State
    let end: Int
    var isTold = false
  }

  /// In minutes.
  var now = 0
  var phase = SubmissionState.editing
  var kind: Move.Kind
  var text: Int
  var revision = 1
  /// Of this one, and with those of what came before.
  var authors: Set<String>
  var writers: Set<String>
  var stages: [String] = []
  /// Signatures that count, by stage.
  var signed: [String: String] = [:]
  var sentBack: Set<Int> = []
  var grounds: [Ground] = []
  var leaves: [Leave] = []
  /// Blocking remarks: by whom, and whether they are settled.
  var remarks: [(author: String, isSettled: Bool)] = []
  var passes: [Pass] = []
  var publications: [Publication.State] = []
  var approvedAt: Int?
  /// Who of leadership has confirmed what was urgent.
  var confirmer: String?
  /// Out of the freeze: whose word, and what it is.
  var words: [String: (who: String, isRejected: Bool)] = [:]

  init(_ kind: Move.Kind, _ text: Int, by writer: String, after last: Model? = nil) {
    self.kind = kind
    self.text = text
    authors = [writer]
    writers = (last?.writers ?? []).union([writer])
    grounds = (last?.grounds ?? []).filter { $0.liftedAt == nil }
    now = last?.now ?? 0
    if kind == .secret { freeze() }
  }

  var stage: String? { phase == .inReview ? stages.first { signed[$0] == nil } : nil }

  static let voters: [String: Role] = [
    "first": .informationOfficer, "second": .secondReviewer, "secrecy": .secrecyReviewer,
    "leadership": .leader,
  ]

  mutating func freeze() {
    leave(to: .frozen)
    if !grounds.contains(where: { $0.cause == "secret" && $0.liftedAt == nil }) {
      grounds.append(Ground(level: .secrecy, cause: "secret"))
    }
  }

  /// Out of review: no signature, no permit stays good.
  mutating func leave(to phase: SubmissionState) {
    self.phase = phase
    signed = [:]
    confirmer = nil
    approvedAt = nil
    words = [:]
    cancelPasses()
  }

  mutating func cancelPasses() {
    for index in passes.indices where passes[index].state == .issued {
      passes[index].state = .revoked
    }
  }

  /// Whether the role lets them, by the table.
  func isEntitled(_ person: Person, _ operation: Operation) -> Bool {
    guard let row = AuthorisationTable.rows[operation] else { return false }
    let relation: Relation =
      authors.contains(person.name) ? .own : person.isOfClinic ? .same : .other
    let isKnown = person.roles.contains { AuthorisationTable.mayKnow($0, relation, phase) }
    guard isKnown, row.states.contains(AuthorisationTable.letter(phase)) else { return false }
    switch operation {
    case .approve, .reject: return has(person, stage.map { [$0] } ?? [])
    case .return: return has(person, stage.map { [$0] } ?? stages)
    default: break
    }
    let letters =
      switch relation {
      case .own: row.own
      case .same: row.same
      case .other: row.other
      }
    return letters.contains { letter in
      AuthorisationTable.letters[letter].map(person.roles.contains) ?? false
    } || operation == .revokeWaiver && leaves.contains { $0.asker == person.name }
  }

  private func has(_ person: Person, _ stages: [String]) -> Bool {
    stages.contains { Self.voters[$0].map(person.roles.contains) ?? false }
  }

  func mayJudge(_ person: Person) -> Bool {
    !person.isAdministrator && !writers.contains(person.name)
  }

  // MARK: What stands open

  func isInForce(_ leave: Leave) -> Bool {
    leave.state == .granted && now < leave.end && !writers.contains(leave.giver ?? "")
      && !writers.contains(leave.second ?? "")
  }

  func isAbout(_ leave: Leave) -> Bool { kind == leave.kind }

  var isWaived: Bool { leaves.contains { isAbout($0) && isInForce($0) } }
  var isAsked: Bool { leaves.contains { isAbout($0) && $0.state == .pending && now < $0.end } }
  var hasOpenRemark: Bool { remarks.contains { !$0.isSettled } }
  var isError: Bool { [.wrong, .claim, .advertised].contains(kind) }
  var isOpen: Bool { (kind == .warned || isError) && !isWaived }
  var isFlying: Bool { passes.contains { $0.state == .consumed && !$0.isTold } }

  /// What stops publication besides signatures.
  var isHeldUp: Bool {
    guard let approvedAt else { return true }
    return isOpen || hasOpenRemark || now >= approvedAt + approvalMinutes
  }

  /// What is urgent holds for a day, which is as long as leadership has to confirm it.
  var approvalMinutes: Int { (kind == .urgent ? 24 : 168) * 60 }
}
