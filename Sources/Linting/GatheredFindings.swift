package import SourceText

/// The findings of one draft as its rules bring them in: in source order never more than a limit.
struct GatheredFindings {
  private(set) var findings: [Finding] = []
  /// Of all findings, those beyond the limit included.
  private(set) var confidential = ConfidentialParts()
  /// Those that ask to stop, as many as the limit, in no order.
  private var freezing: [Finding] = []
  /// Whether there were more findings than the limit.
  private(set) var isOverLimit = false
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func add(_ found: consuming [Finding]) {
    guard !found.isEmpty else { return }
    confidential.add(found)
    if confidential.isWhole {
      freezing += found.lazy.filter { $0.escalation == .freeze }.prefix(limit)
    }
    if findings.count + found.count > limit { isOverLimit = true }
    if found.count > limit { found = firstOnes(of: found) }
    if findings.isEmpty { findings = found } else { findings += found }
    if findings.count > limit { findings = firstOnes(of: findings) }
  }

  /// Whether a rule need not be asked any more: enough has been found, and nothing hides behind its findings.
  func canSkip(_ rule: RuleInfo) -> Bool {
    isOverLimit && !rule.isConfidential && rule.escalation == nil
  }

  /// Leaves only the findings that ask to stop, if there are any: all else would tell of the text.
  mutating func keepFreezing() {
    guard confidential.isWhole else { return }
    freezing.sort(by: Finding.stands(_:before:))
    findings = Array(freezing.prefix(limit))
  }

  /// Leaves out each guess that touches another finding about what the text says.
  mutating func dropGuesses() {
    guard findings.contains(where: \.isGuess) else { return }
    let firm = findings.filter { !$0.isGuess && Self.contentGroups.contains($0.group) }
      .map(\.range).sorted { $0.start < $1.start }
    // By place: how far those up to there reach.
    var ends: [Int] = []
    for range in firm { ends.append(max(range.end, ends.last ?? 0)) }
    findings.removeAll { finding in
      guard finding.isGuess else { return false }
      var (low, high) = (0, firm.count)
      while low < high {
        let middle = (low + high) / 2
        if firm[middle].start < finding.range.end { low = middle + 1 } else { high = middle }
      }
      return low > 0 && ends[low - 1] > finding.range.start
    }
  }

  /// The groups of rules about what a text says, not how.
  private static let contentGroups: Set = [
    "advert", "dignity", "health-claim", "privacy", "secrecy", "sensitive",
  ]

  /// All that is kept, in source order.
  mutating func sorted() -> [Finding] {
    findings.sort(by: Finding.stands(_:before:))
    return findings
  }

  /// As many as may be, in source order; a copy, so that the others are freed.
  private func firstOnes(of findings: consuming [Finding]) -> [Finding] {
    findings.sort(by: Finding.stands(_:before:))
    return Array(findings.prefix(limit))
  }
}

/// What of a draft must not be shown, whether the findings that say so are listed or not.
package struct ConfidentialParts: Sendable {
  /// Whether a finding asks to stop: nothing of the text is shown.
  package private(set) var isWhole = false
  /// The texts of confidential findings, in no order; none is empty.
  package private(set) var ranges: [SourceRange] = []
  /// Those of them of which not even the ends are shown: passwords and the like.
  package private(set) var secrets: Set<SourceRange> = []

  init() {}

  /// What the findings of a draft say.
  init(of findings: [Finding], _ suppressed: [SuppressedFinding]) {
    add(findings)
    add(suppressed.lazy.map { $0.finding })
  }

  mutating func add(_ findings: some Sequence<Finding>) {
    for finding in findings {
      if finding.escalation == .freeze { isWhole = true }
      guard finding.isConfidential, !finding.range.isEmpty else { continue }
      ranges.append(finding.range)
      if finding.isSecret { secrets.insert(finding.range) }
    }
  }
}
