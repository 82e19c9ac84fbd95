package import Reviewing

/// How an API token is written, so that people and scanners of secrets know one:
/// `hegui_<kind>_<8>_<43 base64url>_<6>`, the last being a checksum.
package struct TokenText: Sendable {
  package let text: String

  /// A new one; `kind` is a short word such as `ci` that says what it is for.
  package init(kind: String) {
    let word = kind.utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    let name = String(decoding: word.prefix(12), as: UTF8.self)
    let label = base64URL((0..<6).map { _ in UInt8.random(in: .min ... .max) })
    let body = "hegui_\(name.isEmpty ? "api" : name)_\(label)_\(Secret().text)"
    text = body + "_" + Self.checksum(of: body)
  }

  /// Nil for what is not written so or has a slip in it.
  init?(reading text: String) {
    let bytes = Array(text.utf8)
    guard text.hasPrefix("hegui_"), (65...90).contains(bytes.count),
      bytes[bytes.count - 7] == UInt8(ascii: "_")
    else { return nil }
    let body = String(decoding: bytes.dropLast(7), as: UTF8.self)
    guard isSame(text, body + "_" + Self.checksum(of: body)) else { return nil }
    self.text = text
  }

  package var hash: Digest { Digest(of: text.utf8) }

  /// CRC-32, base64url.
  private static func checksum(of text: String) -> String {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in text.utf8 {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    sum = ~sum
    return base64URL([24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) })
  }
}
