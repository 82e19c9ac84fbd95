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

  /// Whether the parser would stumble over a character: a control other than tab and line ends, U+FFFE, U+FFFF.
  var hasControls: Bool {
    unsafe withUnsafeBufferPointer { bytes in
      // Without branches, so that the compiler can take many bytes at once.
      var controls: UInt8 = 0
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
        controls |= isControl ? 1 : 0
      }
      guard controls == 0, bytes.count > 2 else { return controls != 0 }
      var nonCharacters: UInt8 = 0
      for index in 0..<bytes.count - 2 {
        let isLead = unsafe bytes[index] == 0xEF && bytes[index + 1] == 0xBF
        nonCharacters |= unsafe isLead && bytes[index + 2] >= 0xBE ? 1 : 0
      }
      return nonCharacters != 0
    }
  }
}
