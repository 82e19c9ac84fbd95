/// How one list becomes another with few steps (Myers 1986), for lists of any size in bounded time.
struct EditScript {
  enum Step: Equatable {
    case keep(old: Int, new: Int)
    case remove(Int)
    case insert(Int)
  }

  /// In order of both lists.
  private(set) var steps: [Step] = []

  /// Past `limit` removals and insertions all between the common ends counts as replaced.
  init(from oldCount: Int, to newCount: Int, limit: Int = 600, same: (Int, Int) -> Bool) {
    var start = 0
    while start < min(oldCount, newCount), same(start, start) { start += 1 }
    var tail = 0
    while tail < min(oldCount, newCount) - start, same(oldCount - 1 - tail, newCount - 1 - tail) {
      tail += 1
    }
    steps = (0..<start).map { .keep(old: $0, new: $0) }
    let old = start..<oldCount - tail
    let new = start..<newCount - tail
    steps += Self.middle(old, new, limit, same) ?? Self.replacement(old, new)
    steps += (0..<tail).map { .keep(old: old.upperBound + $0, new: new.upperBound + $0) }
  }

  private static func replacement(_ old: Range<Int>, _ new: Range<Int>) -> [Step] {
    old.map { .remove($0) } + new.map { .insert($0) }
  }

  /// Nil where more steps than the limit are needed.
  private static func middle(
    _ old: Range<Int>,
    _ new: Range<Int>,
    _ limit: Int,
    _ same: (Int, Int) -> Bool
  ) -> [Step]? {
    guard !old.isEmpty, !new.isEmpty else { return replacement(old, new) }
    /// The furthest place in `old` on each diagonal, by number of steps.
    var history: [[Int]] = []
    var reach = [0]
    for depth in 0...min(limit, old.count + new.count) {
      var next = Array(repeating: 0, count: 2 * depth + 1)
      for diagonal in stride(from: -depth, through: depth, by: 2) {
        var place = start(on: diagonal, at: depth, reach)
        while place < old.count, place - diagonal < new.count,
          same(old.lowerBound + place, new.lowerBound + place - diagonal)
        {
          place += 1
        }
        next[diagonal + depth] = place
        if place >= old.count, place - diagonal >= new.count {
          return trace(back: history, old, new)
        }
      }
      history.append(next)
      reach = next
    }
    return nil
  }

  /// Where a path of `depth` steps enters a diagonal; `reach` is that of one step fewer.
  private static func start(on diagonal: Int, at depth: Int, _ reach: [Int]) -> Int {
    guard depth > 0 else { return 0 }
    let below = diagonal - 1 >= 1 - depth ? reach[diagonal - 1 + depth - 1] + 1 : -1
    let above = diagonal + 1 <= depth - 1 ? reach[diagonal + 1 + depth - 1] : -1
    return max(below, above)
  }

  private static func trace(
    back history: [[Int]],
    _ old: Range<Int>,
    _ new: Range<Int>
  ) -> [Step] {
    var steps: [Step] = []
    var (x, y) = (old.count, new.count)
    for depth in stride(from: history.count, through: 0, by: -1) {
      let diagonal = x - y
      let entry = depth > 0 ? start(on: diagonal, at: depth, history[depth - 1]) : 0
      while x > entry {
        (x, y) = (x - 1, y - 1)
        steps.append(.keep(old: old.lowerBound + x, new: new.lowerBound + y))
      }
      guard depth > 0 else { break }
      let reach = history[depth - 1]
      let isRemoval =
        diagonal - 1 >= 1 - depth && reach[diagonal - 1 + depth - 1] + 1 == entry
      if isRemoval {
        x -= 1
        steps.append(.remove(old.lowerBound + x))
      } else {
        y -= 1
        steps.append(.insert(new.lowerBound + y))
      }
    }
    return steps.reversed()
  }
}

extension EditScript {
  /// What stands between two kept elements: the ones taken away and the ones put in their place.
  struct Gap: Equatable {
    let old: Range<Int>
    let new: Range<Int>
  }

  var gaps: [Gap] {
    var gaps: [Gap] = []
    var (old, new) = (0, 0)
    var (oldEnd, newEnd) = (0, 0)
    func close() {
      if old < oldEnd || new < newEnd { gaps.append(Gap(old: old..<oldEnd, new: new..<newEnd)) }
    }
    for step in steps {
      switch step {
      case .keep(let oldIndex, let newIndex):
        close()
        (old, new) = (oldIndex + 1, newIndex + 1)
        (oldEnd, newEnd) = (old, new)
      case .remove(let index): oldEnd = index + 1
      case .insert(let index): newEnd = index + 1
      }
    }
    close()
    return gaps
  }
}
