import Console
import Reviewing

/// How the institution reviews.
struct PolicyPages {
  let services: Services
  private let pages: PageMaking

  init(_ services: Services) {
    self.services = services
    pages = PageMaking(services)
  }

  var routes: [Route] {
    [
      .page("/policies", policies),
      .page("/policies/new", for: .roles(PolicyDesk.proposers, .administer), proposal),
      .page("/policies/{number}", policy),
    ]
  }

  private func policies(_ exchange: Exchange) async throws -> Answer {
    let user = try exchange.actor().user
    let asked = try exchange.query.text("department", 1...64).map { ID<Department>($0) }
    let page = try await services.store.read { store -> PoliciesPage in
      let active = try store.activePolicy()
      let (users, departments) = (try store.users(), try store.departments())
      let department =
        departments.first { $0.id == asked ?? user.department } ?? departments.first
      let staffing = active.map { active in
        PoliciesPage.Staffing(
          problems: active.policy.staffingProblems(users: users, departments: departments),
          departments: departments,
          department: department,
          steps: department.map { active.policy.steps(for: $0, among: users) } ?? []
        )
      }
      let versions = try store.policies()
      let obstacles = versions.filter { $0.activator == nil }.map {
        ($0.number, $0.policy.problems(users: users, departments: departments))
      }
      return PoliciesPage(
        active: active,
        versions: versions,
        names: try store.names(),
        staffing: staffing,
        obstacles: Dictionary(obstacles) { first, _ in first }
      )
    }
    return pages.answer(page, exchange)
  }

  private func policy(_ exchange: Exchange) async throws -> Answer {
    guard let number = Int(exchange.parameter("number")),
      let version = try await services.store.read({ try $0.policy(number) })
    else { throw Problem(.notFound) }
    return pages.answer(PolicyPage(version: version), exchange)
  }

  private func proposal(_ exchange: Exchange) async throws -> Answer {
    let active = try await services.store.read { try $0.activePolicy() }
    return pages.answer(ProposalPage(policy: active?.policy ?? .township), exchange)
  }
}
