/// A short ASCII name in lower case, quick to compare; of longer ones the first 24 bytes and the length.
struct NameKey: Equatable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var count = 0

  /// Of the empty name.
  init() {}

  init(_ bytes: ByteView, _ range: Range<Int>) {
    let start = range.lowerBound
    count = range.count
    first = lowercased(bytes.word(at: start, count: count))
    second = count > 8 ? lowercased(bytes.word(at: start + 8, count: count - 8)) : 0
    third = count > 16 ? lowercased(bytes.word(at: start + 16, count: count - 16)) : 0
  }

  init(_ name: String) {
    for byte in name.utf8 { append(byte) }
  }

  /// Lengthens the name.
  mutating func append(_ byte: UInt8) {
    let placed = lowercased(UInt64(byte) << (UInt64(count & 7) * 8))
    switch count >> 3 {
    case 0: first |= placed
    case 1: second |= placed
    case 2: third |= placed
    default: break
    }
    count += 1
  }

  /// A number that differs between most names.
  var spread: Int {
    let mixed = (first ^ second &* 3 ^ third &* 5 ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}

/// Eight bytes with the ASCII capitals among them made small.
func lowercased(_ word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let low = word & (0x7F &* ones)
  let isFromA = low &+ 0x3F &* ones
  let isBehindZ = low &+ 0x25 &* ones
  return word | (~word & (isFromA ^ isBehindZ) & (0x80 &* ones)) >> 2
}
