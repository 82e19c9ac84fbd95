import GRDB
import Reviewing

struct SignInLinkRow: StoredRow {
  static let table = "sign_in_link"
  static let key = ["hash"]

  let hash: Digest
  let user: ID<User>
  let expiresAt: Timestamp
  let usedAt: Timestamp?
}

extension SignInLinkRow {
  init(_ link: SignInLink) {
    self.init(
      hash: link.hash,
      user: link.user,
      expiresAt: link.expiresAt,
      usedAt: link.usedAt
    )
  }

  var link: SignInLink {
    SignInLink(
      hash: hash,
      user: user,
      expiresAt: expiresAt,
      usedAt: usedAt
    )
  }
}
