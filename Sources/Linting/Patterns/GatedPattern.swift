package import ChineseText
import ICU
import Reading

/// Why a pattern cannot be used.
package enum PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  case invalid(pattern: String, reason: String)
  /// No text of two characters or more that every match must hold.
  case noLiteral(pattern: String)

  package var reason: Localized {
    switch self {
    case .invalid(let pattern, let reason):
      Localized(
        "句式 \(pattern) 不是正确的 ICU 正则表达式：\(reason)",
        "the pattern \(pattern) is not a regular expression of ICU: \(reason)"
      )
    case .noLiteral(let pattern):
      Localized(
        "句式 \(pattern) 里没有必定出现的两个字，会拖慢每一篇稿件的检查：请改写，或用 Swift 写成规则",
        "the pattern \(pattern) has no text of two characters that every match holds, so it would run "
          + "over every draft: reword it, or write a rule in Swift"
      )
    }
  }

  package var description: String { reason.en }
}

/// An ICU regular expression that runs only in blocks where the literals stand that its matches need.
///
/// Its making costs next to nothing: the pattern is read when its literals are first asked for or found. A class: a
/// rule asks its patterns of every draft, and copies of all that is in one cost more than most answers.
package final class GatedPattern: Sendable {
  package let pattern: String
  /// Tells the pattern from others.
  let hash: ContentHash
  private let needed: Deferred<RequiredLiterals>
  private let gate: Deferred<PatternGate>
  private let expression: RegularExpression

  package init(_ pattern: String) {
    self.pattern = pattern
    hash = ContentHash(Array(pattern.utf8))
    let needed = Deferred { RequiredLiterals(of: pattern) }
    self.needed = needed
    gate = Deferred { needed.value.gate }
    expression = RegularExpression(pattern)
  }

  /// What its literals are found by in the vocabulary.
  var key: UInt64 { hash.low }

  /// Every match holds at least one of these, each at least two scalars long; none of a pattern that is not valid.
  package var literals: [String] {
    let literals = needed.value.literals ?? []
    return literals.allSatisfy { $0.unicodeScalars.count >= 2 } ? literals : []
  }

  /// Whether matches are found where some words stand.
  package func isFound(by words: [String]) -> Bool { needed.value.areFound(by: words) }

  /// Compiles the expression, which otherwise waits for its first use, and tells whether it has literals.
  package func validate() throws(PatternError) {
    guard !literals.isEmpty else { throw .noLiteral(pattern: pattern) }
    do {
      try expression.validate()
    } catch {
      throw .invalid(pattern: pattern, reason: "\(error)")
    }
  }

  /// All matches in the visible prose, ascending, in bytes of it.
  package func matches(in draft: ScannedDraft) throws -> [Range<Int>] {
    try matches(in: draft) { _ in true }
  }

  /// All matches in the visible prose that hold a literal that may be a part of one, ascending.
  ///
  /// A look around a literal costs far less than a search of its block; `isPromising` says false only where no
  /// match holds the literal.
  package func matches(
    in draft: ScannedDraft,
    where isPromising: (Range<Int>) -> Bool
  ) throws -> [Range<Int>] {
    let hits = draft.literalHits(of: self)
    guard !hits.isEmpty else { return [] }
    let (needed, sentences) = (gate.value.needed.value, draft.sentences)
    guard needed.mayStand(in: draft.grams) else { return [] }
    return try matches(
      at: hits,
      of: draft.text,
      blockAt: { draft.block(at: $0)?.text },
      where: { sentences.mayHold(matchWith: needed, inBlockAt: $0.lowerBound) && isPromising($0) }
    )
  }

  /// Whether a match may be anywhere in a text; false only where there is none.
  package func mayMatch(in text: TextGrams) -> Bool { gate.value.mayMatch(in: text) }

  /// What a match needs besides one of some words, which stands there already.
  package func needed(beside words: [String]) -> NeededLiterals {
    gate.value.needed(beside: words)
  }

  /// Whether a match may be within the sentence of a draft that holds an offset; false only where there is none.
  package func mayMatch(inSentenceAt offset: Int, of draft: ScannedDraft) -> Bool {
    draft.sentences.mayHold(matchWith: gate.value.needed.value, inSentenceAt: offset)
  }

  /// All matches in the blocks of a text in which a literal was found.
  func matches(
    at hits: ArraySlice<TermHit>,
    of text: [UInt8],
    blockAt: (Int) -> Range<Int>?,
    where isPromising: (Range<Int>) -> Bool = { _ in true }
  ) throws -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var index = hits.startIndex
    while index < hits.endIndex {
      guard let block = blockAt(hits[index].range.lowerBound) else {
        index += 1
        continue
      }
      var needed: Range<Int>?
      while index < hits.endIndex, hits[index].range.lowerBound < block.upperBound {
        let hit = hits[index].range
        index += 1
        guard isPromising(hit) else { continue }
        let start = needed?.lowerBound ?? hit.lowerBound
        needed = start..<max(needed?.upperBound ?? start, hit.upperBound)
      }
      guard let needed else { continue }
      matches += try self.matches(in: block, of: text, literalsIn: needed)
    }
    return matches
  }

  /// All matches in a part of a text, ascending, in bytes of the text; those of `literals` that they are found by
  /// stand in a part of that, where it is told.
  package func matches(
    in range: Range<Int>,
    of text: [UInt8],
    literalsIn needed: Range<Int>? = nil
  ) throws -> [Range<Int>] {
    let part = text.span.extracting(range)
    let literals = needed.map {
      $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound
    }
    guard let start = gate.value.start(in: part, literalsIn: literals) else { return [] }
    return try expression.matches(in: part, from: start).map { match in
      match.lowerBound + range.lowerBound..<match.upperBound + range.lowerBound
    }
  }
}
