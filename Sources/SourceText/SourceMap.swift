/// Where each byte of a text made from a source (Markdown lowered to HTML) comes from.
///
/// The segments cover the made text without a gap, ascending in it; their sources need not ascend.
package struct SourceMap: Sendable {
  /// A stretch of the made text.
  ///
  /// A verbatim one equals its source byte for byte; any other belongs to its source as a whole,
  /// which is empty where the source has nothing of the kind.
  package struct Segment: Hashable, Sendable {
    package let made: Range<Int>
    package let source: SourceRange
    package let isVerbatim: Bool

    package init(made: Range<Int>, source: SourceRange, isVerbatim: Bool) {
      self.made = made
      self.source = source
      self.isVerbatim = isVerbatim
    }
  }

  /// Offsets fit 32 bits: no draft is larger than a fraction of that.
  private struct Entry {
    var made: UInt32
    var source: UInt32
    /// Bytes of source; `verbatim` where they are as many as the made ones.
    var count: UInt32

    static let verbatim = UInt32.max
  }

  private var entries: [Entry] = []
  /// Bytes of the made text.
  package private(set) var count = 0

  package init() {}

  /// The map of a text that is its own source.
  package init(identityOf count: Int) {
    appendVerbatim(count, source: 0)
  }

  package var segmentCount: Int { entries.count }

  /// The index of the segment that will be added next, as a range of one.
  package var nextSegment: Range<Int> { entries.count..<entries.count + 1 }

  package mutating func reserveCapacity(_ segments: Int) {
    entries.reserveCapacity(segments)
  }

  /// Adds bytes copied from the source; joins them with the last segment where that goes on here.
  package mutating func appendVerbatim(_ byteCount: Int, source: Int) {
    guard byteCount > 0 else { return }
    let goesOn = entries.last.map { last in
      last.count == Entry.verbatim && Int(last.source) + count - Int(last.made) == source
    }
    if goesOn != true {
      entries.append(
        Entry(made: UInt32(count), source: UInt32(source), count: Entry.verbatim)
      )
    }
    count += byteCount
  }

  /// Adds bytes that belong to a range of the source as a whole.
  ///
  /// With `joins` they become part of the last segment where that belongs to the same range.
  package mutating func appendWhole(_ byteCount: Int, source: SourceRange, joins: Bool = false) {
    guard byteCount > 0 else { return }
    let entry = Entry(
      made: UInt32(count),
      source: UInt32(source.start),
      count: UInt32(source.count)
    )
    if !joins || entries.last?.source != entry.source || entries.last?.count != entry.count {
      entries.append(entry)
    }
    count += byteCount
  }

  /// Adds bytes to the last segment, which is a whole one.
  package mutating func extendLast(by byteCount: Int) {
    precondition(entries.last?.count != Entry.verbatim, "verbatim bytes have a source of their own")
    count += byteCount
  }

  /// Gives the whole ones among some segments another source: for marks that are found after their text.
  package mutating func replaceSource(ofWholeSegments indices: Range<Int>, with source: SourceRange)
  {
    for index in indices where entries[index].count != Entry.verbatim {
      entries[index].source = UInt32(source.start)
      entries[index].count = UInt32(source.count)
    }
  }

  package func segment(_ index: Int) -> Segment {
    let entry = entries[index]
    let end = index + 1 < entries.count ? Int(entries[index + 1].made) : count
    let made = Int(entry.made)..<end
    let start = Int(entry.source)
    let isVerbatim = entry.count == Entry.verbatim
    let length = isVerbatim ? made.count : Int(entry.count)
    return Segment(made: made, source: SourceRange(start, start + length), isVerbatim: isVerbatim)
  }

  /// From the source of the range's first byte to that of its last.
  ///
  /// Of an empty range it is the empty range at the source of the byte behind it.
  package func sourceRange(of made: Range<Int>) -> SourceRange {
    var cursor = Cursor(self)
    return cursor.sourceRange(of: made)
  }

  /// The segment that holds a byte; of an offset behind the end the last one.
  ///
  /// Nil in an empty map.
  ///
  /// Starts looking at `hint`, so that ascending look-ups cost nothing.
  fileprivate func index(of byteOffset: Int, from hint: Int) -> Int? {
    guard !entries.isEmpty else { return nil }
    var low = 0
    var high = entries.count
    if hint < entries.count, Int(entries[hint].made) <= byteOffset {
      low = hint
      for next in hint + 1..<max(hint + 1, min(hint + 8, entries.count)) {
        if Int(entries[next].made) > byteOffset { return next - 1 }
        low = next
      }
    }
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(entries[middle].made) <= byteOffset { low = middle } else { high = middle }
    }
    return low
  }

  /// Looks up many places of one map; cheapest where they ascend.
  package struct Cursor: Sendable {
    private let map: SourceMap
    private var last = 0

    package init(_ map: SourceMap) { self.map = map }

    /// As `SourceMap.sourceRange(of:)`.
    package mutating func sourceRange(of made: Range<Int>) -> SourceRange {
      guard let first = segment(at: made.lowerBound) else { return SourceRange(0, 0) }
      guard made.lowerBound < map.count else {
        return SourceRange(first.source.end, first.source.end)
      }
      let start =
        first.isVerbatim
        ? first.source.start + made.lowerBound - first.made.lowerBound : first.source.start
      guard !made.isEmpty, let final = segment(at: min(made.upperBound, map.count) - 1) else {
        return SourceRange(start, start)
      }
      let end =
        final.isVerbatim
        ? final.source.start + min(made.upperBound, map.count) - final.made.lowerBound
        : final.source.end
      return SourceRange(min(start, end), max(start, end))
    }

    /// The segments that a range touches, in order.
    ///
    /// Verbatim ones are cut to the range; the made range of the others is cut, their source stays
    /// whole.
    package mutating func forEachPiece(of made: Range<Int>, _ body: (Segment) -> Void) {
      var offset = made.lowerBound
      let end = min(made.upperBound, map.count)
      while offset < end, let segment = segment(at: offset) {
        let cut = offset..<min(end, segment.made.upperBound)
        let start = segment.source.start + offset - segment.made.lowerBound
        body(
          Segment(
            made: cut,
            source: segment.isVerbatim
              ? SourceRange(start, start + cut.count) : segment.source,
            isVerbatim: segment.isVerbatim
          )
        )
        offset = cut.upperBound
      }
    }

    private mutating func segment(at byteOffset: Int) -> Segment? {
      guard let index = map.index(of: byteOffset, from: last) else { return nil }
      last = index
      return map.segment(index)
    }
  }
}
