import Console
import HTTPTypes
import Linting
import Reviewing

/// Puts pages into their frame and sends them.
struct PageMaking: Sendable {
  let services: Services

  init(_ services: Services) { self.services = services }

  func answer(_ page: some Page, _ exchange: Exchange, status: Int = 200) -> Answer {
    var answer = Answer.html(frame(exchange).html(page).markup)
      .with(.contentSecurityPolicy, Self.policy)
    answer.status = status
    return answer
  }

  /// What a browser gets where a program gets problem details: the way to sign in, or a page that says what to do.
  ///
  /// Nil where problem details are wanted.
  func answer(to problem: Problem, _ exchange: Exchange) -> Answer? {
    guard exchange.route.isPage, !exchange.wantsProblemDetails else { return nil }
    if [.unauthenticated, .tokenExpired].contains(problem.code), exchange.route.method == .get {
      return Answer(status: 303, type: "", bytes: [])
        .with(.location, "/sign-in?next=\(percentEncoded(exchange.ownAddress))")
    }
    let page = FailurePage(
      heading: problem.code.title,
      detail: problem.detail ?? problem.code.advice,
      faults: problem.fields.map { ($0.name, $0.detail) },
      requestID: exchange.requestID,
      isOfForm: exchange.route.method != .get
    )
    var answer = answer(page, exchange, status: problem.code.status)
    for field in problem.headers { answer.headers[field.name] = field.value }
    return answer
  }

  func frame(_ exchange: Exchange) -> Frame {
    let caller = exchange.caller
    let viewer = caller.flatMap { caller in
      caller.session.map { Viewer(user: caller.user, csrfToken: $0.csrfToken) }
    }
    let isOpen = !services.settings.checksNeedSignIn
    let ids = services.parts.ids
    let now = exchange.now
    return Frame(
      words: Words(exchange.language),
      viewer: viewer,
      assets: services.parts.assets,
      address: exchange.pageAddress,
      now: now,
      notice: (try? exchange.query.text("done")).flatMap { $0 }.flatMap {
        NoticePhrase(rawValue: $0)
      },
      mayCheck: isOpen || viewer?.has(anyOf: Role.checkers) ?? false,
      formKey: { ids.next(Submission.self, at: now).value }
    )
  }

  /// Nothing from elsewhere, and no script or style but our files.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

extension Problem.Field {
  /// The pointer without its first slash.
  fileprivate var name: String {
    String(decoding: pointer.utf8.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
  }
}

extension Exchange {
  /// Whether a script has asked that shows what is wrong on its own.
  fileprivate var wantsProblemDetails: Bool {
    headers[.accept]?.hasPrefix("application/problem+json") ?? false
  }

  /// Of the page that stands on the screen: what answers a form has no address of its own.
  fileprivate var pageAddress: String {
    guard path.utf8.starts(with: "/do/".utf8) else { return ownAddress }
    let page = (try? FormFields(self))?.control("_from") ?? "/"
    return isOwnPath(page) && !page.utf8.starts(with: "/do/".utf8) ? page : "/"
  }

  /// The path with what the query asked for, without what was told once.
  var ownAddress: String {
    let asked = query.pairs.filter { $0.name != "done" }
    guard !asked.isEmpty else { return path }
    return path + "?"
      + asked.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }.joined(
        separator: "&"
      )
  }
}
