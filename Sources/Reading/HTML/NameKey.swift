/// A short ASCII name in lower case, quick to compare; of longer ones the first 24 bytes and the length.
struct NameKey: Equatable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var count: Int

  init(_ bytes: ByteView, _ range: Range<Int>) {
    count = range.count
    for index in range.prefix(24) { add(bytes[index], at: index - range.lowerBound) }
  }

  init(_ name: String) {
    count = name.utf8.count
    for (index, byte) in name.utf8.prefix(24).enumerated() { add(byte, at: index) }
  }

  /// A number that differs between most names.
  var spread: Int {
    let mixed = (first ^ second &* 3 ^ third &* 5 ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  private mutating func add(_ byte: UInt8, at index: Int) {
    let lower = UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    let shift = UInt64(index & 7) * 8
    switch index >> 3 {
    case 0: first |= lower << shift
    case 1: second |= lower << shift
    default: third |= lower << shift
    }
  }
}
