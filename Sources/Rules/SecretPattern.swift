import ChineseText
import Linting
import Reading
import SourceText

/// A trace of something not meant for the public, searched for wherever it may hide (handbook, compliance §8.6).
struct SecretPattern: Sendable {
  /// How much of its paragraph a match must be.
  enum Extent: Sendable {
    case any
    /// The whole of a paragraph, a heading or a comment; not a cell or an item.
    case whole
    /// The end of it, behind which nothing but marks stands.
    case end
  }

  let pattern: GatedPattern
  var extent = Extent.any
  /// What may not stand in the sentence.
  var notIn: SentenceTest?
  /// What may not stand right before the match, in its sentence.
  var notBefore: SentenceTest?
  /// What may not stand right behind it.
  var notAfter: SentenceTest?
  /// What may not stand anywhere in the prose.
  var notInDraft: [String] = []
  /// Of what one must stand somewhere in the prose; any draft will do where it is empty.
  var onlyInDraft: [String] = []
  /// Whether a sentence that quotes a prohibition is excused.
  var yieldsToLaw = false
  /// Whether the match must stand where readers do not see it.
  var isHidden = false

  init(
    _ pattern: String,
    _ extent: Extent = .any,
    notIn: String? = nil,
    notBefore: String? = nil,
    notAfter: String? = nil,
    notInDraft: [String] = [],
    onlyInDraft: [String] = [],
    yieldsToLaw: Bool = false
  ) {
    self.pattern = gated(pattern)
    self.extent = extent
    self.notIn = notIn.map { SentenceTest($0) }
    self.notBefore = notBefore.map { SentenceTest($0) }
    self.notAfter = notAfter.map { SentenceTest($0) }
    self.notInDraft = notInDraft
    self.onlyInDraft = onlyInDraft
    self.yieldsToLaw = yieldsToLaw
  }

  func matches(in draft: ScannedDraft) throws -> [PersonalMatch] {
    guard draft.holdsLiteral(of: pattern) else { return [] }
    var found: [PersonalMatch] = []
    for text in draft.fact(PersonalTexts.self).all {
      for range in try text.matches(of: pattern, in: draft)
      where text.kind(at: range.lowerBound) != .address {
        let match = PersonalMatch(text: text, range: range)
        if try holds(match, in: draft) { found.append(match) }
      }
    }
    guard !found.isEmpty else { return [] }
    let prose = draft.text
    let whole = 0..<prose.count
    let isExcused =
      prose.contains(anyOf: notInDraft, in: whole)
      || !onlyInDraft.isEmpty && !prose.contains(anyOf: onlyInDraft, in: whole)
    return isExcused ? [] : found
  }

  private func holds(_ match: PersonalMatch, in draft: ScannedDraft) throws -> Bool {
    let bytes = match.text.bytes
    let bounds = match.text.bounds(at: match.range.lowerBound, in: draft)
    guard match.range.upperBound <= bounds.upperBound else { return false }
    let sentence = match.text.sentence(at: match.range.lowerBound, in: draft)
    if let notIn, try notIn.matches(sentence, of: bytes) { return false }
    if let notBefore,
      try notBefore.matches(
        min(sentence.lowerBound, match.range.lowerBound)..<match.range.lowerBound,
        of: bytes
      )
    {
      return false
    }
    if let notAfter, try notAfter.matches(match.range.upperBound..<bounds.upperBound, of: bytes) {
      return false
    }
    if yieldsToLaw, try Guards.lawText.matches(sentence, of: bytes) { return false }
    switch extent {
    case .any: return true
    case .whole:
      return isBlank(bounds.lowerBound..<match.range.lowerBound, bytes)
        && isBlank(match.range.upperBound..<bounds.upperBound, bytes)
        && !isPart(match, in: draft)
    case .end: return isBlank(match.range.upperBound..<bounds.upperBound, bytes)
    }
  }

  /// Whether nothing but blanks and marks stands in a stretch.
  private func isBlank(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    String(decoding: text[range], as: UTF8.self).unicodeScalars.allSatisfy {
      !isHan($0) && !isAlphanumeric($0)
    }
  }

  /// Whether a match stands in a table or a list, where words are explained.
  private func isPart(_ match: PersonalMatch, in draft: ScannedDraft) -> Bool {
    guard match.text.isProse(at: match.range.lowerBound),
      let block = draft.block(at: match.range.lowerBound)
    else { return false }
    // 秘密 alone may head a story.
    if block.headingLevel != nil, match.string == "秘密" { return true }
    return block.kind == .tableCell || block.kind == .listItem || block.context.contains(.list)
  }
}

extension FamilyRule {
  /// A rule of secrecy: what its patterns find, unless excused, is one fault each.
  init(
    secret id: String,
    _ severity: Severity,
    escalation: Escalation? = .secrecy,
    summary: Localized,
    why: Localized,
    basis: [Basis],
    message: Localized,
    patterns: [SecretPattern],
    cases: [RuleCase],
    fix: (@Sendable (PersonalMatch, ScannedDraft) -> Fix?)? = nil
  ) {
    self.init(
      id,
      severity,
      summary: summary,
      why: why,
      basis: basis,
      escalation: escalation,
      patterns: patterns.map(\.pattern),
      triggers: .patterns(patterns.map(\.pattern)),
      cases: cases
    ) { draft in
      var faults: [Fault] = []
      for pattern in patterns {
        for match in try pattern.matches(in: draft) {
          let place = match.text.source(of: match.range, in: draft)
          // Two patterns may tell of one trace.
          let isKnown = faults.contains { fault in
            fault.source.map { $0.start < place.end && place.start < $0.end } ?? false
          }
          if !isKnown { faults.append(match.fault(message, in: draft, fix: fix?(match, draft))) }
        }
      }
      return faults
    }
  }
}
