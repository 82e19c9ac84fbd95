import Linting
import Reviewing

/// Signing in by name and password, or once by a link.
struct SignIn: Sendable {
  let store: any ReviewStore
  let pool: CheckPool
  /// Wrong passwords of a name in a quarter of an hour.
  private let names = RateLimiter(limit: 5, seconds: 15 * 60)
  /// The same of an address, behind which a whole branch may sit.
  private let addresses = RateLimiter(limit: 30, seconds: 15 * 60)

  init(store: any ReviewStore, pool: CheckPool) {
    self.store = store
    self.pool = pool
  }

  /// The person with this name and password.
  func user(named name: String, password: String, _ exchange: Exchange) async throws -> User {
    try count(name, exchange)
    let user = try await store.read { try $0.user(named: name) }
    let isRight = try await pool.run {
      guard let user, let hash = user.password else {
        PasswordHash.miss(password)
        return false
      }
      return hash.matches(password) && !user.isDisabled
    }
    guard isRight, let user else {
      throw Problem(
        .signInFailed,
        Localized("姓名或密码不对", "the name or the password is wrong")
      )
    }
    names.forget(name)
    addresses.takeBack(exchange.address)
    return user
  }

  /// Before the try, so that many at once are not all tried; a right one is taken back.
  private func count(_ name: String, _ exchange: Exchange) throws(Problem) {
    let counts = [(names, name), (addresses, exchange.address)]
    for (tries, client) in counts {
      let standing = tries.count(client, at: exchange.now)
      guard standing.isOver else { continue }
      let minutes = max(1, (standing.seconds + 59) / 60)
      throw Problem(
        .rateLimited,
        Localized(
          "密码错了太多次，请 \(minutes) 分钟后再试",
          "too many wrong passwords; try again in \(minutes) minute(s)"
        )
      ).retrying(after: standing.seconds)
    }
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
