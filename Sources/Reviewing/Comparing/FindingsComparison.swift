/// What has become of the findings between two revisions.
package struct FindingsComparison: Hashable, Codable, Sendable {
  /// Of the new revision.
  package let new: [ReviewFinding]
  /// Of the old revision.
  package let fixed: [ReviewFinding]
  /// Of the new revision, at the same line and column as before.
  package let unchanged: [ReviewFinding]
  /// Of the new revision: the same words elsewhere, or among others.
  package let moved: [ReviewFinding]

  /// By fingerprint first, which holds while the words around stay, then by rule and matched words in order.
  package init(from old: [ReviewFinding], to new: [ReviewFinding]) {
    var named = Dictionary(old.map { ($0.fingerprint, $0) }) { first, _ in first }
    var (kept, moved, rest): ([ReviewFinding], [ReviewFinding], [ReviewFinding]) = ([], [], [])
    for finding in new {
      guard let before = named.removeValue(forKey: finding.fingerprint) else {
        rest.append(finding)
        continue
      }
      let isInPlace =
        (before.start.line, before.start.column) == (finding.start.line, finding.start.column)
      if isInPlace { kept.append(finding) } else { moved.append(finding) }
    }
    var waiting = Dictionary(grouping: old.filter { named[$0.fingerprint] != nil }, by: Words.init)
    var added: [ReviewFinding] = []
    for finding in rest {
      let words = Words(finding)
      if words.matched != nil, waiting[words]?.isEmpty == false {
        named[waiting[words]?.removeFirst().fingerprint ?? ""] = nil
        moved.append(finding)
      } else {
        added.append(finding)
      }
    }
    self.new = added
    fixed = old.filter { named[$0.fingerprint] != nil }
    unchanged = kept
    self.moved = moved.sorted { $0.start.byte < $1.start.byte }
  }

  private struct Words: Hashable {
    let rule: String
    let matched: Digest?

    init(_ finding: ReviewFinding) {
      rule = finding.rule
      matched = finding.matched
    }
  }
}
