import HTTPTypes
import Linting
import Reviewing

/// What a browser's form asks of an operation of the API, as that operation wants to be called.
///
/// The form brings along what scripts send in headers: `_csrf`, `_key` (the idempotency key), `_version` (of
/// `If-Match`); `_next` is where to go afterwards, `_from` the page of the form; `_json` is a whole body in place of
/// fields; `_head.KEY` goes into the head of a draft (see `jsonWithHead`).
struct FormPost {
  let call: Exchange
  /// Where the form wants to go on; of this site.
  let next: String

  init(_ exchange: Exchange, to target: Route) throws(Problem) {
    try Self.requireSameOrigin(exchange)
    let fields = try FormFields(exchange)
    var headers = exchange.headers
    headers[.contentType] = "application/json"
    headers[.csrfToken] = fields.control("_csrf")
    headers[.idempotencyKey] = fields.control("_key")
    headers[.ifMatch] = fields.control("_version").map { "\"v\($0)\"" }
    next = fields.control("_next") ?? "/"
    guard isOwnPath(next) else {
      throw Problem(.badRequest, Localized("_next 不是本站的地址", "_next is no address of this site"))
    }
    call = exchange.calling(
      target,
      path: String(decoding: exchange.path.utf8.dropFirst(Self.prefix(of: target)), as: UTF8.self),
      headers: headers,
      body: target.documentation.body == nil ? [] : fields.body
    )
  }

  private static func prefix(of target: Route) -> Int {
    "/do/".utf8.count + target.method.rawValue.utf8.count
  }

  /// Where the form said; `{id}` is the id of what was made.
  ///
  /// Who no longer sees the draft of the form by what was done is led to the queue, with the same word.
  func answer(after done: Answer, isSeen: Bool) -> Answer {
    guard isSeen else {
      let told = next.utf8.drop { $0 != UInt8(ascii: "?") }.prefix { $0 != UInt8(ascii: "#") }
      return .going(to: "/queue" + String(decoding: told, as: UTF8.self))
    }
    let body = JSON(parsing: done.bytes)
    var id = ""
    if case .object(let members)? = body, case .string(let text)? = members["id"] { id = text }
    var answer = Answer.going(to: next.replacing("{id}", with: id))
    answer.headers[.setCookie] = done.headers[.setCookie]
    return answer
  }

  /// Refuses what another site's page has posted, whatever cookies came with it.
  private static func requireSameOrigin(_ exchange: Exchange) throws(Problem) {
    if let site = exchange.headers[.secFetchSite], site != "same-origin" {
      throw Problem(.csrfFailed)
    }
  }
}

extension FormFields {
  fileprivate var body: [UInt8] {
    control("_json").map { Array($0.utf8) } ?? jsonWithHead.canonicalBytes
  }
}

/// Whether an address stays on this site, whoever wrote it.
func isOwnPath(_ address: String) -> Bool {
  let bytes = Array(address.utf8)
  return bytes.first == UInt8(ascii: "/") && bytes.count < 2000
    && bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
    && !bytes.starts(with: "//".utf8)
}

extension HTTPField.Name {
  fileprivate static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
}
