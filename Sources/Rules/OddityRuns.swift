import ChineseText
import Linting

/// Neighbouring oddities of some kinds, as one range with its text in ASCII.
struct FullwidthRun {
  let range: Range<Int>
  let kinds: Set<Oddity.Kind>
  let halfwidth: String
}

/// Runs of full-width letters, digits and signs of the visible prose.
func fullwidthRuns(in draft: ScannedDraft, of kinds: [Oddity.Kind]) -> [FullwidthRun] {
  var runs: [FullwidthRun] = []
  for oddity in draft.scan.oddities where kinds.contains(oddity.kind) {
    // Between numbers `－` stands for a dash, and which one is no matter of width.
    if oddity.scalar == "－" { continue }
    let ascii = String(oddity.scalar.halfwidth)
    if let last = runs.last, last.range.upperBound == oddity.offset {
      runs[runs.count - 1] = FullwidthRun(
        range: last.range.lowerBound..<oddity.range.upperBound,
        kinds: last.kinds.union([oddity.kind]),
        halfwidth: last.halfwidth + ascii
      )
    } else {
      runs.append(FullwidthRun(range: oddity.range, kinds: [oddity.kind], halfwidth: ascii))
    }
  }
  return runs
}

extension Unicode.Scalar {
  /// The ASCII form of a full-width letter, digit or sign; itself for all others.
  fileprivate var halfwidth: Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(value) else { return self }
    return Unicode.Scalar(value - 0xFEE0) ?? self
  }
}
