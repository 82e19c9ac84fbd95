import CLibXML2

/// A libxml2 SAX parse under way, freed when it goes out of scope.
@safe
struct HTMLParser: ~Copyable {
  private let context: htmlParserCtxtPtr

  /// Nil where memory is short or the text too long.
  ///
  /// `bytes` is valid UTF-8 and is copied.
  private init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    Self.initialise
    guard let base = bytes.baseAddress, let count = Int32(exactly: bytes.count),
      let context = unsafe base.withMemoryRebound(
        to: CChar.self,
        capacity: bytes.count,
        { unsafe htmlCreateMemoryParserCtxt($0, count) }
      )
    else { return nil }
    unsafe self.context = unsafe context
  }

  deinit { unsafe htmlFreeParserCtxt(context) }

  private static let initialise: Void = xmlInitParser()

  /// Sends what `check` holds to a builder; `original` is the same text before it was masked.
  static func parse(_ check: MarkupCheck, into builder: DraftBuilder) throws(ReadingError)
    -> DraftBuilder
  {
    guard !check.bytes.isEmpty else { return builder }
    var isOutOfMemory = false
    let built = unsafe check.bytes.withUnsafeBufferPointer { bytes in
      guard let parser = unsafe HTMLParser(bytes) else {
        isOutOfMemory = true
        return builder
      }
      return unsafe parser.run(over: check.bytes, bytes, into: builder)
    }
    if isOutOfMemory { throw .parserFailed(reason: "out of memory") }
    return built
  }

  private func run(
    over text: [UInt8],
    _ bytes: UnsafeBufferPointer<UInt8>,
    into builder: DraftBuilder
  ) -> DraftBuilder {
    var session = unsafe ParserSession(text, bytes, context, builder)
    unsafe context.pointee.sax.pointee = ParserSession.handler
    unsafe htmlCtxtUseOptions(context, Self.options)
    unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    unsafe withUnsafeMutablePointer(to: &session) {
      unsafe context.pointee.userData = UnsafeMutableRawPointer($0)
      _ = unsafe htmlParseDocument(context)
    }
    session.finish()
    return session.builder
  }

  // IGNORE_ENC: a <meta charset=gbk> in text that is decoded already would empty the page.
  private static let options = Int32(
    bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue
  )
}

extension ParserSession {
  static var handler: htmlSAXHandler {
    var handler = unsafe htmlSAXHandler()
    unsafe handler.startElement = { session, name, attributes in
      guard let session = unsafe session, let name = unsafe name else { return }
      unsafe ParserSession.of(session).pointee.start(name, attributes)
    }
    unsafe handler.endElement = { session, name in
      guard let session = unsafe session, let name = unsafe name else { return }
      unsafe ParserSession.of(session).pointee.end(name)
    }
    unsafe handler.characters = { session, text, count in
      guard let session = unsafe session, let text = unsafe text else { return }
      unsafe ParserSession.of(session).pointee.characters(text, Int(count))
    }
    unsafe handler.ignorableWhitespace = handler.characters
    unsafe handler.cdataBlock = { session, text, count in
      guard let session = unsafe session, let text = unsafe text else { return }
      unsafe ParserSession.of(session).pointee.rawText(text, Int(count))
    }
    unsafe handler.comment = { session, _ in
      guard let session = unsafe session else { return }
      unsafe ParserSession.of(session).pointee.comment()
    }
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    return unsafe handler
  }

  private static func of(
    _ session: UnsafeMutableRawPointer
  ) -> UnsafeMutablePointer<ParserSession> {
    unsafe session.assumingMemoryBound(to: ParserSession.self)
  }
}
