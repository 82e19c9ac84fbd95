extension FrontMatterReader {
  /// The scalar in quotation marks at an offset; its range is what stands between them.
  func quotedScalar(from start: Int) -> (string: String, range: Range<Int>)? {
    let mark = bytes[start]
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else { return nil }
    var scalar: [UInt8] = []
    var offset = start + 1
    while offset < end {
      let byte = bytes[offset]
      if byte == mark {
        let isDoubled = mark == 0x27 && offset + 1 < end && bytes[offset + 1] == mark
        guard isDoubled else {
          return (String(decoding: scalar, as: UTF8.self), start + 1..<offset)
        }
        scalar.append(mark)
        offset += 2
      } else if byte == UInt8(ascii: "\\"), mark == 0x22, offset + 1 < end {
        offset = appendEscape(at: offset + 1, to: &scalar)
      } else if byte.isLineEnd {
        scalar.append(0x20)
        offset = afterBlanks(offset, to: end, withLines: true)
      } else {
        scalar.append(byte)
        offset += 1
      }
    }
    return nil
  }

  /// Appends what an escape of a double-quoted scalar stands for and tells where it ends.
  private func appendEscape(at offset: Int, to scalar: inout [UInt8]) -> Int {
    let digits: [UInt8: Int] = [0x78: 2, 0x75: 4, 0x55: 8]
    let byte = bytes[offset]
    if let count = digits[byte], offset + count < end {
      let text = String(decoding: bytes[offset + 1...offset + count], as: UTF8.self)
      if let value = UInt32(text, radix: 16), let character = Unicode.Scalar(value) {
        scalar.append(contentsOf: String(character).utf8)
        return offset + 1 + count
      }
    }
    switch byte {
    case UInt8(ascii: "n"): scalar.append(0x0A)
    case UInt8(ascii: "t"): scalar.append(0x09)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), 0x20: scalar.append(byte)
    default: scalar.append(contentsOf: [UInt8(ascii: "\\"), byte])
    }
    return offset + 1
  }
}
