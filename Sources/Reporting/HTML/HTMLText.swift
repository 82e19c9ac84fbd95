extension ByteWriter {
  /// Text between tags or inside a quoted attribute.
  ///
  /// Works on bytes: whatever combines with a quotation mark leaves it a quotation mark.
  package mutating func writeHTML(_ text: String) { writeHTML(text.utf8Span.span) }

  mutating func writeHTML(_ text: Span<UInt8>) {
    for index in text.indices { writeHTML(byte: text[index]) }
  }

  mutating func writeHTML(byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): write("&amp;")
    case UInt8(ascii: "<"): write("&lt;")
    case UInt8(ascii: ">"): write("&gt;")
    case UInt8(ascii: "\""): write("&quot;")
    case UInt8(ascii: "'"): write("&#39;")
    // HTML has no way to say these.
    case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: write("\u{FFFD}")
    default: write(byte: byte)
    }
  }
}
