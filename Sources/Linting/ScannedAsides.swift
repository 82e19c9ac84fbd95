import ChineseText
import Reading

/// Texts beside the prose of a draft, searched for the same vocabulary: comments, alternative texts, metadata.
package struct ScannedAsides: Sendable {
  package let text: [UInt8]
  /// Where each of the texts stands in `text`, ascending and apart.
  package let parts: [Range<Int>]
  let terms: FoundTerms

  /// The part that holds an offset.
  package func part(at offset: Int) -> Int? {
    let index = parts.partition { $0.upperBound > offset }
    return index < parts.count && parts[index].contains(offset) ? index : nil
  }

  /// Hits of a term list, guards and allow phrases applied, ascending.
  package func hits(in list: String) -> [ListHit] { terms.hits(of: list) }
}

extension ScannedDraft {
  package func scanning(asides text: [UInt8], parts: [Range<Int>]) -> ScannedAsides {
    ScannedAsides(text: text, parts: parts, terms: terms.beside(text, blocks: parts))
  }
}

extension GatedPattern {
  /// All matches in hidden prose, ascending.
  package func hiddenMatches(in draft: ScannedDraft) throws -> [Range<Int>] {
    try matches(at: draft.hiddenLiteralHits(of: self), of: draft.text) {
      draft.block(at: $0)?.text
    }
  }

  /// All matches in texts beside the prose, ascending.
  package func matches(in asides: ScannedAsides) throws -> [Range<Int>] {
    try matches(at: asides.terms.literals(of: self)[...], of: asides.text) { offset in
      asides.part(at: offset).map { asides.parts[$0] }
    }
  }
}

extension [Range<Int>] {
  /// The index of the first element that passes a test which all later ones pass too; `count` where none does.
  fileprivate func partition(_ passes: (Range<Int>) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
