extension TextScan {
  /// Scans a prose buffer.
  ///
  /// `blocks` are ascending and apart; `code` and `foreign` are inline ranges marked so in the draft,
  /// ascending.
  package init(
    _ text: [UInt8],
    blocks: [BlockExtent],
    code: [Range<Int>],
    foreign: [Range<Int>]
  ) {
    self.init()
    var build = ScanBuild(text: text, codes: code[...])
    for block in blocks { build.add(block) }
    self.text = text
    marks = build.pass.marks
    oddities = build.pass.oddities
    tokens = build.pass.tokens
    markIndex = MarkIndex(marks)
    features = TextFeatures(markIndex, tokens, oddities)
    blockCounts = build.counts
    let whole = 0..<text.count
    let marked =
      code.map { ProtectedSpan(.code, $0.clamped(to: whole)) }
      + foreign.map { ProtectedSpan(.foreign, $0.clamped(to: whole)) }
    protectedSpans = (build.pass.spans + build.paired.spans + build.spans + marked).filter {
      !$0.range.isEmpty
    }
    .sorted(by: Self.isBefore)
    index = SpanIndex(protectedSpans)
  }

  private static func isBefore(_ one: ProtectedSpan, _ other: ProtectedSpan) -> Bool {
    if one.range.lowerBound != other.range.lowerBound {
      return one.range.lowerBound < other.range.lowerBound
    }
    if one.range.upperBound != other.range.upperBound {
      return one.range.upperBound > other.range.upperBound
    }
    return one.kind.rawValue < other.kind.rawValue
  }
}

/// Runs the pass over block after block, and what needs a whole block after it.
private struct ScanBuild {
  let text: [UInt8]
  var pass: ScanPass
  var paired: PairedSpans
  var spans: [ProtectedSpan] = []
  var counts: [BlockCount] = []
  private var codes: ArraySlice<Range<Int>>

  init(text: [UInt8], codes: ArraySlice<Range<Int>>) {
    self.text = text
    self.codes = codes
    pass = ScanPass(text: text)
    paired = PairedSpans(text: text)
  }

  mutating func add(_ extent: BlockExtent) {
    let block = extent.range.clamped(to: 0..<text.count)
    if extent.isCode {
      spans.append(ProtectedSpan(.code, block))
      return
    }
    let before = (pass.marks.count, pass.oddities.count, pass.tokens.count, pass.hanCount)
    let latinBefore = pass.latinCount
    scanStretches(of: block)
    counts.append(BlockCount(range: extent.range, hanCount: pass.hanCount - before.3))
    takeMarks(from: before.0, of: block)
    if pass.latinCount > latinBefore {
      spans += ForeignRuns(text: text, block: block).spans(in: pass.tokens[before.2...])
    }
    for oddity in pass.oddities[before.1...] where oddity.kind.rawValue <= Self.lastOfNames {
      if let name = NameSpans(text: text, block: block).name(around: oddity) { spans.append(name) }
    }
  }

  private static let lastOfNames = Oddity.Kind.rareOutside.rawValue

  private mutating func takeMarks(from first: Int, of block: Range<Int>) {
    for index in first..<pass.marks.count {
      let mark = pass.marks[index]
      switch mark.scalar {
      case ":", "：": spans += NameSpans(text: text, block: block).byline(at: mark)
      case "\u{2018}"..."\u{201D}", "\u{3008}"..."\u{300F}": paired.take(mark)
      default: break
      }
    }
    paired.finish(block)
  }

  /// Scans the parts of a block between its inline codes; drops the codes that end in the block.
  private mutating func scanStretches(of block: Range<Int>) {
    var start = block.lowerBound
    while let code = codes.first, code.lowerBound < block.upperBound {
      if code.lowerBound > start { pass.scan(start..<code.lowerBound) }
      start = min(max(start, code.upperBound), block.upperBound)
      if code.upperBound > block.upperBound { break }
      codes.removeFirst()
    }
    if start < block.upperBound { pass.scan(start..<block.upperBound) }
  }
}
