/// Collects the UTF-8 bytes of a report.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func reserve(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

  package mutating func write(_ text: String) { write(text.utf8Span.span) }

  package mutating func write(_ part: [UInt8]) { bytes.append(contentsOf: part) }

  package mutating func write(_ part: ArraySlice<UInt8>) { bytes.append(contentsOf: part) }

  mutating func write(_ part: Span<UInt8>) {
    unsafe part.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  package mutating func write(byte: UInt8, times: Int = 1) {
    for _ in 0..<max(0, times) { bytes.append(byte) }
  }

  package mutating func write(_ number: Int) {
    guard number >= 0 else { return write(String(number)) }
    if number >= 10 { write(number / 10) }
    bytes.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// A JSON string, quotes included.
  package mutating func writeJSON(_ text: String) { writeJSON(text.utf8Span.span) }

  package mutating func writeJSON(_ text: String?) {
    if let text { writeJSON(text) } else { write("null") }
  }

  /// The same of valid UTF-8.
  mutating func writeJSON(_ text: Span<UInt8>) {
    bytes.append(quote)
    var written = 0
    for index in text.indices where !isPlain(text[index]) {
      let length = lengthToEscape(endingAt: index, in: text)
      guard length > 0 else { continue }
      write(text.extracting(written..<index + 1 - length))
      writeEscaped(text[index])
      written = index + 1
    }
    write(text.extracting(written..<text.count))
    bytes.append(quote)
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case quote: write(#"\""#)
    case 0x5C: write(#"\\"#)
    case 0x0A: write(#"\n"#)
    case 0x0D: write(#"\r"#)
    case 0x09: write(#"\t"#)
    case 0xA8: write(#"\u2028"#)
    case 0xA9: write(#"\u2029"#)
    default:
      write(#"\u00"#)
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 0x0F))
    }
  }
}

private let quote: UInt8 = 0x22

/// Whether a byte stands for itself in a JSON string and ends none of the code points that do not.
private func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte != quote && byte != 0x5C && byte != 0x7F && byte != 0xA8 && byte != 0xA9
}

/// The bytes of the code point that ends with a byte that is not plain; none where it stands for itself.
///
/// U+2028 and U+2029 end a line in old JavaScript and in some readers of NDJSON.
private func lengthToEscape(endingAt index: Int, in text: Span<UInt8>) -> Int {
  guard text[index] >= 0x80 else { return 1 }
  return index >= 2 && text[index - 2] == 0xE2 && text[index - 1] == 0x80 ? 3 : 0
}

/// The lower-case digit of a value below 16.
func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
