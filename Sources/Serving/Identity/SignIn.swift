import Linting
import Reviewing

/// Signing in by name and password, or once by a link.
struct SignIn: Sendable {
  let store: any ReviewStore
  let pool: CheckPool
  /// Five tries in a quarter of an hour, of a name and of an address.
  let tries = RateLimiter(limit: 5, seconds: 15 * 60)

  /// The person with this name and password.
  func user(named name: String, password: String, _ exchange: Exchange) async throws -> User {
    let keys = ["name \(name)", "address \(exchange.address)"]
    for key in keys {
      let standing = tries.standing(of: key, at: exchange.now)
      if standing.isOver { throw Problem(.rateLimited).retrying(after: standing.seconds) }
    }
    let user = try await store.read { try $0.user(named: name) }
    let isRight = try await pool.run {
      guard let user, let hash = user.password else {
        PasswordHash.miss(password)
        return false
      }
      return hash.matches(password) && !user.isDisabled
    }
    guard isRight, let user else {
      for key in keys { _ = tries.count(key, at: exchange.now) }
      throw Problem(
        .signInFailed,
        Localized("姓名或密码不对", "the name or the password is wrong")
      )
    }
    tries.forget(keys[0])
    return user
  }

  /// The person of a link, which is used up.
  func user(
    by link: String,
    password: PasswordHash?,
    at now: Timestamp,
    in store: any StoreWriting
  ) throws -> User {
    guard var found = try store.signInLink(hashed: Secret(link).hash), found.usedAt == nil,
      found.expiresAt > now, var user = try store.user(found.user), !user.isDisabled
    else {
      throw Problem(
        .signInFailed,
        Localized("链接无效、用过了或已过期", "the link is not valid, was used or has expired")
      )
    }
    found.usedAt = now
    try store.save(found)
    if let password {
      user.password = password
      user.version += 1
      try store.save(user)
    }
    return user
  }
}
