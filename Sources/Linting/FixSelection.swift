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
    var taken: [Edit] = []
    var count = 0
    for finding in findings {
      guard let fix = finding.fix, unsafe || fix.safety == .safe else { continue }
      if !unwritable.isEmpty, fix.writes(oneOf: unwritable) { continue }
      let new = fix.edits.filter { !taken.contains($0) }
      guard !new.contains(where: { edit in taken.contains { touches($0.range, edit.range) } })
      else {
        continue
      }
      taken += new
      count += 1
    }
    edits = taken.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    self.count = count
  }
}

extension Fix {
  fileprivate func writes(oneOf scalars: Set<Unicode.Scalar>) -> Bool {
    edits.contains { $0.text.unicodeScalars.contains(where: scalars.contains) }
  }
}

/// Whether making both would depend on their order.
private func touches(_ left: SourceRange, _ right: SourceRange) -> Bool {
  left.overlaps(right) || left.start == right.start
    || (left.isEmpty || right.isEmpty)
      && (left.end == right.start || right.end == left.start)
}
