import GRDB
import Reviewing

extension Transaction {
  func session(hashed hash: Digest) throws -> Session? {
    try first(SessionRow.self, where: "hash = ?", [hash])?.session
  }

  func token(hashed hash: Digest) throws -> APIToken? {
    try first(TokenRow.self, where: "hash = ?", [hash])?.token
  }

  func tokens() throws -> [APIToken] { try all(TokenRow.self, "ORDER BY id").map(\.token) }

  func signInLink(hashed hash: Digest) throws -> SignInLink? {
    try first(SignInLinkRow.self, where: "hash = ?", [hash])?.link
  }

  func replay(_ key: IdempotencyKey) throws -> StoredResponse? {
    guard !key.key.utf8.contains(0), !key.target.utf8.contains(0) else { return nil }
    return try first(
      ResponseRow.self,
      where: "user = ? AND target = ? AND key = ?",
      [key.user, key.target, key.key]
    )?.response
  }

  func save(_ session: Session) throws { try database.save(SessionRow(session)) }

  func remove(session hash: Digest) throws {
    try database.execute(sql: "DELETE FROM session WHERE hash = ?", arguments: [hash])
  }

  func remove(sessionsOf user: ID<User>, but kept: Digest?) throws {
    try database.execute(
      sql: "DELETE FROM session WHERE user = ? AND hash IS NOT ?",
      arguments: [user, kept]
    )
  }

  func save(_ token: APIToken) throws { try database.save(TokenRow(token)) }
  func save(_ link: SignInLink) throws { try database.save(SignInLinkRow(link)) }

  func save(_ response: StoredResponse, for key: IdempotencyKey, at now: Timestamp) throws {
    try database.insert(ResponseRow(response, for: key, at: now))
  }

  func sweep(before: Timestamp) throws {
    for condition in [
      "session WHERE last_seen_at < ?", "sign_in_link WHERE expires_at < ?",
      "stored_response WHERE at < ?",
    ] {
      try database.execute(sql: "DELETE FROM \(condition)", arguments: [before])
    }
  }
}
