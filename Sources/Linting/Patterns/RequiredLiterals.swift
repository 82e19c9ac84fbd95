import ChineseText

/// What a regular expression is known to need: literals that stand in every match.
///
/// What is not understood of an expression requires nothing.
package struct RequiredLiterals: Sendable {
  private let branches: [(chain: LiteralChain, isAnchored: Bool)]?
  /// Whether flags may let letters match in other cases than the literals are written in.
  let hasFlags: Bool

  package init(of pattern: String) {
    var parser = LiteralParser(pattern)
    branches = parser.branches()
    hasFlags = parser.hasFlags
  }

  /// Literals of which every match holds at least one, sorted; nil where no set is known.
  package var literals: [String]? { texts.map(Self.shortest) }

  /// The same as they stand in the expression.
  var texts: [PatternText]? {
    guard let branches else { return nil }
    var texts: [PatternText] = []
    for (chain, _) in branches {
      guard let best = chain.best else { return nil }
      texts += chain.links[best].texts
    }
    return texts
  }

  /// Whether every match holds one of some words.
  package func areCovered(by words: [String]) -> Bool {
    guard let branches, !hasFlags || words.allSatisfy({ $0.utf8.contains { $0 >= 0x80 } }) else {
      return false
    }
    return branches.allSatisfy { chain, _ in
      chain.links.contains { link in
        link.texts.allSatisfy { text in
          words.contains { firstOffset(of: $0.utf8.span, in: text.string.utf8.span) != nil }
        }
      }
    }
  }

  /// Whether each of the literals that matches are found by holds one of some words.
  func areFound(by words: [String]) -> Bool {
    guard let branches else { return false }
    let words = LiteralSet(words)
    return branches.allSatisfy { chain, _ in
      guard let best = chain.best else { return false }
      return chain.links[best].texts.allSatisfy { words.stands(in: $0.string) }
    }
  }

  /// What tells that a text holds no match.
  var gate: PatternGate { PatternGate(hasFlags ? [] : branches ?? []) }

  /// Without those that hold another: where they stand, so does the other.
  private static func shortest(_ texts: [PatternText]) -> [String] {
    var kept: [String] = []
    for text in texts.sorted(by: { $0.count < $1.count }) {
      let isKnown = kept.contains { part in
        firstOffset(of: part.utf8.span, in: text.string.utf8.span) != nil
      }
      if !isKnown { kept.append(text.string) }
    }
    return kept.sorted()
  }
}
