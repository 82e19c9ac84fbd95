import HTTPTypes
import Linting
import Reviewing

extension Exchange {
  /// The key of a request that may come twice; throws where it is missing or not as it must be.
  func idempotencyKey() throws(Problem) -> IdempotencyKey? {
    guard route.needsKey, let caller else { return nil }
    guard let text = headers[.idempotencyKey] else { throw Problem(.idempotencyKeyMissing) }
    let key = text.utf8
    guard (16...128).contains(key.count), key.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Problem(.idempotencyKeyInvalid)
    }
    return IdempotencyKey(
      user: caller.user.id,
      target: "\(route.method.rawValue) \(path)",
      key: text,
      fingerprint: fingerprint
    )
  }

  /// Of what the body says, so that the order of its members does not matter.
  private var fingerprint: Digest {
    guard mediaType == "application/json", let value = try? json() else { return Digest(of: body) }
    return Digest(of: value)
  }

  /// The version that `If-Match` names; throws where the route wants one and there is none.
  func version() throws(Problem) -> Int? {
    guard route.needsMatch else { return nil }
    guard let header = headers[.ifMatch] else { throw Problem(.preconditionRequired) }
    guard let version = Self.version(of: header) else {
      throw .parameter("If-Match", Localized("应当是读到的 ETag", "must be the ETag that was read"))
    }
    return version
  }

  /// What a strong tag of ours, such as `"v7"`, says; nil for any other.
  static func version(of tag: String) -> Int? {
    let bytes = Array(tag.utf8)
    guard (4...24).contains(bytes.count), tag.hasPrefix("\"v"), bytes.last == UInt8(ascii: "\"")
    else {
      return nil
    }
    return Int(String(decoding: bytes[2..<bytes.count - 1], as: UTF8.self))
  }
}

extension Answer {
  /// The same answer to the same request, once more.
  init(replaying stored: StoredResponse) {
    self.init(status: stored.status, type: stored.headers["content-type"] ?? "", bytes: stored.body)
    for name in ["etag", "location"] {
      if let field = HTTPField.Name(name), let value = stored.headers[name] {
        headers[field] = value
      }
    }
    headers[.idempotencyReplayed] = "true"
  }

  func stored(for fingerprint: Digest) -> StoredResponse {
    var kept = ["content-type": type]
    kept["etag"] = headers[.eTag]
    kept["location"] = headers[.location]
    return StoredResponse(status: status, headers: kept, body: bytes, fingerprint: fingerprint)
  }
}

extension StoreReading {
  /// What was answered before; throws where the key was used for something else, or the answer was a secret.
  func answer(to key: IdempotencyKey?, of route: Route) throws -> Answer? {
    guard let key, let stored = try replay(key) else { return nil }
    guard stored.fingerprint == key.fingerprint else { throw Problem(.idempotencyKeyReused) }
    guard !route.answersSecret else {
      throw Problem(
        .conflict,
        Localized(
          "这一步已经做过，密文只显示一次；没有看到就作废它，再做一个",
          "this was done, and a secret is shown once: revoke it and make another"
        )
      )
    }
    return Answer(replaying: stored)
  }
}
