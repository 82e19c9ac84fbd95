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
    let body = target.documentation.body == nil ? [] : fields.body
    guard body.count <= exchange.limits.bodyBytes else {
      throw Problem.tooLarge(exchange.limits.bodyBytes)
    }
    call = exchange.calling(
      target,
      path: String(decoding: exchange.path.utf8.dropFirst(Self.prefix(of: target)), as: UTF8.self),
      headers: headers,
      body: body
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
    let address = next.replacing("{id}", with: id)
    // An id that is not there may leave two slashes, and so the name of another site.
    var answer = Answer.going(to: isOwnPath(address) ? address : "/")
    answer.headers[.setCookie] = done.headers[.setCookie]
    return answer
  }

  /// Refuses what another site's page has posted, whatever cookies came with it.
  ///
  /// Browsers leave `Sec-Fetch-Site` out over plain HTTP, and old ones always: then `Origin` has to say it.
  private static func requireSameOrigin(_ exchange: Exchange) throws(Problem) {
    let isSame =
      if let site = exchange.headers[.secFetchSite] {
        site == "same-origin"
      } else {
        exchange.headers[.origin].map(exchange.isOwn) ?? false
      }
    guard isSame else { throw Problem(.csrfFailed) }
  }
}

extension Exchange {
  /// Whether an origin such as `https://gate.example:8620` names the host that was asked.
  fileprivate func isOwn(_ origin: String) -> Bool {
    ["https://", "http://"].contains { scheme in
      origin.lowercased().utf8.elementsEqual((scheme + authority.lowercased()).utf8)
    } && !authority.isEmpty
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
