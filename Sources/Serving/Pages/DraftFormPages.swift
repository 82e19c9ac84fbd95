import Console
import Linting
import Reading
import Reviewing

/// Writing a draft and revising it.
struct DraftFormPages {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    [
      .page("/drafts/new", for: .roles(Role.writers, .submit), begin),
      .page("/drafts/{draft}/edit", of: .draft, revise),
    ]
  }

  private func begin(_ exchange: Exchange) async throws -> Answer {
    let actor = try exchange.actor()
    let after = try exchange.query.text("after", 1...64)
    let relation: Submission.Predecessor.Relation? = try exchange.query.choice("relation")
    let column = try exchange.query.text("column", 1...64)
    let desk = services.desk
    let page = try await services.store.read { store -> DraftFormPage in
      guard let after else {
        return try Self.page(.new, Self.empty(in: store, column: column), ReleaseForm(), in: store)
      }
      guard let submission = try store.submission(ID(after)), let current = submission.current,
        try desk.gate(for: submission, in: store).canSee(submission, actor)
      else { throw Problem(.notFound) }
      let usual: Submission.Predecessor.Relation =
        submission.state == .published ? .corrects : .supersedes
      let predecessor = Submission.Predecessor(id: submission.id, relation: relation ?? usual)
      return try Self.page(
        .after(predecessor, title: current.canonical.title),
        current.manuscript,
        current.form,
        in: store
      )
    }
    return pages.answer(page, exchange)
  }

  private func revise(_ exchange: Exchange) async throws -> Answer {
    let actor = try exchange.actor()
    let desk = services.desk
    let page = try await services.store.read { store -> DraftFormPage in
      guard let submission = try store.submission(exchange.id("draft")),
        let current = submission.current
      else { throw Problem(.notFound) }
      let answer = try desk.gate(for: submission, in: store)
        .answer(for: submission, to: actor, at: exchange.now)
      if let reason = answer.refused[.revise] {
        throw Problem(ProblemCode(rawValue: reason) ?? .forbidden)
      }
      let form = answer.requirements.first { $0.key == "form.complete" }
      return try Self.page(
        .revision(of: submission),
        current.manuscript,
        current.form,
        missing: form.flatMap { $0.isMet ? nil : $0.failing } ?? [],
        in: store
      )
    }
    return pages.answer(page, exchange)
  }

  private static func page(
    _ occasion: DraftFormPage.Occasion,
    _ manuscript: Manuscript,
    _ form: ReleaseForm,
    missing: [String] = [],
    in store: any StoreReading
  ) throws -> DraftFormPage {
    DraftFormPage(
      occasion,
      manuscript: manuscript,
      form: form,
      institution: DraftFormPage.Institution(
        columns: try store.columns(),
        departments: try store.departments(),
        users: try store.users(),
        chosen: manuscript.column
      ),
      missing: missing
    )
  }

  /// For a new draft: nothing written, on the channel that most drafts go to.
  private static func empty(in store: any StoreReading, column key: String?) throws -> Manuscript {
    let column = try store.columns().first { $0.key == key }
    return Manuscript(
      format: .markdown,
      text: "",
      column: column?.id ?? ID(""),
      channels: ["wechat"]
    )
  }
}
