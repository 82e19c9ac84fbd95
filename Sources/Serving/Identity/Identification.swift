import HTTPTypes
import Linting
import Reviewing

/// Finds out who asks, by token or by session.
struct Identification: Sendable {
  static let idleMinutes = 30
  static let sessionHours = 12

  let store: any ReviewStore
  let cookie: SessionCookie

  /// Nil where a request shows nothing; throws where what it shows is no good.
  func caller(of exchange: Exchange) async throws -> Caller? {
    if let header = exchange.headers[.authorization] {
      return try await bearer(of: header, exchange)
    }
    guard let secret = cookie.secret(in: exchange.headers) else { return nil }
    return try await holder(of: secret, exchange)
  }

  private func bearer(of header: String, _ exchange: Exchange) async throws -> Caller {
    guard header.utf8.count < 200, header.lowercased().hasPrefix("bearer "),
      let text = TokenText(reading: String(decoding: header.utf8.dropFirst(7), as: UTF8.self))
    else { throw Problem.unauthenticated }
    let hash = text.hash
    let found = try await store.read { store -> (APIToken, User)? in
      guard let token = try store.token(hashed: hash), let user = try store.user(token.user)
      else { return nil }
      return (token, user)
    }
    guard let (token, user) = found, !user.isDisabled, token.revokedAt == nil else {
      throw Problem.unauthenticated
    }
    guard token.expiresAt > exchange.now else { throw Problem(.tokenExpired) }
    try await noteUse(of: token, at: exchange.now)
    return caller(user, .token, token.scopes, exchange, token: token)
  }

  private func noteUse(of token: APIToken, at now: Timestamp) async throws {
    let hour = Timestamp(milliseconds: now.milliseconds / 3_600_000 * 3_600_000)
    guard token.lastUsedAt != hour else { return }
    let hash = token.hash
    try await store.write { store in
      // It may have been revoked since it was read.
      guard var used = try store.token(hashed: hash), used.revokedAt == nil else {
        throw Problem.unauthenticated
      }
      used.lastUsedAt = hour
      try store.save(used)
    }
  }

  private func holder(of secret: Secret, _ exchange: Exchange) async throws -> Caller {
    let hash = secret.hash
    let found = try await store.read { store -> (Session, User)? in
      guard let session = try store.session(hashed: hash), let user = try store.user(session.user)
      else { return nil }
      return (session, user)
    }
    guard let (session, user) = found, !user.isDisabled else { throw Problem.unauthenticated }
    let now = exchange.now
    guard now < session.lastSeenAt.adding(minutes: Self.idleMinutes),
      now < session.createdAt.adding(hours: Self.sessionHours)
    else { throw Problem(.tokenExpired) }
    if now >= session.lastSeenAt.adding(minutes: 1) {
      try await store.write { store in
        // It may have ended since it was read, and must not come back.
        guard var seen = try store.session(hashed: hash) else { throw Problem.unauthenticated }
        seen.lastSeenAt = now
        try store.save(seen)
      }
    }
    return caller(user, .session, nil, exchange, session: session)
  }

  private func caller(
    _ user: User,
    _ means: Actor.Means,
    _ scopes: Set<Scope>?,
    _ exchange: Exchange,
    session: Session? = nil,
    token: APIToken? = nil
  ) -> Caller {
    let actor = Actor(
      user: user,
      means: means,
      scopes: scopes,
      address: exchange.address,
      requestID: exchange.requestID
    )
    return Caller(actor: actor, session: session, token: token)
  }
}

extension Problem {
  static var unauthenticated: Problem {
    var problem = Problem(.unauthenticated)
    problem.headers[.wwwAuthenticate] = "Bearer realm=\"hegui\""
    return problem
  }
}
