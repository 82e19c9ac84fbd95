/// Walks over the attributes of one start tag in the text itself, as an HTML tokeniser does.
struct TagScanner {
  struct Attribute {
    let name: Range<Int>
    /// Without quotation marks; empty at the name's end where there is none.
    let value: Range<Int>
  }

  /// Behind the tag once there are no more attributes.
  private(set) var offset: Int

  /// `start` is the offset of the tag's `<`.
  init(at start: Int, in bytes: [UInt8]) {
    offset = start + 1
    while offset < bytes.count, isNameByte(bytes[offset]) { offset += 1 }
  }

  mutating func nextAttribute(in bytes: [UInt8]) -> Attribute? {
    while offset < bytes.count, bytes[offset] <= 0x20 || bytes[offset] == UInt8(ascii: "/") {
      offset += 1
    }
    guard offset < bytes.count else { return nil }
    if bytes[offset] == UInt8(ascii: ">") {
      offset += 1
      return nil
    }
    let start = offset
    offset += 1
    while offset < bytes.count, !endsName(bytes[offset]) { offset += 1 }
    let name = start..<offset
    var equals = offset
    while equals < bytes.count, bytes[equals] <= 0x20 { equals += 1 }
    guard equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: offset..<offset)
    }
    offset = equals + 1
    return Attribute(name: name, value: value(in: bytes))
  }

  private mutating func value(in bytes: [UInt8]) -> Range<Int> {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    guard offset < bytes.count else { return offset..<offset }
    let quote = bytes[offset]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = offset
      while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: ">") {
        offset += 1
      }
      return start..<offset
    }
    let start = offset + 1
    let end = bytes.firstOffset(of: quote, from: start) ?? bytes.count
    offset = min(end + 1, bytes.count)
    return start..<end
  }

  private func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "/")
  }
}
