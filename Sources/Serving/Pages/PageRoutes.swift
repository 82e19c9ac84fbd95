import Console
import HTTPTypes
import Linting
import Reporting
import Reviewing

/// The console: pages over the same store and the same gate as the API; what they change they change by its forms.
struct PageRoutes {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    [
      .page("/", for: .open, home),
      assets,
      .page("/language/{language}", for: .open, language),
      .page("/sign-in", for: .open, signIn), .page("/sign-in/{link}", for: .open, signInLink),
    ] + CheckPages(services).routes + ListPages(services).routes + DeskPages(services).routes
      + [FormRoutes(services: services).page] + DraftFormPages(services).routes
      + PublishPages(services).routes + PeoplePages(services).routes
      + RulePages(services).routes + ColumnPages(services).routes + AuditPages(services).routes
      + StatisticsPages(services).routes + PolicyPages(services).routes
  }

  private var assets: Route {
    var route = Route.page("/assets/{name}", for: .open, asset)
    route.isCounted = false
    return route
  }

  private func asset(_ exchange: Exchange) async throws -> Answer {
    guard let file = services.parts.assets.file(exchange.parameter("name")) else {
      throw Problem(.notFound)
    }
    let tag = "\"\(file.digest)\""
    if exchange.headers[.ifNoneMatch] == tag { return .unchanged(tag) }
    // Scripts import each other without a version, so that a browser has to ask for those anew.
    let isVersioned = try exchange.query.text("v") == file.version
    return Answer(type: file.type, bytes: file.bytes).with(.eTag, tag)
      .with(.cacheControl, isVersioned ? "public, max-age=31536000, immutable" : "no-cache")
  }

  private func home(_ exchange: Exchange) async throws -> Answer {
    let isVisitor = exchange.caller == nil && !services.settings.checksNeedSignIn
    return .going(to: isVisitor ? "/check" : "/queue")
  }

  private func language(_ exchange: Exchange) async throws -> Answer {
    guard let language = Language(rawValue: exchange.parameter("language")) else {
      throw Problem(.notFound)
    }
    let next = try exchange.query.text("next", 1...2000) ?? "/"
    return Answer.going(to: isOwnPath(next) ? next : "/")
      .with(.setCookie, LanguageCookie.setting(language))
  }

  private func signIn(_ exchange: Exchange) async throws -> Answer {
    let next = try exchange.query.text("next", 1...2000) ?? "/queue"
    return pages.answer(SignInPage(next: isOwnPath(next) ? next : "/queue"), exchange)
  }

  private func signInLink(_ exchange: Exchange) async throws -> Answer {
    pages.answer(SignInLinkPage(link: exchange.parameter("link")), exchange)
  }
}

extension Answer {
  static func going(to address: String) -> Answer {
    Answer(status: 303, type: "", bytes: []).with(.location, address)
  }
}
