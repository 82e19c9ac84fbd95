import Crypto

/// `sha256:` and the hexadecimal SHA-256 of the parts one after another.
package func sha256(of parts: [UInt8]...) -> String { sha256(of: parts) }

/// `sha256:` and the hexadecimal SHA-256 of the parts one after another.
package func sha256(of parts: [[UInt8]]) -> String {
  var hasher = SHA256()
  for part in parts { hasher.update(data: part) }
  let digits = Array("0123456789abcdef".utf8)
  var text = Array("sha256:".utf8)
  for byte in unsafe hasher.finalize().withUnsafeBytes({ unsafe Array($0) }) {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
