import Console
import HTTPTypes
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

  fileprivate var moment: Timestamp? { text.flatMap { Timestamp($0) } }
}
