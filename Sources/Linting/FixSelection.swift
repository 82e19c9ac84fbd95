import ChineseText
package import SourceText

/// The fixes of some findings that can be made at one time.
package struct FixSelection: Sendable {
  /// Sorted and apart.
  package let edits: [Edit]
  /// How many findings the edits mend.
  package let count: Int

  /// Takes the fixes in the order of their findings; one that touches the edits of an earlier one is left for
  /// the next round.
  ///
  /// Those that write one of the `unwritable` characters are left out.
  package init(
    of findings: [Finding],
    unsafe: Bool,
    unwritable: Set<Unicode.Scalar> = []
  ) {
    var taken = TakenEdits()
    var count = 0
    for finding in findings {
      guard let fix = finding.fix, unsafe || fix.safety == .safe else { continue }
      if !unwritable.isEmpty, fix.writes(oneOf: unwritable) { continue }
      let new = fix.edits.filter { !taken.contains($0) }
      guard !new.contains(where: { taken.touch($0.range) }) else { continue }
      for edit in new { taken.insert(edit) }
      count += 1
    }
    edits = taken.all
    self.count = count
  }
}

extension Fix {
  fileprivate func writes(oneOf scalars: Set<Unicode.Scalar>) -> Bool {
    edits.contains { $0.text.unicodeScalars.contains(where: scalars.contains) }
  }
}

private struct TakenEdits {
  /// Sorted and apart.
  private(set) var all: [Edit] = []

  func contains(_ edit: Edit) -> Bool {
    let first = all.partitioningIndex { !isBefore($0.range, edit.range) }
    return all[first...].prefix { $0.range == edit.range }.contains(edit)
  }

  /// Whether an edit of a range would touch one of them; then it touches one of its neighbours.
  func touch(_ range: SourceRange) -> Bool {
    let next = all.partitioningIndex { $0.range.start >= range.start }
    return next < all.count && touches(all[next].range, range)
      || next > 0 && touches(all[next - 1].range, range)
  }

  mutating func insert(_ edit: Edit) {
    all.insert(edit, at: all.partitioningIndex { isBefore(edit.range, $0.range) })
  }

  private func isBefore(_ left: SourceRange, _ right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// Whether making both would depend on their order.
private func touches(_ left: SourceRange, _ right: SourceRange) -> Bool {
  left.overlaps(right) || left.start == right.start
    || (left.isEmpty || right.isEmpty)
      && (left.end == right.start || right.end == left.start)
}
