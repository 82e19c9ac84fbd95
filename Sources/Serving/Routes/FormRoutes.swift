import Console
import HTTPTypes
import Linting
import Reporting
import Reviewing

/// The release form, to be printed, signed and filed.
struct FormRoutes {
  let services: Services

  var routes: [Route] {
    [
      .get(
        "/v1/drafts/{draft}/form",
        "getForm",
        Localized("网络信息发布表，供打印、签字、存档", "The release form, to be printed, signed and filed"),
        of: .draft,
        parameters: [.init(name: "lang", schema: .oneOf(Language.self))],
        answer: nil,
        type: "text/html",
        form
      )
    ]
  }

  /// The same for browsers, which are led to where one signs in.
  var page: Route { .page("/drafts/{draft}/form", of: .draft, form) }

  private func form(_ exchange: Exchange) async throws -> Answer {
    let language: Language = try exchange.query.choice("lang") ?? exchange.language
    let book = services.parts.book
    let page = try await services.store.read { store -> ReleaseFormPage? in
      guard let submission = try store.submission(exchange.id("draft")) else { return nil }
      return ReleaseFormPage(
        of: submission,
        users: try store.users(),
        departments: try store.departments(),
        columns: try store.columns(),
        policy: try submission.policy.flatMap { try store.policy($0)?.policy },
        book: book,
        checkpoint: try store.checkpoints().last.map { "\($0.sequence) \(AuditCode($0))" },
        printedAt: exchange.now,
        language: language
      )
    }
    guard let page else { throw Problem(.notFound) }
    // The page has its style in itself, and nothing else.
    return Answer.html(page.html.markup)
      .with(
        .contentSecurityPolicy,
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
      )
  }
}
