import HTTPTypes
import Linting
import Reviewing

extension StoreReading {
  /// What people are called, for bodies that name them.
  func names() throws -> [ID<User>: String] {
    Dictionary(try users().map { ($0.id, $0.displayName) }) { first, _ in first }
  }

  /// What departments are called.
  func departmentNames() throws -> [ID<Department>: String] {
    Dictionary(try departments().map { ($0.id, $0.name) }) { first, _ in first }
  }
}

extension Services {
  /// The effect of one action on the submission at a place; answered with `show`, or with the whole.
  func acting(
    _ exchange: Exchange,
    on place: Place,
    status: Int = 200,
    show: Shown = .draft,
    _ action: @escaping @Sendable (Submission) throws -> Action
  ) throws -> Route.Effect {
    try actingTogether(exchange, on: place, status: status, show: show) { [try action($0)] }
  }

  /// The same of several, one after the other: all of them or none.
  func actingTogether(
    _ exchange: Exchange,
    on place: Place,
    status: Int = 200,
    show: Shown = .draft,
    _ actions: @escaping @Sendable (Submission) throws -> [Action]
  ) throws -> Route.Effect {
    let actor = try exchange.actor()
    let version = try exchange.version()
    let desk = desk
    return { store in
      guard let submission = try place.submission(in: store) else { throw Problem(.notFound) }
      var decision: Decision?
      for (index, action) in try actions(submission).enumerated() {
        decision = try desk.perform(
          action,
          on: submission.id,
          ifMatch: index == 0 ? version : nil,
          by: actor,
          at: exchange.now,
          in: store
        )
        if decision?.refusal != nil { break }
      }
      let names = try store.names()
      if let refusal = decision?.refusal {
        return Outcome(answer: nil, problem: Problem(refusal, people: names))
      }
      let after = decision?.submission ?? submission
      let body = show.body(of: after, names)
      return Outcome(Answer(status: status, body).with(.eTag, after.tag))
    }
  }

  /// The same on the draft of the path.
  func acting(
    _ exchange: Exchange,
    status: Int = 200,
    show: Shown = .draft,
    _ action: @escaping @Sendable (Submission) throws -> Action
  ) throws -> Route.Effect {
    try acting(
      exchange,
      on: .draft(exchange.id("draft")),
      status: status,
      show: show,
      action
    )
  }

  /// A draft with what the gate reads in it, judged off the event loops.
  func judged(_ body: DraftBody, at now: Timestamp) async throws -> RevisionDraft {
    let checker = parts.checker
    return try await pool.run {
      RevisionDraft(
        manuscript: body.manuscript,
        form: body.form,
        canonical: CanonicalContent(reading: body.manuscript),
        check: checker.check(body.manuscript, at: now),
        note: body.note
      )
    }
  }

  /// The submission of the path as a reader sees it.
  func submission(_ exchange: Exchange) async throws -> (Submission, [ID<User>: String]) {
    let found = try await store.read { store -> (Submission, [ID<User>: String])? in
      guard let submission = try store.submission(exchange.id("draft")) else { return nil }
      return (submission, try store.names())
    }
    guard let found else { throw Problem(.notFound) }
    return found
  }
}

extension Submission {
  /// The strong tag of `If-Match`.
  var tag: String { "\"v\(version)\"" }
}

/// The submission that something belongs to.
enum Place: Sendable {
  case draft(ID<Submission>)
  case permit(ID<Permit>)
  case publication(ID<Publication>)
  case waiver(ID<Waiver>)

  func submission(in store: any StoreReading) throws -> Submission? {
    switch self {
    case .draft(let id): try store.submission(id)
    case .permit(let id): try store.submission(ofPermit: id)
    case .publication(let id): try store.submission(ofPublication: id)
    case .waiver(let id): try store.submission(ofWaiver: id)
    }
  }
}

/// What of a submission is answered with after an action.
enum Shown: Sendable {
  case draft
  case newPermit
  case permit(ID<Permit>)
  case newPublication
  case publication(ID<Publication>)

  func body(of submission: Submission, _ names: [ID<User>: String]) -> JSON {
    switch self {
    case .draft: SubmissionBody(submission: submission, names: names).json
    case .newPermit: submission.permits.last?.body(names) ?? .null
    case .permit(let id): submission.permits.first { $0.id == id }?.body(names) ?? .null
    case .newPublication: submission.publications.last?.body(names) ?? .null
    case .publication(let id): submission.publications.first { $0.id == id }?.body(names) ?? .null
    }
  }
}
