import GRDB
import Reviewing

struct SessionRow: StoredRow {
  static let table = "session"
  static let key = ["hash"]

  let hash: Digest
  let user: ID<User>
  let createdAt: Timestamp
  let lastSeenAt: Timestamp
  let csrfToken: String
}

extension SessionRow {
  init(_ session: Session) {
    self.init(
      hash: session.hash,
      user: session.user,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      csrfToken: session.csrfToken
    )
  }

  var session: Session {
    Session(
      hash: hash,
      user: user,
      createdAt: createdAt,
      lastSeenAt: lastSeenAt,
      csrfToken: csrfToken
    )
  }
}
