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

  /// Whether there may be a character that the parser stumbles over: a control other than tab and line ends,
  /// U+FFFE or U+FFFF.
  ///
  /// A quick look at 8 bytes at a time that errs towards yes.
  var mayHoldControls: Bool {
    unsafe withUnsafeBytes { bytes in
      var offset = 0
      while offset + 9 <= bytes.count {
        let here = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let next = unsafe bytes.loadUnaligned(fromByteOffset: offset + 1, as: UInt64.self)
        if hasZero(here ^ (0xEF &* ones)) & hasZero(next ^ (0xBF &* ones)) != 0 { return true }
        // Of eight bytes below 0x20 at least one, most often a line end.
        if (here &- 0x20 &* ones) & ~here & (0x80 &* ones) != 0,
          unsafe hasControl(bytes, offset..<offset + 8)
        {
          return true
        }
        offset += 8
      }
      let rest = offset..<bytes.count
      return unsafe hasControl(bytes, rest) || rest.contains { unsafe bytes[$0] == 0xEF }
    }
  }
}

private let ones: UInt64 = 0x0101_0101_0101_0101

/// The high bit of each byte that is zero, and perhaps of some above it.
private func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (0x80 &* ones) }

private func hasControl(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
  for index in range {
    let byte = unsafe bytes[index]
    if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return true }
  }
  return false
}
