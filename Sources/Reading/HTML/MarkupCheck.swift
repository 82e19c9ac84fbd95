import SourceText

/// One quick look at a draft's tags before the parser sees them.
///
/// Refuses what would cost the parser too much (libxml2 is quadratic in the attributes of one tag), and
/// masks, byte for byte, what would make it end early or read otherwise than a browser.
struct MarkupCheck {
  /// What the parser is given: as long as the draft, equal to it wherever it has text.
  private(set) var bytes: [UInt8]
  private let limits: ReadingLimits
  private var search = EndTagSearch()

  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    self.bytes = bytes
    self.limits = limits
    if bytes.hasControls { maskControls() }
    var offset = 0
    while let tag = self.bytes.firstOffset(of: UInt8(ascii: "<"), from: offset) {
      offset = try end(ofMarkupAt: tag)
    }
  }

  /// Where what starts at a `<` ends; one byte on where it is text.
  private mutating func end(ofMarkupAt start: Int) throws(ReadingError) -> Int {
    switch byte(start + 1) {
    case UInt8(ascii: "!"): return end(ofDeclarationAt: start)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      let end = try end(ofTagAt: start)
      if search.openCount <= limits.depth {
        search.start(bytes, at: start, isClosed: byte(end - 2) == 0x2F)
      }
      return endOfRawText(ofTagAt: start, from: end)
    case UInt8(ascii: "/"):
      search.end(bytes, at: start)
      if search.steps > limits.endTagSteps {
        throw .tooManyStrayEndTags(limit: limits.endTagSteps, line: line(of: start))
      }
      return start + 2
    default: return start + 1
    }
  }

  /// The end of a comment; what only browsers take for one is masked.
  private mutating func end(ofDeclarationAt start: Int) -> Int {
    if byte(start + 2) == UInt8(ascii: "-"), byte(start + 3) == UInt8(ascii: "-") {
      for (length, text) in [(5, "<!-->"), (6, "<!--->")] where matches(text, at: start) {
        mask(start..<start + length)
        return start + length
      }
      return bytes.endOfComment(at: start)
    }
    let isDoctype = (byte(start + 2) | 0x20) == UInt8(ascii: "d")
    guard let close = bytes.firstOffset(of: UInt8(ascii: ">"), from: start) else {
      return bytes.count
    }
    if !isDoctype, close - start >= 3 { mask(start..<close + 1) }
    return close + 1
  }

  /// Writes an end tag of no element, which the parser passes over.
  private mutating func mask(_ range: Range<Int>) {
    bytes[range.lowerBound + 1] = UInt8(ascii: "/")
    bytes[range.lowerBound + 2] = UInt8(ascii: "x")
    for index in range.lowerBound + 3..<range.upperBound - 1 { bytes[index] = 0x20 }
  }

  private func end(ofTagAt start: Int) throws(ReadingError) -> Int {
    let tag = unsafe bytes.withUnsafeBufferPointer {
      unsafe TagMeasure(ofTagAt: start, in: $0)
    }
    if tag.attributeCount > limits.attributesInTag {
      throw .tooManyAttributes(limit: limits.attributesInTag, line: line(of: start))
    }
    if tag.end - start - tag.dataBytes > limits.bytesInTag {
      throw .tagTooLong(limit: limits.bytesInTag, line: line(of: start))
    }
    return tag.end
  }

  /// Passes over the contents of `script` and `style`, whose `<` starts no tag.
  private func endOfRawText(ofTagAt start: Int, from end: Int) -> Int {
    let first = byte(start + 1) | 0x20
    let second = byte(start + 2) | 0x20
    guard first == UInt8(ascii: "s"), second == UInt8(ascii: "c") || second == UInt8(ascii: "t"),
      byte(end - 2) != UInt8(ascii: "/")
    else { return end }
    for name in ["script", "style"] where matches(name, at: start + 1) {
      guard !isNameByte(byte(start + 1 + name.utf8.count)) else { continue }
      var offset = end
      while let tag = bytes.firstOffset(of: UInt8(ascii: "<"), from: offset) {
        if byte(tag + 1) == UInt8(ascii: "/"), matches(name, at: tag + 2) { return tag }
        offset = tag + 1
      }
      return bytes.count
    }
    return end
  }

  /// The parser ends at NUL and drops other controls and non-characters.
  private mutating func maskControls() {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 {
        if byte != 0x09, byte != 0x0A, byte != 0x0D { bytes[index] = 0x7F }
      } else if byte == 0xEF, self.byte(index + 1) == 0xBF, self.byte(index + 2) >= 0xBE {
        bytes[index + 2] = 0xBD
      }
    }
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func matches(_ lowercase: String, at start: Int) -> Bool {
    var index = start
    for expected in lowercase.utf8 {
      let byte = byte(index)
      guard byte == expected || ((0x41...0x5A).contains(byte) && byte | 0x20 == expected) else {
        return false
      }
      index += 1
    }
    return true
  }

  private func line(of offset: Int) -> Int {
    LineIndex(bytes).position(of: offset).line
  }
}

func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
  default: byte >= 0x80
  }
}
