import Linting
package import Reading
package import SourceText

/// The text of a draft's visible blocks, cut where findings begin and end.
package struct MarkedText: Sendable {
  /// A stretch of a block's text that the same findings cover.
  package struct Piece: Hashable, Sendable {
    /// UTF-8 bytes of `Draft.text`.
    package let text: Range<Int>
    /// Indices of findings, ascending.
    package let findings: [Int]
    /// Those among them that end with it.
    package let ending: [Int]
  }

  private let draft: Draft
  private let ranges: [SourceRange]
  /// The furthest end of all ranges up to one, so that those that reach a place are found from the right.
  private let reach: [Int]

  /// `findings` are in source order.
  init(_ draft: Draft, _ findings: [Finding]) { self.init(draft, findings.map(\.range)) }

  /// `places` are where the findings stand in the source's bytes, in source order.
  package init(_ draft: Draft, at places: [Range<Int>]) {
    self.init(draft, places.map { SourceRange(max(0, $0.lowerBound), max(0, $0.upperBound)) })
  }

  private init(_ draft: Draft, _ ranges: [SourceRange]) {
    self.draft = draft
    self.ranges = ranges
    var furthest = 0
    reach = ranges.map {
      furthest = max(furthest, $0.end)
      return furthest
    }
  }

  /// The pieces of one block, in order, without gaps.
  package func pieces(of block: Block) -> [Piece] {
    let marks = marks(in: block)
    let ends = marks.flatMap { [$0.text.lowerBound, $0.text.upperBound] }
    let cuts = Set(ends + [block.text.lowerBound, block.text.upperBound]).sorted()
    return zip(cuts, cuts.dropFirst()).map { start, end in
      let covering = marks.filter { $0.text.lowerBound <= start && end <= $0.text.upperBound }
      return Piece(
        text: start..<end,
        findings: covering.map(\.finding),
        ending: covering.filter { $0.text.upperBound == end }.map(\.finding)
      )
    }
  }

  /// The findings that reach into a part of the source.
  package func findings(in part: SourceRange) -> [Int] {
    var index = ranges.partition(before: part.end)
    var found: [Int] = []
    while index > 0, reach[index - 1] > part.start {
      index -= 1
      if ranges[index].overlaps(part) { found.append(index) }
    }
    return found.reversed()
  }

  private struct Mark {
    let finding: Int
    var text: Range<Int>
  }

  /// Where the findings stand in a block's text, each from its first to its last byte there.
  private func marks(in block: Block) -> [Mark] {
    let found = findings(in: block.source)
    guard !found.isEmpty else { return [] }
    let runs = draft.map.runs(in: block.text)
    return found.compactMap { finding in
      let parts = runs.compactMap { $0.text(of: ranges[finding]) }
      guard let first = parts.first, let last = parts.last else { return nil }
      let text = (first.lowerBound..<last.upperBound).clamped(to: block.text)
      return text.isEmpty ? nil : Mark(finding: finding, text: text)
    }
  }
}

extension TextMap.Run {
  /// The part of the run's text that a part of the source is; the whole run where the two differ.
  fileprivate func text(of part: SourceRange) -> Range<Int>? {
    guard source.overlaps(part) else { return nil }
    guard isVerbatim else { return text }
    let start = text.lowerBound + max(0, part.start - source.start)
    return start..<min(text.upperBound, text.lowerBound + part.end - source.start)
  }
}

extension [SourceRange] {
  /// How many start before an offset; the ranges are in order of their starts.
  fileprivate func partition(before offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
