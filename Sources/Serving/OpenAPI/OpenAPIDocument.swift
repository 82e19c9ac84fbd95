import HTTPTypes
import Linting
import Reviewing

/// The description of the API in OpenAPI 3.1; `docs/openapi.json` is this, and a test holds the two together.
enum OpenAPIDocument {
  static func json(of table: RouteTable) -> JSON {
    var paths: [String: [String: JSON]] = [:]
    for route in table.routes {
      paths[route.path, default: [:]][route.method.rawValue.lowercased()] = operation(of: route)
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "hegui gate", "version": "1",
        "description":
          "Review gate for drafts of hospitals and health bureaus: what is published is what was approved, byte for byte.",
        "license": ["name": "MIT", "identifier": "MIT"],
      ],
      "servers": [["url": "http://127.0.0.1:8620"]],
      "paths": .object(paths.mapValues { .object($0) }),
      "components": [
        "schemas": .object(schemas), "responses": .object(problemResponses),
        "securitySchemes": securitySchemes,
      ],
    ]
  }

  private static let schemas: [String: JSON] = [
    BasicSchemas.all, PeopleSchemas.all, FormSchemas.all, DraftSchemas.all, ReviewSchemas.all,
    PublishingSchemas.all, RecordSchemas.all,
  ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

  private static let securitySchemes: JSON = [
    "token": ["type": "http", "scheme": "bearer", "description": "hegui_<kind>_…"],
    "session": ["type": "apiKey", "in": "cookie", "name": "__Host-hegui"],
  ]

  private static func operation(of route: Route) -> JSON {
    let documentation = route.documentation
    var members: [String: JSON] = [
      "operationId": .string(documentation.id),
      "summary": .string(documentation.summary.en),
      "description": .string(documentation.summary.zh),
      "responses": .object(responses(of: route)),
    ]
    let parameters = parameters(of: route)
    if !parameters.isEmpty { members["parameters"] = .array(parameters) }
    if let body = documentation.body {
      var content: [String: JSON] = ["application/json": ["schema": .reference(body)]]
      for type in documentation.rawTypes {
        // Any bytes of that type, which no schema of JSON tells.
        content[type] = [:]
      }
      members["requestBody"] = ["required": .bool(true), "content": .object(content)]
    }
    members["security"] = security(of: route)
    return .object(members)
  }

  private static func security(of route: Route) -> JSON {
    switch route.access {
    case .open: []
    case .session: [["session": []]]
    // The settings of a server may open it to all.
    case .checking: [[:], ["token": []], ["session": []]]
    case .signedIn, .roles: [["token": []], ["session": []]]
    }
  }

  private static func parameters(of route: Route) -> [JSON] {
    var parameters = route.parameterNames.map { name in
      parameter(name, in: "path", .text(1...100), isRequired: true)
    }
    parameters += route.documentation.parameters.map { parameter($0.name, in: "query", $0.schema) }
    if route.needsKey {
      let schema = JSON.text(16...128, pattern: "^[!-~]+$")
      parameters.append(parameter("Idempotency-Key", in: "header", schema, isRequired: true))
    }
    if route.needsMatch {
      let schema = JSON.text(4...24, pattern: "^\"v[0-9]+\"$")
      parameters.append(parameter("If-Match", in: "header", schema, isRequired: true))
    }
    return parameters
  }

  private static func parameter(
    _ name: String,
    in place: String,
    _ schema: JSON,
    isRequired: Bool = false
  ) -> JSON {
    [
      "name": .string(name), "in": .string(place), "required": .bool(isRequired),
      "schema": schema,
    ]
  }
}

extension OpenAPIDocument {
  private static func responses(of route: Route) -> [String: JSON] {
    let documentation = route.documentation
    var responses: [String: JSON] = [String(documentation.status): success(of: documentation)]
    if documentation.id == "createRevision" { responses["200"] = success(of: documentation) }
    for status in problems(of: route) where responses[status] == nil {
      responses[status] = problem(status, of: route)
    }
    return responses
  }

  /// A page shows what is wrong, unless its client wants the details.
  private static func problem(_ status: String, of route: Route) -> JSON {
    guard route.isPage, case .object(var members)? = problemResponses[status],
      case .object(var content)? = members["content"]
    else { return ["$ref": .string("#/components/responses/\(status)")] }
    content["text/html"] = ["schema": .text()]
    members["content"] = .object(content)
    return .object(members)
  }

  private static func success(of documentation: Route.Documentation) -> JSON {
    guard documentation.status != 204 else { return ["description": "done"] }
    let schema = documentation.answer.map { JSON.reference($0) } ?? .text()
    var content: [String: JSON] = [documentation.answerType: ["schema": schema]]
    if documentation.id == "checkDraft" {
      content["application/sarif+json"] = ["schema": ["type": "object"]]
    }
    return [
      "description": .string(documentation.summary.en),
      "content": .object(content),
    ]
  }

  /// By status: what every route may answer.
  static var problemResponses: [String: JSON] {
    Dictionary(grouping: ProblemCode.allCases, by: \.status).reduce(into: [:]) { all, group in
      all[String(group.key)] = [
        "description": .string(group.value.map(\.rawValue).joined(separator: ", ")),
        "content": ["application/problem+json": ["schema": .reference("Problem")]],
      ]
    }
  }

  /// The statuses of what the route says of itself, and of what follows from how it is called.
  private static func problems(of route: Route) -> Set<String> {
    var codes: [ProblemCode] = [
      .badRequest, .methodNotAllowed, .requestTimeout, .contentTooLarge, .rateLimited, .internal,
      .overloaded, .unsupportedMediaType,
    ]
    if route.access != .open { codes += [.unauthenticated, .forbidden] }
    if !route.parameterNames.isEmpty { codes.append(.notFound) }
    if route.documentation.body != nil { codes.append(.validationFailed) }
    if route.needsKey { codes += [.idempotencyKeyReused, .conflict] }
    if route.needsMatch { codes += [.preconditionRequired, .preconditionFailed] }
    if route.subject != .none { codes += [.conflict, .permitExpired, .validationFailed] }
    // A draft may come after another, a publication belongs to a permit: neither is in the path.
    if route.needsKey { codes.append(.notFound) }
    return Set((codes + route.documentation.problems).map { String($0.status) })
  }
}
