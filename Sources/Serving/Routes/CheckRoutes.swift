import HTTPTypes
import Linting
import Reviewing

/// One-shot checks.
struct CheckRoutes {
  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .post,
        path: "/v1/checks",
        access: .checking,
        documentation: .init(
          id: "checkDraft",
          summary: Localized("检查一篇稿件，不保存", "Judge a draft and keep nothing of it"),
          parameters: [
            .init(name: "profile", schema: .oneOf(Profile.self)),
            .init(name: "column", schema: .text(1...64)),
            .init(name: "name", schema: .text(1...200)),
          ],
          body: "CheckRequest",
          rawTypes: CheckBody.rawTypes,
          answer: "CheckReport",
          problems: [.notAcceptable, .unsupportedMediaType, .validationFailed, .checkTimeout]
        ),
        work: .read(check)
      ),
      Route(
        method: .post,
        path: "/v1/renderings",
        access: .checking,
        documentation: .init(
          id: "renderDraft",
          summary: Localized(
            "把稿件写成网页内容，供粘贴到图文编辑器，不保存；其中的 HTML 原样保留，使用前须净化",
            "Write a draft as HTML for a rich editor and keep nothing of it; its own HTML is kept, to be made harmless"
          ),
          body: "CheckRequest",
          rawTypes: CheckBody.rawTypes,
          answer: "Rendering",
          problems: [.unsupportedMediaType, .validationFailed, .checkTimeout]
        ),
        work: .read(render)
      ),
    ]
  }

  private func render(_ exchange: Exchange) async throws -> Answer {
    let draft = try CheckBody(exchange)
    let html = try await services.pool.run { rendered(draft.text, as: draft.format) }
    guard let html else {
      throw Problem(.validationFailed, Localized("读不了这份稿件", "the draft cannot be read"))
    }
    return Answer(["html": .string(html)])
  }

  private func check(_ exchange: Exchange) async throws -> Answer {
    let accept = exchange.headers[.accept]
    let types = ["application/json", "application/sarif+json"]
    guard let type = mediaType(among: types, preferredBy: accept) else {
      throw Problem(.notAcceptable)
    }
    let check = try CheckBody(exchange)
    let bytes = try await services.checks.body(
      of: check,
      escalating: column(check),
      isSARIF: type == types[1],
      exchange
    )
    return Answer(type: type, bytes: bytes)
      .with(.contentLanguage, exchange.language.tag)
  }

  private func column(_ check: CheckBody) async throws -> Column? {
    guard let key = check.column else { return nil }
    guard
      let column = try await services.store.read({ try $0.columns() }).first(where: {
        $0.key == key
      })
    else { throw Problem.field("/column", Localized("没有这个栏目", "there is no such column")) }
    return column
  }
}
