import GRDB
import Reviewing

struct TokenRow: StoredRow {
  static let table = "api_token"
  static let key = ["id"]

  let id: ID<APIToken>
  let hash: Digest
  let user: ID<User>
  let name: String
  let scopes: [Scope]
  let createdAt: Timestamp
  let expiresAt: Timestamp
  let revokedAt: Timestamp?
  let lastUsedAt: Timestamp?
}

extension TokenRow {
  init(_ token: APIToken) {
    self.init(
      id: token.id,
      hash: token.hash,
      user: token.user,
      name: token.name,
      scopes: token.scopes.sorted { $0.rawValue < $1.rawValue },
      createdAt: token.createdAt,
      expiresAt: token.expiresAt,
      revokedAt: token.revokedAt,
      lastUsedAt: token.lastUsedAt
    )
  }

  var token: APIToken {
    APIToken(
      id: id,
      hash: hash,
      user: user,
      name: name,
      scopes: Set(scopes),
      createdAt: createdAt,
      expiresAt: expiresAt,
      revokedAt: revokedAt,
      lastUsedAt: lastUsedAt
    )
  }
}
