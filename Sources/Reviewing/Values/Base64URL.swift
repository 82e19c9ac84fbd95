/// Base64 for addresses and tokens, without padding (RFC 4648, section 5).
package func base64URL(_ bytes: some Sequence<UInt8>) -> String {
  var digits: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in bytes {
    bits = bits << 8 | UInt32(byte)
    count += 8
    while count >= 6 {
      count -= 6
      digits.append(alphabet[Int(bits >> count & 63)])
    }
  }
  if count > 0 { digits.append(alphabet[Int(bits << (6 - count) & 63)]) }
  return String(decoding: digits, as: UTF8.self)
}

/// Nil for anything but the one spelling that `base64URL` gives: padding, blanks and stray last bits are refused.
package func bytes(ofBase64URL digits: some Sequence<UInt8>) -> [UInt8]? {
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for digit in digits {
    guard let value = value(of: digit) else { return nil }
    bits = bits << 6 | value
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> count))
    }
  }
  return count < 6 && bits & (1 << count - 1) == 0 ? bytes : nil
}

private let alphabet = Array(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
)

private func value(of digit: UInt8) -> UInt32? {
  switch digit {
  case 0x41...0x5A: UInt32(digit - 0x41)
  case 0x61...0x7A: UInt32(digit - 0x61 + 26)
  case 0x30...0x39: UInt32(digit - 0x30 + 52)
  case 0x2D: 62
  case 0x5F: 63
  default: nil
  }
}
