import HTTPTypes
import Linting
import Reviewing

/// Signing in and out, and what one may know of oneself.
struct SessionRoutes {
  let services: Services

  private var cookie: SessionCookie { SessionCookie(isSecure: services.settings.isSecure) }

  var routes: [Route] {
    [
      .change(
        .post,
        "/v1/session",
        "signIn",
        Localized("用姓名和密码，或一次性链接登录", "Sign in by name and password, or by a one-time link"),
        .open,
        needs: [],
        body: "SignInRequest",
        status: 201,
        answer: "Session",
        problems: [.signInFailed, .validationFailed],
        .write(signIn)
      ),
      .change(
        .delete,
        "/v1/session",
        "signOut",
        Localized("退出", "Sign out"),
        .session,
        needs: [],
        body: nil,
        status: 204,
        answer: nil,
        .write(signOut)
      ),
      .get(
        "/v1/me",
        "getMe",
        Localized("自己的姓名、科室、权限", "One's own name, department and roles"),
        answer: "Me",
        me
      ),
      .change(
        .put,
        "/v1/me/password",
        "setPassword",
        Localized("设置密码", "Choose a password"),
        .session,
        needs: [],
        body: "PasswordRequest",
        status: 204,
        answer: nil,
        problems: [.signInFailed],
        .write(setPassword)
      ),
    ]
  }

  private func signIn(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let link = fields.optionalText("link", 1...100)
    let name = link == nil ? fields.text("name", 1...64) : ""
    let isNew = link != nil
    let password = isNew ? fields.newPassword("password") : fields.text("password", 1...200)
    try fields.finish()
    if let link { return try await signIn(by: link, choosing: password, exchange) }
    let user = try await services.signIn.user(named: name, password: password ?? "", exchange)
    let cookie = cookie
    return { store in
      Outcome(try begin(user, "password", exchange, cookie, in: store))
    }
  }

  private func signIn(
    by link: String,
    choosing password: String?,
    _ exchange: Exchange
  ) async throws -> Route.Effect {
    let hash = try await services.hashed(password)
    let (signIn, cookie) = (services.signIn, cookie)
    return { store in
      let user = try signIn.user(by: link, password: hash, at: exchange.now, in: store)
      if hash != nil {
        try noteNewPassword(user, exchange.actor(signingIn: user), exchange, in: store)
      }
      return Outcome(try begin(user, "link", exchange, cookie, in: store))
    }
  }

  private func signOut(_ exchange: Exchange) async throws -> Route.Effect {
    guard let session = exchange.caller?.session else { throw Problem.unauthenticated }
    let actor = try exchange.actor()
    let clearing = cookie.clearing
    return { store in
      try store.remove(session: session.hash)
      try store.append(actor.event("session.end", "user", actor.user.id.value, at: exchange.now))
      return Outcome(Answer.nothing.with(.setCookie, clearing))
    }
  }

  private func me(_ exchange: Exchange) async throws -> Answer {
    guard let caller = exchange.caller else { throw Problem.unauthenticated }
    return Answer([
      "user": caller.user.body, "means": .string(caller.actor.means.rawValue),
      "scopes": caller.actor.scopes.map { JSON($0.map(\.rawValue).sorted()) } ?? .null,
      "csrf_token": JSON(caller.session?.csrfToken),
    ])
  }

  private func setPassword(_ exchange: Exchange) async throws -> Route.Effect {
    var fields = try exchange.fields()
    let current = fields.optionalText("current", 1...200)
    let password = fields.newPassword("password")
    if password == nil { fields.missing("password") }
    try fields.finish()
    let (actor, session) = (try exchange.actor(), exchange.caller?.session)
    try await services.requirePassword(current, of: actor.user)
    let hash = try await services.hashed(password)
    return { store in
      guard var user = try store.user(actor.user.id) else { throw Problem.unauthenticated }
      user.password = hash
      user.version += 1
      try store.save(user)
      try noteNewPassword(user, actor, exchange, keeping: session, in: store)
      return Outcome(.nothing)
    }
  }
}

/// A new session; the old cookie of a browser, if any, is worth nothing to it.
private func begin(
  _ user: User,
  _ means: String,
  _ exchange: Exchange,
  _ cookie: SessionCookie,
  in store: any StoreWriting
) throws -> Answer {
  let secret = Secret()
  let session = Session(
    hash: secret.hash,
    user: user.id,
    createdAt: exchange.now,
    lastSeenAt: exchange.now,
    csrfToken: Secret().text
  )
  try store.save(session)
  let actor = exchange.actor(signingIn: user)
  let data: JSON = ["means": .string(means)]
  try store.append(actor.event("session.begin", "user", user.id.value, at: exchange.now, data))
  let body: JSON = [
    "user": user.body, "csrf_token": .string(session.csrfToken),
    "expires_at": exchange.now.adding(hours: Identification.sessionHours).body,
  ]
  return Answer(status: 201, body).with(.setCookie, cookie.setting(secret))
}

/// Records it, and ends what was begun with the old one.
private func noteNewPassword(
  _ user: User,
  _ actor: Actor,
  _ exchange: Exchange,
  keeping session: Session? = nil,
  in store: any StoreWriting
) throws {
  try store.remove(sessionsOf: user.id, but: session?.hash)
  try store.append(actor.event("user.password", "user", user.id.value, at: exchange.now))
}

extension Exchange {
  fileprivate func actor(signingIn user: User) -> Actor {
    Actor(user: user, means: .session, scopes: nil, address: address, requestID: requestID)
  }
}

extension JSONFields {
  /// A password to be chosen; nil where none is.
  fileprivate mutating func newPassword(_ name: String) -> String? {
    optionalText(name, 10...200)
  }
}

extension Services {
  fileprivate func hashed(_ password: String?) async throws -> PasswordHash? {
    guard let password else { return nil }
    let hash = try await pool.run { try? PasswordHash(of: password) }
    guard let hash else { throw Problem(.internal) }
    return hash
  }

  fileprivate func requirePassword(_ current: String?, of user: User) async throws {
    guard let hash = user.password else { return }
    let isRight = try await pool.run { hash.matches(current ?? "") }
    guard isRight else {
      throw Problem(.signInFailed, Localized("原密码不对", "the current password is wrong"))
    }
  }
}
