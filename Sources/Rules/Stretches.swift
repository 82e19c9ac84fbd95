import ChineseText

/// Stretches of the prose, in any order, asked which offsets they hold.
struct Stretches: Sendable {
  private let starts: [Int]
  /// The furthest end of the stretches up to each start.
  private let ends: [Int]

  init(_ ranges: [Range<Int>]) {
    let ascending = ranges.sorted { $0.lowerBound < $1.lowerBound }
    var end = 0
    starts = ascending.map(\.lowerBound)
    ends = ascending.map {
      end = max(end, $0.upperBound)
      return end
    }
  }

  func cover(_ offset: Int) -> Bool {
    let next = starts.partitioningIndex { $0 > offset }
    return next > 0 && offset < ends[next - 1]
  }
}
