import HTTPTypes
package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
package import Reviewing
import ServiceLifecycle

/// The HTTP server of the gate.
package struct GateServer: Sendable {
  private let services: Services
  private let table: RouteTable
  /// The console, which calls the API by its forms.
  private let pages: RouteTable

  package init(_ parts: ServerParts, _ settings: ServerSettings) {
    services = Services(parts, settings)
    table = RouteTable(services)
    pages = RouteTable(pagesOver: table, services)
  }

  /// The application with all that runs beside it; run as a service, it stops when the group does.
  ///
  /// `whenListening` is called once requests are taken, with the port: the one that the system chose where the
  /// settings leave it open with 0.
  package func application(
    whenListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    let settings = services.settings
    var application = Application(
      responder: responder(),
      server: try channels(settings),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        backlog: 1024
      ),
      onServerRunning: { await whenListening($0.localAddress?.port ?? settings.port) },
      logger: services.parts.logger
    )
    application.addServices(services.deadlines, services.checks.pool, Sweeper(services))
    if let port = settings.metricsPort {
      application.addServices(MetricsListener(port: port, parts: services.parts).application())
    }
    return application
  }

  /// Forgets what nobody can use any more; `application` does it every hour.
  package func sweep() async throws { try await Sweeper(services).sweep() }

  /// The description of the API as it is served and kept in `docs/openapi.json`.
  package var document: JSON { OpenAPIDocument.json(of: table) }

  /// What it listens on.
  var addresses: String {
    let settings = services.settings
    let host = settings.host.utf8.contains(UInt8(ascii: ":")) ? "[\(settings.host)]" : settings.host
    let metrics = settings.metricsPort.map { "、127.0.0.1:\($0)" } ?? ""
    return "\(host):\(settings.port)\(metrics)"
  }

  /// Every operation, such as `GET /v1/me`.
  package var operations: [String] {
    table.routes.map { "\($0.method.rawValue) \($0.path)" }
  }

  private func channels(_ settings: ServerSettings) throws -> HTTPServerBuilder {
    let plain = HTTPServerBuilder.http1(
      configuration: .init(
        idleTimeout: .seconds(Int64(settings.limits.idleSeconds)),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: settings.limits.headerBytes,
          maxHeaderListSize: settings.limits.headerBytes,
          maxHeaderFieldCount: 100
        )
      )
    )
    guard let certificate = settings.certificate else { return plain }
    return try .tls(plain, tlsConfiguration: certificate.configuration())
  }

  private func responder() -> some HTTPResponder<GateContext> {
    let router = Router(context: GateContext.self, options: .autoGenerateHeadEndpoints)
    let dispatcher = Dispatcher(services)
    router.add(
      middleware: Envelope(
        table: RouteTable(routes: table.routes + pages.routes),
        load: Load(limit: services.limits.requestsInFlight),
        metrics: RequestMetrics(services.parts.metrics),
        isSecure: services.settings.isSecure,
        lost: { try await dispatcher.response(to: $0, of: .lost, in: $1) },
        page: { dispatcher.response(telling: $0, to: $1, in: $2) }
      )
    )
    for route in table.routes + pages.routes {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        try await dispatcher.response(to: request, of: route, in: context)
      }
    }
    return router.buildResponder()
  }
}

extension RouteTable {
  init(_ services: Services) {
    routes = [
      SystemRoutes(services).routes,
      RuleRoutes(services: services).routes,
      CheckRoutes(services: services).routes,
      SessionRoutes(services: services).routes,
      TokenRoutes(services: services).routes,
      UserRoutes(services: services).routes,
      OrganisationRoutes(services: services).routes,
      DraftRoutes(services: services).routes,
      ReviewRoutes(services: services).routes,
      PermitRoutes(services: services).routes,
      PublicationRoutes(services: services).routes,
      PolicyRoutes(services: services).routes,
      AuditRoutes(services: services).routes,
      FormRoutes(services: services).routes,
    ].flatMap(\.self)
  }

  init(pagesOver table: RouteTable, _ services: Services) {
    let forms = table.routes.filter { $0.method != .get }.map(\.form)
    routes = PageRoutes(services).routes + forms
  }
}
