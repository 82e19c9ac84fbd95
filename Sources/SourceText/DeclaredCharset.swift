/// The encoding that a page names in its first 2 KB, as written; nil where it names none.
func declaredCharset(_ bytes: [UInt8]) -> String? {
  let scan = DeclarationScan(bytes: Array(bytes.prefix(2048)))
  return scan.xmlDeclaration() ?? scan.metaElement()
}

/// A look over the start of a page, in the manner of browsers: comments are passed over.
private struct DeclarationScan {
  let bytes: [UInt8]

  func xmlDeclaration() -> String? {
    guard matches("<?xml", at: 0), let end = find("?>", from: 0, to: bytes.count),
      let key = find("encoding", from: 0, to: end)
    else { return nil }
    return value(after: key + 8, to: end)
  }

  func metaElement() -> String? {
    var offset = 0
    while let tag = find("<", from: offset, to: bytes.count) {
      offset = tag + 1
      if matches("<!--", at: tag) {
        guard let end = find("-->", from: tag + 4, to: bytes.count) else { return nil }
        offset = end + 3
      } else if matches("<meta", at: tag) {
        let end = find(">", from: tag, to: bytes.count) ?? bytes.count
        if let key = find("charset", from: tag, to: end),
          let name = value(after: key + 7, to: end)
        {
          return name
        }
        offset = end
      }
    }
    return nil
  }

  /// The name behind `=`, with or without quotation marks.
  private func value(after start: Int, to end: Int) -> String? {
    var offset = start
    while offset < end, isBlank(bytes[offset]) { offset += 1 }
    guard offset < end, bytes[offset] == UInt8(ascii: "=") else { return nil }
    offset += 1
    while offset < end, isBlank(bytes[offset]) || isQuote(bytes[offset]) { offset += 1 }
    var stop = offset
    while stop < end, isNameByte(bytes[stop]) { stop += 1 }
    return offset < stop ? String(decoding: bytes[offset..<stop], as: UTF8.self) : nil
  }

  private func find(_ word: String, from start: Int, to end: Int) -> Int? {
    guard start <= end - word.utf8.count else { return nil }
    return (start...end - word.utf8.count).first { matches(word, at: $0) }
  }

  /// Whether the lower-case word stands at an offset, in any case.
  private func matches(_ word: String, at offset: Int) -> Bool {
    let letters = word.utf8
    guard offset + letters.count <= bytes.count else { return false }
    return zip(letters, bytes[offset...]).allSatisfy { letter, byte in
      letter == (65...90 ~= byte ? byte | 0x20 : byte)
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."): true
    default: false
    }
  }
}
