import ChineseText

/// How many code points of valid UTF-8 are no white space.
func visibleCount(_ text: Span<UInt8>) -> Int {
  var count = 0
  for index in text.indices {
    let byte = text[index]
    // What is blank starts with one of few bytes; bytes that go on with a code point do not count.
    if byte >= 0xE4 || byte > 0x20 && byte < 0x80 {
      count += 1
    } else if byte <= 0x20 {
      count += byte == 0x20 || (0x09...0x0D).contains(byte) ? 0 : 1
    } else if byte >= 0xC0 {
      count += isBlank(at: index, of: text) ? 0 : 1
    }
  }
  return count
}

/// Whether the code point of two or three bytes at an offset is white space as drafts hold it.
private func isBlank(at offset: Int, of text: Span<UInt8>) -> Bool {
  guard offset + 1 < text.count else { return false }
  let second = text[offset + 1]
  let third = offset + 2 < text.count ? text[offset + 2] : 0
  return switch (text[offset], second) {
  case (0xC2, 0x85), (0xC2, 0xA0): true
  case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
  case (0xE2, 0x80):
    (0x80...0x8A).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
  case (0xE2, 0x81): third == 0x9F
  default: false
  }
}

extension String {
  /// How many code points, white space apart.
  var visibleCount: Int { Rules.visibleCount(utf8.span) }

  /// Whether there is nothing but white space.
  var isBlank: Bool { startsVisibly ? false : allSatisfy(\.isWhitespace) }

  /// The text without white space at its ends.
  var trimmingBlanks: String {
    if startsVisibly, let last = utf8.last, (0x21...0x7E).contains(last) { return self }
    var text = drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// Whether the first byte shows that the first character is no white space.
  private var startsVisibly: Bool {
    guard let first = utf8.first else { return false }
    return (0x21...0x7E).contains(first) || first >= 0xE4
  }
}
