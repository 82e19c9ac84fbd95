import SourceText

/// The lowering of one draft under way: md4c's events in source order become HTML and its map.
///
/// md4c tells where text stands, but not where its marks do. They are tokenised: opening marks backwards from the
/// first byte that they enclose, closing marks forwards from the last one.
struct MarkdownLowering {
  /// What md4c reads: the source, with blanks for what it must not see.
  var input: [UInt8]
  var html: [UInt8] = []
  var map = SourceMap()
  var skipped: [Skipped] = []
  /// Why md4c was stopped.
  private(set) var failure: ReadingError?

  /// Behind the last byte that an event stood for.
  var cursor = 0
  /// Behind the last byte that is text; what follows until the next one is syntax.
  var textEnd = 0
  var spans: [OpenSpan] = []
  /// Marks whose place shows with the next known byte, outer before inner.
  var pending: [PendingMark] = []
  /// Segments of start tags of blocks, which stand where their first text will.
  var unplaced: [Int] = []
  var linkDepth = 0
  var imageDepth = 0
  /// Blocks whose tags are not written: the list that md4c takes a note for.
  var hiddenBlocks = 0
  private var depth = 0
  private var cells = 0
  private var valueBytes = 0
  private let maximumDepth: Int

  init(input: [UInt8], limits: ReadingLimits) {
    self.input = input
    maximumDepth = limits.depth
    html.reserveCapacity(input.count + input.count / 4 + 64)
    map.reserveCapacity(input.count / 32)
  }

  /// False to stop.
  mutating func enter(_ block: MarkdownBlock) -> Bool {
    if case .document = block { return true }
    guard canGoDeeper() else { return false }
    depth += 1
    guard depth > hiddenBlocks else { return true }
    switch block {
    case .item(let taskMark?): cursor = max(cursor, taskMark + 2)
    case .code(let fence?, let info): skipFence(fence, info: info)
    case .headerCell, .cell:
      cells += 1
      // Short rows are filled up to the header's width: a page of them would grow by the square.
      guard cells <= input.count + 1000 else {
        return stop(.parserFailed(reason: "table with more cells than bytes"))
      }
    default: break
    }
    if let tag = block.startTag { startBlock(tag) }
    return true
  }

  mutating func leave(_ block: MarkdownBlock) {
    if case .document = block { return }
    depth -= 1
    guard depth >= hiddenBlocks, let tag = block.endTag else { return }
    html.append(contentsOf: tag.utf8)
    map.appendWhole(tag.utf8.count, source: SourceRange(cursor, cursor), joins: true)
  }

  private mutating func startBlock(_ tag: String) {
    html.append(contentsOf: tag.utf8)
    if let last = unplaced.last, last == map.segmentCount - 1 {
      map.extendLast(by: tag.utf8.count)
    } else {
      unplaced.append(map.segmentCount)
      map.appendWhole(tag.utf8.count, source: SourceRange(cursor, cursor))
    }
  }

  private mutating func canGoDeeper() -> Bool {
    guard depth + spans.count >= maximumDepth else { return true }
    return stop(.tooDeep(limit: maximumDepth, line: LineIndex(input).position(of: cursor).line))
  }

  mutating func stop(_ reason: ReadingError) -> Bool {
    failure = failure ?? reason
    return false
  }

  /// False to stop.
  mutating func enter(
    _ kind: MarkdownSpan,
    _ target: MarkdownAttribute,
    _ title: MarkdownAttribute
  ) -> Bool {
    guard canGoDeeper() else { return false }
    // One definition of a link may be used all over: a page of uses would grow by the square.
    valueBytes += target.count + title.count
    guard valueBytes <= 2 * input.count + 1_000_000 else {
      return stop(.parserFailed(reason: "link definitions used over and over"))
    }
    let isHidden = imageDepth > 0
    if kind == .link { linkDepth += 1 }
    if kind == .image { imageDepth += 1 }
    spans.append(OpenSpan(kind: kind, isHidden: isHidden))
    let here = SourceRange(cursor, cursor)
    guard !isHidden else {
      pending.append(PendingMark(.span(spans.count - 1), segments: 0..<0, floor: cursor))
      return true
    }
    let first = map.segmentCount
    if kind == .link {
      write("<a href=\"", from: here)
      spans[spans.count - 1].target = appendValue(target)
      if !title.isEmpty {
        write("\" title=\"", from: here)
        spans[spans.count - 1].title = appendValue(title)
      }
      write("\">", from: here)
    } else {
      write(kind.startTag, from: here)
    }
    let mark = PendingMark(
      .span(spans.count - 1),
      segments: first..<map.segmentCount,
      floor: cursor
    )
    pending.append(mark)
    return true
  }

  mutating func leave(
    _ kind: MarkdownSpan,
    _ target: MarkdownAttribute,
    _ title: MarkdownAttribute
  ) {
    if !pending.isEmpty { placeWithoutText(kind, target) }
    if cursor > 0, input[cursor - 1].isLineEnd {
      cursor += run(from: cursor, limit: .max) { $0.isBlank || $0 == UInt8(ascii: ">") }
    }
    guard let span = spans.popLast() else { return }
    if kind == .link { linkDepth -= 1 }
    if kind == .image { imageDepth -= 1 }
    switch kind {
    case .link: leaveLink(span, target)
    case .image: leaveImage(span, target, title)
    default:
      let end = endOfMark(span, from: cursor)
      if !span.isHidden { write(kind.endTag, from: SourceRange(cursor, end)) }
      cursor = end
    }
  }

  private mutating func leaveLink(_ span: OpenSpan, _ target: MarkdownAttribute) {
    let tail = endOfLink(from: cursor, span: span, target: target)
    if !span.isHidden {
      let text = SourceRange(min(span.markEnd, cursor), cursor)
      map.replaceSource(ofWholeSegments: span.target, with: span.isAutolink ? text : tail.target)
      map.replaceSource(ofWholeSegments: span.title, with: tail.title)
      write("</a>", from: SourceRange(cursor, tail.end))
    }
    cursor = tail.end
  }

  private mutating func leaveImage(
    _ span: OpenSpan,
    _ target: MarkdownAttribute,
    _ title: MarkdownAttribute
  ) {
    let tail = endOfLink(from: cursor, span: span, target: target)
    if !span.isHidden {
      write("\" src=\"", from: SourceRange(cursor, tail.target.start))
      map.replaceSource(ofWholeSegments: appendValue(target), with: tail.target)
      if !title.isEmpty {
        write("\" title=\"", from: SourceRange(tail.target.end, tail.title.start))
        map.replaceSource(ofWholeSegments: appendValue(title), with: tail.title)
      }
      write("\">", from: SourceRange(title.isEmpty ? tail.target.end : tail.title.end, tail.end))
    }
    cursor = tail.end
  }
}
