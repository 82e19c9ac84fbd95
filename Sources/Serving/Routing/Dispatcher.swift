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

  init(_ services: Services) {
    self.services = services
    bodies = BodyReader(limits: services.limits, deadlines: services.deadlines)
    rates = RateLimiter(limit: services.limits.requestsPerMinute, seconds: 60)
  }

  func response(to request: Request, of route: Route, in context: GateContext) async throws
    -> Response
  {
    let body = try await bodies.body(of: request, from: context.channel)
    var exchange = try exchange(request, route, context, body)
    let standing: RateLimiter.Standing
    (exchange, standing) = try await identified(exchange)
    var answer: Answer
    do {
      answer = try await self.answer(to: exchange)
    } catch {
      answer = problem(error, exchange, context).answer(
        requestID: exchange.requestID,
        in: exchange.language
      )
    }
    tell(standing, in: &answer)
    return answer.response
  }

  private func exchange(
    _ request: Request,
    _ route: Route,
    _ context: GateContext,
    _ body: [UInt8]
  ) throws(Problem) -> Exchange {
    var parameters: [String: String] = [:]
    for name in route.parameterNames {
      let raw = context.parameters.get(name) ?? ""
      parameters[name] = try Query.decoded(Substring(raw).utf8)
    }
    return Exchange(
      route: route,
      path: request.uri.path,
      parameters: parameters,
      query: try Query(request.uri.query),
      headers: request.headers,
      body: body,
      address: context.address(of: request, isBehindProxy: services.settings.isBehindProxy),
      requestID: context.id,
      language: language(preferredBy: request.headers[.acceptLanguage]),
      now: services.now(),
      limits: services.limits
    )
  }

  private func tell(_ standing: RateLimiter.Standing, in answer: inout Answer) {
    let limit = services.limits.requestsPerMinute
    answer.headers[.rateLimitPolicy] = "\"api\";q=\(limit);w=60"
    answer.headers[.rateLimit] = "\"api\";r=\(standing.remaining);t=\(standing.seconds)"
  }

  private func problem(_ error: any Error, _ exchange: Exchange, _ context: GateContext) -> Problem
  {
    switch error {
    case let problem as Problem: return problem
    case let refusal as Refusal: return Problem(refusal)
    default:
      context.logger.error("a request failed", metadata: ["error": "\(error)"])
      return Problem(.internal)
    }
  }
}

extension Dispatcher {
  /// With who asks, counted.
  private func identified(_ exchange: Exchange) async throws -> (Exchange, RateLimiter.Standing) {
    let standing = rates.count("address \(exchange.address)", at: exchange.now)
    guard !standing.isOver else {
      var problem = Problem(.rateLimited).retrying(after: standing.seconds)
      problem.headers[.rateLimitPolicy] = "\"api\";q=\(services.limits.requestsPerMinute);w=60"
      throw problem
    }
    return (exchange, standing)
  }

  private func answer(to exchange: Exchange) async throws -> Answer {
    switch exchange.route.work {
    case .read(let work): return try await work(exchange)
    case .write(let prepare):
      let effect = try await prepare(exchange)
      return try await services.store.write { try effect($0) }
    }
  }
}
