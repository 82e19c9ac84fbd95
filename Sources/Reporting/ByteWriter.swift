/// Collects the UTF-8 bytes of a report.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  package mutating func write(_ part: [UInt8]) { bytes.append(contentsOf: part) }

  package mutating func write(_ part: ArraySlice<UInt8>) { bytes.append(contentsOf: part) }

  package mutating func write(byte: UInt8, times: Int = 1) {
    for _ in 0..<max(0, times) { bytes.append(byte) }
  }

  package mutating func write(_ number: Int) { write(String(number)) }

  /// A JSON string, quotes included.
  package mutating func writeJSON(_ text: String) {
    bytes.append(quote)
    if text.utf8.allSatisfy(isPlain) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 { writeEscaped(byte) }
    }
    bytes.append(quote)
  }

  package mutating func writeJSON(_ text: String?) {
    if let text { writeJSON(text) } else { write("null") }
  }

  // U+2028 and U+2029 end a line in old JavaScript and in some readers of NDJSON.
  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case quote: write(#"\""#)
    case 0x5C: write(#"\\"#)
    case 0x0A: write(#"\n"#)
    case 0x0D: write(#"\r"#)
    case 0x09: write(#"\t"#)
    case 0x00..<0x20, 0x7F:
      write(#"\u00"#)
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 0x0F))
    case 0xA8, 0xA9:
      let count = bytes.count
      guard count >= 2, bytes[count - 2] == 0xE2, bytes[count - 1] == 0x80 else {
        bytes.append(byte)
        return
      }
      bytes.removeLast(2)
      write(byte == 0xA8 ? #"\u2028"# : #"\u2029"#)
    default: bytes.append(byte)
    }
  }
}

private let quote: UInt8 = 0x22

/// Whether a byte stands for itself in a JSON string and ends none of the code points that do not.
private func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte != quote && byte != 0x5C && byte != 0x7F && byte != 0xA8 && byte != 0xA9
}

/// The lower-case digit of a value below 16.
func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
