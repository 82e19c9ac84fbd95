import ChineseText

/// Tells the rules that may find something in a draft from those that have nothing there to judge.
struct RuleSieve: Sendable {
  private struct Wanted {
    let isAnything: Bool
    let features: TextFeatures
    let parts: UInt8
  }

  /// By rule.
  private let wanted: [Wanted]
  /// Indices in the vocabulary with rules that hits there trigger.
  private let terms: [(index: Int, rule: Int)]

  init(_ rules: [any Rule], vocabulary: Vocabulary) {
    var wanted: [Wanted] = []
    var terms: [(index: Int, rule: Int)] = []
    wanted.reserveCapacity(rules.count)
    for (rule, triggers) in rules.lazy.map(\.triggers).enumerated() {
      wanted.append(
        Wanted(
          isAnything: triggers.isAnything,
          features: triggers.features,
          parts: triggers.parts.rawValue
        )
      )
      for index in vocabulary.indices(of: triggers.lists, triggers.patterns) {
        terms.append((index, rule))
      }
    }
    self.wanted = wanted
    self.terms = terms
  }

  /// By rule, whether it has something to judge in a draft.
  func rules(for draft: ScannedDraft) -> [Bool] {
    let features = draft.scan.features.union(draft.hiddenScan.features)
    let parts = DraftParts(of: draft.draft).rawValue
    var isAsked = wanted.map {
      $0.isAnything || !$0.features.isDisjoint(with: features) || $0.parts & parts != 0
    }
    for (index, rule) in terms where !isAsked[rule] { isAsked[rule] = draft.terms.hold(index) }
    return isAsked
  }
}
