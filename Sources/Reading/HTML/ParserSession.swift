import CLibXML2

/// Places libxml2's events in the text and hands them to a builder.
///
/// The parser's own position is exact behind a text chunk or a tag's name and attributes, with a few oddities
/// that `place` knows. `cursor` is the end of what has been placed.
@safe
struct ParserSession {
  /// What the parser reads.
  let text: [UInt8]
  private let bytes: UnsafeBufferPointer<UInt8>
  private let context: htmlParserCtxtPtr
  var builder: DraftBuilder
  var cursor = 0
  private var isStopped = false
  /// Where a look for an end tag last found none, from the cursor to the position.
  private var fruitless = (-1, -1)
  private var elements: [(name: UInt, element: Element)]

  /// `bytes` are those of `text`, and outlive the session.
  init(
    _ text: [UInt8],
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ context: htmlParserCtxtPtr,
    _ builder: DraftBuilder
  ) {
    self.text = text
    unsafe self.bytes = unsafe bytes
    unsafe self.context = unsafe context
    self.builder = builder
    // A byte-order mark is passed over without an event.
    while text[cursor...].starts(with: [0xEF, 0xBB, 0xBF]), cursor < 6 { cursor += 3 }
    elements = Array(repeating: (0, .inline), count: 64)
  }

  mutating func start(
    _ name: UnsafePointer<UInt8>,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard !isStopped else { return }
    let element = unsafe element(of: name)
    let position = position
    let before = cursor
    var tag: Range<Int>?
    var isHere = unsafe Self.isTag(named: name, at: cursor, in: text)
    if !isHere {
      skipMarkup(to: position)
      isHere = unsafe Self.isTag(named: name, at: cursor, in: text)
    }
    if isHere {
      tag = cursor..<Self.endOfTag(at: position, from: cursor, in: text)
    } else if element.isImplied {
      // Made up in front of text that comes with the next event.
      cursor = before
    } else {
      // Something in between did not parse as expected: the tag is the last of its name before here.
      tag =
        unsafe lastTag(
          named: name,
          before: position
        )..<Self.endOfTag(at: position, from: cursor, in: text)
    }
    if let tag {
      if tag.lowerBound > cursor { builder.gap(cursor..<tag.lowerBound) }
      cursor = tag.upperBound
    }
    unsafe builder.start(
      element,
      UInt(bitPattern: name),
      tag: tag,
      at: cursor,
      TagAttributes(attributes)
    )
    guard builder.excess != nil else { return }
    isStopped = true
    unsafe xmlStopParser(context)
  }

  mutating func end(_ name: UnsafePointer<UInt8>) {
    guard !isStopped else { return }
    let before = cursor
    let position = position
    if unsafe isEndTag(named: name, to: position) {
      cursor = position
      builder.end(UInt(bitPattern: name), at: cursor)
      return
    }
    if fruitless == (cursor, position) { return builder.end(UInt(bitPattern: name), at: cursor) }
    let last = skipMarkup(to: position)
    let isWritten = last.map { byte($0 + 1) == UInt8(ascii: "/") && cursor == position } ?? false
    // An element that ends without a tag may end in front of text that comes with the next event.
    if !isWritten {
      cursor = before
      fruitless = (cursor, position)
    }
    builder.end(UInt(bitPattern: name), at: cursor)
  }

  mutating func characters(_ chunk: UnsafePointer<UInt8>, _ count: Int) {
    guard !isStopped else { return }
    let position = position
    if cursor + count == position, unsafe matches(chunk, count, at: cursor) {
      cursor = position
      builder.text(position - count..<position)
    } else {
      unsafe place(chunk, count, endingAt: position)
    }
  }

  mutating func rawText(_ chunk: UnsafePointer<UInt8>, _ count: Int) {
    guard !isStopped else { return }
    let position = position
    let start = cursor
    cursor = max(cursor, position)
    if position > start { builder.rawText(start..<position) }
  }

  mutating func comment() {
    guard !isStopped else { return }
    let position = position
    let start = skipMarkup(to: position)
    let isPlaced = cursor == position
    cursor = max(cursor, min(position, text.count))
    if let start, isPlaced { builder.comment(start..<cursor) }
  }

  /// Reports what lies behind the last event: nothing, or a comment or a tag without an end.
  mutating func finish() {
    guard !isStopped else { return }
    skipMarkup(to: text.count)
    if cursor < text.count {
      builder.gap(cursor..<text.count, isRest: true)
      if byte(cursor) != UInt8(ascii: "<") { builder.lostText = cursor }
    }
    builder.finish()
  }
}

extension ParserSession {
  private var position: Int {
    guard let input = unsafe context.pointee.input else { return cursor }
    let consumed = unsafe Int(input.pointee.consumed)
    return unsafe consumed + (input.pointee.cur - input.pointee.base)
  }

  func byte(_ index: Int) -> UInt8 {
    index < text.count ? text[index] : 0
  }

  func matches(_ chunk: UnsafePointer<UInt8>, _ count: Int, at offset: Int) -> Bool {
    guard offset >= 0, offset + count <= text.count, let base = unsafe bytes.baseAddress else {
      return false
    }
    return unsafe hegui_bytes_equal(base + offset, chunk, count) != 0
  }

  private mutating func element(of name: UnsafePointer<UInt8>) -> Element {
    // The parser keeps one copy of each name, so a name is its address.
    let address = UInt(bitPattern: name)
    let slot = Int((address >> 3) & 63)
    if elements[slot].name == address { return elements[slot].element }
    let element = unsafe Element(name: ByteView(terminated: name))
    elements[slot] = (address, element)
    return element
  }

  // Static, as the compiler would copy the whole session for each call.
  private static func isTag(
    named name: UnsafePointer<UInt8>,
    at offset: Int,
    in text: [UInt8]
  ) -> Bool {
    guard offset < text.count, text[offset] == UInt8(ascii: "<") else { return false }
    var index = 0
    while unsafe name[index] != 0 {
      guard offset + 1 + index < text.count else { return false }
      let byte = text[offset + 1 + index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard unsafe lower == name[index] else { return false }
      index += 1
    }
    let end = offset + 1 + index
    return end >= text.count || !isNameByte(text[end]) || index >= 99
  }

  /// Whether a plain end tag of the name reaches from `cursor` to a position.
  private func isEndTag(named name: UnsafePointer<UInt8>, to position: Int) -> Bool {
    guard byte(cursor) == UInt8(ascii: "<"), byte(cursor + 1) == UInt8(ascii: "/") else {
      return false
    }
    var index = 0
    while unsafe name[index] != 0 {
      guard unsafe byte(cursor + 2 + index) == name[index] else { return false }
      index += 1
    }
    return cursor + index + 3 == position && byte(position - 1) == UInt8(ascii: ">")
  }

  private func lastTag(named name: UnsafePointer<UInt8>, before position: Int) -> Int {
    var offset = min(position, text.count) - 1
    while offset > cursor {
      if unsafe Self.isTag(named: name, at: offset, in: text) { return offset }
      offset -= 1
    }
    return cursor
  }

  /// The end of the tag whose name and attributes end at a position.
  private static func endOfTag(at position: Int, from cursor: Int, in text: [UInt8]) -> Int {
    guard position < text.count else { return max(cursor, text.count) }
    if text[position] == UInt8(ascii: ">") { return max(cursor, position + 1) }
    let isEmpty =
      text[position] == UInt8(ascii: "/") && position + 1 < text.count
      && text[position + 1] == UInt8(ascii: ">")
    return max(cursor, isEmpty ? position + 2 : position)
  }
}
