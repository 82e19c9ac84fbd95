import FoundationEssentials

/// Signs permits and knows its own again: compact JWS (RFC 7515) with Ed25519 (RFC 8037) and nothing else.
package struct PermitSigner: Sendable {
  /// Why a token is no permit of this gate.
  package enum Fault: Error, Hashable {
    /// Not three parts of base64url, or claims that it would not write so.
    case malformed
    /// Another algorithm, type or key than its own.
    case unknownKey
    case wrongSignature
  }

  private let key: SigningKey
  private let known: [VerifyingKey]

  /// `retired` are keys that have signed before and are still believed.
  package init(key: SigningKey, retired: [VerifyingKey] = []) {
    self.key = key
    known = [key.verifying] + retired
  }

  /// A secret of its own for another purpose, the same as long as the key is.
  package func secret(for purpose: String) -> [UInt8] { key.secret(for: purpose) }

  package func sign(_ claims: PermitClaims) throws -> String {
    let message = Self.header(of: key.verifying) + "." + base64URL(claims.json.canonicalBytes)
    return message + "." + base64URL(try key.signature(of: Array(message.utf8)))
  }

  /// What a permit says; whether its time has come or it is used up is not asked here.
  package func verify(_ token: String) throws(Fault) -> PermitClaims {
    let bytes = Array(token.utf8)
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3, let payload = Reviewing.bytes(ofBase64URL: parts[1]),
      let signature = Reviewing.bytes(ofBase64URL: parts[2])
    else { throw .malformed }
    // The header is compared whole, so that no word of it chooses how it is verified.
    guard let key = known.first(where: { parts[0].elementsEqual(Self.header(of: $0).utf8) })
    else { throw .unknownKey }
    let message = Array(bytes[..<parts[1].endIndex])
    guard key.isSignature(signature, of: message) else { throw .wrongSignature }
    guard let claims = try? JSONDecoder().decode(PermitClaims.self, from: Data(payload)),
      claims.json.canonicalBytes == payload
    else { throw .malformed }
    return claims
  }

  private static func header(of key: VerifyingKey) -> String {
    let header: JSON = [
      "alg": "EdDSA", "kid": .string(key.id), "typ": "hegui-permit+jwt",
    ]
    return base64URL(header.canonicalBytes)
  }
}
