import HTTPTypes

/// The cookie that a browser is known again by.
struct SessionCookie: Sendable {
  /// Browsers take the prefix only over TLS; plain HTTP is for loopback.
  let isSecure: Bool

  private var name: String { isSecure ? "__Host-hegui" : "hegui" }
  private var attributes: String {
    "; Path=/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
  }

  func setting(_ secret: Secret) -> String { "\(name)=\(secret.text)\(attributes)" }

  var clearing: String { "\(name)=; Max-Age=0\(attributes)" }

  /// The secret that a request shows; nil for none.
  func secret(in headers: HTTPFields) -> Secret? {
    for field in headers[values: .cookie] {
      for pair in field.utf8.split(separator: UInt8(ascii: ";")) {
        let text = pair.drop { $0 == 0x20 }
        guard text.starts(with: "\(name)=".utf8) else { continue }
        let value = String(decoding: Array(text.dropFirst(name.utf8.count + 1)), as: UTF8.self)
        if value.utf8.count == 43 { return Secret(value) }
      }
    }
    return nil
  }
}
