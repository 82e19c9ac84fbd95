import HTTPTypes
import Hummingbird
import Linting
import Logging
import Reviewing

/// Takes a request through the checks that stand before its effect, always in this order: size and time of the
/// body, who asks, how often, may they, has it been answered before, is it well formed, is it up to date.
struct Dispatcher: Sendable {
  let services: Services
  let bodies: BodyReader
  let rates: RateLimiter
  let identification: Identification
  let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    identification = Identification(
      store: services.store,
      cookie: SessionCookie(isSecure: services.settings.isSecure)
    )
    bodies = BodyReader(limits: services.limits, deadlines: services.deadlines)
    pages = PageMaking(services)
    rates = RateLimiter(limit: services.limits.requestsPerMinute, seconds: 60)
  }

  func response(to request: Request, of route: Route, in context: GateContext) async throws
    -> Response
  {
    // Until it has been read, for whatever may be wrong with it.
    var exchange = exchange(request, route, context, Matter())
    var standing: RateLimiter.Standing?
    var answer: Answer
    do {
      let matter = try await matter(of: request, route, context)
      exchange = self.exchange(request, route, context, matter)
      (exchange, standing) = try await identified(exchange)
      answer = try await self.answer(to: exchange)
    } catch {
      let problem = await problem(error, context)
      if route.isPage, exchange.caller == nil {
        exchange.caller = try? await identification.caller(of: exchange)
      }
      answer = self.answer(telling: problem, to: exchange)
    }
    if let standing { tell(standing, in: &answer) }
    return answer.response
  }

  /// A page, or problem details, for who is not known.
  func response(telling problem: Problem, to request: Request, in context: GateContext)
    -> Response
  {
    answer(telling: problem, to: exchange(request, .lost, context, Matter())).response
  }

  private func answer(telling problem: Problem, to exchange: Exchange) -> Answer {
    let problem = exchange.route.isPage ? problem.forPeople : problem
    return pages.answer(to: problem, exchange)
      ?? problem.answer(requestID: exchange.requestID, in: exchange.language)
  }

  /// What has to be read of a request before it can be answered.
  private struct Matter {
    var body: [UInt8] = []
    var parameters: [String: String] = [:]
    var query = Query()
  }

  private func matter(
    of request: Request,
    _ route: Route,
    _ context: GateContext
  ) async throws -> Matter {
    var matter = Matter()
    let hasFiles = request.headers[.contentType]?.lowercased().hasPrefix("multipart/") ?? false
    let limit = route.isForm ? services.limits.formBytes : services.limits.bodyBytes
    matter.body =
      route.takesFiles && hasFiles
      ? try await bodies.upload(of: request, from: context.channel)
      : try await bodies.body(of: request, upTo: limit, from: context.channel)
    for name in route.parameterNames {
      let raw = context.parameters.get(name) ?? ""
      matter.parameters[name] = try Query.decoded(Substring(raw).utf8)
    }
    matter.query = try Query(request.uri.query, droppingEmpty: route.isPage)
    return matter
  }

  private func exchange(
    _ request: Request,
    _ route: Route,
    _ context: GateContext,
    _ matter: Matter
  ) -> Exchange {
    Exchange(
      route: route,
      path: request.uri.path,
      parameters: matter.parameters,
      query: matter.query,
      headers: request.headers,
      body: matter.body,
      address: context.address(of: request, isBehindProxy: services.settings.isBehindProxy),
      authority: request.head.authority ?? "",
      requestID: context.id,
      language: language(of: request),
      now: services.now(),
      limits: services.limits
    )
  }

  private func tell(_ standing: RateLimiter.Standing, in answer: inout Answer) {
    let limit = services.limits.requestsPerMinute
    answer.headers[.rateLimitPolicy] = "\"api\";q=\(limit);w=60"
    answer.headers[.rateLimit] = "\"api\";r=\(standing.remaining);t=\(standing.seconds)"
  }

  private func problem(_ error: any Error, _ context: GateContext) async -> Problem {
    switch error {
    case let problem as Problem: return problem
    case let refusal as Refusal:
      // The transaction that refused is over; who could clear it is told by name.
      guard refusal.requirements.contains(where: { !$0.people.isEmpty }) else {
        return Problem(refusal)
      }
      let names = try? await services.store.read { try $0.names() }
      return Problem(refusal, people: names ?? [:])
    default:
      context.logger.error("a request failed", metadata: ["error": "\(error)"])
      return Problem(.internal)
    }
  }
}

extension Dispatcher {
  private func answer(to exchange: Exchange) async throws -> Answer {
    if case .form(let target) = exchange.route.work {
      let form = try FormPost(exchange, to: target)
      let done = try await answer(to: form.call)
      if let shown = try await pages.answer(showing: done, of: target, form, exchange) {
        return shown
      }
      return form.answer(after: done, isSeen: try await isSeen(form.call))
    }
    try admit(exchange)
    try await requireSeen(exchange)
    switch exchange.route.work {
    case .read(let work): return try await work(exchange)
    case .write(let prepare): return try await written(exchange, prepare)
    case .form: throw Problem(.notFound)
    }
  }

  /// A request that comes again is answered before anything else is looked at: its version is an old one.
  private func written(
    _ exchange: Exchange,
    _ prepare: @Sendable (Exchange) async throws -> Route.Effect
  ) async throws -> Answer {
    let key = try exchange.idempotencyKey()
    if key != nil,
      let replay = try await services.store.read({ try $0.answer(to: key, of: exchange.route) })
    {
      return replay
    }
    let effect = try await prepare(exchange)
    let now = exchange.now
    let outcome = try await services.store.write { store -> Outcome in
      // Another of the same key may have been first.
      if let replay = try store.answer(to: key, of: exchange.route) {
        return Outcome(answer: replay)
      }
      let outcome = try effect(store)
      if let key, outcome.problem == nil, var answer = outcome.answer {
        if exchange.route.answersSecret { answer.bytes = [] }
        try store.save(answer.stored(for: key.fingerprint), for: key, at: now)
      }
      return outcome
    }
    if let problem = outcome.problem { throw problem }
    return outcome.answer ?? .nothing
  }
}
