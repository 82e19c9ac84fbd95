import Console
import Linting
import Reviewing

/// Publishing exactly what was approved, and the ledger of what was let pass.
struct PublishPages {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    [
      .page("/publishing", publishing),
      .page("/drafts/{draft}/publish", of: .draft, publish),
      .page("/waivers", waivers),
    ]
  }

  private func publishing(_ exchange: Exchange) async throws -> Answer {
    let (user, now) = (try exchange.actor().user, exchange.now)
    let page = try await services.store.read { store -> PublishingPage in
      let departments = Dictionary(try store.departments().map { ($0.id, $0.name) }) { $1 }
      var waiting = SubmissionQuery(limit: 200)
      waiting.states = [.approved, .publishing, .publishFailed]
      var out = SubmissionQuery(limit: 60)
      out.states = [.published]
      let found = try (store.submissions(waiting) + store.submissions(out))
        .filter { Visibility(of: $0).includes(user) }
      let lines = try found.compactMap { try store.submission($0.id) }.flatMap { submission in
        submission.courses(at: now).map {
          PublishingPage.Line(
            submission,
            $0,
            department: departments[submission.department] ?? ""
          )
        }
      }
      return PublishingPage(lines)
    }
    return pages.answer(page, exchange)
  }

  private func publish(_ exchange: Exchange) async throws -> Answer {
    let id: ID<Submission> = exchange.id("draft")
    let page = try await page(exchange) { try $0.submission(id) }
    return pages.answer(page, exchange)
  }

  /// The desk of one draft, with what a comparison came to that is not kept.
  func page(
    _ exchange: Exchange,
    showing rehearsal: PublishPage.Rehearsal? = nil,
    of find: @escaping @Sendable (any StoreReading) throws -> Submission?
  ) async throws -> PublishPage {
    let actor = try exchange.actor()
    let desk = services.desk
    return try await services.store.read { store -> PublishPage in
      guard let submission = try find(store) else { throw Problem(.notFound) }
      guard let revision = submission.shown else { throw Problem(.frozen) }
      return PublishPage(
        of: submission,
        approved: revision,
        answer: try desk.gate(for: submission, in: store)
          .answer(for: submission, to: actor, at: exchange.now),
        names: try store.names(),
        rehearsal: rehearsal
      )
    }
  }

  private func waivers(_ exchange: Exchange) async throws -> Answer {
    let user = try exchange.actor().user
    let page = try await services.store.read { store -> WaiversPage in
      var query = SubmissionQuery(limit: 200)
      query.hasWaivers = true
      let lines = try store.submissions(query).filter { Visibility(of: $0).includes(user) }
        .compactMap { try store.submission($0.id) }
        .filter { $0.state != .frozen }
        .flatMap { submission in submission.waivers.map { WaiversPage.Line(submission, $0) } }
      return WaiversPage(lines, names: try store.names())
    }
    return pages.answer(page, exchange)
  }
}
