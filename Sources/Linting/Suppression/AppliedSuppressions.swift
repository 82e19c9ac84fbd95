import SourceText

/// The findings of a draft, parted by its suppressions.
///
/// One walk over both: a hostile draft may have tens of thousands of each.
struct AppliedSuppressions {
  private(set) var open: [Finding] = []
  private(set) var suppressed: [SuppressedFinding] = []
  /// The suppressions that put a finding aside, by index.
  private(set) var used: Set<Int> = []
  /// Those that would put aside what must not be, by index.
  private(set) var refused: Set<Int> = []

  /// The findings stand in source order.
  init(_ suppressions: [Suppression], to findings: [Finding]) {
    var walk = SuppressionWalk(suppressions)
    for finding in findings {
      let index = walk.first(reaching: finding)
      if !finding.isSuppressible, let index { refused.insert(index) }
      if finding.isSuppressible, let index, let reason = suppressions[index].reason {
        used.insert(index)
        suppressed.append(
          SuppressedFinding(
            finding: finding,
            reason: reason,
            suppression: suppressions[index].comment
          )
        )
      } else {
        open.append(finding)
      }
    }
  }
}

/// Finds the first suppression that reaches a finding; the findings asked about stand in source order.
private struct SuppressionWalk {
  /// Suppressions of one name and one kind of reach, by index; their reaches start in ascending order.
  private struct Queue {
    var indices: [Int] = []
    /// Those before it end before the finding at hand.
    var next = 0
    /// Of those that reach findings about the whole draft, the first.
    var firstOpen: Int?
  }

  private let suppressions: [Suppression]
  private var lines: [String: Queue] = [:]
  private var ranges: [String: Queue] = [:]

  init(_ suppressions: [Suppression]) {
    self.suppressions = suppressions
    for (index, suppression) in suppressions.enumerated()
    where suppression.reason != nil && suppression.fault == nil {
      for name in Set(suppression.names) {
        switch suppression.reach {
        case .nextLine: lines[name, default: Queue()].indices.append(index)
        case .range(_, let isOpen):
          ranges[name, default: Queue()].indices.append(index)
          if isOpen, ranges[name]?.firstOpen == nil { ranges[name]?.firstOpen = index }
        }
      }
    }
  }

  mutating func first(reaching finding: Finding) -> Int? {
    var first: Int?
    func take(_ index: Int?) {
      if let index { first = min(first ?? index, index) }
    }
    for name in [finding.rule, finding.group] {
      take(Self.first(reaching: finding, in: &lines[name], of: suppressions))
      take(Self.first(reaching: finding, in: &ranges[name], of: suppressions))
    }
    return first
  }

  private static func first(
    reaching finding: Finding,
    in queue: inout Queue?,
    of suppressions: [Suppression]
  ) -> Int? {
    guard queue != nil else { return nil }
    if finding.isAboutWholeDraft { return queue?.firstOpen }
    while let next = queue?.next, let indices = queue?.indices, next < indices.count {
      let reach = suppressions[indices[next]].reach
      if reach.contains(finding.range.start) { return indices[next] }
      if reach.start > finding.range.start { return nil }
      queue?.next += 1
    }
    return nil
  }
}
