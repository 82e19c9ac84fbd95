import Crypto

/// The end of the chain in sixteen characters that fit on paper: printed on the release form, which is signed and
/// filed, they are an anchor that no program can change.
package struct AuditCode: Hashable, Sendable, CustomStringConvertible {
  /// 80 bits.
  private let bytes: [UInt8]

  package init(chain: String, sequence: Int64, head: String) {
    let text = "hegui-code-v1\0\(chain)\0\(sequence)\0\(head)"
    bytes = Array(SHA256.hash(data: Array(text.utf8)).prefix(10))
  }

  package init(_ checkpoint: Checkpoint) {
    self.init(chain: checkpoint.chain, sequence: checkpoint.sequence, head: checkpoint.head)
  }

  /// As somebody types it from paper: small letters, O for 0, I and L for 1, with or without hyphens and blanks.
  package init?(_ typed: String) {
    var values: [UInt8] = []
    for byte in typed.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
      guard let value = Self.value(of: byte) else { return nil }
      values.append(value)
    }
    guard values.count == 16 else { return nil }
    bytes = stride(from: 0, to: 16, by: 8).flatMap { start in
      let bits = values[start..<start + 8].reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
      return (0..<5).map { UInt8(truncatingIfNeeded: bits >> (32 - 8 * $0)) }
    }
  }

  /// Four groups of four in Crockford's base 32.
  package var description: String {
    let digits = stride(from: 0, to: 10, by: 5).flatMap { start in
      let bits = bytes[start..<start + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return (0..<8).map { Self.alphabet[Int(bits >> (35 - 5 * $0) & 31)] }
    }
    return stride(from: 0, to: 16, by: 4)
      .map { String(decoding: digits[$0..<$0 + 4], as: UTF8.self) }.joined(separator: "-")
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  private static func value(of byte: UInt8) -> UInt8? {
    let upper = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    switch upper {
    case UInt8(ascii: "O"): return 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    default: return alphabet.firstIndex(of: upper).map { UInt8($0) }
    }
  }
}
