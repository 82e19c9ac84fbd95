import Console
import HTTPTypes
import Linting
import Reading
import Reviewing

/// The review desk and the draft that stands in it.
struct DeskPages {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    [
      .page("/drafts/{draft}", of: .draft, desk),
      .page("/drafts/{draft}/preview/{number}", of: .draft, preview),
      .page("/drafts/{draft}/compare", of: .draft, compare),
      .page("/drafts/{draft}/history", of: .draft, history),
    ]
  }

  private func desk(_ exchange: Exchange) async throws -> Answer {
    let focus = try Self.focus(of: exchange)
    let (submission, _) = try await services.submission(exchange)
    var placed: Set<Int> = []
    if let revision = submission.shown {
      placed = try await drawn(revision, as: focus.view, Words(exchange.language)).placed
    }
    let actor = try exchange.actor()
    let desk = services.desk
    let book = services.parts.book
    let matter = try await services.store.read { [placed] store -> DeskMatter in
      let answer = try desk.gate(for: submission, in: store)
        .answer(for: submission, to: actor, at: exchange.now)
      return DeskMatter(
        submission: submission,
        answer: answer,
        policy: try Self.policy(of: submission, in: store),
        users: try store.users(),
        departments: try store.departments(),
        columns: try store.columns(),
        book: book,
        placed: placed
      )
    }
    return pages.answer(DeskPage(matter, focus: focus), exchange)
  }

  /// Of one that is being written, what it will be handed in under.
  private static func policy(
    of submission: Submission,
    in store: any StoreReading
  ) throws -> Policy? {
    guard !submission.state.isEditable, let number = submission.policy else {
      return try store.activePolicy()?.policy
    }
    return try store.policy(number)?.policy
  }

  private static func focus(of exchange: Exchange) throws -> DeskFocus {
    var focus = DeskFocus()
    focus.view = try exchange.query.choice("view") ?? .phone
    focus.severity = try exchange.query.choice("severity")
    focus.rule = try exchange.query.text("rule", 1...200)
    focus.about = try exchange.query.number("about", 1...100_000).map { $0 - 1 }
    return focus
  }

  /// The draft as a page of its own, which its policy shuts off from everything.
  private func preview(_ exchange: Exchange) async throws -> Answer {
    let view: DraftView = try exchange.query.choice("view") ?? .phone
    let (submission, _) = try await services.submission(exchange)
    guard submission.state != .frozen, let number = Int(exchange.parameter("number")),
      let revision = submission.revision(number), revision.check.freezing.isEmpty
    else { throw Problem(.notFound) }
    let preview = try await drawn(revision, as: view, Words(exchange.language))
    return Answer.html(preview.html.markup)
      .with(.contentSecurityPolicy, DraftPreview.policy)
  }

  private func compare(_ exchange: Exchange) async throws -> Answer {
    let (submission, _) = try await services.submission(exchange)
    guard submission.state != .frozen else { throw Problem(.frozen) }
    let last = submission.current?.number ?? 1
    let to = try exchange.query.number("to", 1...100_000) ?? last
    let from = try exchange.query.number("from", 1...100_000) ?? max(1, to - 1)
    guard let old = submission.revision(from), let new = submission.revision(to) else {
      throw Problem(.notFound)
    }
    return pages.answer(ComparePage(of: submission, from: old, to: new), exchange)
  }

  private func history(_ exchange: Exchange) async throws -> Answer {
    let (submission, _) = try await services.submission(exchange)
    let book = services.parts.book
    let page = try await services.store.read { store -> HistoryPage in
      let policies = try store.policies().sorted { $0.number < $1.number }
      let stages = policies.flatMap { $0.policy.stages.map { ($0.key, $0.title) } }
      return HistoryPage(
        of: submission,
        entries: try store.auditEntries(after: 0, limit: 1000, subject: submission.id.value),
        stages: Dictionary(stages) { $1 },
        book: book
      )
    }
    return pages.answer(page, exchange)
  }

  /// Reading a draft may take long.
  private func drawn(
    _ revision: Revision,
    as view: DraftView,
    _ words: Words
  ) async throws -> DraftPreview {
    try await services.pool.run {
      DraftPreview(
        of: draft(reading: revision.manuscript.text, as: revision.manuscript.format),
        findings: revision.check.findings,
        number: revision.number,
        view: view,
        words: words
      )
    }
  }
}
