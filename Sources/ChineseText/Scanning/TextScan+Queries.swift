extension TextScan {
  /// Whether the offset lies in a span that all rules skip (P1–P6).
  package func isOpaque(at offset: Int) -> Bool { false }

  /// The innermost protected span of one of the kinds that covers the range.
  package func span(covering range: Range<Int>, of kinds: Set<ProtectedSpan.Kind>) -> ProtectedSpan?
  {
    nil
  }

  /// The token that covers the offset.
  package func token(at offset: Int) -> Token? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].range.contains(offset) ? tokens[low] : nil
  }
}
