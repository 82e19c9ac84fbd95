import ChineseText
import Linting
import Reading

/// A rule whose faults are the matches of its entries in a pattern table.
struct TableRule: Rule {
  private struct Match {
    let range: Range<Int>
    let severity: Severity
    let pattern: GuardedPattern
  }

  let info: RuleInfo
  let cases: [RuleCase]
  let table: PatternTable
  let words: TableWords
  let message: Localized
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
    let hits = draft.termHits(in: words.list.name)
    guard !hits.isEmpty else { return [] }
    let owners = words.owners.value
    let entries = table.entries
    var matches: [Match] = []
    var searched = SearchedEntries()
    for place in hits.indices {
      let hit = hits[place]
      // Lists and tables come from the cache each on its own.
      guard owners.indices.contains(hit.entry), entries.indices.contains(owners[hit.entry]) else {
        continue
      }
      let index = owners[hit.entry]
      let entry = entries[index]
      let pattern = try entry.pattern()
      guard pattern.mayMatch(around: hit.range, in: draft),
        hit.range.lowerBound >= searched[index], try pattern.guards.isOfClass(draft)
      else { continue }
      let found = try pattern.matches(around: hit.range, in: draft) { part in
        span(of: place, in: part, hits) { $0.entry < owners.count && owners[$0.entry] == index }
      }
      searched[index] = found.end
      for range in found.matches where try isFault(range, pattern, in: draft) {
        matches.append(Match(range: range, severity: entry.severity, pattern: pattern))
      }
    }
    return try foremost(matches).compactMap { try finding(at: $0, in: draft) }
  }

  /// What a hit spans together with its like in a part of the text.
  private func span(
    of place: Int,
    in part: Range<Int>,
    _ hits: ArraySlice<TermHit>,
    isAlike: (TermHit) -> Bool
  ) -> Range<Int> {
    let near = max(hits.startIndex, place - 16)..<min(hits.endIndex, place + 17)
    var (start, end) = (hits[place].range.lowerBound, hits[place].range.upperBound)
    for hit in hits[near] where part.contains(hit.range.lowerBound) && isAlike(hit) {
      (start, end) = (min(start, hit.range.lowerBound), max(end, hit.range.upperBound))
    }
    // Beyond so many hits there may be more.
    if near.lowerBound > hits.startIndex, part.contains(hits[near.lowerBound].range.lowerBound) {
      start = part.lowerBound
    }
    if near.upperBound < hits.endIndex, part.contains(hits[near.upperBound].range.lowerBound) {
      end = part.upperBound
    }
    return start..<end
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

  /// Of matches that overlap the most severe, of these the longest; by place.
  private func foremost(_ matches: [Match]) -> [Match] {
    guard matches.count > 1 else { return matches }
    let ranked = matches.sorted {
      ($0.severity, $0.range.count, $1.range.lowerBound)
        > ($1.severity, $1.range.count, $0.range.lowerBound)
    }
    var kept: [Match] = []
    for match in ranked where !kept.contains(where: { $0.range.overlaps(match.range) }) {
      kept.append(match)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func finding(at match: Match, in draft: ScannedDraft) throws -> Finding? {
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

/// How far a draft was searched for entries of a table.
private struct SearchedEntries {
  // Most hits are dismissed before their entry is looked for, so that these are few.
  private var ends: [(entry: Int, end: Int)] = []

  subscript(entry: Int) -> Int {
    get { ends.first { $0.entry == entry }?.end ?? 0 }
    set {
      if let index = ends.firstIndex(where: { $0.entry == entry }) {
        ends[index].end = newValue
      } else {
        ends.append((entry, newValue))
      }
    }
  }
}
