import HTTPTypes
import Linting
import Reviewing

extension Route {
  enum Need: Sendable {
    case key
    case version
  }

  typealias Read = @Sendable (Exchange) async throws -> Answer
  typealias Write = @Sendable (Exchange) async throws -> Effect

  /// Something to look at.
  static func get(
    _ path: String,
    _ id: String,
    _ summary: Localized,
    _ access: Access = .signedIn(.read),
    of subject: Subject = .none,
    parameters: [Parameter] = [],
    answer: String?,
    type: String = "application/json",
    problems: [ProblemCode] = [],
    _ work: @escaping Read
  ) -> Route {
    var documentation = Documentation(id: id, summary: summary)
    documentation.parameters = parameters
    documentation.answer = answer
    documentation.answerType = type
    documentation.problems = problems
    return Route(
      method: .get,
      path: path,
      access: access,
      subject: subject,
      documentation: documentation,
      work: .read(work)
    )
  }

  /// Something that changes something.
  static func change(
    _ method: HTTPRequest.Method = .post,
    _ path: String,
    _ id: String,
    _ summary: Localized,
    _ access: Access,
    of subject: Subject = .none,
    needs: Set<Need> = [.key],
    answersSecret: Bool = false,
    body: String?,
    status: Int = 200,
    answer: String?,
    problems: [ProblemCode] = [],
    _ work: Work
  ) -> Route {
    var documentation = Documentation(id: id, summary: summary)
    documentation.body = body
    documentation.status = status
    documentation.answer = answer
    documentation.problems = problems
    return Route(
      method: method,
      path: path,
      access: access,
      subject: subject,
      needsKey: needs.contains(.key),
      needsMatch: needs.contains(.version),
      answersSecret: answersSecret,
      documentation: documentation,
      work: work
    )
  }

  /// A page of the console.
  static func page(
    _ path: String,
    for access: Access = .session,
    of subject: Subject = .none,
    _ work: @escaping Read
  ) -> Route {
    Route(
      method: .get,
      path: path,
      access: access,
      subject: subject,
      isPage: true,
      documentation: .none,
      work: .read(work)
    )
  }

  /// Where no page is, or none can be shown.
  static let lost = Route.page("", for: .open) { _ in throw Problem(.notFound) }

  /// What a form of a page posts to, to call this route.
  var form: Route {
    var form = Route(
      method: .post,
      path: "/do/\(method.rawValue.lowercased())\(path)",
      access: access,
      subject: subject,
      isPage: true,
      documentation: .none,
      work: .form(self)
    )
    form.takesFiles = ["DraftRequest", "RevisionRequest"].contains(documentation.body)
    return form
  }
}
