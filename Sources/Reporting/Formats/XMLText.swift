extension ByteWriter {
  /// Text between tags or inside a quoted attribute of XML 1.0.
  ///
  /// XML has no way to say most control characters and two noncharacters; U+FFFD stands for each.
  package mutating func writeXML(_ text: String) {
    let bytes = text.utf8Span.span
    var written = 0
    for index in bytes.indices {
      guard let replacement = replacement(at: index, in: bytes) else { continue }
      write(bytes.extracting(written..<index + 1 - replacement.length))
      write(replacement.text)
      written = index + 1
    }
    write(bytes.extracting(written..<bytes.count))
  }

  /// ` name="text"`.
  mutating func writeXML(attribute name: String, _ text: String) {
    write(" " + name + "=\"")
    writeXML(text)
    write("\"")
  }
}

/// What stands for the code point that ends with a byte, and how many bytes that has; nil where it stands for itself.
private func replacement(at index: Int, in bytes: Span<UInt8>) -> (text: String, length: Int)? {
  switch bytes[index] {
  case UInt8(ascii: "&"): ("&amp;", 1)
  case UInt8(ascii: "<"): ("&lt;", 1)
  case UInt8(ascii: ">"): ("&gt;", 1)
  case UInt8(ascii: "\""): ("&quot;", 1)
  case UInt8(ascii: "'"): ("&#39;", 1)
  // As they stand, a reader would take them for spaces or drop them.
  case 0x09: ("&#9;", 1)
  case 0x0A: ("&#10;", 1)
  case 0x0D: ("&#13;", 1)
  case 0x00..<0x20, 0x7F: ("\u{FFFD}", 1)
  case 0xBE, 0xBF:
    index >= 2 && bytes[index - 2] == 0xEF && bytes[index - 1] == 0xBF ? ("\u{FFFD}", 3) : nil
  default: nil
  }
}
