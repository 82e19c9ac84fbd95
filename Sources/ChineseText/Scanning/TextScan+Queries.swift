extension TextScan {
  /// Whether the offset lies in a span that all rules skip (P1–P6).
  package func isOpaque(at offset: Int) -> Bool { index.isOpaque(offset) }

  /// The innermost protected span of one of the kinds that covers the range.
  package func span(covering range: Range<Int>, of kinds: ProtectedSpan.Kinds) -> ProtectedSpan? {
    index.innermost(covering: range, of: kinds)
  }

  /// The token that covers the offset.
  package func token(at offset: Int) -> Token? {
    let index = tokens.partitioningIndex { $0.range.upperBound > offset }
    return index < tokens.count && tokens[index].range.contains(offset) ? tokens[index] : nil
  }

  /// The marks of a stretch.
  package func marks(in range: Range<Int>) -> ArraySlice<Mark> {
    let start = marks.partitioningIndex { $0.offset >= range.lowerBound }
    let end = marks.partitioningIndex { $0.offset >= range.upperBound }
    return marks[start..<max(start, end)]
  }

  /// The tokens that start in a stretch.
  package func tokens(in range: Range<Int>) -> ArraySlice<Token> {
    let start = tokens.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let end = tokens.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return tokens[start..<max(start, end)]
  }

  /// How many Han characters a stretch has; code does not count.
  package func hanCount(in range: Range<Int>) -> Int {
    let index = blockCounts.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    if index < blockCounts.count, blockCounts[index].range == range {
      return blockCounts[index].hanCount
    }
    var count = 0
    var offset = max(range.lowerBound, 0)
    while offset < range.upperBound, let scalar = text.scalar(at: offset) {
      if isHan(scalar) { count += 1 }
      offset += UTF8.width(scalar)
    }
    return count
  }

  /// Whether a mark stands in Chinese context (handbook, language §6): the block has Han, the nearest
  /// neighbour that is no space is Han or a Chinese mark on at least one side, and the mark lies neither in
  /// P1–P6 nor in a number.
  package func isChineseContext(markAt offset: Int, in block: Range<Int>) -> Bool {
    guard let mark = text.scalar(at: offset), hanCount(in: block) > 0, !isOpaque(at: offset) else {
      return false
    }
    if let token = token(at: offset), token.kind != .latin { return false }
    let next = offset + UTF8.width(mark)
    return isChinese(neighbour(before: offset, in: block))
      || isChinese(neighbour(after: next, in: block))
  }

  /// The nearest scalar before an offset that is neither invisible nor a space; nil at a line's start.
  package func neighbour(before offset: Int, in block: Range<Int>) -> PlacedScalar? {
    var end = offset
    for _ in 0..<64 {
      guard let found = text.previousVisible(before: end, in: block),
        found.scalar != "\u{2028}"
      else { return nil }
      if !found.scalar.isSpace { return found }
      end = found.offset
    }
    return nil
  }

  /// The nearest scalar from an offset on that is neither invisible nor a space; nil at a line's end.
  package func neighbour(after offset: Int, in block: Range<Int>) -> PlacedScalar? {
    var start = offset
    for _ in 0..<64 {
      guard let found = text.nextVisible(after: start, in: block), found.scalar != "\u{2028}"
      else { return nil }
      if !found.scalar.isSpace { return found }
      start = found.range.upperBound
    }
    return nil
  }

  private func isChinese(_ neighbour: PlacedScalar?) -> Bool {
    guard let neighbour else { return false }
    let kind = CharacterTable.shared.kind(of: neighbour.scalar)
    return kind.isHan || kind == .chineseMark
  }
}
