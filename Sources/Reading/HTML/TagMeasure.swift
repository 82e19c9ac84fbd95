import CLibXML2

/// How much there is in a start tag.
struct TagMeasure {
  private(set) var end: Int
  private(set) var attributeCount = 0
  /// Bytes of data URIs.
  private(set) var dataBytes = 0

  /// Of the tag whose `<` stands at an offset.
  ///
  /// Every tag of a draft is measured, so this one reads plain memory.
  init(ofTagAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    end = start + 1
    while end < bytes.count {
      switch unsafe bytes[end] {
      case UInt8(ascii: ">"):
        end += 1
        return
      case UInt8(ascii: "="):
        end += 1
        unsafe skipValue(in: bytes)
      case 0...0x20:
        end += 1
        if end < bytes.count, unsafe bytes[end] > 0x20 { attributeCount += 1 }
      default: end += 1
      }
    }
  }

  private mutating func skipValue(in bytes: UnsafeBufferPointer<UInt8>) {
    while end < bytes.count, unsafe bytes[end] <= 0x20 { end += 1 }
    guard end < bytes.count else { return }
    let quote = unsafe bytes[end]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return }
    let start = end + 1
    let close = unsafe hegui_next_byte(bytes.baseAddress, Int32(quote), start, bytes.count)
    end = min(close + 1, bytes.count)
    if close - start > 1024, unsafe isDataURI(at: start, in: bytes) { dataBytes += close - start }
    // `a="1"b="2"`: the next one starts right here.
    if end < bytes.count, unsafe isNameByte(bytes[end]) { attributeCount += 1 }
  }

  private func isDataURI(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    zip("data:".utf8, start..<start + 5).allSatisfy { unsafe bytes[$1] | 0x20 == $0 | 0x20 }
  }
}
