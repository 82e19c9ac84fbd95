import ChineseText
import Linting
import Reading

/// Flags quotes that lack their other half, or stand the wrong way round.
struct QuoteUnpaired: Rule {
  let info = RuleInfo(
    id: "punctuation/quote-unpaired",
    summary: Localized("引号不成对或左右写反", "a quote without its other half, or reversed"),
    why: Localized(
      "引号缺一半或写反，读者不知道哪些话是引来的。",
      "With a quote missing or reversed nobody knows which words are another's."
    ),
    basis: [Basis("gbt-15834", "4.8.2")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("引文分段", "“手卫生很重要。\n\n“咳嗽礼仪也很重要。”"),
    .ok("外文撇号", "他得了Alzheimer’s病。"),
    .flags("缺右引号", "他说：⟦“⟧来得正好。"),
    .flags("左右写反", "牢记⟦”⟧早发现“。", fixed: "牢记“早发现”。"),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    let quotes = draft.quotes
    let unpaired = quotes.unpaired.filter { !isOrnament($0, in: draft) }.map { mark in
      finding(.unpaired(mark.scalar), at: mark.range, in: draft)
    }
    let reversed = quotes.reversed.map { first, second in
      let fix = draft.fix(
        Localized("对调左右引号", "swap the quotes"),
        .safe,
        replacing: [(first.range, String(second.scalar)), (second.range, String(first.scalar))]
      )
      return finding(.reversed, at: first.range, in: draft, fix: fix)
    }
    return unpaired + reversed
  }

  /// A quote that is a block of its own, as pages set it large above and below a saying.
  private func isOrnament(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    guard draft.scalar(before: mark.offset, skippingSpaces: true) == nil else { return false }
    return draft.scalar(from: mark.range.upperBound, skippingSpaces: true) == nil
  }
}

extension Localized {
  fileprivate static func unpaired(_ scalar: Unicode.Scalar) -> Self {
    Self("引号「\(scalar)」没有与之成对的另一半", "the quote \(scalar) has no other half in this paragraph")
  }

  fileprivate static let reversed = Self("左右引号写反了", "the quotes are the wrong way round")
}
