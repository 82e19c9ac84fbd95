import HTTPTypes
import Hummingbird
import Linting
import Logging
import NIOCore
import Reporting

/// What every request goes through first and every answer last: problems as details, headers, log and numbers.
struct Envelope: RouterMiddleware {
  typealias Context = GateContext

  let table: RouteTable
  let load: Load
  let metrics: RequestMetrics
  let isSecure: Bool
  /// What a browser gets where there is no page.
  let lost: @Sendable (Request, GateContext) async throws -> Response
  /// What it gets where something else is wrong.
  let page: @Sendable (Problem, Request, GateContext) -> Response

  @concurrent
  func handle(
    _ request: Request,
    context: GateContext,
    next: @concurrent (Request, GateContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    guard load.enter() else {
      return finished(refusing(Problem(.overloaded).retrying(after: 1), request, context), context)
    }
    defer { load.leave() }
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = await answer(to: error, request, context)
    }
    response = finished(response, context)
    note(request, response, context, ContinuousClock.now - start)
    return response
  }

  private func answer(
    to error: any Error,
    _ request: Request,
    _ context: GateContext
  ) async -> Response {
    let problem = problem(error, request, context)
    if problem.code == .notFound, request.isForPage,
      let page = try? await lost(request, context)
    {
      return page
    }
    return refusing(problem, request, context)
  }

  private func problem(
    _ error: any Error,
    _ request: Request,
    _ context: GateContext
  ) -> Problem {
    if let problem = error as? Problem { return problem }
    if let error = error as? HTTPError, error.status == .notFound { return unknown(request) }
    context.logger.error("a request failed", metadata: ["error": "\(error)"])
    return Problem(.internal)
  }

  /// No such path, or not with this method.
  private func unknown(_ request: Request) -> Problem {
    let methods = Set(table.methods(of: request.uri.path).map(\.rawValue)).sorted()
    guard !methods.isEmpty else { return Problem(.notFound) }
    var problem = Problem(.methodNotAllowed)
    problem.headers[.allow] = methods.joined(separator: ", ")
    return problem
  }

  private func refusing(
    _ problem: Problem,
    _ request: Request,
    _ context: GateContext
  ) -> Response {
    guard !request.isForPage else { return page(problem, request, context) }
    return problem.answer(requestID: context.id, in: language(of: request)).response
  }

  private func finished(_ response: Response, _ context: GateContext) -> Response {
    var response = response
    response.headers[.requestID] = context.id
    response.headers[.xContentTypeOptions] = "nosniff"
    // With `no-referrer` browsers would not say the origin of a form, by which its post is known as ours.
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.crossOriginResourcePolicy] = "same-origin"
    if response.headers[.contentSecurityPolicy] == nil {
      response.headers[.contentSecurityPolicy] = closedPolicy
    }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    if response.headers[.connection] == "close" { closeSoon(context.channel) }
    return response
  }

  /// Hummingbird would read the rest of the body first, for as long as it takes.
  private func closeSoon(_ channel: any Channel) {
    channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
  }

  private func note(
    _ request: Request,
    _ response: Response,
    _ context: GateContext,
    _ duration: Duration
  ) {
    let route = context.endpointPath ?? "NotFound"
    metrics.note(request.method.rawValue, route, response.status.code, duration)
    guard route != "/healthz", route != "/readyz" else { return }
    context.logger.info(
      "request",
      metadata: [
        "method": "\(request.method.rawValue)", "route": "\(route)",
        "status": "\(response.status.code)", "ms": "\(duration.milliseconds)",
      ]
    )
  }
}

extension Request {
  /// Whether a person with a browser looks for a page, and no program for an operation of the API.
  fileprivate var isForPage: Bool {
    method == .get && !uri.path.utf8.starts(with: "/v1/".utf8)
      && mediaType(
        among: ["application/problem+json", "text/html"],
        preferredBy: headers[.accept]
      ) == "text/html"
  }
}

private let closedPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }

  var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
