import ChineseText
import Linting
import Reading

/// Flags a bracket inside another of the same shape.
struct BracketNesting: Rule {
  let info = RuleInfo(
    id: "punctuation/bracket-nesting",
    summary: Localized("同一种括号套用", "a bracket inside another of the same shape"),
    why: Localized(
      "同形括号套用时读者分不清哪一半配哪一半；必须套用时宜用不同形状的括号。",
      "Readers cannot tell which half belongs to which; use different shapes."
    ),
    basis: [Basis("gbt-15834", "4.9.3.6")],
    severity: .suggestion
  )

  let cases: [RuleCase] = [
    .ok("不同形状、化学名", "【通知（第二号）】；2-(4-(氨基)苯基)乙酸。"),
    .ok("书名、引语、单位自己的括号", "（见《工作规范（2023年版）》）（单位：元/（人·月））（他答“好（笑）”）"),
    .flags(
      "圆括号套圆括号",
      "接种流感疫苗⟦（三价（减毒））⟧。",
      fixed: "接种流感疫苗［三价（减毒）］。"
    ),
  ]

  var triggers: Triggers { .marks("（") }

  func check(_ draft: ScannedDraft) -> [Finding] {
    let pairs = draft.brackets.pairs
    return pairs.compactMap { pair in
      guard pair.open.scalar == "（", pair.close.scalar == "）",
        pairs.contains(where: {
          isRound($0) && pair.inside.contains($0.open.offset)
            && !isApart($0, inside: pair, in: draft)
        })
      else { return nil }
      let fix = draft.fix(
        Localized("外层改用方括号", "use square brackets outside"),
        .unsafe,
        replacing: [(pair.open.range, "［"), (pair.close.range, "］")]
      )
      return finding(
        Localized("圆括号里又套圆括号", "round brackets inside round brackets"),
        at: pair.range,
        in: draft,
        fix: fix
      )
    }
  }

  /// Whether brackets belong to a title or a quotation within the outer ones, or to a unit such as `元/（人·月）`.
  private func isApart(_ pair: MarkPair, inside outer: MarkPair, in draft: ScannedDraft) -> Bool {
    if draft.text.scalar(before: pair.open.offset) == "/" { return true }
    let titles = draft.brackets.pairs.filter { $0.open.scalar == "《" || $0.open.scalar == "〈" }
    return (titles + draft.quotes.pairs).contains {
      outer.inside.contains($0.open.offset) && $0.inside.contains(pair.open.offset)
    }
  }

  private func isRound(_ pair: MarkPair) -> Bool {
    pair.open.scalar == "（" && pair.close.scalar == "）"
  }
}
