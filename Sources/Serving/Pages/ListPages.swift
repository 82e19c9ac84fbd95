import Console
import Linting
import Reviewing

/// The lists of drafts.
struct ListPages {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] { [.page("/queue", queue), .page("/drafts", drafts)] }

  private func queue(_ exchange: Exchange) async throws -> Answer {
    let actor = try exchange.actor()
    let desk = services.desk
    let page = try await services.store.read { store -> QueuePage in
      let names = try DraftNames(store)
      let waiting = try store.candidates(for: actor)
        .compactMap { summary -> DraftLine? in
          guard let submission = try store.submission(summary.id) else { return nil }
          let answer = try desk.gate(for: submission, in: store)
            .answer(for: submission, to: actor, at: exchange.now)
          let todo = Self.duties.filter {
            submission.awaits($0, of: actor.user.id, answer, at: exchange.now)
          }
          let isMine = todo.contains { $0 != .revise } || submission.creator == actor.user.id
          return todo.isEmpty || !isMine ? nil : names.line(of: submission, todo)
        }
        .sorted { $0.waitedSince < $1.waitedSince }
      var own = SubmissionQuery(limit: 20)
      own.creator = actor.user.id
      let mine = try store.submissions(own).map { names.line(of: $0) }
      return QueuePage(waiting: waiting, mine: mine)
    }
    return pages.answer(page, exchange)
  }

  /// What brings a draft on, and so is somebody's to do.
  private static let duties: [Operation] = [
    .approve, .decideWaiver, .resolveComment, .confirm, .issuePermit, .consumePermit,
    .recordPublication, .return, .releaseFrozen, .revise,
  ]

  private func drafts(_ exchange: Exchange) async throws -> Answer {
    let list = try DraftList(exchange, services.cursors)
    let state: SubmissionState? = try exchange.query.choice("state")
    let text = try exchange.query.text("text", 1...100) ?? ""
    let page = try await services.store.read { store -> DraftListPage in
      let names = try DraftNames(store)
      let (shown, cursor) = try list.page(in: store)
      var next: String?
      if let cursor {
        next = "/drafts?cursor=\(cursor)"
        if let state { next? += "&state=\(state.rawValue)" }
        if !text.isEmpty { next? += "&text=\(percentEncoded(text))" }
      }
      return DraftListPage(
        lines: shown.map { names.line(of: $0) },
        state: state,
        text: text,
        next: next
      )
    }
    return pages.answer(page, exchange)
  }
}

extension StoreReading {
  /// What may wait on a person: all that is under way, and what is out without leadership's word.
  fileprivate func candidates(for actor: Actor) throws -> [SubmissionSummary] {
    var query = SubmissionQuery()
    query.states = [.inReview, .returned, .approved, .publishing, .publishFailed, .frozen]
    var found = try allSubmissions(query)
    if actor.has(anyOf: [.leader]) {
      query.states = [.published]
      query.awaitsConfirmation = true
      found += try allSubmissions(query)
    }
    return found.filter { Visibility(of: $0).includes(actor.user) }
  }
}

extension Submission {
  /// Whether it waits for this person to do it.
  ///
  /// Who has to sign is told so also while something keeps them from it: it is they who have it cleared or send
  /// it back.
  fileprivate func awaits(
    _ duty: Operation,
    of person: ID<User>,
    _ answer: GateAnswer,
    at now: Timestamp
  ) -> Bool {
    let requirements = answer.requirements
    if duty == .approve {
      let key = stage.map { RequirementKey.approval($0) }
      return requirements.contains { $0.key == key && $0.people.contains(person) }
    }
    guard answer.allowed.contains(duty) else { return false }
    let published = Set(publications.map(\.permit))
    let objections = comments.filter { $0.isBlocking && $0.resolvedBy == nil }
    return switch duty {
    case .decideWaiver:
      requirements.contains { requirement in
        requirement.people.contains(person)
          && requirement.remedies.contains { $0.relation == Operation.decideWaiver.rawValue }
      }
    case .issuePermit: [.approved, .publishFailed].contains(state) && !holdsPermit(at: now)
    case .consumePermit: holdsPermit(at: now)
    case .recordPublication:
      permits.contains { $0.state == .consumed && !published.contains($0.id) }
    case .resolveComment: objections.contains { $0.author == person }
    case .return:
      [.approved, .publishFailed].contains(state)
        && requirements.contains { requirement in
          !requirement.isMet
            && requirement.remedies.contains { $0.relation == Operation.return.rawValue }
        }
    case .revise:
      state == .returned || !objections.isEmpty
        || requirements.contains {
          $0.key == RequirementKey.blocking && $0.status == .unsatisfied
        }
    default: true
    }
  }

  private func holdsPermit(at now: Timestamp) -> Bool {
    permits.contains { $0.state == .issued && $0.expiresAt > now }
  }
}

/// What the lists call people, departments and stages.
struct DraftNames {
  let users: [ID<User>: String]
  let departments: [ID<Department>: String]
  let stages: [String: Stage]

  init(_ store: any StoreReading) throws {
    users = try store.names()
    departments = try store.departmentNames()
    let policies = try store.policies().sorted { $0.number < $1.number }
    stages = Dictionary(policies.flatMap { $0.policy.stages.map { ($0.key, $0) } }) { $1 }
  }

  func line(of summary: SubmissionSummary, _ operations: [Operation] = []) -> DraftLine {
    let stage = summary.stage.flatMap { stages[$0] }
    return DraftLine(
      summary: summary,
      department: departments[summary.department] ?? "",
      creator: users[summary.creator] ?? "",
      stage: stage?.title,
      dueHours: stage?.dueHours,
      operations: operations
    )
  }

  func line(of submission: Submission, _ operations: [Operation]) -> DraftLine {
    line(of: SubmissionSummary(of: submission), operations)
  }
}
