import ChineseText
import Linting
import Reading

/// Flags quotes that lack their other half, or stand the wrong way round.
struct QuoteUnpaired: Rule {
  let info = RuleInfo(
    id: "punctuation/quote-unpaired",
    summary: Localized("引号不成对或方向写反", "a quote without its other half, or reversed"),
    why: Localized(
      "引号缺一半或写反，读者不知道哪些话是引来的。",
      "With a quote missing or reversed nobody knows which words are another's."
    ),
    basis: [Basis("gbt-15834", "4.8.2")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("引文分段", "“手卫生很重要。\n\n“咳嗽礼仪也很重要。”"),
    .ok("几行诗", "我轻轻应一声：“到家了，\n\n门给您留着呢。”"),
    .ok("外文撇号", "他得了Alzheimer’s病。"),
    .flags("里层的右引号写成外层的", "他说：“要记住⟦‘⟧勤洗手”这句话。”"),
    .flags("缺右引号", "他说：⟦“⟧来得正好。"),
    .flags("左右写反", "牢记⟦”早发现“⟧。", fixed: "牢记“早发现”。"),
    .flags("两个都写成左引号", "把⟦“三好“⟧和“四减”结合起来。", fixed: "把“三好”和“四减”结合起来。"),
    .flags("两个都写成右引号", "开展⟦”健康行”⟧活动。", fixed: "开展“健康行”活动。"),
    .flags(
      "下一段以引号开头",
      "参加⟦“健康行“⟧活动。\n\n“健康行”由本院组织。",
      fixed: "参加“健康行”活动。\n\n“健康行”由本院组织。"
    ),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    let quotes = draft.quotes
    let mixed = quotes.unpaired.isEmpty ? nil : draft.fact(MixedQuotes.self)
    var unpaired: [Finding] = []
    for mark in quotes.unpaired where mixed?.holds(mark) != true && !isOrnament(mark, in: draft) {
      unpaired.append(finding(.unpaired(mark.scalar), at: mark.range, in: draft))
      if unpaired.count > draft.maximumFindings { break }
    }
    let turned = quotes.turned.prefix(draft.maximumFindings + 1).map { pair in
      let fix = draft.fix(
        Localized("改正引号的方向", "turn the quotes the right way"),
        .safe,
        replacing: pair.corrections
      )
      return finding(.turned, at: pair.range, in: draft, fix: fix)
    }
    return unpaired + turned
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

  fileprivate static let turned = Self(
    "引号的方向不对：前面用「“」，后面用「”」",
    "a quote is turned the wrong way: “ opens, ” closes"
  )
}
