/// Reads markup that leaves a parser nothing to guess, in one pass and without libxml2.
///
/// A builder gets the very events that `HTMLParser` would send it. At the first thing that libxml2 would have to
/// mend (an end tag that fits no open element, a stray quotation mark, text outside of a body) this reader
/// gives up, and the page is read by libxml2 from its start: what is mended, and how, stays libxml2's to say.
struct TidyParser {
  private struct OpenElement {
    /// Empty for one without a tag.
    let name: Range<Int>
    let bit: UInt64
    let rank: UInt8
  }

  private let html: [UInt8]
  /// The bytes of `html`.
  private let text: ByteView
  private let limits: ReadingLimits
  private var builder: DraftBuilder
  /// The end of what has been read.
  private var cursor = 0
  private var open: [OpenElement] = []
  private var hasHead = false
  private var hasBody = false
  /// End tags that fit no open element.
  private var strayTags = 0
  private var attributes = TagAttributes()
  private let references: CharacterReferences

  private init(_ html: [UInt8], _ text: ByteView, _ limits: ReadingLimits) {
    self.html = html
    self.text = text
    self.limits = limits
    builder = DraftBuilder(html, limits: limits)
    references = CharacterReferences(text)
  }

  /// A builder that has read the page; nil where that is for libxml2 to do.
  static func parse(_ html: [UInt8], limits: ReadingLimits) -> DraftBuilder? {
    guard !html.hasControls else { return nil }
    return unsafe html.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var parser = unsafe TidyParser(html, ByteView(base, count: bytes.count), limits)
      return parser.isRead() ? parser.builder : nil
    }
  }

  private mutating func isRead() -> Bool {
    // As many byte-order marks as the parser passes over.
    while cursor < 6, html[cursor...].starts(with: [0xEF, 0xBB, 0xBF]) { cursor += 3 }
    guard isPrologRead() else { return false }
    while cursor < text.count {
      switch text[cursor] {
      case UInt8(ascii: "<"): guard isMarkupRead() else { return false }
      case UInt8(ascii: "&"): guard isReferenceRead() else { return false }
      default: guard isTextRead() else { return false }
      }
    }
    builder.finish()
    return true
  }
}

// Each of these is false where it gives up.
extension TidyParser {
  /// Comments and the document type, up to the first element.
  private mutating func isPrologRead() -> Bool {
    var hasType = false
    while true {
      cursor = text.afterBlanks(cursor)
      guard text[cursor] == UInt8(ascii: "<") else { return false }
      guard text[cursor + 1] == UInt8(ascii: "!") else { return isLetter(text[cursor + 1]) }
      if text[cursor + 2] == UInt8(ascii: "-") {
        guard isCommentRead() else { return false }
      } else {
        guard !hasType, isTypeRead() else { return false }
        hasType = true
      }
    }
  }

  private mutating func isTypeRead() -> Bool {
    let end = text.firstIndex(of: UInt8(ascii: ">"), from: cursor) + 1
    let type = text[cursor..<end]
    guard end <= text.count, NameKey(type, 2..<9) == NameKey("doctype"), type[9] == 0x20 else {
      return false
    }
    var quotes = 0
    for index in 0..<type.count {
      let byte = type[index]
      if byte >= 0x80 || byte == UInt8(ascii: "'") { return false }
      if byte == UInt8(ascii: "\"") { quotes += 1 }
    }
    builder.gap(cursor..<end)
    cursor = end
    return quotes % 2 == 0
  }

  private mutating func isCommentRead() -> Bool {
    let start = cursor
    // `<!-->` is a comment to browsers only.
    guard text.hasPrefix("<!--", at: start), text[start + 4] != UInt8(ascii: ">"),
      text[start + 4] != UInt8(ascii: "-") || text[start + 5] != UInt8(ascii: ">")
    else { return false }
    let end = html.endOfComment(at: start)
    guard end - start >= 7, text.hasPrefix("-->", at: end - 3) else { return false }
    builder.gap(start..<end)
    builder.comment(start..<end)
    cursor = end
    return true
  }

  /// Whether text may stand here: elsewhere the parser would put it into a paragraph.
  private var mayHoldText: Bool {
    guard !open.isEmpty else { return false }
    let element = builder.frames[builder.frames.count - 1].element
    return element != .html && element != .head
  }

  private mutating func isTextRead() -> Bool {
    let start = cursor
    let end = text.endOfText(from: start)
    guard mayHoldText || text.afterBlanks(start) == end else { return false }
    builder.text(start..<end)
    cursor = end
    return true
  }

  private mutating func isReferenceRead() -> Bool {
    guard mayHoldText else { return false }
    let start = cursor
    references.removeAll()
    switch references.read(at: start) {
    case .none:
      cursor += 1
      builder.text(start..<cursor)
    case .character(let end):
      cursor = end
      builder.reference(references.decoded(from: 0), start..<end)
    case .odd: return false
    }
    return true
  }

  private mutating func isMarkupRead() -> Bool {
    switch text[cursor + 1] {
    case UInt8(ascii: "/"): return isEndTagRead()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return isStartTagRead()
    case UInt8(ascii: "!"): return isCommentRead()
    case UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: ":"), 0: return false
    default:
      guard mayHoldText else { return false }
      builder.text(cursor..<cursor + 1)
      cursor += 1
      return true
    }
  }

  /// An end tag, with whose element those inside end, too.
  private mutating func isEndTagRead() -> Bool {
    let start = cursor
    let name = start + 2..<text.afterName(start + 2)
    let end = text.afterBlanks(name.upperBound)
    guard isLetter(text[start + 2]), name.count < 90, text[end] == UInt8(ascii: ">") else {
      return false
    }
    cursor = end + 1
    switch target(of: name) {
    case .element(let index):
      while open.count > index {
        open.removeLast()
        builder.pop(at: cursor)
      }
      return true
    case .none:
      // Nothing ends. The parser makes something of these four even so, and of a flood we make none.
      let kind = TagKind(named: name, in: text)
      strayTags += 1
      builder.gap(start..<cursor)
      return kind.role == .ordinary && kind.element != .paragraph && strayTags < 100
    case .held: return false
    }
  }

  private enum EndTagTarget {
    /// By index in `open`.
    case element(Int)
    case none
    /// Something inside holds it open.
    case held
  }

  private func target(of name: Range<Int>) -> EndTagTarget {
    var greatest: UInt8 = 0
    for index in open.indices.reversed() {
      let element = open[index]
      if text.equals(name, ignoringCaseOf: element.name) {
        return greatest <= element.rank ? .element(index) : .held
      }
      greatest = max(greatest, element.rank)
    }
    return .none
  }
}

extension TidyParser {
  private mutating func isStartTagRead() -> Bool {
    let start = cursor
    let name = start + 1..<text.afterName(start + 1)
    var scanner = TidyTagScanner(text, from: name.upperBound)
    // What may be beyond a limit is for the check in front of libxml2 to count.
    guard name.count < 90, scanner.isRead(into: &attributes, references),
      scanner.count * 3 < limits.attributesInTag, scanner.end - start <= limits.bytesInTag
    else { return false }
    let kind = TagKind(named: name, in: text)
    while let last = open.last, last.bit & kind.ends != 0 {
      open.removeLast()
      builder.pop(at: start)
    }
    guard isPlaced(kind) else { return false }
    cursor = scanner.end
    builder.start(kind.element, 0, tag: start..<cursor, at: cursor, attributes)
    guard builder.excess == nil else { return false }
    if kind.isVoid || scanner.isClosed {
      builder.pop(at: cursor)
      return true
    }
    open.append(OpenElement(name: name, bit: kind.bit, rank: kind.rank))
    let isRaw = kind.element == .script || kind.element == .style
    return !isRaw || isRawTextRead(of: name)
  }

  /// Opens what a page may leave out around an element; false where the element stands in a strange place.
  private mutating func isPlaced(_ kind: TagKind) -> Bool {
    if kind.role == .html { return open.isEmpty }
    if open.isEmpty { imply(.html) }
    switch kind.role {
    case .html, .frames: return false
    case .head:
      guard open.count == 1 else { return false }
      hasHead = true
    case .body:
      guard !isInBody else { return false }
      hasBody = true
    case .headContent where open.count == 1:
      if !hasHead, !hasBody { imply(.head) }
      hasHead = true
    case .ordinary, .headContent:
      if !hasBody, !isInHead { imply(.body) }
    }
    return true
  }

  private var isInBody: Bool { builder.frames.contains { $0.element == .body } }

  private var isInHead: Bool { builder.frames.contains { $0.element == .head } }

  private mutating func imply(_ element: Element) {
    builder.start(element, 0, tag: nil, at: cursor, TagAttributes())
    // No end tag ends what has no tag of its own: that page goes to libxml2.
    let bit = element == .head ? TagKind.headBit : 0
    open.append(OpenElement(name: cursor..<cursor, bit: bit, rank: .max))
    if element == .body { hasBody = true }
  }

  /// What stands between the tags of a script or a style.
  private mutating func isRawTextRead(of name: Range<Int>) -> Bool {
    let start = cursor
    if text[start] == UInt8(ascii: "<"), isLetter(text[start + 1]) { return false }
    var end = text.firstIndex(of: UInt8(ascii: "<"), from: start)
    while end < text.count {
      let place = end + 2..<end + 2 + name.count
      if text[end + 1] == UInt8(ascii: "/"), text.equals(place, ignoringCaseOf: name) {
        if start < end { builder.rawText(start..<end) }
        cursor = end
        return true
      }
      end = text.firstIndex(of: UInt8(ascii: "<"), from: end + 1)
    }
    return false
  }
}

func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
