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
    guard let first = word.utf8.first else { return nil }
    var offset = start
    if word == "<" { return bytes[start..<max(start, end)].firstIndex(of: first) }
    while offset < end {
      // Only the few bytes that could begin the word are worth a comparison.
      if bytes[offset] | 0x20 == first | 0x20, matches(word, at: offset) {
        return offset + word.utf8.count <= end ? offset : nil
      }
      offset += 1
    }
    return nil
  }

  /// Whether the lower-case word stands at an offset, in any case.
  private func matches(_ word: String, at offset: Int) -> Bool {
    var place = offset
    for letter in word.utf8 {
      guard place < bytes.count else { return false }
      let byte = bytes[place]
      guard letter == (65...90 ~= byte ? byte | 0x20 : byte) else { return false }
      place += 1
    }
    return true
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
