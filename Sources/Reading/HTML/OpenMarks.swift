/// The inline marks around the text of a stream, and the spans that they have made.
struct OpenMarks {
  private struct Mark {
    let kind: InlineSpan.Kind?
    /// Index in `stretches`.
    let stretch: Int?
    /// Index in `spans` while it has text in the block under way.
    var span: Int?
    var hasBegun = false
  }

  /// Sorted by start, outer before inner; each inside one block.
  private(set) var spans: [InlineSpan] = []
  /// The text of a mark from its first to its last byte, over all its blocks; nil for none.
  private(set) var stretches: [Range<Int>?] = []
  private var open: [Mark] = []
  private var waiting = 0
  // Each block has a span for each open mark: without a limit a page could make millions of them.
  private static let limit = 64
  /// Open marks beyond the limit, which leave no spans.
  private var excess = 0
  private var firstSpan = 0
  private var touched: [Int] = []

  init() {}

  mutating func open(_ kind: InlineSpan.Kind?, tracksStretch: Bool) -> Int? {
    let stretch = tracksStretch ? stretches.count : nil
    if tracksStretch { stretches.append(nil) }
    guard open.count < Self.limit else {
      excess += 1
      return stretch
    }
    open.append(Mark(kind: kind, stretch: stretch))
    waiting += 1
    return stretch
  }

  /// Text follows at an offset: marks that wait for their first text get it.
  mutating func begin(at offset: Int) {
    guard waiting > 0 else { return }
    waiting = 0
    for index in open.indices where !open[index].hasBegun {
      open[index].hasBegun = true
      if let kind = open[index].kind {
        open[index].span = spans.count
        spans.append(InlineSpan(kind, offset..<offset))
      }
      if let stretch = open[index].stretch {
        stretches[stretch] = stretches[stretch] ?? offset..<offset
      }
    }
  }

  mutating func close(at end: Int) {
    if excess > 0 {
      excess -= 1
      return
    }
    guard let mark = open.popLast() else { return }
    if mark.hasBegun { finish(mark, at: end) } else { waiting -= 1 }
  }

  mutating func beginBlock() {
    firstSpan = spans.count
    touched.removeAll(keepingCapacity: true)
  }

  /// Ends all spans at a block's end, which may be cut back.
  mutating func endBlock(at end: Int) {
    for index in open.indices where open[index].hasBegun {
      finish(open[index], at: end)
      open[index].hasBegun = false
      open[index].span = nil
      waiting += 1
    }
    for stretch in touched {
      guard let range = stretches[stretch] else { continue }
      stretches[stretch] =
        range.lowerBound < end ? range.lowerBound..<min(range.upperBound, end) : nil
    }
    guard spans.count > firstSpan else { return }
    var kept = firstSpan
    for index in firstSpan..<spans.count {
      let range = spans[index].text
      guard range.lowerBound < min(range.upperBound, end) else { continue }
      spans[kept] = InlineSpan(
        spans[index].kind,
        range.lowerBound..<min(range.upperBound, end)
      )
      kept += 1
    }
    spans.removeLast(spans.count - kept)
    firstSpan = spans.count
  }

  private mutating func finish(_ mark: Mark, at end: Int) {
    if let span = mark.span {
      let range = spans[span].text
      spans[span] = InlineSpan(
        spans[span].kind,
        range.lowerBound..<max(range.lowerBound, end)
      )
    }
    if let stretch = mark.stretch, let range = stretches[stretch] {
      stretches[stretch] = range.lowerBound..<max(range.upperBound, end)
      touched.append(stretch)
    }
  }
}
