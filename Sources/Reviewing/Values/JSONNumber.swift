/// A number as JSON writes it, of which whole ones are kept.
struct JSONNumber {
  let bytes: [UInt8]
  private(set) var offset: Int
  private let start: Int
  private var digits: [UInt8] = []
  private var fractionDigits = 0
  private var exponent = 0

  init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
    start = offset
  }

  /// Whether there is one.
  mutating func read() -> Bool {
    _ = skip("-")
    let whole = run()
    guard !whole.isEmpty, whole.count == 1 || whole[0] != 0x30 else { return false }
    digits = whole
    if skip(".") {
      isPlain = false
      let fraction = run()
      guard !fraction.isEmpty else { return false }
      digits += fraction
      fractionDigits = fraction.count
    }
    return readExponent()
  }

  private mutating func readExponent() -> Bool {
    guard skip("e") || skip("E") else { return true }
    isPlain = false
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    let power = run()
    guard !power.isEmpty else { return false }
    let value = Int(String(decoding: power.prefix(6), as: UTF8.self)) ?? 0
    exponent = isNegative ? -value : value
    return true
  }

  /// Whether it is digits and a sign alone.
  private(set) var isPlain = true

  /// The value; nil where it is not whole or beyond 64 bits.
  var whole: Int64? {
    var digits = Array(digits.drop { $0 == 0x30 })
    var scale = exponent - fractionDigits
    while scale < 0, digits.last == 0x30 {
      digits.removeLast()
      scale += 1
    }
    guard !digits.isEmpty else { return 0 }
    guard scale >= 0, digits.count + scale <= 19 else { return nil }
    let sign = bytes[start] == UInt8(ascii: "-") ? "-" : ""
    let text = String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: scale)
    return Int64(sign + text)
  }

  private mutating func run() -> [UInt8] {
    let digits = bytes[offset...].prefix { (0x30...0x39).contains($0) }
    offset += digits.count
    return Array(digits)
  }

  private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: byte) else { return false }
    offset += 1
    return true
  }
}
