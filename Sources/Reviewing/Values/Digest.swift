import Crypto

/// `sha256:` and 64 hexadecimal digits.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  package init(of bytes: some Sequence<UInt8>) {
    description = "sha256:" + SHA256.hash(data: Array(bytes)).hexadecimal
  }

  package init(of value: JSON) { self.init(of: value.canonicalBytes) }

  /// Nil for what does not look like one.
  package init?(_ text: String) {
    let digits = text.utf8.dropFirst(7)
    guard text.hasPrefix("sha256:"), digits.count == 64,
      digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    description = text
  }
}

extension Digest: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a digest")
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Sequence<UInt8> {
  /// Two lower-case digits a byte.
  package var hexadecimal: String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * underestimatedCount)
    for byte in self {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
