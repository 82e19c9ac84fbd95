import HTTPTypes
import Linting
import Reporting
import Reviewing

/// A request as the handlers see it, whole and with its caller.
struct Exchange: Sendable {
  let route: Route
  /// As written in the request, without the query.
  let path: String
  /// By the names of the route's path.
  let parameters: [String: String]
  let query: Query
  let headers: HTTPFields
  let body: [UInt8]
  let address: String
  /// Host and port, as the caller has them; empty where it did not say.
  let authority: String
  let requestID: String
  let language: Language
  let now: Timestamp
  let limits: ServingLimits
  var caller: Caller?

  /// The same request as if it had been made of another route.
  func calling(
    _ route: Route,
    path: String,
    headers: HTTPFields,
    body: [UInt8]
  ) -> Exchange {
    Exchange(
      route: route,
      path: path,
      parameters: parameters,
      query: query,
      headers: headers,
      body: body,
      address: address,
      authority: authority,
      requestID: requestID,
      language: language,
      now: now,
      limits: limits,
      caller: caller
    )
  }

  /// A part of the path; empty for a name that the route does not have.
  func parameter(_ name: String) -> String { parameters[name] ?? "" }

  func id<Kind: Identified>(_ name: String, _ kind: Kind.Type = Kind.self) -> ID<Kind> {
    ID(parameter(name))
  }

  /// Who acts; routes that anybody may call do not ask.
  func actor() throws(Problem) -> Actor {
    guard let caller else { throw Problem(.unauthenticated) }
    return caller.actor
  }

  /// The media type of the body in lower case, without parameters; empty where there is none.
  var mediaType: String {
    let header = headers[.contentType] ?? ""
    let type = header.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }
    return String(decoding: Array(type), as: UTF8.self).lowercased()
  }

  /// The members of a JSON body.
  func fields() throws(Problem) -> JSONFields {
    guard mediaType == "application/json" else {
      throw Problem(
        .unsupportedMediaType,
        Localized("请求体应当是 application/json", "the body must be application/json")
      )
    }
    return try JSONFields(json())
  }

  func json() throws(Problem) -> JSON {
    do {
      return try JSONReader.read(body, maximumDepth: limits.jsonDepth, numbers: .whole)
    } catch {
      throw Problem(error)
    }
  }
}

extension Problem {
  init(_ fault: JSONFault) {
    switch fault {
    case .notUTF8: self.init(.malformedUTF8)
    case .tooDeep: self.init(.depthExceeded)
    case .malformed(let offset):
      self.init(.malformedJSON, Localized("第 \(offset) 字节处出错", "it goes wrong at byte \(offset)"))
    case .number(let offset):
      self.init(
        .malformedJSON,
        Localized("第 \(offset) 字节处：只接受 64 位整数", "at byte \(offset): only whole numbers of 64 bits")
      )
    case .repeatedName(let offset):
      self.init(
        .malformedJSON,
        Localized("第 \(offset) 字节处：字段重复", "at byte \(offset): a name comes twice")
      )
    }
  }
}
