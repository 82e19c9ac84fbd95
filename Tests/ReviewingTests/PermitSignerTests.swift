import Reviewing
import Testing

struct PermitSignerTests {
  private let signer = PermitSigner(key: SigningKey())

  @Test func `a permit comes back as it was signed`() throws {
    #expect(try signer.verify(try signer.sign(claims)) == claims)
  }

  @Test func `a permit holds at once and never longer than it should`() {
    #expect(claims.notBefore.milliseconds == 1_790_000_000_000)
    #expect(claims.expiresAt.milliseconds == 1_790_003_600_000)
  }

  @Test func `every byte of a permit counts`() throws {
    let token = Array(try signer.sign(claims).utf8)
    for index in token.indices {
      for byte in [token[index] ^ 1, UInt8(ascii: "A"), UInt8(ascii: "."), UInt8(ascii: "=")]
      where byte != token[index] {
        var other = token
        other[index] = byte
        #expect(throws: PermitSigner.Fault.self) {
          try signer.verify(String(decoding: other, as: UTF8.self))
        }
      }
    }
  }

  @Test(arguments: ["=", ".", " ", "\n", "A", ".e30", "\u{301}"])
  func `nothing may stand behind a permit`(_ rest: String) throws {
    let token = try signer.sign(claims)
    #expect(throws: PermitSigner.Fault.self) { try signer.verify(token + rest) }
    #expect(throws: PermitSigner.Fault.self) { try signer.verify(rest + token) }
  }

  @Test func `another key, algorithm or type is refused`() throws {
    let token = try signer.sign(claims)
    #expect(throws: PermitSigner.Fault.unknownKey) {
      try PermitSigner(key: SigningKey()).verify(token)
    }
    let rest = token.drop { $0 != "." }
    for header in [
      #"{"alg":"none"}"#, #"{"alg":"HS256","typ":"hegui-permit+jwt"}"#,
      #"{"alg":"EdDSA","typ":"JWT"}"#, "{}", "",
    ] {
      #expect(throws: PermitSigner.Fault.unknownKey) {
        try signer.verify(base64URL(header.utf8) + rest)
      }
    }
  }

  @Test func `a key that was retired is believed still`() throws {
    let old = SigningKey()
    let token = try PermitSigner(key: old).sign(claims)
    let both = PermitSigner(key: SigningKey(), retired: [old.verifying])
    #expect(try both.verify(token) == claims)
  }

  private let claims = PermitClaims(
    permit: ID("prm_1"),
    draft: ID("drf_1"),
    revision: 3,
    contentDigest: Digest(of: "稿".utf8),
    channel: "wechat",
    notBefore: Timestamp(milliseconds: 1_790_000_000_001),
    expiresAt: Timestamp(milliseconds: 1_790_003_600_999),
    ruleset: "sha256:0",
    policy: 2
  )
}
