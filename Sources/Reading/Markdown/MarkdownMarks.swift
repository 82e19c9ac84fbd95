import SourceText

/// An inline part whose end has not come yet.
struct OpenSpan {
  let kind: MarkdownSpan
  /// In an image's text, which is an attribute and holds no tags.
  let isHidden: Bool
  /// Behind its opening mark.
  var markEnd = 0
  /// Bytes of the mark, for those of any length.
  var markLength = 0
  /// Written as `<…>`.
  var isAutolink = false
  /// Segments of values whose place shows at the end.
  var target = 0..<0
  var title = 0..<0
}

/// An opening mark, a line end or an indentation whose place shows with the next known byte.
struct PendingMark {
  enum Kind {
    /// Index in the lowering's open spans.
    case span(Int)
    case lineBreak
    case indentation(Int)
  }

  let kind: Kind
  let segments: Range<Int>
  /// Where it starts at the earliest.
  let floor: Int

  init(_ kind: Kind, segments: Range<Int>, floor: Int) {
    self.kind = kind
    self.segments = segments
    self.floor = floor
  }

  var isIndentation: Bool {
    if case .indentation = kind { true } else { false }
  }
}

/// Finds the marks around the text that md4c reports.
extension MarkdownLowering {
  /// Gives all pending marks and start tags their place: they end before this byte, one behind another.
  mutating func place(before offset: Int) {
    guard !pending.isEmpty || !unplaced.isEmpty else { return }
    var end = offset
    for mark in pending.reversed() {
      let start = min(end, max(mark.floor, startOfMark(mark.kind, before: end)))
      map.replaceSource(ofWholeSegments: mark.segments, with: SourceRange(start, end))
      if case .span(let index) = mark.kind { spans[index].markEnd = end }
      end = start
    }
    for segment in unplaced {
      map.replaceSource(ofWholeSegments: segment..<segment + 1, with: SourceRange(end, end))
    }
    pending.removeAll(keepingCapacity: true)
    unplaced.removeAll(keepingCapacity: true)
  }

  /// Places the marks of a part without text, such as `![](…)`.
  mutating func placeWithoutText(_ kind: MarkdownSpan, _ target: MarkdownAttribute) {
    let isTargeted = kind == .link || kind == .image
    if isTargeted, let destination = target.place?.lowerBound, destination > cursor,
      let bracket = bracketBefore(destination: destination), bracket >= cursor
    {
      place(before: bracket)
      cursor = bracket
      return
    }
    // Between the cursor and the mark stand at most blanks and the marks of blocks.
    let mark = kind.emptyMark
    var offset = cursor
    let limit = min(input.count, cursor + 4096)
    while offset + mark.count <= limit, !input[offset...].starts(with: mark) { offset += 1 }
    if offset + mark.count <= limit { cursor = offset + mark.count - (isTargeted ? 1 : 0) }
    place(before: cursor)
  }

  private mutating func startOfMark(_ kind: PendingMark.Kind, before end: Int) -> Int {
    switch kind {
    case .lineBreak: return startOfLineBreak(before: end) ?? end
    case .indentation(let count):
      var start = end
      while start > 0, end - start < count, input[start - 1].isBlank { start -= 1 }
      return start
    case .span(let index):
      var span = spans[index]
      defer { spans[index] = span }
      return startOfMark(&span, before: end)
    }
  }

  private func startOfMark(_ span: inout OpenSpan, before end: Int) -> Int {
    switch span.kind {
    case .emphasis: return end - run(before: end, limit: 1) { $0 == 0x2A || $0 == 0x5F }
    case .strong: return end - run(before: end, limit: 2) { $0 == 0x2A || $0 == 0x5F }
    case .deleted:
      span.markLength = run(before: end, limit: 2) { $0 == UInt8(ascii: "~") }
      return end - span.markLength
    case .code:
      let ticks =
        startOfLineBreak(before: end) ?? end - run(before: end, limit: 1) { $0.isBlank }
      span.markLength = run(before: ticks, limit: .max) { $0 == UInt8(ascii: "`") }
      return ticks - span.markLength
    case .link:
      span.isAutolink = run(before: end, limit: 1) { $0 == UInt8(ascii: "<") } == 1
      return end - run(before: end, limit: 1) { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "[") }
    case .image:
      let bracket = end - run(before: end, limit: 1) { $0 == UInt8(ascii: "[") }
      return bracket - run(before: bracket, limit: 1) { $0 == UInt8(ascii: "!") }
    }
  }

  /// Behind the closing mark that stands at an offset.
  func endOfMark(_ span: OpenSpan, from start: Int) -> Int {
    switch span.kind {
    case .emphasis: return start + run(from: start, limit: 1) { $0 == 0x2A || $0 == 0x5F }
    case .strong: return start + run(from: start, limit: 2) { $0 == 0x2A || $0 == 0x5F }
    case .deleted:
      return start + run(from: start, limit: span.markLength) { $0 == UInt8(ascii: "~") }
    default:
      let ticks = start + run(from: start, limit: .max) { $0.isBlankOrLineEnd || $0 == 0x3E }
      return ticks + run(from: ticks, limit: span.markLength) { $0 == UInt8(ascii: "`") }
    }
  }

  /// Whether the byte is text only because a backslash before it says so.
  func hasEscape(before offset: Int) -> Bool {
    offset > cursor && input[offset - 1] == UInt8(ascii: "\\") && input[offset].isPunctuation
  }

  /// The line end that comes next, behind blanks and, on a line of its own, behind the marks of quotes.
  ///
  /// Empty where there is none.
  func lineEnd(from start: Int, isHard: Bool) -> SourceRange {
    let startsLine = start == 0 || input[start - 1].isLineEnd
    var offset = start + run(from: start, limit: .max) { $0.isBlank || startsLine && $0 == 0x3E }
    if isHard { offset += run(from: offset, limit: 1) { $0 == UInt8(ascii: "\\") } }
    if offset + 1 < input.count, input[offset] == 0x0D, input[offset + 1] == 0x0A {
      return SourceRange(offset, offset + 2)
    }
    let count = run(from: offset, limit: 1) { $0.isLineEnd }
    return count == 0 ? SourceRange(start, start) : SourceRange(offset, offset + 1)
  }

  /// Sets the cursor behind the line that opens fenced code.
  mutating func skipFence(_ fence: UInt8, info: Int?) {
    var offset = info ?? cursor
    if info == nil {
      while offset + 3 <= input.count,
        !(input[offset] == fence && input[offset + 1] == fence && input[offset + 2] == fence)
      {
        offset += 1
      }
    }
    while offset < input.count, !input[offset].isLineEnd { offset += 1 }
    cursor = max(cursor, lineEnd(from: offset, isHard: false).end)
  }

  /// Where the blanks before a line end start, where only the marks of quotes stand between that and an offset.
  private func startOfLineBreak(before end: Int) -> Int? {
    var start = end - run(before: end, limit: .max) { $0.isBlank || $0 == 0x3E }
    let count = run(before: start, limit: 1) { $0.isLineEnd }
    guard count > 0 else { return nil }
    start -= count
    if input[start] == 0x0A { start -= run(before: start, limit: 1) { $0 == 0x0D } }
    start -= run(before: start, limit: .max) { $0.isBlank }
    return start - run(before: start, limit: 1) { $0 == UInt8(ascii: "\\") }
  }

  func run(from start: Int, limit: Int, where matches: (UInt8) -> Bool) -> Int {
    var count = 0
    while count < limit, start + count < input.count, matches(input[start + count]) { count += 1 }
    return count
  }

  func run(before end: Int, limit: Int, where matches: (UInt8) -> Bool) -> Int {
    var count = 0
    while count < limit, end - count > 0, matches(input[end - count - 1]) { count += 1 }
    return count
  }
}

extension UInt8 {
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
