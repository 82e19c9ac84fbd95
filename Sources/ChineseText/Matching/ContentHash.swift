/// A fast hash of 128 bits, to know contents again and to see damage; no protection from an attacker.
package struct ContentHash: Hashable, Sendable {
  package let low: UInt64
  package let high: UInt64

  /// The hash of the bytes, different for different seeds.
  init(_ bytes: UnsafeRawBufferPointer, seed: UInt64) {
    var a = seed ^ 0x9E37_79B9_7F4A_7C15
    var b = UInt64(bytes.count) ^ 0xC2B2_AE3D_27D4_EB4F
    var c: UInt64 = 0x1656_67B1_9E37_79F9
    var d: UInt64 = 0x27D4_EB2F_1656_67C5
    var at = 0
    while at &+ 64 <= bytes.count {
      a = unsafe mixed(a ^ bytes.word(at), 0xA076_1D64_78BD_642F ^ bytes.word(at &+ 8))
      b = unsafe mixed(b ^ bytes.word(at &+ 16), 0xE703_7ED1_A0B4_28DB ^ bytes.word(at &+ 24))
      c = unsafe mixed(c ^ bytes.word(at &+ 32), 0x8EBC_6AF0_9C88_C6E3 ^ bytes.word(at &+ 40))
      d = unsafe mixed(d ^ bytes.word(at &+ 48), 0x5899_65CC_7537_4CC3 ^ bytes.word(at &+ 56))
      at &+= 64
    }
    while at < bytes.count {
      var word: UInt64 = 0
      for index in at..<min(at + 8, bytes.count) { word = unsafe word << 8 | UInt64(bytes[index]) }
      (a, b, c, d) = (mixed(b ^ word, 0xA076_1D64_78BD_642F), c, d, a)
      at += 8
    }
    low = mixed(a ^ 0x1D8E_4E27_C47D_124F, b) ^ mixed(c, d ^ 0xEB44_ACCA_B455_D165)
    high = mixed(a ^ c, 0xE703_7ED1_A0B4_28DB) ^ mixed(b ^ d, 0x8EBC_6AF0_9C88_C6E3) &+ low
  }

  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// The hash of two contents together.
  package func joined(with other: ContentHash) -> ContentHash {
    ContentHash(low: mixed(low, other.high) ^ other.low, high: mixed(high, other.low) ^ other.high)
  }

  /// 32 lower-case hexadecimal digits.
  package var hexadecimal: String {
    var text = ""
    for word in [high, low] {
      let digits = String(word, radix: 16)
      text += String(repeating: "0", count: 16 - digits.count) + digits
    }
    return text
  }
}

@inline(__always)
private func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = left.multipliedFullWidth(by: right)
  return product.high ^ product.low
}

extension UnsafeRawBufferPointer {
  @inline(__always)
  fileprivate func word(_ offset: Int) -> UInt64 {
    unsafe loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
}
