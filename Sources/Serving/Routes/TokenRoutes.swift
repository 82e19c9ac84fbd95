import HTTPTypes
import Linting
import Reviewing

/// Keys for programs.
struct TokenRoutes {
  let services: Services

  var routes: [Route] {
    [
      .get(
        "/v1/tokens",
        "listTokens",
        Localized("自己的令牌；管理员和审计员看全部", "One's own tokens; administrators and auditors see all"),
        answer: "TokenList",
        list
      ),
      .change(
        .post,
        "/v1/tokens",
        "createToken",
        Localized("做一个令牌；只在这里显示一次", "Make a token; it is shown here and never again"),
        .session,
        answersSecret: true,
        body: "TokenRequest",
        status: 201,
        answer: "NewToken",
        .write(create)
      ),
      .change(
        .delete,
        "/v1/tokens/{token}",
        "revokeToken",
        Localized("作废一个令牌", "Revoke a token"),
        .signedIn(.administer),
        needs: [],
        body: nil,
        status: 204,
        answer: nil,
        problems: [.notFound],
        .write(revoke)
      ),
    ]
  }

  private func list(_ exchange: Exchange) async throws -> Answer {
    let actor = try exchange.actor()
    let seesAll = actor.has(anyOf: [.administrator, .auditor])
    let tokens = try await services.store.read { try $0.tokens() }
    let shown = tokens.filter { seesAll || $0.user == actor.user.id }
    return Answer(["tokens": .array(shown.map(\.body))])
  }

  private func create(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let name = fields.text("name", 1...100)
    let kind = fields.optionalText("kind", 1...12) ?? "api"
    let scopes: Set<Scope> = fields.choices("scopes")
    if scopes.isEmpty { fields.fault("scopes", Localized("至少一项", "needs at least one")) }
    let days = fields.optionalNumber("days", APIToken.days) ?? 90
    try fields.finish()
    let actor = try exchange.actor()
    let desk = AccountDesk(ids: services.parts.ids)
    return { store in
      let text = TokenText(kind: kind)
      let token = try desk.addToken(
        hashed: text.hash,
        of: actor.user.id,
        named: name,
        scopes: scopes,
        days: days,
        by: actor.doer,
        at: exchange.now,
        in: store
      )
      return Outcome(Answer(status: 201, ["token": token.body, "secret": .string(text.text)]))
    }
  }

  private func revoke(_ exchange: Exchange) async throws -> Route.Effect {
    let actor = try exchange.actor()
    let id: ID<APIToken> = exchange.id("token")
    return { store in
      guard var token = try store.tokens().first(where: { $0.id == id }),
        token.user == actor.user.id || actor.has(.administrator)
      else { throw Problem(.notFound) }
      if token.revokedAt == nil {
        token.revokedAt = exchange.now
        try store.save(token)
        try store.append(actor.event("token.revoke", "token", id.value, at: exchange.now))
      }
      return Outcome(.nothing)
    }
  }
}
