import Linting
import ReviewSupport
import Reviewing

/// What somebody tries, in the words of the model.
enum Move: Hashable {
  case save(Kind, isFresh: Bool)
  case submit(withNote: Bool)
  case sign(isStale: Bool)
  case sendBack
  case turnDown
  case raise(Escalation)
  case lift
  case withdraw
  case confirm
  case ask
  case decide(isGranted: Bool)
  case takeBack
  case object
  case resolve
  case give(isClean: Bool)
  case cancel
  case use(isOther: Bool)
  case tell(isOther: Bool)
  case fail
  case look
  case pull(isEmergency: Bool)
  case release(isRejected: Bool)

  /// What a text is like.
  enum Kind: String, CaseIterable {
    case clean
    case warned
    case wrong
    /// A health claim, which two put aside.
    case claim
    /// An error of advertising, which two put aside as well.
    case advertised
    case sensitive
    case urgent
    case unsure
    case unfinished
    case unfilled
    case secret

    var finding: ReviewFinding? {
      switch self {
      case .warned: .made(.warning)
      case .wrong: .made(.error, "typo/likely")
      case .claim: .made(.error, "health-claim/cure")
      case .advertised: .made(.error, "advert/absolute")
      case .sensitive: .made(.suggestion, "sensitive/event", escalation: .leadership)
      default: nil
      }
    }
  }

  var operation: Operation {
    switch self {
    case .save: .revise
    case .submit: .submit
    case .sign: .approve
    case .sendBack: .return
    case .turnDown: .reject
    case .raise: .escalate
    case .lift: .deescalate
    case .withdraw: .withdraw
    case .confirm: .confirm
    case .ask: .requestWaiver
    case .decide: .decideWaiver
    case .takeBack: .revokeWaiver
    case .object: .comment
    case .resolve: .resolveComment
    case .give: .issuePermit
    case .cancel: .revokePermit
    case .use: .consumePermit
    case .tell: .recordPublication
    case .fail: .recordFailure
    case .look: .verifyPublication
    case .pull: .retract
    case .release: .releaseFrozen
    }
  }
}

extension Move {
  /// As the gate is told it; nil where there is nothing it could be about.
  func action(_ course: Course, text: Int) -> Action? {
    let submission = course.submission
    switch self {
    case .save(let kind, _): return .revise(Self.draft(kind, text).revision(at: course.now))
    case .submit(let withNote): return .submit(note: withNote ? "核对过，没有改动" : "")
    case .sign(let isStale): return .approve(isStale ? Self.staleBallot(course) : course.ballot)
    case .sendBack: return .return(course.ballot)
    case .turnDown: return .reject(course.ballot)
    case .raise(let level): return .escalate(to: level, ground: "可能引起关注")
    case .lift: return .deescalate(from: .leadership, reason: "只是常规通知")
    case .withdraw: return .withdraw(reason: "不发了")
    case .confirm: return .confirm(course.ballot)
    case .ask:
      let finding = submission.current?.check.findings.first
      return finding.map { .requestWaiver(Course.waiver($0)) }
    case .decide(let isGranted):
      return submission.waivers.last.map { .decideWaiver($0.id, isGranted: isGranted, note: "已核") }
    case .takeBack: return submission.waivers.last.map { .revokeWaiver($0.id, reason: "依据不足") }
    case .object: return .comment(text: "请核对", fingerprint: nil, isBlocking: true)
    case .resolve: return submission.comments.last.map { .resolveComment($0.id) }
    default: return publishing(course)
    }
  }

  private func publishing(_ course: Course) -> Action? {
    let permit = course.submission.permits.last
    let publication = course.submission.publications.last
    let other = Digest(of: "other".utf8)
    switch self {
    case .give(let isClean):
      return .issuePermit(
        course.permitRequest { if !isClean { $0.findings = [.made(.error, "timeliness/past")] } }
      )
    case .cancel: return permit.map { .revokePermit($0.id, reason: "缓发") }
    case .use(let isOther):
      return permit.map { .consumePermit($0.id, contentDigest: isOther ? other : $0.contentDigest) }
    case .tell(let isOther):
      return permit.map {
        .recordPublication(
          PublicationReport(
            permit: $0.id,
            contentDigest: isOther ? other : $0.contentDigest,
            address: "https://mp.weixin.qq.com/s/x",
            externalID: ""
          )
        )
      }
    case .fail: return permit.map { .recordFailure($0.id, reason: "平台拒绝") }
    case .look: return publication.map { .verifyPublication($0.id, Self.verification) }
    case .pull(let isEmergency):
      return publication.map { .retract($0.id, Course.retraction(emergency: isEmergency)) }
    case .release(let isRejected): return .releaseFrozen(incident: "1", isRejected: isRejected)
    default: return nil
    }
  }

  static func draft(_ kind: Kind, _ text: Int) -> TestDraft {
    TestDraft {
      $0.text = "第\(text)稿 \(kind.rawValue)"
      $0.findings = [kind.finding].compactMap(\.self)
      if kind == .urgent { $0.form.urgency = urgency }
      if kind == .unsure { $0.form.publicity = .unsure }
      if kind == .unfilled { $0.form.factCheckedBy = "" }
      if kind == .unfinished { $0.failure = "timeout" }
      if kind == .secret { $0.freezing = ["secrecy/mark"] }
    }
  }

  /// For longer than any walk.
  private static let urgency = ReleaseForm.Urgency(
    ground: "台风临时停诊",
    dutyLeader: Hospital.id("leader"),
    validUntil: Hospital.start.adding(hours: 50_000_000)
  )

  private static func staleBallot(_ course: Course) -> Ballot {
    let digest = Digest(of: "stale".utf8)
    return Ballot(contentDigest: digest, comment: "", checklist: course.ballot.checklist)
  }

  private static let verification = Verification(
    at: Hospital.start,
    by: Hospital.id("nobody"),
    outcome: .equal,
    contentDigest: nil,
    differences: []
  )
}
