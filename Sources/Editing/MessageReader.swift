/// Cuts what an editor sends into messages: header lines, an empty line, and as many bytes as the header says.
package struct MessageReader {
  /// Why no further message can be found.
  package enum Fault: Error, Hashable {
    case badHeader
    case noLength
    case tooLong
    /// The stream ended inside a message.
    case cutShort
  }

  /// No draft is larger, escapes included.
  static let longestMessage = 256 << 20
  private static let longestHeader = 8_192

  private var bytes: [UInt8] = []
  /// Where the bytes start that belong to no message yet.
  private var start = 0
  /// Where the next message ends; nil while its header is not known.
  private var body: Range<Int>?

  package init() {}

  package mutating func add(_ part: [UInt8]) {
    bytes.removeFirst(start)
    body = body.map { $0.lowerBound - start..<$0.upperBound - start }
    start = 0
    bytes += part
  }

  /// The next message without its header; nil where more bytes are needed.
  package mutating func next() throws(Fault) -> [UInt8]? {
    if body == nil { body = try header() }
    guard let body, body.upperBound <= bytes.count else { return nil }
    start = body.upperBound
    self.body = nil
    return Array(bytes[body])
  }

  /// Whether a message has begun that has not come to its end.
  package var isInMessage: Bool { body != nil || start < bytes.count }

  /// Reads header lines up to the empty one; nil where that has not come.
  private func header() throws(Fault) -> Range<Int>? {
    var length: Int?
    var lineStart = start
    while let end = bytes[lineStart...].firstIndex(of: 0x0A) {
      var line = bytes[lineStart..<end]
      if line.last == 0x0D { line.removeLast() }
      lineStart = end + 1
      guard lineStart - start <= Self.longestHeader else { throw .badHeader }
      if line.isEmpty {
        guard let length else { throw .noLength }
        return lineStart..<lineStart + length
      }
      length = try Self.length(in: line) ?? length
    }
    guard bytes.count - start <= Self.longestHeader else { throw .badHeader }
    return nil
  }

  /// What a line says of the length; nil for another header.
  private static func length(in line: ArraySlice<UInt8>) throws(Fault) -> Int? {
    let parts = line.split(separator: 0x3A, maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .badHeader }
    let name = String(decoding: parts[0], as: UTF8.self).lowercased()
    guard name == "content-length" else { return nil }
    let digits = parts[1].filter { $0 != 0x20 && $0 != 0x09 }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .badHeader
    }
    guard let length = Int(String(decoding: digits, as: UTF8.self)), length <= longestMessage else {
      throw .tooLong
    }
    return length
  }
}

/// A message with its header.
package func framed(_ body: [UInt8]) -> [UInt8] {
  Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
}
