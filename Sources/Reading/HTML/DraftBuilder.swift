import SourceText

/// A draft under construction from the parser's events, all places in bytes of the HTML.
struct DraftBuilder {
  enum Excess {
    /// Tags nest too deep.
    case depth(at: Int)
    case images
  }

  let html: [UInt8]
  let limits: ReadingLimits
  var visible: TextStream
  var hidden = TextStream(capacity: 0)
  var pageTitle = TextStream(capacity: 0)
  var frames = [Frame()]
  var parts = PageParts()
  var comments: [Comment] = []
  private(set) var skipped: [Skipped] = []
  /// Whether the HTML says that it is a page: it has a tag `html`, `head` or `body`.
  var isPage = false
  var isWeChat = false
  /// What is beyond a limit; the rest was not read.
  var excess: Excess?
  /// Where the parser ended before the text did.
  var lostText: Int?

  init(_ html: [UInt8], limits: ReadingLimits) {
    self.html = html
    self.limits = limits
    visible = TextStream(capacity: html.count / 2 + 64)
  }

  mutating func text(_ range: Range<Int>) {
    let frame = frames[frames.count - 1]
    if frame.flags.contains(.pageTitle) {
      pageTitle.append(html, range, in: frame)
    } else if frame.isHidden {
      hidden.append(html, range, in: frame)
    } else {
      visible.append(html, range, in: frame)
    }
  }

  mutating func reference(_ bytes: ByteView, _ range: Range<Int>) {
    let frame = frames[frames.count - 1]
    if frame.flags.contains(.pageTitle) {
      pageTitle.append(bytes, standingFor: range, in: frame)
    } else if frame.isHidden {
      hidden.append(bytes, standingFor: range, in: frame)
    } else {
      visible.append(bytes, standingFor: range, in: frame)
    }
  }

  mutating func rawText(_ range: Range<Int>) {
    let isStyle = frames[frames.count - 1].element == .style
    skip(range, isStyle ? .style : .script)
  }

  mutating func comment(_ range: Range<Int>) {
    let inner = range.lowerBound + 4..<max(range.lowerBound + 4, range.upperBound - 3)
    let text = String(decoding: html[inner], as: UTF8.self)
    comments.append(
      Comment(
        source: SourceRange(range.lowerBound, range.upperBound),
        text: Placed(text, SourceRange(inner.lowerBound, inner.upperBound))
      )
    )
  }

  /// Notes what the parser passed over; `isRest` where it never came further.
  @inline(never)
  mutating func gap(_ range: Range<Int>, isRest: Bool = false) {
    guard let first = range.first else { return }
    if html[first] != UInt8(ascii: "<") {
      skip(range, .syntax)
    } else if html[range].starts(with: "<!--".utf8) {
      // One with an end comes as a comment.
      if html.endOfComment(at: first) == html.count { skip(range, .comment) }
    } else if isRest || isDeclaration(range) || html[range].contains(where: { $0 >= 0x80 }) {
      skip(range, .tag)
    }
  }

  /// Whether markup is `<?…>` or `<!…>` other than a document type.
  private func isDeclaration(_ range: Range<Int>) -> Bool {
    guard range.count > 2 else { return false }
    return switch html[range.lowerBound + 1] {
    case UInt8(ascii: "?"): true
    case UInt8(ascii: "!"): html[range.lowerBound + 2] | 0x20 != UInt8(ascii: "d")
    default: false
    }
  }

  /// Ends all that is still open.
  mutating func finish() {
    while frames.count > 1 { pop(at: html.count) }
    endBlock(hiddenOnly: false)
    _ = pageTitle.close()
  }

  /// Ends the block under way, in the hidden text and, unless told otherwise, in the visible one.
  mutating func endBlock(hiddenOnly: Bool) {
    _ = hidden.close()
    guard !hiddenOnly else { return }
    let wasOpen = visible.isOpen
    if visible.close() {
      parts.blockEnded(visible.blocks.count - 1, in: visible.blocks)
    } else if wasOpen, let blank = visible.lastBlank, blank.frame.kind == .paragraph {
      parts.blankEnded(blank.source, in: blank.frame)
    }
    parts.textParted()
  }

  private mutating func skip(_ range: Range<Int>, _ reason: Skipped.Reason) {
    if let last = skipped.last, last.range.end == range.lowerBound, last.reason == reason {
      skipped[skipped.count - 1] = Skipped(
        SourceRange(last.range.start, range.upperBound),
        reason
      )
    } else {
      skipped.append(Skipped(SourceRange(range.lowerBound, range.upperBound), reason))
    }
  }
}
