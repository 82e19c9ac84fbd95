import SourceText

/// Why a text is not JSON that is taken here.
package enum JSONFault: Error, Hashable {
  case notUTF8
  case tooDeep
  case malformed(byteOffset: Int)
  /// A number that is not whole or beyond 64 bits.
  case number(byteOffset: Int)
  case repeatedName(byteOffset: Int)
}

extension JSON {
  /// Reads one JSON value of at most 64 levels; nil for anything else, for numbers that are not plainly whole, and
  /// for names that come twice.
  package init?(parsing bytes: [UInt8]) {
    guard let value = try? JSONReader.read(bytes, maximumDepth: 64, numbers: .plain) else {
      return nil
    }
    self = value
  }

  package init?(parsing text: String) { self.init(parsing: Array(text.utf8)) }

  /// The canonical form as text.
  package var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }
}

/// Reads JSON (RFC 8259) without recursion, so that no nesting exhausts the stack.
package struct JSONReader {
  /// What numbers may look like.
  package enum Numbers: Sendable {
    /// As `JSON` writes them.
    case plain
    /// Also with a point or an exponent, as long as they are whole.
    case whole
  }

  /// One that is not closed yet.
  private struct Container {
    let isObject: Bool
    var items: [JSON] = []
    var members: [String: JSON] = [:]
    /// Of the member that comes next.
    var name = ""

    var value: JSON { isObject ? .object(members) : .array(items) }
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var open: [Container] = []
  private let maximumDepth: Int
  private let numbers: Numbers

  package static func read(
    _ bytes: [UInt8],
    maximumDepth: Int,
    numbers: Numbers
  ) throws(JSONFault) -> JSON {
    guard isValidUTF8(bytes) else { throw .notUTF8 }
    var reader = JSONReader(bytes: bytes, maximumDepth: maximumDepth, numbers: numbers)
    let value = try reader.document()
    reader.skipBlanks()
    guard reader.offset == bytes.count else { throw reader.malformed }
    return value
  }

  private init(bytes: [UInt8], maximumDepth: Int, numbers: Numbers) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    self.numbers = numbers
  }

  private var malformed: JSONFault { .malformed(byteOffset: offset) }

  private mutating func document() throws(JSONFault) -> JSON {
    while true {
      guard var value = try opened() else { continue }
      // A value that is whole may be the last of its container, and that of the next.
      while !open.isEmpty {
        guard let outer = try added(value) else { break }
        value = outer
      }
      if open.isEmpty { return value }
    }
  }

  /// The next value; nil where it is a container that is not empty, which is open now.
  private mutating func opened() throws(JSONFault) -> JSON? {
    skipBlanks()
    guard offset < bytes.count else { throw malformed }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return try openedObject()
    case UInt8(ascii: "["): return try openedArray()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .int(try number())
    }
  }

  private mutating func openedArray() throws(JSONFault) -> JSON? {
    try enter()
    if take("]") { return .array([]) }
    open.append(Container(isObject: false))
    return nil
  }

  private mutating func openedObject() throws(JSONFault) -> JSON? {
    try enter()
    if take("}") { return .object([:]) }
    open.append(Container(isObject: true))
    try readName()
    return nil
  }

  private mutating func enter() throws(JSONFault) {
    guard open.count < maximumDepth else { throw .tooDeep }
    offset += 1
    skipBlanks()
  }

  /// Puts a value into the innermost container; that container where it ends there, nil where it goes on.
  private mutating func added(_ value: JSON) throws(JSONFault) -> JSON? {
    skipBlanks()
    // In its place: a copy of it for every value would take quadratic time.
    let last = open.count - 1
    guard open[last].isObject else {
      open[last].items.append(value)
      if take("]") { return open.removeLast().value }
      guard take(",") else { throw malformed }
      return nil
    }
    let name = open[last].name
    open[last].members[name] = value
    if take("}") { return open.removeLast().value }
    guard take(",") else { throw malformed }
    skipBlanks()
    try readName()
    return nil
  }

  private mutating func readName() throws(JSONFault) {
    let start = offset
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw malformed }
    let name = try string()
    let last = open.count - 1
    guard open[last].members[name] == nil else { throw .repeatedName(byteOffset: start) }
    open[last].name = name
    skipBlanks()
    guard take(":") else { throw malformed }
  }

  private mutating func word(_ text: String, _ value: JSON) throws(JSONFault) -> JSON {
    guard bytes[offset...].starts(with: text.utf8) else { throw malformed }
    offset += text.utf8.count
    return value
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: byte) else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
  }
}

extension JSONReader {
  private func isBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  private mutating func number() throws(JSONFault) -> Int64 {
    var literal = JSONNumber(bytes: bytes, offset: offset)
    guard literal.read() else { throw malformed }
    guard numbers == .whole || literal.isPlain, let value = literal.whole else {
      throw .number(byteOffset: offset)
    }
    offset = literal.offset
    return value
  }

  private mutating func string() throws(JSONFault) -> String {
    offset += 1
    var text: [UInt8] = []
    var start = offset
    while let end = endOfPlainText(from: offset) {
      let byte = bytes[end]
      offset = end
      guard byte >= 0x20 else { throw malformed }
      offset += 1
      if byte == UInt8(ascii: "\""), text.isEmpty {
        return String(decoding: bytes[start..<end], as: UTF8.self)
      }
      text += bytes[start..<end]
      guard byte == UInt8(ascii: "\\") else { return String(decoding: text, as: UTF8.self) }
      text += String(Character(try escaped())).utf8
      start = offset
    }
    offset = bytes.count
    throw malformed
  }

  /// Where the next quote, backslash or control character is; nil where none is left.
  private func endOfPlainText(from start: Int) -> Int? {
    let span = bytes.span
    var offset = start
    while offset + 8 <= span.count {
      let word = unsafe span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard !mayEndPlainText(word) else { break }
      offset += 8
    }
    while offset < span.count {
      if endsPlainText(span[offset]) { return offset }
      offset += 1
    }
    return nil
  }

  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    guard offset < bytes.count else { throw malformed }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try escapedUnit()
    default: throw malformed
    }
  }

  private mutating func escapedUnit() throws(JSONFault) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, take("\\"), take("u") else { throw malformed }
    let low = try hexadecimal()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw malformed }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    guard offset + 4 <= bytes.count else { throw malformed }
    var value: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw malformed }
      value = value << 4 | UInt32(digit)
    }
    offset += 4
    return value
  }
}

private func endsPlainText(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// Whether any of eight bytes ends plain text.
private func mayEndPlainText(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let controls = lower(word, than: 0x2020_2020_2020_2020)
  let quotes = lower(word ^ 0x2222_2222_2222_2222, than: ones)
  let backslashes = lower(word ^ 0x5C5C_5C5C_5C5C_5C5C, than: ones)
  return (controls | quotes | backslashes) & 0x8080_8080_8080_8080 != 0
}

/// Has the highest bit set of bytes of ASCII that are lower than those of a limit, and of no others but some above.
private func lower(_ word: UInt64, than limit: UInt64) -> UInt64 { (word &- limit) & ~word }
