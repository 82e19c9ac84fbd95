import CLibXML2

/// What takes the events of an XML parse.
protocol XMLHandler {
  mutating func start(_ tag: WordTag, _ attributes: XMLAttributes)
  mutating func end(_ tag: WordTag)
  mutating func text(_ bytes: ByteView)
}

/// Why a part of a document is no XML that is read.
enum XMLFault: Error, Hashable {
  /// Not well-formed, or nested too deep; the line is that of the part.
  case malformed(line: Int)
  /// It declares a document type, which no document of this kind may have: entities are the way to attack a parser.
  case documentType
}

/// Sends the events of some XML to a handler.
///
/// No entity, no network, no other file: a document type ends the parse.
func readXML<Handler: XMLHandler>(
  _ bytes: [UInt8],
  into handler: inout Handler
) throws(XMLFault) {
  var session = XMLSession(handler)
  let line = unsafe bytes.withUnsafeBufferPointer { unsafe session.run(over: $0) }
  if session.hasDocumentType { throw .documentType }
  if let line { throw .malformed(line: line) }
  if let result = session.handler as? Handler { handler = result }
}

/// The attributes of a start tag, for the time of the event.
@safe
struct XMLAttributes {
  // Of each: name, prefix, namespace, the value's start and its end.
  private let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let count: Int

  fileprivate init(_ base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  /// The value of an attribute by its local name, whatever its namespace.
  subscript(name: StaticString) -> String? {
    guard let base = unsafe base else { return nil }
    for index in 0..<count {
      let part = unsafe base + index * 5
      guard let own = unsafe part[0], unsafe ByteView(terminated: own).equals(name),
        let start = unsafe part[3], let end = unsafe part[4]
      else { continue }
      return unsafe ByteView(start, count: end - start).string
    }
    return nil
  }

  /// The value of one that is on or off: on where it has no value.
  var isOn: Bool {
    switch self["val"] {
    case "0", "false", "off", "none": false
    default: true
    }
  }
}

@safe
private struct XMLSession {
  var handler: any XMLHandler
  private(set) var hasDocumentType = false
  private var context: xmlParserCtxtPtr?
  /// Tags by the addresses of their name and namespace: the parser keeps one copy of each.
  private var tags: [Key: WordTag] = [:]

  private struct Key: Hashable {
    let name: UInt
    let space: UInt
  }

  init(_ handler: any XMLHandler) {
    self.handler = handler
    unsafe context = nil
  }

  /// The line where the parser gave up; nil where it did not.
  mutating func run(over bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    xmlInitParser()
    guard let base = bytes.baseAddress, let count = Int32(exactly: bytes.count),
      let context = unsafe base.withMemoryRebound(
        to: CChar.self,
        capacity: bytes.count,
        { unsafe xmlCreateMemoryParserCtxt($0, count) }
      )
    else { return 1 }
    defer { unsafe xmlFreeParserCtxt(context) }
    unsafe self.context = unsafe context
    unsafe context.pointee.sax.pointee = Self.handlers
    // NOENT: else `&amp;` stays a reference in attributes; there are no other entities without a document type.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    unsafe xmlCtxtUseOptions(context, Int32(bitPattern: options))
    let status = unsafe withUnsafeMutablePointer(to: &self) {
      unsafe context.pointee.userData = UnsafeMutableRawPointer($0)
      return unsafe xmlParseDocument(context)
    }
    guard unsafe status != 0 || context.pointee.wellFormed == 0 else { return nil }
    return unsafe context.pointee.input.map { unsafe Int($0.pointee.line) } ?? 1
  }

  private static var handlers: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = { session, name, _, space, _, _, count, _, attributes in
      guard let session = unsafe session, let name = unsafe name else { return }
      let attributes = unsafe XMLAttributes(attributes, count: Int(count))
      unsafe XMLSession.of(session).pointee.start(name, space, attributes)
    }
    unsafe handler.endElementNs = { session, name, _, space in
      guard let session = unsafe session, let name = unsafe name else { return }
      unsafe XMLSession.of(session).pointee.end(name, space)
    }
    unsafe handler.characters = { session, text, count in
      guard let session = unsafe session, let text = unsafe text else { return }
      unsafe XMLSession.of(session).pointee.handler.text(ByteView(text, count: Int(count)))
    }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.internalSubset = { session, _, _, _ in
      guard let session = unsafe session else { return }
      unsafe XMLSession.of(session).pointee.stop()
    }
    return unsafe handler
  }

  private static func of(_ session: UnsafeMutableRawPointer) -> UnsafeMutablePointer<XMLSession> {
    unsafe session.assumingMemoryBound(to: XMLSession.self)
  }

  private mutating func stop() {
    hasDocumentType = true
    unsafe xmlStopParser(context)
  }

  private mutating func start(
    _ name: UnsafePointer<UInt8>,
    _ space: UnsafePointer<UInt8>?,
    _ attributes: XMLAttributes
  ) {
    handler.start(unsafe tag(name, space), attributes)
  }

  private mutating func end(_ name: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?) {
    handler.end(unsafe tag(name, space))
  }

  private mutating func tag(
    _ name: UnsafePointer<UInt8>,
    _ space: UnsafePointer<UInt8>?
  ) -> WordTag {
    let key = Key(name: UInt(bitPattern: name), space: UInt(bitPattern: space))
    if let tag = tags[key] { return tag }
    let space = unsafe space.map { unsafe ByteView(terminated: $0).string } ?? ""
    let tag = WordTag(name: unsafe ByteView(terminated: name).string, in: space)
    tags[key] = tag
    return tag
  }
}
