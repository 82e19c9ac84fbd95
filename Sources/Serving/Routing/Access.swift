import HTTPTypes
import Linting
import Reviewing

extension Dispatcher {
  /// With who asks, where the route wants to know, and how much more may be asked.
  func identified(_ exchange: Exchange) async throws -> (Exchange, RateLimiter.Standing) {
    var exchange = exchange
    do {
      if asksWho(exchange.route) { exchange.caller = try await identification.caller(of: exchange) }
      if exchange.route.isPage, exchange.caller == nil {
        // A page that is open to all greets whom it knows.
        exchange.caller = try? await identification.caller(of: exchange)
      }
    } catch {
      // Guessing counts too.
      _ = try counted(exchange)
      throw error
    }
    return (exchange, try counted(exchange))
  }

  private func asksWho(_ route: Route) -> Bool {
    switch route.access {
    case .open: false
    case .checking: services.settings.checksNeedSignIn
    case .signedIn, .roles, .session: true
    }
  }

  private func counted(_ exchange: Exchange) throws(Problem) -> RateLimiter.Standing {
    let client = exchange.caller?.user.id.value ?? "address \(exchange.address)"
    let standing =
      exchange.route.isCounted
      ? rates.count(client, at: exchange.now) : rates.standing(of: client, at: exchange.now)
    guard !standing.isOver else {
      throw Problem(.rateLimited).retrying(after: standing.seconds)
    }
    return standing
  }

  /// Whether the caller may use the route at all; what it may do with one submission the gate says.
  func admit(_ exchange: Exchange) throws {
    switch exchange.route.access {
    case .open: return
    case .checking:
      guard services.settings.checksNeedSignIn else { return }
      try admit(exchange, Role.checkers, .check)
    case .signedIn(let scope): try admit(exchange, nil, scope)
    case .roles(let roles, let scope): try admit(exchange, roles, scope)
    case .session:
      try admit(exchange, nil, nil)
      guard exchange.caller?.session != nil else {
        throw Problem(
          .forbidden,
          Localized("须由本人登录后操作，令牌不行", "only who has signed in may do this, no token")
        )
      }
    }
  }

  private func admit(_ exchange: Exchange, _ roles: Set<Role>?, _ scope: Scope?) throws(Problem) {
    guard let caller = exchange.caller else { throw .unauthenticated }
    if let scope, let scopes = caller.actor.scopes, !scopes.contains(scope) {
      var problem = Problem(.scopeMissing)
      problem.members["scope"] = .string(scope.rawValue)
      throw problem
    }
    if let session = caller.session, exchange.isUnsafe {
      let shown = exchange.headers[.csrfToken] ?? ""
      guard isSame(shown, session.csrfToken) else { throw Problem(.csrfFailed) }
    }
    if let roles, !caller.actor.has(anyOf: roles) { throw Problem(.forbidden) }
  }
}

extension Exchange {
  /// Whether it may change something.
  var isUnsafe: Bool { route.method != .get && route.method != .head }
}
