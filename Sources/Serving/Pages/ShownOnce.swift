import Console
import HTTPTypes
import Reading
import Reviewing

/// Answers that are shown once and never again: they stand in the page that answers the form, in no address.
extension PageMaking {
  /// Nil for an operation after which one goes where the form said.
  func answer(
    showing done: Answer,
    of operation: Route,
    _ form: FormPost,
    _ exchange: Exchange
  ) async throws -> Answer? {
    guard let body = JSON(parsing: done.bytes) else { return nil }
    let shown = exchange.calling(
      exchange.route,
      path: form.next,
      headers: exchange.headers,
      body: []
    )
    switch operation.documentation.id {
    case "createSignInLink":
      let id: ID<User> = exchange.id("user")
      guard let user = try await services.store.read({ try $0.user(id) }),
        let link = body["link"].text, let end = body["expires_at"].moment
      else { return nil }
      let address = exchange.origin(isSecure: services.settings.isSecure) + "/sign-in/" + link
      return answer(SignInLinkShownPage(user: user, address: address, expiresAt: end), shown)
    case "createToken":
      let token = body["token"]
      guard let name = token["name"].text, let end = token["expires_at"].moment,
        let secret = body["secret"].text
      else { return nil }
      return answer(TokenShownPage(name: name, secret: secret, expiresAt: end), shown)
    case "verifyContent":
      let id: ID<Permit> = exchange.id("permit")
      let rehearsal = PublishPage.Rehearsal(
        permit: id,
        isSame: body["outcome"].text != Verification.Outcome.differs.rawValue,
        differences: body["differences"].list.compactMap(\.difference),
        isPlain: JSON(parsing: form.call.body)?["format"].text == DraftFormat.text.rawValue
      )
      let page = try await PublishPages(services)
        .page(exchange, showing: rehearsal) { try $0.submission(ofPermit: id) }
      return answer(page, shown)
    default: return nil
    }
  }
}

extension Exchange {
  /// Of this site, as the browser has it; empty where it does not say.
  fileprivate func origin(isSecure: Bool) -> String {
    guard !authority.isEmpty else { return "" }
    return (isSecure ? "https://" : "http://") + authority
  }
}

extension JSON {
  fileprivate subscript(name: String) -> JSON {
    guard case .object(let members) = self else { return .null }
    return members[name] ?? .null
  }

  fileprivate var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  fileprivate var list: [JSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  fileprivate var difference: ContentDifference? {
    guard let part = self["part"].text.flatMap({ ContentDifference.Part(rawValue: $0) }),
      case .int(let index) = self["index"]
    else { return nil }
    return ContentDifference(
      part: part,
      index: Int(index),
      approved: self["approved"].text,
      found: self["found"].text
    )
  }

  fileprivate var moment: Timestamp? { text.flatMap { Timestamp($0) } }
}
