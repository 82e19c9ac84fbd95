import ChineseText
import Linting
import Reading

/// A rule whose faults are the matches of patterns.
struct PatternRule: Rule {
  enum Scope: String, CaseIterable, Sendable {
    case prose
    case title
    /// All but the title and the headings.
    case body
  }

  /// How a match is written instead: texts in it and what stands in their place.
  struct Replacement: Sendable {
    let title: Localized
    let safety: Fix.Safety
    /// Of a list: that of entries whose fault is certain.
    let certainSafety: Fix.Safety?
    let texts: [(from: String, to: String)]

    /// A match with each of the texts replaced.
    func written(for match: String) -> String {
      texts.reduce(match) { $0.replacing($1.from, with: $1.to) }
    }
  }

  let info: RuleInfo
  let cases: [RuleCase]
  let patterns: [GatedPattern]
  /// How many of the patterns, from the first, find faults of the rule's severity; those of the others are suggestions.
  var firmCount = Int.max
  /// A match whose sentence matches one of these is no fault.
  let exceptions: [SentenceTest]
  let message: Localized
  var scope = Scope.prose
  /// Kinds of protected spans without faults, besides those that all rules skip.
  var outside: ProtectedSpan.Kinds = []
  var replacement: Replacement?

  var triggers: Triggers { .patterns(patterns) }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    var matches: [(range: Range<Int>, isFirm: Bool)] = []
    for index in patterns.indices {
      for match in try patterns[index].matches(in: draft) {
        matches.append((match, index < firmCount))
      }
    }
    guard !matches.isEmpty else { return [] }
    var findings: [Finding] = []
    var end = 0
    for (match, isFirm) in matches.sorted(by: { standsBefore($0.range, $1.range) }) {
      guard match.lowerBound >= end, try isFault(match, in: draft) else { continue }
      end = match.upperBound
      let text = draft.draft.string(in: match)
      let standard = replacement.map { $0.written(for: text) } ?? text
      let fix = fix(of: text, as: standard, at: match, in: draft)
      // Of the places that a list's message has, a pattern fills what its fix tells.
      let message = message.filled(["match": text, "standard": standard])
        .with(advice: standard == text ? "" : standard, isPlain: true)
      var finding = finding(message, at: match, in: draft, fix: fix)
      if !isFirm { finding.severity = .suggestion }
      findings.append(finding)
    }
    return findings
  }

  private func isFault(_ match: Range<Int>, in draft: ScannedDraft) throws -> Bool {
    guard let index = draft.blockIndex(at: match.lowerBound),
      isInScope(index, of: draft), !draft.draft.blocks[index].isCode,
      !draft.scan.isOpaque(at: match.lowerBound),
      outside.isEmpty || draft.scan.span(covering: match, of: outside) == nil
    else { return false }
    guard !exceptions.isEmpty else { return true }
    let sentence = draft.sentence(at: match.lowerBound)
    return try !exceptions.contains { try $0.matches(sentence, of: draft.text) }
  }

  private func isInScope(_ block: Int, of draft: ScannedDraft) -> Bool {
    switch scope {
    case .prose: true
    case .title: block == draft.draft.titleBlock
    case .body:
      block != draft.draft.titleBlock && draft.draft.blocks[block].headingLevel == nil
    }
  }

  /// Nil where the match holds none of the texts to replace.
  private func fix(
    of match: String,
    as text: String,
    at range: Range<Int>,
    in draft: ScannedDraft
  ) -> Fix? {
    guard let replacement, text != match else { return nil }
    let change = Change(from: match, to: text)
    return draft.fix(
      replacement.title.filled(["standard": text]),
      replacement.safety,
      replacing: range.lowerBound + change.head..<range.upperBound - change.tail,
      with: change.text
    )
  }
}

/// What differs between two texts, so that an edit leaves alone what stays.
private struct Change {
  /// Bytes that both texts begin and end with.
  private(set) var head = 0
  private(set) var tail = 0
  /// What stands between them in the new text.
  let text: String

  init(from old: String, to new: String) {
    var old = old.unicodeScalars[...]
    var new = new.unicodeScalars[...]
    while old.count > 1, let scalar = old.first, scalar == new.first {
      head += UTF8.width(scalar)
      old.removeFirst()
      new.removeFirst()
    }
    while old.count > 1, let scalar = old.last, scalar == new.last {
      tail += UTF8.width(scalar)
      old.removeLast()
      new.removeLast()
    }
    text = String(new)
  }
}

private func standsBefore(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
  (left.lowerBound, right.upperBound) < (right.lowerBound, left.upperBound)
}
