import CLibXML2

extension ParserSession {
  /// Places a chunk of text that does not simply follow the last event.
  mutating func place(_ chunk: UnsafePointer<UInt8>, _ count: Int, endingAt position: Int) {
    while true {
      if unsafe placeAtCursor(chunk, count, endingAt: position) { return }
      // What the parser passed over without an event: an end tag of nothing, `&#0;`.
      guard let end = endOfMarkup(at: cursor), end <= position, end > cursor else { break }
      builder.gap(cursor..<end)
      cursor = end
    }
    for start in [position - count, position + width(at: position) - count]
    where start >= cursor {
      guard unsafe matches(chunk, count, at: start) else { continue }
      builder.gap(cursor..<start)
      cursor = start + count
      builder.text(start..<cursor)
      return
    }
    let end = max(cursor, min(position, text.count))
    unsafe builder.reference(ByteView(chunk, count: count), cursor..<end)
    cursor = end
  }

  private mutating func placeAtCursor(
    _ chunk: UnsafePointer<UInt8>,
    _ count: Int,
    endingAt position: Int
  ) -> Bool {
    let start = cursor
    if byte(start) == UInt8(ascii: "&"), let end = endOfReference(at: start) {
      guard end == position else { return false }
      cursor = end
      unsafe builder.reference(ByteView(chunk, count: count), start..<end)
      return true
    }
    guard unsafe matches(chunk, count, at: start) else { return false }
    let end = start + count
    // A chunk of more than 1,000 bytes and a stray `<` are reported one code point early, `&` and a name that
    // is no reference behind the name.
    let isShort = end > position && end - position <= 4
    let isStray = count == 1 && byte(start) == UInt8(ascii: "&")
    guard end == position || isShort || isStray else { return false }
    cursor = end
    builder.text(start..<end)
    return true
  }

  /// Moves `cursor` over tags, declarations and white space that end at or before a position.
  ///
  /// Returns where the last of these starts that is not white space.
  @discardableResult
  mutating func skipMarkup(to position: Int) -> Int? {
    var last: Int?
    while cursor < position {
      if byte(cursor) <= 0x20 {
        cursor += 1
      } else if let end = endOfMarkup(at: cursor), end <= position {
        last = cursor
        builder.gap(cursor..<end)
        cursor = end
      } else {
        break
      }
    }
    return last
  }

  /// The end of a tag, comment, declaration or character reference; nil where text starts.
  private func endOfMarkup(at start: Int) -> Int? {
    switch byte(start) {
    case UInt8(ascii: "&"): return endOfReference(at: start)
    case UInt8(ascii: "<"): break
    default: return nil
    }
    switch byte(start + 1) {
    case UInt8(ascii: "!"):
      let isComment = byte(start + 2) == UInt8(ascii: "-") && byte(start + 3) == UInt8(ascii: "-")
      return isComment ? text.endOfComment(at: start) : end(after: UInt8(ascii: ">"), from: start)
    case UInt8(ascii: "/"):
      // Where no name follows, the parser passes over the two bytes alone.
      let hasName = isLetter(byte(start + 2)) || "_:".utf8.contains(byte(start + 2))
      return hasName ? end(after: UInt8(ascii: ">"), from: start) : start + 2
    case UInt8(ascii: "?"):
      return end(after: UInt8(ascii: ">"), from: start)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return endOfStartTag(at: start)
    default:
      return nil
    }
  }

  private func end(after byte: UInt8, from start: Int) -> Int {
    text.firstOffset(of: byte, from: start).map { $0 + 1 } ?? text.count
  }

  /// A start tag without an event (a second `<body>`): only its quoted values may hold a `>`.
  private func endOfStartTag(at start: Int) -> Int {
    var index = start + 1
    while index < text.count {
      let byte = byte(index)
      index += 1
      if byte == UInt8(ascii: ">") { return index }
      guard byte == UInt8(ascii: "=") else { continue }
      while self.byte(index) <= 0x20, index < text.count { index += 1 }
      let quote = self.byte(index)
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        index = end(after: quote, from: index + 1)
      }
    }
    return text.count
  }

  /// The end of `&name;`, `&#1;` or `&#x1;`, where the parser takes it for a reference.
  private func endOfReference(at start: Int) -> Int? {
    var index = start + 1
    if byte(index) == UInt8(ascii: "#") {
      index += 1
      let isHexadecimal = byte(index) | 0x20 == UInt8(ascii: "x")
      if isHexadecimal { index += 1 }
      let first = index
      while isDigit(byte(index), isHexadecimal) { index += 1 }
      guard index > first else { return nil }
      return byte(index) == UInt8(ascii: ";") ? index + 1 : index
    }
    while isDigit(byte(index), false) || isLetter(byte(index)) { index += 1 }
    guard index > start + 1, byte(index) == UInt8(ascii: ";") else { return nil }
    guard isEntity(start + 1..<index) else { return nil }
    return index + 1
  }

  private func isEntity(_ name: Range<Int>) -> Bool {
    guard name.count < 32 else { return false }
    var terminated = name.map { byte($0) }
    terminated.append(0)
    return unsafe terminated.withUnsafeBufferPointer {
      guard let base = $0.baseAddress else { return false }
      return unsafe htmlEntityLookup(base) != nil
    }
  }

  private func isDigit(_ byte: UInt8, _ isHexadecimal: Bool) -> Bool {
    (0x30...0x39).contains(byte) || (isHexadecimal && (0x61...0x66).contains(byte | 0x20))
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Bytes of the code point at an offset.
  private func width(at offset: Int) -> Int {
    switch byte(offset) {
    case 0..<0x80: 1
    case 0..<0xE0: 2
    case 0..<0xF0: 3
    default: 4
    }
  }
}
