import HTTPTypes
import Linting
import Reviewing

/// How the institution reviews: proposed by one, activated by another.
struct PolicyRoutes {
  let services: Services

  var routes: [Route] {
    [
      .get(
        "/v1/policies",
        "listPolicies",
        Localized("审核制度的全部版本", "All versions of the policy"),
        answer: "PolicyList",
        list
      ),
      .get(
        "/v1/policies/{number}",
        "getPolicy",
        Localized("一个版本", "A version"),
        answer: "PolicyVersion",
        problems: [.notFound],
        policy
      ),
      .change(
        .post,
        "/v1/policies",
        "proposePolicy",
        Localized("提出新的审核制度", "Propose a policy"),
        .signedIn(.administer),
        body: "Policy",
        status: 201,
        answer: "PolicyVersion",
        problems: [.policyInvalid],
        .write(propose)
      ),
      .change(
        .post,
        "/v1/policies/validation",
        "validatePolicy",
        Localized("这个制度行得通吗；什么也不改", "Whether a policy could work; changes nothing"),
        .signedIn(.read),
        needs: [],
        body: "Policy",
        answer: "PolicyProblems",
        .read(validate)
      ),
      .change(
        .post,
        "/v1/policies/{number}/activation",
        "activatePolicy",
        Localized("启用，须由提出者以外的人", "Activate it, by another than its proposer"),
        .signedIn(.administer),
        body: nil,
        answer: "PolicyVersion",
        problems: [.policyInvalid, .separationOfDuties, .notFound],
        .write(activate)
      ),
    ]
  }

  private func list(_ exchange: Exchange) async throws -> Answer {
    let (policies, names) = try await services.store.read { (try $0.policies(), try $0.names()) }
    let active = policies.filter { $0.activatedAt != nil }
      .max { ($0.activatedAt ?? exchange.now) < ($1.activatedAt ?? exchange.now) }
    return Answer([
      "active": JSON(active?.number), "policies": .array(policies.map { $0.body(names) }),
    ])
  }

  private func policy(_ exchange: Exchange) async throws -> Answer {
    guard let number = Int(exchange.parameter("number")) else { throw Problem(.notFound) }
    let (found, names) = try await services.store.read { (try $0.policy(number), try $0.names()) }
    guard let found else { throw Problem(.notFound) }
    return Answer(found.body(names))
  }

  private func propose(_ exchange: Exchange) async throws -> Route.Effect {
    let policy = try Policy(exchange)
    let actor = try exchange.actor()
    return { store in
      let version = try PolicyDesk().propose(policy, by: actor, at: exchange.now, in: store)
      let answer = Answer(status: 201, version.body(try store.names()))
      return Outcome(answer.with(.location, "/v1/policies/\(version.number)"))
    }
  }

  private func validate(_ exchange: Exchange) async throws -> Answer {
    let policy = try Policy(exchange)
    let (users, departments) = try await services.store.read {
      (try $0.users(), try $0.departments())
    }
    let problems = policy.problems(users: users, departments: departments)
    return Answer(["valid": .bool(problems.isEmpty), "problems": .array(problems.map(\.body))])
  }

  private func activate(_ exchange: Exchange) async throws -> Route.Effect {
    let actor = try exchange.actor()
    guard let number = Int(exchange.parameter("number")) else { throw Problem(.notFound) }
    return { store in
      let version = try PolicyDesk().activate(number, by: actor, at: exchange.now, in: store)
      return Outcome(Answer(version.body(try store.names())))
    }
  }
}
