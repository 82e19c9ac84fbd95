import Foundation
import GRDB
import Reviewing

struct ResponseRow: StoredRow {
  static let table = "stored_response"
  static let key = ["user", "target", "key"]

  let user: ID<User>
  let target: String
  let key: String
  let fingerprint: Digest
  let status: Int
  let headers: [String: String]
  let body: Data
  let at: Timestamp
}

extension ResponseRow {
  init(_ response: StoredResponse, for key: IdempotencyKey, at now: Timestamp) {
    self.init(
      user: key.user,
      target: key.target,
      key: key.key,
      fingerprint: response.fingerprint,
      status: response.status,
      headers: response.headers,
      body: Data(response.body),
      at: now
    )
  }

  var response: StoredResponse {
    StoredResponse(
      status: status,
      headers: headers,
      body: Array(body),
      fingerprint: fingerprint
    )
  }
}
