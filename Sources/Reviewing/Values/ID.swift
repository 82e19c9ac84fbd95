/// The name of one thing of a kind, such as `drf_0192…`: a prefix that says the kind and a UUID of version 7.
///
/// Compared by bytes; the type keeps the names of one kind from being used for another.
package struct ID<Of>: Hashable, Sendable, CustomStringConvertible {
  package let value: String

  package init(_ value: String) { self.value = value }

  package var description: String { value }

  package static func == (left: Self, right: Self) -> Bool {
    left.value.utf8.elementsEqual(right.value.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in value.utf8 { hasher.combine(byte) }
  }
}

extension ID: Codable {
  package init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

/// A kind of thing that has an `ID`.
package protocol Identified {
  /// Three letters before the underscore.
  static var idPrefix: String { get }
}

/// Makes new ids; a test passes one of its own.
package struct IDSource: Sendable {
  private let random: @Sendable () -> UInt64

  package init(random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }) {
    self.random = random
  }

  /// A new id whose order is that of its time, to the millisecond (RFC 9562, section 5.7).
  package func next<Kind: Identified>(_ kind: Kind.Type = Kind.self, at now: Timestamp) -> ID<Kind>
  {
    let high = UInt64(truncatingIfNeeded: now.milliseconds) << 16 | 0x7000 | random() & 0x0FFF
    let low = random() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = high.hexDigits + low.hexDigits
    let parts = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)].map { start, end in
      String(decoding: digits[start..<end], as: UTF8.self)
    }
    return ID("\(Kind.idPrefix)_\(parts.joined(separator: "-"))")
  }
}

extension UInt64 {
  fileprivate var hexDigits: [UInt8] {
    stride(from: 60, through: 0, by: -4).map {
      Array("0123456789abcdef".utf8)[Int(self >> $0 & 15)]
    }
  }
}
