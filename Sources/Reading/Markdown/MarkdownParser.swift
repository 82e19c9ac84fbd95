internal import CMD4C

/// Runs md4c over a part of the lowering's input and hands it the events.
///
/// False where md4c gave up; the lowering knows why if it was the one to stop.
func parseMarkdown(_ part: Range<Int>, with lowering: inout MarkdownLowering) -> Bool {
  guard !part.isEmpty else { return true }
  let input = lowering.input
  return unsafe input.withUnsafeBytes { raw in
    guard let base = raw.baseAddress else { return true }
    return unsafe withUnsafeMutablePointer(to: &lowering) { pointer in
      var session = unsafe Session(base: base, count: raw.count, lowering: pointer)
      var parser = callbacks()
      let start = unsafe base.assumingMemoryBound(to: CChar.self) + part.lowerBound
      return unsafe md_parse(start, UInt32(part.count), &parser, &session) == 0
    }
  }
}

// md4c 0.4.8 passes other values than negative ones over where its functions are nested.
private let stop: Int32 = -1

private func callbacks() -> MD_PARSER {
  var parser = MD_PARSER()
  parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
  unsafe parser.enter_block = { type, detail, user in
    guard let session = unsafe Session.at(user) else { return stop }
    guard let block = unsafe session.pointee.block(type, detail) else { return 0 }
    return unsafe session.pointee.lowering.pointee.enter(block) ? 0 : stop
  }
  unsafe parser.leave_block = { type, detail, user in
    guard let session = unsafe Session.at(user) else { return stop }
    guard let block = unsafe session.pointee.block(type, detail) else { return 0 }
    unsafe session.pointee.lowering.pointee.leave(block)
    return 0
  }
  unsafe parser.enter_span = { type, detail, user in
    guard let session = unsafe Session.at(user), let span = MarkdownSpan(type) else { return stop }
    let (target, title) = unsafe session.pointee.attributes(span, detail)
    return unsafe session.pointee.lowering.pointee.enter(span, target, title) ? 0 : stop
  }
  unsafe parser.leave_span = { type, detail, user in
    guard let session = unsafe Session.at(user), let span = MarkdownSpan(type) else { return stop }
    let (target, title) = unsafe session.pointee.attributes(span, detail)
    unsafe session.pointee.lowering.pointee.leave(span, target, title)
    return 0
  }
  unsafe parser.text = { type, text, size, user in
    guard let session = unsafe Session.at(user), let text = unsafe text else { return stop }
    let bytes = unsafe session.pointee.bytes(text, Int(size))
    unsafe session.pointee.lowering.pointee.text(MarkdownText(type), bytes)
    return 0
  }
  return parser
}

/// What the callbacks need to turn C values into Swift's.
@safe
private struct Session {
  static func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Session>? {
    unsafe user?.assumingMemoryBound(to: Session.self)
  }

  let base: UnsafeRawPointer
  let count: Int
  let lowering: UnsafeMutablePointer<MarkdownLowering>

  func offset(_ text: UnsafePointer<CChar>, _ size: Int) -> Int? {
    let offset = unsafe UnsafeRawPointer(text) - base
    return offset >= 0 && offset + size <= count ? offset : nil
  }

  func bytes(_ text: UnsafePointer<CChar>, _ size: Int) -> MarkdownBytes {
    if let offset = unsafe offset(text, size) { return .input(offset..<offset + size) }
    return unsafe .made(byte: size > 0 ? UInt8(bitPattern: text[0]) : 0, count: size)
  }

  func block(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> MarkdownBlock? {
    switch type {
    case MD_BLOCK_DOC: .document
    case MD_BLOCK_QUOTE: .quote
    case MD_BLOCK_UL: .bulletList
    case MD_BLOCK_OL: .orderedList
    case MD_BLOCK_LI:
      unsafe .item(
        taskMark: detail.map { unsafe $0.load(as: MD_BLOCK_LI_DETAIL.self) }
          .flatMap { $0.is_task != 0 ? Int($0.task_mark_offset) : nil }
      )
    case MD_BLOCK_HR: .rule
    case MD_BLOCK_H:
      unsafe .heading(
        level: detail.map { unsafe Int($0.load(as: MD_BLOCK_H_DETAIL.self).level) } ?? 1
      )
    case MD_BLOCK_CODE: unsafe code(detail)
    case MD_BLOCK_HTML: .html
    case MD_BLOCK_P: .paragraph
    case MD_BLOCK_TABLE: .table
    case MD_BLOCK_THEAD: .tableHead
    case MD_BLOCK_TBODY: .tableBody
    case MD_BLOCK_TR: .row
    case MD_BLOCK_TH: .headerCell
    case MD_BLOCK_TD: .cell
    default: nil
    }
  }

  private func code(_ detail: UnsafeMutableRawPointer?) -> MarkdownBlock {
    guard let detail = unsafe detail else { return .code(fence: nil, info: nil) }
    let code = unsafe detail.load(as: MD_BLOCK_CODE_DETAIL.self)
    let info = unsafe code.info.text.flatMap { unsafe offset($0, Int(code.info.size)) }
    let fence = unsafe UInt8(bitPattern: code.fence_char)
    return .code(fence: fence == 0 ? nil : fence, info: info)
  }

  /// The target and the title of a link or an image.
  func attributes(
    _ span: MarkdownSpan,
    _ detail: UnsafeMutableRawPointer?
  ) -> (MarkdownAttribute, MarkdownAttribute) {
    guard let detail = unsafe detail else { return (.init(), .init()) }
    switch span {
    case .link:
      let link = unsafe detail.load(as: MD_SPAN_A_DETAIL.self)
      return unsafe (attribute(link.href), attribute(link.title))
    case .image:
      let image = unsafe detail.load(as: MD_SPAN_IMG_DETAIL.self)
      return unsafe (attribute(image.src), attribute(image.title))
    default: return (.init(), .init())
    }
  }

  private func attribute(_ value: MD_ATTRIBUTE) -> MarkdownAttribute {
    let size = unsafe Int(value.size)
    guard let text = unsafe value.text, size > 0 else { return MarkdownAttribute() }
    if let offset = unsafe offset(text, size) {
      return MarkdownAttribute(place: offset..<offset + size)
    }
    var escaped: [UInt8] = []
    var part = 0
    while unsafe value.substr_offsets[part] < value.size {
      let start = unsafe Int(value.substr_offsets[part])
      let end = unsafe Int(value.substr_offsets[part + 1])
      let isReference = unsafe value.substr_types[part] == MD_TEXT_ENTITY
      for index in start..<end {
        let byte = unsafe UInt8(bitPattern: text[index])
        if !isReference, let reference = escape(byte, inAttribute: true) {
          escaped.append(contentsOf: reference.utf8)
        } else {
          escaped.append(byte)
        }
      }
      part += 1
    }
    return MarkdownAttribute(escaped: escaped)
  }
}

/// The reference that stands for a byte in HTML; nil where it stands for itself.
func escape(_ byte: UInt8, inAttribute: Bool) -> String? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: "\"") where inAttribute: "&quot;"
  case 0: "\u{FFFD}"
  default: nil
  }
}

extension MarkdownSpan {
  fileprivate init?(_ type: MD_SPANTYPE) {
    switch type {
    case MD_SPAN_EM: self = .emphasis
    case MD_SPAN_STRONG: self = .strong
    case MD_SPAN_DEL: self = .deleted
    case MD_SPAN_CODE: self = .code
    case MD_SPAN_A: self = .link
    case MD_SPAN_IMG: self = .image
    default: return nil
    }
  }
}

extension MarkdownText {
  fileprivate init(_ type: MD_TEXTTYPE) {
    switch type {
    case MD_TEXT_NULLCHAR: self = .nul
    case MD_TEXT_BR: self = .hardBreak
    case MD_TEXT_SOFTBR: self = .softBreak
    case MD_TEXT_ENTITY: self = .reference
    case MD_TEXT_CODE: self = .code
    case MD_TEXT_HTML: self = .html
    default: self = .normal
    }
  }
}
