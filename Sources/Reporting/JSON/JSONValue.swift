/// A JSON text as read back or to be written; numbers are whole ones, or fractions that nobody here asks for.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case fraction(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Nil for what is not JSON, nests too deep, or names a key twice.
  ///
  /// Half of a surrogate pair is U+FFFD.
  package init?(parsing bytes: [UInt8]) {
    var parser = JSONParser(bytes: bytes)
    guard let value = parser.value(depth: 0), parser.isAtEnd else { return nil }
    self = value
  }

  /// A member of an object; nil for all else.
  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }
  package var number: Int? { if case .number(let number) = self { number } else { nil } }
  package var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
  package var isTrue: Bool { self == .bool(true) }

  /// The JSON text, keys in the order of their names.
  package var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.writeJSON(self)
    return writer.bytes
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(integerLiteral number: Int) { self = .number(number) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral items: JSONValue...) { self = .array(items) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(Dictionary(members) { $1 })
  }
}

extension ByteWriter {
  package mutating func writeJSON(_ value: JSONValue) {
    switch value {
    case .null: write("null")
    case .bool(let value): write(value ? "true" : "false")
    case .number(let number): write(number)
    case .fraction(let number): write("\(number)")
    case .string(let text): writeJSON(text)
    case .array(let items):
      write("[")
      for (index, item) in items.enumerated() {
        if index > 0 { write(",") }
        writeJSON(item)
      }
      write("]")
    case .object(let members):
      write("{")
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { write(",") }
        writeJSON(member.key)
        write(":")
        writeJSON(member.value)
      }
      write("}")
    }
  }
}
