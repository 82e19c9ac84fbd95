import Crypto

/// The institution's key (Ed25519), which signs permits and checkpoints.
///
/// What is signed begins with another byte for each purpose, so that no signature serves for another: a JWS
/// with a base64 digit, a checkpoint with a brace.
package struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey
  package let verifying: VerifyingKey

  /// A new one.
  package init() { self.init(key: Curve25519.Signing.PrivateKey()) }

  /// Of the 32 bytes that `seed` has; nil for any other number of them.
  package init?(seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.init(key: key)
  }

  private init(key: Curve25519.Signing.PrivateKey) {
    self.key = key
    verifying = VerifyingKey(key: key.publicKey)
  }

  package var id: String { verifying.id }

  /// What has to be kept of it, and kept secret.
  package var seed: [UInt8] { Array(key.rawRepresentation) }

  package func signature(of bytes: [UInt8]) throws -> [UInt8] {
    Array(try key.signature(for: bytes))
  }

  /// A secret of its own for another purpose; says nothing of the key.
  func secret(for purpose: String) -> [UInt8] {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array("hegui-secret-v1\0\(purpose)".utf8),
      using: SymmetricKey(data: seed)
    )
    return Array(code)
  }
}

/// The public half: tells what the key has signed, also after another has taken its place.
package struct VerifyingKey: Hashable, Sendable {
  /// The first half of the SHA-256 of the public key, base64url.
  package let id: String
  package let bytes: [UInt8]

  /// Of the 32 bytes of a public key; nil for anything else.
  package init?(bytes: [UInt8]) {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return nil }
    self.init(key: key)
  }

  fileprivate init(key: Curve25519.Signing.PublicKey) {
    bytes = Array(key.rawRepresentation)
    id = base64URL(SHA256.hash(data: bytes).prefix(16))
  }

  package func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == 64,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return false }
    return key.isValidSignature(signature, for: message)
  }
}
