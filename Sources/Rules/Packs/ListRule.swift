import ChineseText
import Linting
import Reading

/// A rule whose faults are the hits of term lists.
struct ListRule: Rule {
  /// What to do with a hit inside quotation marks.
  enum Quotation: String, CaseIterable, Sendable {
    case keep
    /// One severity lower and without a fix: the words are another's.
    case lower
    case skip
    /// No fault where the sentence explains the word; else one severity lower and without a fix.
    case explained
  }

  enum Scope: String, CaseIterable, Sendable {
    case prose
    case title
    /// All but the title.
    case body
  }

  struct Replacement: Sendable {
    let title: Localized
    let safety: Fix.Safety
    /// That of entries whose fault is certain.
    let certainSafety: Fix.Safety

    init(_ replacement: PatternRule.Replacement) {
      title = replacement.title
      safety = replacement.safety
      certainSafety = replacement.certainSafety ?? replacement.safety
    }
  }

  let info: RuleInfo
  let cases: [RuleCase]
  /// By their names.
  let wordLists: [String]
  /// The list itself, where the rule brings it along.
  let ownLists: [TermList]
  let message: Localized
  var scope = Scope.prose
  var quotation = Quotation.keep
  /// Kinds of protected spans without faults, besides those that all rules skip.
  var outside: ProtectedSpan.Kinds = []
  /// Severities that entries of a certainty have; an entry of another certainty has the rule's own.
  var severities = CertaintySeverities()
  /// Entries of this certainty are faults at their first use in the body only, and not where a full form is told there
  /// or before.
  var firstUse: Certainty?
  /// Nil where no hit has a fix; else hits whose entry has one form to write instead have it.
  var replacement: Replacement?

  var lists: [String] { ownLists.isEmpty ? wordLists : [] }

  var triggers: Triggers { .lists(wordLists) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    var used: Set<String> = []
    return hits(in: draft).compactMap { hit in
      if let firstUse, hit.entry.certainty == firstUse {
        guard draft.blockIndex(at: hit.range.lowerBound) != draft.draft.titleBlock,
          used.insert(hit.entry.term).inserted,
          !Abbreviations.isExplained(hit.range, by: forms(of: hit), in: draft),
          !isToldBelow(hit, in: draft)
        else { return nil }
      }
      return finding(at: hit, in: draft)
    }
  }

  /// Of hits of several lists that overlap, that of the list named first.
  private func hits(in draft: ScannedDraft) -> [ListHit] {
    var hits = wordLists.first.map(draft.hits(in:)) ?? []
    for name in wordLists.dropFirst() {
      var next = 0
      let others = draft.hits(in: name).filter { hit in
        while next < hits.count, hits[next].range.upperBound <= hit.range.lowerBound { next += 1 }
        return next == hits.count || hit.range.upperBound <= hits[next].range.lowerBound
      }
      guard !others.isEmpty else { continue }
      hits = (hits + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
    return hits
  }

  private func finding(at hit: ListHit, in draft: ScannedDraft) -> Finding? {
    guard let index = draft.blockIndex(at: hit.range.lowerBound),
      isInScope(index, of: draft),
      !draft.draft.blocks[index].isCode,
      !draft.scan.isOpaque(at: hit.range.lowerBound),
      outside.isEmpty || draft.scan.span(covering: hit.range, of: outside) == nil
    else { return nil }
    let isQuoted = draft.scan.span(covering: hit.range, of: Self.quotations) != nil
    if isQuoted, quotation == .skip || isExplained(hit, in: draft) { return nil }
    var finding = finding(message(for: hit, in: draft), at: hit.range, in: draft)
    finding.term = hit.entry.term
    finding.severity = severities[hit.entry.certainty] ?? info.severity
    if isQuoted, quotation == .lower || quotation == .explained {
      finding.severity = finding.severity.lowered
    } else {
      finding.fix = fix(for: hit, in: draft)
    }
    return finding
  }

  /// Whether a hit stands in a heading, and the block below tells a full form.
  private func isToldBelow(_ hit: ListHit, in draft: ScannedDraft) -> Bool {
    let blocks = draft.draft.blocks
    guard let index = draft.blockIndex(at: hit.range.lowerBound), blocks[index].headingLevel != nil,
      index + 1 < blocks.count
    else { return false }
    return draft.text.contains(anyOf: forms(of: hit), in: blocks[index + 1].text)
  }

  private func forms(of hit: ListHit) -> [String] {
    // An entry without a fix has its form in brackets: `（镇静催眠药）`.
    hit.entry.standard.unicodeScalars.split { "/（）".unicodeScalars.contains($0) }.map(String.init)
  }

  private static let quotations: ProtectedSpan.Kinds = [.quotation]

  private func isInScope(_ block: Int, of draft: ScannedDraft) -> Bool {
    switch scope {
    case .prose: true
    case .title: draft.draft.titleBlock == block
    case .body: draft.draft.titleBlock != block
    }
  }

  /// Whether the sentence speaks about the word instead of using it.
  private func isExplained(_ hit: ListHit, in draft: ScannedDraft) -> Bool {
    guard quotation == .explained else { return false }
    let sentence = draft.draft.string(in: draft.sentence(at: hit.range.lowerBound))
    let explaining = ["网络用语", "网络流行语", "网络热词", "流行语", "是指", "指的是", "意思是", "意为"]
    return explaining.contains { sentence.contains($0) }
  }

  private func message(for hit: ListHit, in draft: ScannedDraft) -> Localized {
    let match = draft.draft.string(in: hit.range)
    return message.filled([
      "match": match, "standard": hit.entry.standard, "note": hit.entry.note,
    ]).with(advice: hit.entry.standard, isPlain: hit.entry.replacement != nil)
  }

  private func fix(for hit: ListHit, in draft: ScannedDraft) -> Fix? {
    guard let replacement, let standard = hit.entry.replacement else { return nil }
    let title = replacement.title.filled(["standard": standard])
    let isCertain = hit.entry.certainty == .error
    let safety = isCertain ? replacement.certainSafety : replacement.safety
    return draft.fix(title, safety, replacing: hit.range, with: standard)
  }
}

/// Severities of the entries of a list by their certainty; nil is the rule's own.
struct CertaintySeverities: Sendable {
  var error: Severity?
  var warning: Severity?
  var suggestion: Severity?

  subscript(certainty: Certainty) -> Severity? {
    switch certainty {
    case .error: error
    case .warning: warning
    case .suggestion: suggestion
    }
  }
}

extension Severity {
  var lowered: Severity { self == .error ? .warning : .suggestion }
}

extension Localized {
  /// The text with `{key}` replaced by the key's value, for each of the keys; other braces stay.
  func filled(_ values: KeyValuePairs<String, String>) -> Localized {
    Localized(fill(zh, values), fill(en, values))
  }

  /// The text with `{advice}` replaced by what an entry recommends, if anything.
  func with(advice standard: String, isPlain: Bool) -> Localized {
    guard !standard.isEmpty, standard != "-" else { return filled(["advice": ""]) }
    let advice = isPlain ? "，宜写作「\(standard)」" : "，建议：\(standard)"
    return Localized(
      fill(zh, ["advice": advice]),
      fill(en, ["advice": isPlain ? "; write “\(standard)”" : "; advice: \(standard)"])
    )
  }
}

/// A template with each `{key}` replaced by the key's value; what is put in is not looked at again.
private func fill(_ template: String, _ values: KeyValuePairs<String, String>) -> String {
  let bytes = Array(template.utf8)
  var filled: [UInt8] = []
  var start = 0
  var index = 0
  while let open = bytes[index...].firstIndex(of: UInt8(ascii: "{")) {
    let inner = bytes[(open + 1)...]
    index = inner.startIndex
    let value = values.first { key, _ in
      inner.starts(with: key.utf8) && inner.dropFirst(key.utf8.count).first == UInt8(ascii: "}")
    }
    guard let (key, text) = value else { continue }
    filled += bytes[start..<open]
    filled += text.utf8
    index += key.utf8.count + 1
    start = index
  }
  return start == 0 ? template : String(decoding: filled + bytes[start...], as: UTF8.self)
}
