/// Finds the protected spans around an offset by binary search, one nested list for each kind.
struct SpanIndex: Sendable {
  private struct Entry {
    let range: Range<Int>
    /// The entry of the same list that holds this one.
    let parent: Int?
  }

  /// By the kinds' raw values.
  private var lists = [[Entry]](repeating: [], count: 10)
  /// P1–P6 merged: ascending and apart.
  private var opaque: [Range<Int>] = []

  init(_ spans: [ProtectedSpan]) {
    for span in spans {
      let parent = parent(of: span)
      lists[Int(span.kind.rawValue)].append(Entry(range: span.range, parent: parent))
      guard span.kind.isOpaque, !span.range.isEmpty else { continue }
      if let last = opaque.last, last.upperBound >= span.range.lowerBound {
        opaque[opaque.count - 1] =
          last.lowerBound..<max(last.upperBound, span.range.upperBound)
      } else {
        opaque.append(span.range)
      }
    }
  }

  func isOpaque(_ offset: Int) -> Bool {
    let index = opaque.partitioningIndex { $0.lowerBound > offset }
    return index > 0 && opaque[index - 1].contains(offset)
  }

  /// The shortest span of one of the kinds that covers the range.
  func innermost(covering range: Range<Int>, of kinds: ProtectedSpan.Kinds) -> ProtectedSpan? {
    var best: ProtectedSpan?
    for kind in kinds.all {
      guard let found = covering(range, of: kind) else { continue }
      if best.map({ found.count < $0.range.count }) ?? true { best = ProtectedSpan(kind, found) }
    }
    return best
  }

  private func covering(_ range: Range<Int>, of kind: ProtectedSpan.Kind) -> Range<Int>? {
    let list = lists[Int(kind.rawValue)]
    var index = list.partitioningIndex { $0.range.lowerBound > range.lowerBound } - 1
    while index >= 0 {
      let entry = list[index]
      if entry.range.upperBound >= range.upperBound, entry.range.upperBound > range.lowerBound {
        return entry.range
      }
      guard let parent = entry.parent else { return nil }
      index = parent
    }
    return nil
  }

  /// The last entry of the span's kind that has not ended before it.
  private func parent(of span: ProtectedSpan) -> Int? {
    let kind = Int(span.kind.rawValue)
    var candidate: Int? = lists[kind].isEmpty ? nil : lists[kind].count - 1
    while let index = candidate, lists[kind][index].range.upperBound <= span.range.lowerBound {
      candidate = lists[kind][index].parent
    }
    return candidate
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a predicate that is false, then true.
  package func partitioningIndex(where isAfter: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
