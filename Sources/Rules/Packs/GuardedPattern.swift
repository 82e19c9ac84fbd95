import ChineseText
import Linting
import Reading

/// The expression of a table's entry with its guards.
final class GuardedPattern: Sendable {
  let id: String
  let advice: String
  /// Nil where it is the rule's own.
  let escalation: Escalation?
  let guards: Guards
  /// Nil where the entry's words are what it looks for.
  let expression: GatedPattern?
  /// Whether matches are found where hits of the entry's words are.
  ///
  /// Deferred, for most drafts that hold a word cannot hold a match.
  private let isFoundByWords: Deferred<Bool>
  /// What matches need besides the entry's words; nil where these are what it looks for.
  let neededBesideWords: Deferred<NeededLiterals>?

  /// `needed` is what matches need besides the entry's words, where that is known.
  init(_ entry: PatternEntry.Text, needing needed: NeededLiterals? = nil) throws {
    id = entry[.id]
    advice = entry[.advice]
    escalation = Escalation(rawValue: entry[.escalation])
    guards = try GuardReader.guards(entry[.guards])
    let pattern = entry[.pattern]
    let expression = pattern.isEmpty ? nil : GatedPattern(pattern)
    self.expression = expression
    let words = entry[.words]
    isFoundByWords = Deferred { expression?.isFound(by: PatternEntry.words(in: words)) ?? false }
    neededBesideWords = expression.map { expression in
      Deferred { needed ?? expression.needed(beside: PatternEntry.words(in: words)) }
    }
  }

  /// The advice as a message says it, without the brackets that tell it from a form.
  var shownAdvice: String {
    advice.opens(with: "（") && advice.closes(with: "）")
      ? String(advice.dropFirst().dropLast()) : advice
  }

  /// The one form to write instead; nil where the advice is more than that.
  var replacement: String? {
    advice.isEmpty || advice.contains("/") || advice.contains("（") ? nil : advice
  }

  /// What stands in the sentence of each hit of the entry's words that a match is around; nil where matches reach
  /// further, or need nothing more.
  var neededInSentence: NeededLiterals? {
    guards.extent == .sentence ? neededBesideWords?.value : nil
  }

  /// The matches around a hit of one of the entry's words, and how far the text was searched; `hitSpan` tells of a
  /// part of the text where all hits of the entry are.
  func matches(
    around hit: Range<Int>,
    in draft: ScannedDraft,
    hitSpan: (Range<Int>) -> Range<Int>
  ) throws -> (matches: [Range<Int>], end: Int) {
    guard let expression, let needed = neededBesideWords?.value else {
      return ([hit], hit.lowerBound)
    }
    guard needed.mayStand(in: draft.grams) else { return ([], draft.text.count) }
    guard let block = draft.blockIndex(at: hit.lowerBound) else { return ([], hit.upperBound) }
    let part = guards.surroundings(of: hit, in: draft.draft.blocks[block].text, of: draft)
    let literals = !draft.holdsAllowed && isFoundByWords.value ? hitSpan(part) : nil
    let matches = try expression.matches(in: part, of: draft.text, literalsIn: literals)
    return (matches, part.upperBound)
  }
}
