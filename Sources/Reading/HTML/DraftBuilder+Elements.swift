import SourceText

extension DraftBuilder {
  /// An element starts; `tag` is nil where the parser made it up, `offset` is where it stands then.
  // Inlined into the session it makes the compiler copy the builder for each event.
  @inline(never)
  mutating func start(
    _ element: Element,
    _ name: UInt,
    tag: Range<Int>?,
    at offset: Int,
    _ attributes: TagAttributes
  ) {
    guard frames.count <= limits.depth else {
      excess = .depth(at: offset)
      return
    }
    var frame = frames[frames.count - 1]
    frame.name = name
    frame.element = element
    frame.flags.subtract(.own)
    frame.markCount = 0
    frame.setUp(for: element)
    if element.partsText { frame.flags.insert(.partsText) }
    var facts = AttributeFacts()
    if !attributes.isEmpty {
      facts = AttributeFacts(attributes)
      frame.apply(facts)
      enterPart(&frame, facts.marks)
    } else if element == .article || element == .main {
      enterPart(&frame, [])
    }
    if frame.flags.contains(.partsText) { endBlock(hiddenOnly: frame.flags.contains(.unseen)) }
    if let tag { begin(&frame, tag, facts, attributes) }
    frames.append(frame)
  }

  /// An element ends; `offset` is behind its end tag, or where its parent goes on.
  mutating func end(_ name: UInt, at offset: Int) {
    guard let index = frames.lastIndex(where: { $0.name == name }), index > 0 else { return }
    while frames.count > index { pop(at: offset) }
  }

  mutating func pop(at offset: Int) {
    guard let frame = frames.popLast() else { return }
    let isHidden = frame.isHidden
    if frame.flags.contains(.partsText) { endBlock(hiddenOnly: frame.flags.contains(.unseen)) }
    for _ in 0..<frame.markCount {
      if isHidden { hidden.closeMark() } else { visible.closeMark() }
    }
    if frame.element == .title { _ = pageTitle.close() }
    if isHidden, let parent = frames.last, !parent.isHidden { _ = hidden.close() }
    if frame.flags.contains(.hasEnd) {
      parts.end(frame.element, at: offset, blockCount: visible.blocks.count)
    }
  }

  /// Notes that an element may hold the article, or surely does not.
  private mutating func enterPart(_ frame: inout Frame, _ marks: Marks) {
    if marks.contains(.weChat) { isWeChat = true }
    var rank: PageParts.Region.Rank?
    if marks.contains(.weChatBody) {
      rank = .weChat
    } else if marks.contains(.systemBody) {
      rank = .system
    } else if frame.element == .article {
      rank = .article
    } else if frame.element == .main {
      rank = .main
    } else if marks.contains(.likelyBody), frame.element == .block {
      rank = .likely
    }
    if let rank, parts.regions.count < Int(Int16.max) {
      let parent = frame.region < 0 ? nil : parts.regions[Int(frame.region)]
      parts.regions.append(PageParts.Region(rank, inside: parent))
      frame.region = Int16(parts.regions.count - 1)
      frame.flags.remove(.edge)
    } else if marks.contains(.chrome), frame.region < 0 {
      frame.flags.insert(.chrome)
    }
  }

  /// What an element with a tag brings with it: marks, parts, a place for its end.
  private mutating func begin(
    _ frame: inout Frame,
    _ tag: Range<Int>,
    _ facts: AttributeFacts,
    _ attributes: TagAttributes
  ) {
    switch frame.element {
    case .html, .head, .body: isPage = true
    case .lineBreak: if !frame.isHidden { visible.lineBreak(tag, in: frame) }
    case .image: addImage(tag, frame, attributes)
    case .media: addMedia(tag, frame, attributes)
    case .meta: addMeta(tag, attributes)
    case .link: openLink(&frame, tag, facts, attributes)
    case .strong: open(.strong, &frame)
    case .emphasis: open(.emphasis, &frame)
    case .code: open(.code, &frame)
    case .superscript: open(.superscript, &frame)
    case .subscript: open(.subscript, &frame)
    case .deleted: open(.deleted, &frame)
    case .rubyText: open(.ruby, &frame)
    case .table, .figure:
      parts.begin(frame.element, at: tag.lowerBound)
      frame.flags.insert(.hasEnd)
    case .h2, .h3, .h4, .h5, .h6:
      guard !frame.isHidden else { break }
      parts.beginHeading(frame, at: tag.lowerBound, blockCount: visible.blocks.count)
      frame.flags.insert(.hasEnd)
    case .row: parts.beginRow()
    case .cell: if !frame.isHidden { parts.beginCell() }
    default: break
    }
    if attributes.hasWords, frame.element != .image { addWords(tag, frame, attributes) }
    if facts.hasMark { openMarks(&frame, tag, facts, attributes) }
  }

  private mutating func openMarks(
    _ frame: inout Frame,
    _ tag: Range<Int>,
    _ facts: AttributeFacts,
    _ attributes: TagAttributes
  ) {
    if facts.style.isBold == true, frame.element == .inline { open(.strong, &frame) }
    if facts.isForeign == true, !frame.flags.contains(.partsText) { open(.foreign, &frame) }
    if facts.isNoteReference { open(.noteReference, &frame) }
    if let kind = PageParts.Capture.Kind(facts.marks), !frame.isHidden {
      let stretch = visible.openMark(nil, tracksStretch: true)
      frame.markCount += 1
      parts.captures.append(PageParts.Capture(kind: kind, stretch: stretch ?? 0))
    }
    if let label = noteLabel(frame, facts, attributes) {
      parts.notes.append(
        PageParts.RawNote(label: label, start: tag.lowerBound, firstBlock: visible.blocks.count)
      )
      frame.kind = .note
      frame.flags.insert([.hasEnd, .notes])
    }
  }

  private func noteLabel(
    _ frame: Frame,
    _ facts: AttributeFacts,
    _ attributes: TagAttributes
  ) -> String? {
    guard !frame.isHidden else { return nil }
    if let label = attributes.value(of: .note) { return label.string }
    guard frame.flags.contains(.notes), frame.element == .listItem,
      let id = attributes.value(of: .id)
    else { return nil }
    // `fn:1`, `fn-1`, `user-content-fn-1`: what follows the last mark is the label.
    let name = id.string
    let label = name.split { !$0.isLetter && !$0.isNumber }.last.map(String.init) ?? name
    return label.hasPrefix("fn") ? String(label.dropFirst(2)) : label
  }

  private mutating func open(_ kind: InlineSpan.Kind, _ frame: inout Frame) {
    if frame.isHidden { hidden.openMark(kind) } else { visible.openMark(kind) }
    frame.markCount += 1
  }

  private mutating func openLink(
    _ frame: inout Frame,
    _ tag: Range<Int>,
    _ facts: AttributeFacts,
    _ attributes: TagAttributes
  ) {
    guard let destination = placed(.href, tag, attributes) else { return }
    let stretch =
      frame.isHidden
      ? hidden.openMark(.link, tracksStretch: true)
      : visible.openMark(.link, tracksStretch: true)
    frame.markCount += 1
    frame.flags.insert(.hasEnd)
    let anchor = frame.isHidden ? hidden.text.count : visible.text.count
    parts.beginLink(destination, frame, stretch: stretch ?? 0, anchor: anchor, at: tag.lowerBound)
    if destination.string.hasPrefix("#fn") { open(.noteReference, &frame) }
  }
}
