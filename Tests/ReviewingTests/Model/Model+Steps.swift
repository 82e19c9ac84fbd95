import Linting
import Reviewing

extension Model {
  /// Whether it is done.
  mutating func takes(_ move: Move, by person: Person, text next: Int) -> Bool {
    guard isEntitled(person, move.operation) else { return false }
    switch move {
    case .save(let kind, _): return save(kind, next, person)
    case .submit(let withNote): return submit(withNote)
    case .sign(let isStale): return !isStale && sign(person)
    case .sendBack: return sendBack(person)
    case .turnDown: return turnDown(person)
    case .raise(let level): return raise(level)
    case .lift: return lift(person)
    case .withdraw:
      leave(to: .withdrawn)
      return true
    case .confirm: return confirm(person)
    case .ask: return ask(person)
    case .decide(let isGranted): return decide(isGranted, person)
    case .takeBack: return takeBack(person)
    case .object: return object(person)
    case .resolve: return resolve(person)
    case .release(let isRejected): return release(isRejected, person)
    default: return publishes(move, person)
    }
  }

  private mutating func save(_ kind: Move.Kind, _ text: Int, _ person: Person) -> Bool {
    // Of a secret nothing is kept that could be the same.
    if kind == self.kind, text == self.text, kind != .secret { return true }
    (self.kind, self.text) = (kind, text)
    revision += 1
    authors.insert(person.name)
    writers.insert(person.name)
    leave(to: phase == .editing ? .editing : .returned)
    if kind == .secret { freeze() }
    return true
  }

  private mutating func submit(_ withNote: Bool) -> Bool {
    guard ![.unfinished, .unfilled, .secret].contains(kind),
      !isError || isWaived || isAsked, withNote || !sentBack.contains(revision)
    else { return false }
    if kind == .sensitive { add(.leadership, "sensitive") }
    if kind == .unsure { add(.secrecy, "unsure") }
    stages = ["first", "second"]
    for (level, stage) in [(Escalation.secrecy, "secrecy"), (.leadership, "leadership")]
    where grounds.contains(where: { $0.level == level && $0.liftedAt == nil }) {
      stages.append(stage)
    }
    phase = .inReview
    return true
  }

  private mutating func add(_ level: Escalation, _ cause: String) {
    let isKnown = grounds.contains {
      $0.cause == cause && ($0.liftedAt == nil || $0.liftedAt == revision)
    }
    if !isKnown { grounds.append(Ground(level: level, cause: cause)) }
  }

  private mutating func sign(_ person: Person) -> Bool {
    guard mayJudge(person), let stage, !signed.values.contains(person.name) else { return false }
    let isLast = stages.allSatisfy { $0 == stage || signed[$0] != nil }
    if hasOpenRemark { return false }
    if kind == .warned, !isWaived, isLast || stage != "secrecy" { return false }
    if isError, !isWaived, isLast { return false }
    signed[stage] = person.name
    moveOn()
    return true
  }

  private mutating func moveOn() {
    guard stages.allSatisfy({ signed[$0] != nil }) else { return }
    phase = .approved
    approvedAt = now
  }

  private mutating func sendBack(_ person: Person) -> Bool {
    guard mayJudge(person) else { return false }
    sentBack.insert(revision)
    leave(to: .returned)
    return true
  }

  private mutating func turnDown(_ person: Person) -> Bool {
    guard mayJudge(person), !signed.values.contains(person.name) else { return false }
    leave(to: .rejected)
    return true
  }

  private mutating func raise(_ level: Escalation) -> Bool {
    grounds.append(Ground(level: level, cause: nil))
    guard ![.editing, .returned].contains(phase) else { return true }
    let stage = level == .leadership ? "leadership" : "secrecy"
    var kept = signed
    kept[stage] = nil
    let word = confirmer
    leave(to: .inReview)
    (signed, confirmer) = (kept, word)
    stages = ["first", "second", "secrecy", "leadership"].filter {
      $0 == stage || stages.contains($0)
    }
    return true
  }

  private mutating func lift(_ person: Person) -> Bool {
    guard mayJudge(person), !signed.values.contains(person.name),
      grounds.contains(where: { $0.level == .leadership && $0.liftedAt == nil })
    else { return false }
    let left = stages.filter { $0 != "leadership" }
    if left.allSatisfy({ signed[$0] != nil }), isOpen || hasOpenRemark { return false }
    for index in grounds.indices
    where grounds[index].level == .leadership && grounds[index].liftedAt == nil {
      grounds[index].liftedAt = revision
    }
    stages = left
    moveOn()
    return true
  }

  private mutating func confirm(_ person: Person) -> Bool {
    let isOfPass = passes.contains {
      $0.state != .revoked && ($0.issuer == person.name || $0.user == person.name)
    }
    guard kind == .urgent, approvedAt != nil, confirmer == nil, signed["leadership"] == nil,
      mayJudge(person), !signed.values.contains(person.name), !isOfPass
    else { return false }
    confirmer = person.name
    return true
  }

  private mutating func ask(_ person: Person) -> Bool {
    guard isOpen, !isAsked else { return false }
    let isJudge =
      mayJudge(person) && !isError
      && !person.roles.isDisjoint(with: [.informationOfficer, .secondReviewer, .leader])
    leaves.append(
      Leave(
        kind: kind,
        asker: person.name,
        state: isJudge ? .granted : .pending,
        giver: isJudge ? person.name : nil,
        end: now + 90 * 24 * 60
      )
    )
    return true
  }

  private func isGiver(_ person: Person, _ leave: Leave) -> Bool {
    var roles: Set<Role> = [.secondReviewer, .leader]
    if let seconds = Self.seconds[leave.kind] {
      roles = isAbout(leave) ? seconds.union([.secondReviewer]) : [.secondReviewer]
    }
    if leave.kind == .warned, isAbout(leave) { roles.insert(.informationOfficer) }
    return !person.roles.isDisjoint(with: roles)
  }

  private mutating func decide(_ isGranted: Bool, _ person: Person) -> Bool {
    guard mayJudge(person), let asked = leaves.last, asked.state == .pending,
      isGiver(person, asked), ![asked.giver, asked.second].contains(person.name)
    else { return false }
    if isGranted {
      guard isAbout(asked), now < asked.end, !asked.isError || asked.asker != person.name
      else { return false }
    }
    let seconds = Self.seconds[asked.kind]
    let isGiving = asked.giver == nil && (!isGranted || seconds == nil || isChief(person))
    let isSecond =
      asked.second == nil
      && (!isGranted || !person.roles.isDisjoint(with: seconds ?? []))
    guard isGiving || isSecond else { return false }
    let last = leaves.count - 1
    if isGiving { leaves[last].giver = person.name } else { leaves[last].second = person.name }
    let isWhole = seconds == nil || leaves[last].giver != nil && leaves[last].second != nil
    leaves[last].state = !isGranted ? .denied : isWhole ? .granted : .pending
    return true
  }

  private func isChief(_ person: Person) -> Bool { person.roles.contains(.secondReviewer) }
  /// What two put aside: who agrees besides the head.
  private static let seconds: [Move.Kind: Set<Role>] = [
    .claim: [.medicalReviewer], .advertised: [.informationOfficer, .leader],
  ]

  private mutating func takeBack(_ person: Person) -> Bool {
    guard let asked = leaves.last, [.pending, .granted].contains(asked.state),
      [asked.asker, asked.giver, asked.second].contains(person.name) || isGiver(person, asked)
    else { return false }
    leaves[leaves.count - 1].state = .revoked
    cancelPasses()
    return true
  }

  private static let judges: Set<Role> = [
    .departmentApprover, .informationOfficer, .secondReviewer, .secrecyReviewer, .medicalReviewer,
    .leader,
  ]

  private mutating func object(_ person: Person) -> Bool {
    guard mayJudge(person), !person.roles.isDisjoint(with: Self.judges) else { return false }
    remarks.append((person.name, false))
    return true
  }

  private mutating func resolve(_ person: Person) -> Bool {
    guard let last = remarks.last, !last.isSettled,
      last.author == person.name
        || mayJudge(person) && !person.roles.isDisjoint(with: Self.judges)
    else { return false }
    remarks[remarks.count - 1].isSettled = true
    return true
  }

  private mutating func release(_ isRejected: Bool, _ person: Person) -> Bool {
    guard mayJudge(person) else { return false }
    let parts = ["secrecy", "leadership"].filter {
      Self.voters[$0].map(person.roles.contains) ?? false
    }
    let own = words.first { $0.value.who == person.name }?.key
    let part = own ?? parts.first { words[$0] == nil } ?? parts[0]
    words[part] = (person.name, isRejected)
    if words.count == 2, Set(words.values.map(\.isRejected)).count == 1 {
      leave(to: isRejected ? .rejected : .editing)
    }
    return true
  }

  private mutating func publishes(_ move: Move, _ person: Person) -> Bool {
    switch move {
    case .give(let isClean): return give(isClean, person)
    case .cancel:
      guard passes.last?.state == .issued else { return false }
      passes[passes.count - 1].state = .revoked
      return true
    case .use(let isOther): return use(isOther, person)
    case .tell(let isOther): return !isOther && tell(.live)
    case .fail: return tell(.failed)
    case .look: return publications.last == .live
    case .pull(let isEmergency): return pull(isEmergency, person)
    default: return false
    }
  }

  private mutating func give(_ isClean: Bool, _ person: Person) -> Bool {
    guard isClean || isOpen, !isFlying, !publications.contains(where: { $0 != .failed }),
      isUninvolved(person), !isHeldUp, let approvedAt
    else { return false }
    cancelPasses()
    let end = min(now + 120, approvedAt + approvalMinutes)
    passes.append(Pass(issuer: person.name, state: .issued, end: end))
    return true
  }

  private mutating func use(_ isOther: Bool, _ person: Person) -> Bool {
    guard !isOther, let pass = passes.last, pass.state == .issued, now < pass.end,
      isUninvolved(person), !isHeldUp
    else { return false }
    passes[passes.count - 1].state = .consumed
    passes[passes.count - 1].user = person.name
    phase = .publishing
    return true
  }

  private func isUninvolved(_ person: Person) -> Bool {
    !signed.values.contains(person.name) && confirmer != person.name
  }

  private mutating func tell(_ state: Publication.State) -> Bool {
    guard isFlying, passes.last?.state == .consumed else { return false }
    passes[passes.count - 1].isTold = true
    publications.append(state)
    phase = state == .live ? .published : .publishFailed
    return true
  }

  private mutating func pull(_ isEmergency: Bool, _ person: Person) -> Bool {
    guard publications.last == .live,
      isEmergency || !person.roles.isDisjoint(with: [.secondReviewer, .leader])
    else { return false }
    publications[publications.count - 1] = .retracted
    phase = .retracted
    return true
  }
}
