/// Reads a JSON text strictly, byte by byte.
struct JSONParser {
  private let bytes: [UInt8]
  private var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return offset == bytes.count
    }
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipBlanks()
    guard depth < 64, offset < bytes.count else { return nil }
    switch bytes[offset] {
    case 0x7B: return object(depth: depth)
    case 0x5B: return array(depth: depth)
    case 0x22: return string().map(JSONValue.string)
    case 0x2D, 0x30...0x39: return number()
    default:
      if take("true") { return .bool(true) }
      if take("false") { return .bool(false) }
      return take("null") ? .null : nil
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    var members: [String: JSONValue] = [:]
    offset += 1
    skipBlanks()
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard let key = string(), members[key] == nil else { return nil }
      skipBlanks()
      guard take(":"), let value = value(depth: depth + 1) else { return nil }
      members[key] = value
      skipBlanks()
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    var items: [JSONValue] = []
    offset += 1
    skipBlanks()
    if take("]") { return .array(items) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      items.append(value)
      skipBlanks()
    } while take(",")
    return take("]") ? .array(items) : nil
  }

  private mutating func number() -> JSONValue? {
    let start = offset
    if bytes[offset] == 0x2D { offset += 1 }
    let digits = offset
    skipDigits()
    guard offset > digits, bytes[digits] != 0x30 || offset == digits + 1 else { return nil }
    let whole = offset
    if take(".") {
      let digits = offset
      skipDigits()
      guard offset > digits else { return nil }
    }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      let digits = offset
      skipDigits()
      guard offset > digits else { return nil }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if offset == whole, let number = Int(text) { return .number(number) }
    return Double(text).map(JSONValue.fraction)
  }

  private mutating func skipDigits() {
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) { offset += 1 }
  }

  private mutating func string() -> String? {
    guard offset < bytes.count, bytes[offset] == 0x22 else { return nil }
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case 0x22: return String(validating: text, as: UTF8.self)
      case 0x5C:
        guard let scalar = escaped() else { return nil }
        text += Array(String(scalar).utf8)
      case 0..<0x20: return nil
      default:
        let start = offset - 1
        while offset < bytes.count, bytes[offset] >= 0x20, bytes[offset] != 0x22,
          bytes[offset] != 0x5C
        {
          offset += 1
        }
        text += bytes[start..<offset]
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(byte)
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75:
      guard let unit = hexUnit() else { return nil }
      guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
      let next = offset
      guard take("\\u"), let low = hexUnit(), (0xDC00..<0xE000).contains(low) else {
        offset = next
        return "\u{FFFD}"
      }
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    default: return nil
    }
  }

  private mutating func hexUnit() -> UInt32? {
    guard offset + 4 <= bytes.count, bytes[offset] != 0x2B else { return nil }
    defer { offset += 4 }
    return UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[offset...].starts(with: text.utf8) else { return false }
    offset += text.utf8.count
    return true
  }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }
}
