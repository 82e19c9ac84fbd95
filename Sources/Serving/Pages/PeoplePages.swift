import Console
import Reviewing

/// Accounts, tokens, and one's own account.
struct PeoplePages {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    let administering = Route.Access.roles([.administrator], .administer)
    return [
      .page("/users", for: administering, users), .page("/users/new", for: administering, newUser),
      .page("/users/{user}", for: administering, user), .page("/tokens", tokens),
      .page("/me", me),
    ]
  }

  private func users(_ exchange: Exchange) async throws -> Answer {
    let page = try await services.store.read {
      UsersPage(users: try $0.users(), departments: try $0.departments())
    }
    return pages.answer(page, exchange)
  }

  private func newUser(_ exchange: Exchange) async throws -> Answer {
    let departments = try await services.store.read { try $0.departments() }
    return pages.answer(NewUserPage(departments: departments), exchange)
  }

  private func user(_ exchange: Exchange) async throws -> Answer {
    let page = try await services.store.read { store -> UserPage? in
      guard let user = try store.user(exchange.id("user")) else { return nil }
      return UserPage(
        user: user,
        departments: try store.departments(),
        tokens: try store.tokens().filter { $0.user == user.id }
      )
    }
    guard let page else { throw Problem(.notFound) }
    return pages.answer(page, exchange)
  }

  private func tokens(_ exchange: Exchange) async throws -> Answer {
    let user = try exchange.actor().user.id
    let tokens = try await services.store.read { try $0.tokens().filter { $0.user == user } }
    return pages.answer(TokensPage(tokens: tokens), exchange)
  }

  private func me(_ exchange: Exchange) async throws -> Answer {
    let user = try exchange.actor().user
    let department = try await services.store.read { try $0.department(user.department)?.name }
    return pages.answer(MePage(user: user, department: department ?? ""), exchange)
  }
}
