import CLibXML2

extension [UInt8] {
  /// Where a byte stands next.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    let found = unsafe withUnsafeBufferPointer {
      unsafe hegui_next_byte($0.baseAddress, Int32(byte), start, $0.count)
    }
    return found < count ? found : nil
  }

  /// Where the comment ends whose `<!--` starts at an offset.
  func endOfComment(at start: Int) -> Int {
    var offset = start + 4
    while let close = firstOffset(of: UInt8(ascii: ">"), from: offset) {
      let dash = self[close - 1] == UInt8(ascii: "!") ? close - 2 : close - 1
      if dash > start + 4, self[dash] == UInt8(ascii: "-"), self[dash - 1] == UInt8(ascii: "-") {
        return close + 1
      }
      offset = close + 1
    }
    return count
  }

  /// Whether there is a character that the parser stumbles over: a control other than tab and line ends,
  /// U+FFFE or U+FFFF.
  var hasControls: Bool {
    unsafe withUnsafeBytes { bytes in
      var offset = 0
      // Every draft goes through here whole, so eight bytes at a time and what is rare apart.
      while offset + 10 <= bytes.count {
        let here = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let second = unsafe bytes.loadUnaligned(fromByteOffset: offset + 1, as: UInt64.self)
        // Tabs and line ends among them, and other characters from U+FFC0 on.
        let controls = (here &- 0x20 &* ones) & ~here & (0x80 &* ones)
        let last = zeros(here ^ 0xEF &* ones) & zeros(second ^ 0xBF &* ones)
        if controls | last != 0, unsafe holdsControl(bytes, in: offset..<offset + 8) {
          return true
        }
        offset += 8
      }
      return unsafe holdsControl(bytes, in: offset..<bytes.count)
    }
  }

  /// Whether such a character starts in a part of some bytes.
  private func holdsControl(_ bytes: UnsafeRawBufferPointer, in part: Range<Int>) -> Bool {
    part.contains { offset in
      let byte = unsafe bytes[offset]
      if byte < 0x20 { return byte != 0x09 && byte != 0x0A && byte != 0x0D }
      guard byte == 0xEF, offset + 2 < bytes.count else { return false }
      return unsafe bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE
    }
  }
}

private let ones: UInt64 = 0x0101_0101_0101_0101

/// The high bit of each byte that is zero.
private func zeros(_ word: UInt64) -> UInt64 {
  let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  return ~((word & low &+ low) | word | low)
}
