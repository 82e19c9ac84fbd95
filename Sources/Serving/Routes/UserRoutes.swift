import HTTPTypes
import Linting
import Reviewing

/// Accounts of named persons.
struct UserRoutes {
  let services: Services

  var routes: [Route] {
    let administering = Route.Access.roles([.administrator], .administer)
    return [
      .get("/v1/users", "listUsers", Localized("全部人员", "Everybody"), answer: "UserList", list),
      .get(
        "/v1/users/{user}",
        "getUser",
        Localized("一个人", "A person"),
        answer: "User",
        problems: [.notFound],
        user
      ),
      .change(
        .post,
        "/v1/users",
        "createUser",
        Localized("新建账号", "Make an account"),
        administering,
        body: "UserRequest",
        status: 201,
        answer: "User",
        problems: [.conflict],
        .write(create)
      ),
      .change(
        .patch,
        "/v1/users/{user}",
        "changeUser",
        Localized("修改账号：姓名、科室、权限、停用", "Change an account: name, department, roles, disabled"),
        administering,
        needs: [.version],
        body: "UserChange",
        answer: "User",
        problems: [.notFound, .forbidden],
        .write(change)
      ),
      .change(
        .post,
        "/v1/users/{user}/sign-in-links",
        "createSignInLink",
        Localized("做一个十分钟内有效的一次性登录链接", "Make a sign-in link for once, good for ten minutes"),
        administering,
        answersSecret: true,
        body: nil,
        status: 201,
        answer: "SignInLink",
        problems: [.notFound],
        .write(link)
      ),
    ]
  }

  private func list(_ exchange: Exchange) async throws -> Answer {
    let users = try await services.store.read { try $0.users() }
    return Answer(["users": .array(users.map(\.body))])
  }

  private func user(_ exchange: Exchange) async throws -> Answer {
    guard let user = try await services.store.read({ try $0.user(exchange.id("user")) }) else {
      throw Problem(.notFound)
    }
    return Answer(user.body).with(.eTag, user.tag)
  }

  private func create(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let name = fields.key("name", User.signInNameLength)
    let display = fields.text("display_name", 1...100)
    let department = ID<Department>(fields.text("department", 1...64))
    let roles: Set<Role> = fields.choices("roles")
    try fields.finish()
    let person = AccountDesk.NewUser(
      name: name,
      displayName: display,
      department: department,
      roles: roles
    )
    let (doer, desk) = (try exchange.actor().doer, AccountDesk(ids: services.parts.ids))
    return { store in
      let user: User
      do {
        user = try desk.add(person, by: doer, at: exchange.now, in: store)
      } catch AccountDesk.Fault.nameTaken {
        throw Problem(.conflict, Localized("已有这个登录名", "the name is taken"))
      } catch AccountDesk.Fault.noSuchDepartment {
        throw Problem.noSuchDepartment
      }
      let answer = Answer(status: 201, user.body).with(.eTag, user.tag)
      return Outcome(answer.with(.location, "/v1/users/\(user.id.value)"))
    }
  }

  private func change(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let display = fields.optionalText("display_name", 1...100)
    let department = fields.optionalText("department", 1...64).map { ID<Department>($0) }
    let roles: Set<Role>? = fields.has("roles") ? fields.choices("roles") : nil
    let isDisabled = fields.has("disabled") ? fields.flag("disabled") : nil
    try fields.finish()
    let (actor, version) = (try exchange.actor(), try exchange.version())
    return { store in
      guard var user = try store.user(exchange.id("user")) else { throw Problem(.notFound) }
      try requireSame(version, user.version, user.tag)
      // Nobody gives rights to themselves (S5).
      guard user.id != actor.user.id || roles == nil && isDisabled == nil else {
        throw Problem(.forbidden, Localized("不能改自己的权限", "nobody changes their own rights"))
      }
      if let department { try store.require(department) }
      user.displayName = display ?? user.displayName
      user.department = department ?? user.department
      user.roles = roles ?? user.roles
      user.isDisabled = isDisabled ?? user.isDisabled
      user.version += 1
      try store.save(user)
      try store.append(
        actor.event("user.change", "user", user.id.value, at: exchange.now, user.recorded)
      )
      return Outcome(Answer(user.body).with(.eTag, user.tag))
    }
  }

  private func link(_ exchange: Exchange) async throws -> Route.Effect {
    let actor = try exchange.actor()
    return { store in
      guard let user = try store.user(exchange.id("user")) else { throw Problem(.notFound) }
      let secret = Secret()
      let link = SignInLink(
        hash: secret.hash,
        user: user.id,
        expiresAt: exchange.now.adding(minutes: 10)
      )
      try store.save(link)
      try store.append(actor.event("user.link", "user", user.id.value, at: exchange.now))
      let body: JSON = ["link": .string(secret.text), "expires_at": link.expiresAt.body]
      return Outcome(Answer(status: 201, body))
    }
  }
}

extension User {
  var tag: String { "\"v\(version)\"" }
}

extension JSONFields {
  /// A short name of lower-case ASCII letters, digits and hyphens.
  mutating func key(_ name: String, _ length: ClosedRange<Int> = 1...64) -> String {
    let text = text(name, length)
    if !text.utf8.allSatisfy(\.isOfKeys) {
      fault(
        name,
        Localized("只能用小写字母、数字和连字符", "may hold lower-case letters, digits and hyphens only")
      )
    }
    return text
  }
}

extension StoreReading {
  func require(_ department: ID<Department>) throws {
    guard try self.department(department) == nil else { return }
    throw Problem.noSuchDepartment
  }
}

extension Problem {
  static let noSuchDepartment = Problem.field(
    "/department",
    Localized("没有这个科室", "there is no such department")
  )
}

/// Throws 412 where somebody has changed it meanwhile.
func requireSame(_ wanted: Int?, _ version: Int, _ tag: String) throws(Problem) {
  guard let wanted, wanted != version else { return }
  var problem = Problem(.preconditionFailed)
  problem.members["current_etag"] = .string(tag)
  problem.headers[.eTag] = tag
  throw problem
}
