extension TextScan {
  /// Scans a prose buffer.
  ///
  /// `blocks` are ascending and apart; `code` and `foreign` are inline ranges marked
  /// so in the draft, ascending.
  package init(
    _ text: [UInt8],
    blocks: [BlockExtent],
    code: [Range<Int>],
    foreign: [Range<Int>]
  ) {
    self.init()
    var pass = ScanPass(text: text)
    var codes = code[...]
    for block in blocks where !block.isCode {
      let range = block.range.clamped(to: 0..<text.count)
      for stretch in Self.stretches(of: range, without: &codes) { pass.scan(stretch) }
    }
    marks = pass.marks
    oddities = pass.oddities
  }

  /// The parts of a block between its inline codes; drops the codes that end in the block.
  private static func stretches(
    of block: Range<Int>,
    without codes: inout ArraySlice<Range<Int>>
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = block.lowerBound
    while let code = codes.first, code.lowerBound < block.upperBound {
      if code.lowerBound > start { parts.append(start..<code.lowerBound) }
      start = min(max(start, code.upperBound), block.upperBound)
      if code.upperBound > block.upperBound { break }
      codes.removeFirst()
    }
    if start < block.upperBound { parts.append(start..<block.upperBound) }
    return parts
  }
}
