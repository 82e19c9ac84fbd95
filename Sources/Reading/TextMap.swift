package import SourceText

/// Where each stretch of a draft's prose stands in its source.
package struct TextMap: Sendable {
  /// A stretch of prose.
  ///
  /// A verbatim one equals its source byte for byte; any other (a character reference,
  /// a line break, a block's end) belongs to its source range as a whole.
  package struct Run: Hashable, Sendable {
    package let text: Range<Int>
    package let source: SourceRange
    package let isVerbatim: Bool

    package init(text: Range<Int>, source: SourceRange, isVerbatim: Bool) {
      self.text = text
      self.source = source
      self.isVerbatim = isVerbatim
    }
  }

  /// Ascending in `text`, without gaps.
  package private(set) var runs: [Run] = []

  package init() {}

  package mutating func reserveCapacity(_ runs: Int) { self.runs.reserveCapacity(runs) }

  /// Adds a run behind the last; joins it with the last where both are verbatim and adjacent in the source.
  package mutating func append(_ run: Run) {
    if run.isVerbatim, let last = runs.last, last.isVerbatim,
      last.text.upperBound == run.text.lowerBound, last.source.end == run.source.start
    {
      runs[runs.count - 1] = Run(
        text: last.text.lowerBound..<run.text.upperBound,
        source: SourceRange(last.source.start, run.source.end),
        isVerbatim: true
      )
    } else {
      runs.append(run)
    }
  }

  /// From the source of the range's first byte to that of its last.
  ///
  /// An empty range is an empty range.
  package func sourceRange(of range: Range<Int>) -> SourceRange {
    guard !runs.isEmpty else { return SourceRange(0, 0) }
    let first = runs[index(of: range.lowerBound)]
    let start =
      first.isVerbatim
      ? first.source.start + min(range.lowerBound - first.text.lowerBound, first.source.count)
      : first.source.start
    guard !range.isEmpty else { return SourceRange(start, start) }
    let last = runs[index(of: range.upperBound - 1)]
    let end =
      last.isVerbatim
      ? last.source.start + min(range.upperBound - last.text.lowerBound, last.source.count)
      : last.source.end
    // Hidden text stands behind the visible one, so text order is not always source order.
    return SourceRange(min(start, end), max(start, end))
  }

  /// The runs that share a byte with the range, in order.
  package func runs(in range: Range<Int>) -> ArraySlice<Run> {
    guard !runs.isEmpty, !range.isEmpty else { return [] }
    return runs[index(of: range.lowerBound)...index(of: range.upperBound - 1)]
  }

  /// Whether the bytes of the source are exactly those of the range: no tag, no reference in between.
  package func isVerbatim(_ range: Range<Int>) -> Bool {
    guard !runs.isEmpty, !range.isEmpty else { return true }
    let run = runs[index(of: range.lowerBound)]
    return run.isVerbatim && range.upperBound <= run.text.upperBound
  }

  /// Whether the runs of the range stand side by side in the source: no tag, no markup in between.
  package func isContiguous(_ range: Range<Int>) -> Bool {
    guard !runs.isEmpty, !range.isEmpty else { return true }
    var index = index(of: range.lowerBound)
    while index + 1 < runs.count, runs[index].text.upperBound < range.upperBound {
      guard runs[index].source.end == runs[index + 1].source.start else { return false }
      index += 1
    }
    return true
  }

  /// The run that holds the byte, or the last one before it.
  private func index(of byteOffset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].text.lowerBound <= byteOffset { low = middle } else { high = middle }
    }
    return low
  }
}
