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
      let departments = try store.departmentNames()
      let found = try store.waiting(for: user) + store.publishedLately(for: user)
      var seen: Set<ID<Submission>> = []
      let lines = try store.releases(of: found.filter { seen.insert($0.id).inserted })
        .flatMap { release in
          let department = departments[release.summary.department] ?? ""
          return release.courses(at: now).map {
            PublishingPage.Line(release, $0, department: department)
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
    let (cursors, list) = (services.cursors, "waivers \(user.id)")
    let book = services.parts.book
    let before = try exchange.query.text("cursor").map {
      ID<Waiver>(try cursors.place(of: $0, in: list))
    }
    let page = try await services.store.read { store -> WaiversPage in
      let (over, next) = try store.waiversOver(before: before, for: user, at: exchange.now)
      let open = WaiverQuery(isOver: false, at: exchange.now)
      return WaiversPage(
        open: before == nil ? try store.waivers(open).filter { $0.isShown(to: user) } : nil,
        over: over,
        next: next.map { "/waivers?cursor=\(cursors.cursor(after: $0.value, of: list))" },
        names: try store.names(),
        book: book
      )
    }
    return pages.answer(page, exchange)
  }
}

extension StoreReading {
  /// What is on its way out, or out with something still to do.
  fileprivate func waiting(for user: User) throws -> [SubmissionSummary] {
    var query = SubmissionQuery()
    query.states = [.approved, .publishing, .publishFailed]
    var out = SubmissionQuery()
    out.states = [.published]
    out.awaitsPublishing = true
    return try (allSubmissions(query) + allSubmissions(out))
      .filter { Visibility(of: $0).includes(user) }
  }

  /// The newest that the person may see.
  fileprivate func publishedLately(for user: User) throws -> [SubmissionSummary] {
    var query = SubmissionQuery(limit: 200)
    query.states = [.published]
    var shown: [SubmissionSummary] = []
    while shown.count < 60 {
      let found = try submissions(query)
      shown += found.filter { Visibility(of: $0).includes(user) }
      guard found.count == query.limit, let last = found.last else { break }
      query.before = last.id
    }
    return Array(shown.prefix(60))
  }

  /// A page of those that the person may see, and the last one of it where there are more.
  fileprivate func waiversOver(
    before: ID<Waiver>?,
    for user: User,
    at now: Timestamp
  ) throws -> ([WaiverLine], next: ID<Waiver>?) {
    let size = 50
    var query = WaiverQuery(isOver: true, at: now, limit: 200)
    query.before = before
    var shown: [WaiverLine] = []
    while shown.count <= size {
      let found = try waivers(query)
      shown += found.filter { $0.isShown(to: user) }
      guard found.count == query.limit, let last = found.last else { break }
      query.before = last.waiver.id
    }
    let page = Array(shown.prefix(size))
    return (page, shown.count > size ? page.last?.waiver.id : nil)
  }
}

extension WaiverLine {
  /// Of what is frozen nothing is shown.
  fileprivate func isShown(to user: User) -> Bool {
    draft.state != .frozen && Visibility(of: draft).includes(user)
  }
}
