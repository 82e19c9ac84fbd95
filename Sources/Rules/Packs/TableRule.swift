import ChineseText
import Linting
import Reading

/// A rule whose faults are the matches of its entries in a pattern table.
struct TableRule: Rule {
  struct Match {
    let range: Range<Int>
    let severity: Severity
    let pattern: GuardedPattern
    /// The place of the hit that it was found around.
    let hit: Int
  }

  enum Scope: String, CaseIterable, Sendable {
    case prose
    /// The prose and what is hidden from readers.
    case all
  }

  let info: RuleInfo
  let cases: [RuleCase]
  let table: PatternTable
  let words: TableWords
  let message: Localized
  var scope = Scope.prose
  var quotation = ListRule.Quotation.keep
  /// Kinds of protected spans without faults, besides those that all rules skip.
  var outside: ProtectedSpan.Kinds = []
  var classes = ClassSeverities()
  /// Classes in which a finding goes to the leadership, whatever else is said.
  var escalating: DocumentClass.Kinds = []
  /// Nil where no match has a fix; else those whose entry has one form to write instead have it.
  var replacement: ListRule.Replacement?

  var ownLists: [TermList] { [words.list] }

  var triggers: Triggers { .lists([words.list.name]) }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    try foremost(matches(in: draft)).compactMap { try finding(at: $0, in: draft) }
  }

  /// What its entries find, each for itself: several may match the same words.
  func matches(in draft: ScannedDraft) throws -> [Match] {
    let name = words.list.name
    let hits = scope == .all ? draft.allTermHits(in: name) : draft.termHits(in: name)
    guard !hits.isEmpty else { return [] }
    let entries = table.entries
    var matches: [Match] = []
    var left = words.ownedHits(of: hits)[...]
    while let first = left.first {
      let owned = left.prefix { $0.entry == first.entry }
      left = left[owned.endIndex...]
      // Lists and tables come from the cache each on its own.
      guard entries.indices.contains(first.entry) else { continue }
      try addMatches(of: entries[first.entry], at: owned, in: draft, to: &matches)
    }
    return matches
  }

  /// Adds the faults around the hits of an entry's words.
  private func addMatches(
    of entry: PatternEntry,
    at hits: ArraySlice<OwnedHit>,
    in draft: ScannedDraft,
    to matches: inout [Match]
  ) throws {
    let needed = try entry.neededInSentence()
    // Of many sentences together most lack it, too.
    if hits.count > 2, let needed,
      !draft.mayHold(matchWith: needed, inSentencesAt: hits.map(\.range.lowerBound))
    {
      return
    }
    var searched = 0
    for index in hits.indices {
      let hit = hits[index]
      guard hit.range.lowerBound >= searched else { continue }
      if let needed, let end = draft.end(ofSentenceAt: hit.range.lowerBound, lacking: needed) {
        searched = end
        continue
      }
      let pattern = try entry.pattern()
      guard try pattern.guards.isOfClass(draft) else { continue }
      let found = try pattern.matches(around: hit.range, in: draft) { part in
        span(of: index, in: part, hits)
      }
      searched = found.end
      for range in found.matches where try isFault(range, pattern, in: draft) {
        let match = Match(range: range, severity: entry.severity, pattern: pattern, hit: hit.place)
        matches.append(match)
      }
    }
  }

  /// What a hit spans together with its like in a part of the text.
  private func span(of index: Int, in part: Range<Int>, _ hits: ArraySlice<OwnedHit>) -> Range<Int>
  {
    var first = index
    while first > hits.startIndex, part.contains(hits[first - 1].range.lowerBound) { first -= 1 }
    var end = hits[index].range.upperBound
    for hit in hits[first...] {
      guard hit.range.lowerBound < part.upperBound else { break }
      end = max(end, hit.range.upperBound)
    }
    return hits[first].range.lowerBound..<end
  }

  private func isFault(_ range: Range<Int>, _ pattern: GuardedPattern, in draft: ScannedDraft)
    throws -> Bool
  {
    guard let block = draft.block(at: range.lowerBound), !block.isCode,
      !block.context.contains(.references), !draft.scan.isOpaque(at: range.lowerBound),
      outside.isEmpty || draft.scan.span(covering: range, of: outside) == nil,
      quotation != .skip || !isQuoted(range, in: draft)
    else { return false }
    return try !pattern.guards.excuse(range, in: draft)
  }

  private func isQuoted(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    draft.scan.span(covering: range, of: [.quotation]) != nil
  }

  /// Of matches that overlap the most severe, of these the longest, of these the one with the first hit; by place.
  private func foremost(_ matches: [Match]) -> [Match] {
    guard matches.count > 1 else { return matches }
    let ranked = matches.sorted {
      ($0.severity, $0.range.count, $1.range.lowerBound, $1.hit)
        > ($1.severity, $1.range.count, $0.range.lowerBound, $0.hit)
    }
    var kept: [Match] = []
    for match in ranked where !kept.contains(where: { $0.range.overlaps(match.range) }) {
      kept.append(match)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  func finding(at match: Match, in draft: ScannedDraft) throws -> Finding? {
    var severity = match.severity
    var escalation = match.pattern.escalation ?? info.escalation
    let isForClass = match.pattern.guards.classes != nil
    if isForClass || !classes.changes.isEmpty || !escalating.isEmpty {
      let own = try draft.fact(DocumentClass.self)
      guard let changed = classes.severity(severity, in: own) else { return nil }
      // What is a fault in one class only is less certain where the class is guessed.
      severity = isForClass && !own.isDeclared ? changed.lowered : changed
      if own.isAmong(escalating) { escalation = escalation ?? .leadership }
    }
    let text = draft.draft.string(in: match.range)
    let advice = match.pattern.shownAdvice
    let message = message.filled(["match": text])
      .with(advice: advice, isPlain: match.pattern.replacement != nil)
    var finding = finding(message, at: match.range, in: draft)
    finding.term = match.pattern.id
    finding.escalation = escalation
    if quotation == .lower, isQuoted(match.range, in: draft) {
      finding.severity = severity.lowered
    } else {
      finding.severity = severity
      finding.fix = fix(at: match, in: draft)
    }
    return finding
  }

  private func fix(at match: Match, in draft: ScannedDraft) -> Fix? {
    guard let replacement, let form = match.pattern.replacement else { return nil }
    let title = replacement.title.filled(["standard": form])
    return draft.fix(title, replacement.safety, replacing: match.range, with: form)
  }
}
