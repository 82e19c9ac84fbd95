/// An element of XML 1.0, with the text straight inside it.
struct XMLElement {
  let name: String
  let attributes: [String: String]
  var text = ""
}

/// A strict reader of the XML that reports use: a declaration, elements, quoted attributes, text and references.
///
/// Foundation's parser cannot be seen beside the system's ICU.
struct XMLReader {
  struct Fault: Error {
    let offset: Int
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var found: [XMLElement] = []
  private var open: [Int] = []

  init(_ document: [UInt8]) {
    scalars = Array(String(decoding: document, as: UTF8.self).unicodeScalars)
  }

  /// All elements in the order of their starts; throws where the document is not well formed.
  mutating func elements() throws -> [XMLElement] {
    try skip("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    while index < scalars.count {
      if at("</") { try readEnd() } else if at("<") { try readStart() } else { try readText() }
    }
    guard open.isEmpty, !found.isEmpty else { throw fault }
    return found
  }

  private mutating func readStart() throws {
    guard open.isEmpty == found.isEmpty else { throw fault }
    try skip("<")
    let name = try readName()
    var attributes: [String: String] = [:]
    while at(" ") {
      try skip(" ")
      let key = try readName()
      try skip("=\"")
      guard attributes.updateValue(try readCharacters(until: "\""), forKey: key) == nil else {
        throw fault
      }
      try skip("\"")
    }
    let isEmpty = at("/")
    if isEmpty { try skip("/") }
    try skip(">")
    if !isEmpty { open.append(found.count) }
    found.append(XMLElement(name: name, attributes: attributes))
  }

  private mutating func readEnd() throws {
    try skip("</")
    let name = try readName()
    guard let last = open.popLast(), found[last].name == name else { throw fault }
    try skip(">")
  }

  private mutating func readText() throws {
    let text = try readCharacters(until: "<")
    if let last = open.last {
      found[last].text += text
    } else if text != "\n" {
      throw fault
    }
  }

  private mutating func readCharacters(until end: Unicode.Scalar) throws -> String {
    var text = ""
    while index < scalars.count, scalars[index] != end {
      if at("]]>") || at("<") { throw fault }
      text.unicodeScalars.append(at("&") ? try readReference() : try readScalar())
    }
    return text
  }

  private mutating func readScalar() throws -> Unicode.Scalar {
    let scalar = scalars[index]
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: index += 1
    default: throw fault
    }
    return scalar
  }

  private mutating func readReference() throws -> Unicode.Scalar {
    try skip("&")
    let isNumber = at("#")
    if isNumber { try skip("#") }
    let name = try readName()
    try skip(";")
    let known: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]
    let scalar = isNumber ? UInt32(name).flatMap(Unicode.Scalar.init) : known[name]
    guard let scalar else { throw fault }
    return scalar
  }

  private mutating func readName() throws -> String {
    let start = index
    while index < scalars.count, scalars[index].properties.isAlphabetic || at("-") || isDigit {
      index += 1
    }
    guard index > start else { throw fault }
    var name = ""
    name.unicodeScalars.append(contentsOf: scalars[start..<index])
    return name
  }

  private var isDigit: Bool { ("0"..."9").contains(scalars[index]) }
  private var fault: Fault { Fault(offset: index) }

  private func at(_ text: String) -> Bool {
    scalars[index...].starts(with: text.unicodeScalars)
  }

  private mutating func skip(_ text: String) throws {
    guard at(text) else { throw fault }
    index += text.unicodeScalars.count
  }
}
