import ChineseText

/// Tells the rules that may find something in a draft from those that have nothing there to judge.
struct RuleSieve: Sendable {
  /// Words of a set of rules, which has a bit for each.
  private let width: Int
  /// The rules that are asked of every draft.
  private let always: [UInt64]
  /// By bit of marks, of kinds, of parts: the rules that it triggers, one set after the other.
  private let features: [UInt64]
  /// The rules that hits trigger, list after list of the vocabulary.
  private let rulesOfLists: [Int]
  /// By index in the vocabulary, where its rules start; one more at the end.
  private let starts: [Int]

  init(_ rules: [any Rule], vocabulary: Vocabulary) {
    let width = (rules.count + 63) / 64
    let none = [UInt64](repeating: 0, count: width)
    var always = none
    var features = [UInt64](repeating: 0, count: width * 128)
    var rulesOfLists = [[Int]](repeating: [], count: vocabulary.count)
    for (rule, triggers) in rules.lazy.map(\.triggers).enumerated() {
      let (word, bit) = (rule >> 6, UInt64(1) << UInt64(rule & 63))
      if triggers.isAnything { always[word] |= bit }
      let kinds = Self.kinds(triggers.features, triggers.parts)
      for (first, var wanted) in [(0, triggers.features.marks), (64, kinds)] {
        while wanted != 0 {
          features[(first + wanted.trailingZeroBitCount) * width + word] |= bit
          wanted &= wanted - 1
        }
      }
      for index in vocabulary.indices(of: triggers.lists, triggers.patterns) {
        rulesOfLists[index].append(rule)
      }
    }
    self.width = width
    self.always = always
    self.features = features
    self.rulesOfLists = rulesOfLists.flatMap(\.self)
    starts = rulesOfLists.reduce(into: [0]) { starts, rules in
      starts.append((starts.last ?? 0) + rules.count)
    }
  }

  /// The rules that have something to judge in a draft.
  func rules(for draft: ScannedDraft) -> RuleSet {
    let found = draft.scan.features.union(draft.hiddenScan.features)
    var asked = always
    for (first, var bits) in [
      (0, found.marks), (64, Self.kinds(found, DraftParts(of: draft))),
    ] {
      while bits != 0 {
        let start = (first + bits.trailingZeroBitCount) * width
        for word in 0..<width { asked[word] |= features[start + word] }
        bits &= bits - 1
      }
    }
    for found in [draft.terms, draft.asides?.terms] {
      for list in found?.lists ?? [] {
        for rule in rulesOfLists[starts[list]..<starts[list + 1]] {
          asked[rule >> 6] |= 1 << UInt64(rule & 63)
        }
      }
    }
    return RuleSet(words: asked)
  }

  private static func kinds(_ features: TextFeatures, _ parts: DraftParts) -> UInt64 {
    features.kinds | parts.rawValue << UInt64(TextFeatures.kindCount)
  }
}

/// Some of a linter's rules.
struct RuleSet: Sendable {
  /// A bit for each rule.
  fileprivate let words: [UInt64]

  func contains(_ rule: Int) -> Bool { words[rule >> 6] >> UInt64(rule & 63) & 1 != 0 }

  /// Hands over each rule, ascending.
  func visit(_ take: (Int) -> Void) {
    for (index, var bits) in words.enumerated() {
      while bits != 0 {
        take(index << 6 | bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}
