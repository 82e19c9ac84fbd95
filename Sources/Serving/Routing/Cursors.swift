import Crypto
import Linting
import Reviewing

/// Marks where a page of a list ended; only those that this gate made for the same list are taken, also after it has
/// been started anew.
struct Cursors: Sendable {
  private let key: SymmetricKey

  /// Without a secret they end with the process.
  init(secret: [UInt8]?) {
    key = secret.map { SymmetricKey(data: $0) } ?? SymmetricKey(size: .bits256)
  }

  /// `list` names the list with its filters.
  func cursor(after place: String, of list: String) -> String {
    let seal = HMAC<SHA256>.authenticationCode(for: Array((list + "\n" + place).utf8), using: key)
    return base64URL(Array(seal) + Array(place.utf8))
  }

  func place(of cursor: String, in list: String) throws(Problem) -> String {
    guard cursor.utf8.count < 400, let bytes = bytes(ofBase64URL: cursor.utf8), bytes.count > 32
    else { throw Problem(.invalidCursor) }
    let place = String(decoding: bytes.dropFirst(32), as: UTF8.self)
    guard isSame(cursor, self.cursor(after: place, of: list)) else { throw Problem(.invalidCursor) }
    return place
  }
}
