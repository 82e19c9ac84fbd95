import ChineseText
import Linting
import Reading

/// Flags a pair of brackets whose two halves differ in width or shape.
struct MixedWidthPair: Rule {
  let info = RuleInfo(
    id: "punctuation/mixed-width-pair",
    summary: Localized("括号一半全角一半半角", "a pair of brackets of different widths"),
    why: Localized(
      "一对括号的两半应当相同，否则看上去像没有成对。",
      "The halves of a pair must match, or it looks unpaired."
    ),
    basis: [Basis("gbt-15834", "4.9.2")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("半开区间", "体质指数在[18.5，24.0)之间为正常。"),
    .flags("左全右半", "腹泻⟦（尤其是儿童)⟧应就医。", fixed: "腹泻（尤其是儿童）应就医。"),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.brackets.pairs.compactMap { pair in
      guard let (open, close) = standardHalves(of: pair),
        !draft.scan.isOpaque(at: pair.open.offset),
        !isInterval(pair.inside, in: draft.draft)
      else { return nil }
      var parts: [(range: Range<Int>, text: String)] = []
      if pair.open.scalar != open { parts.append((pair.open.range, String(Character(open)))) }
      if pair.close.scalar != close { parts.append((pair.close.range, String(Character(close)))) }
      guard !parts.isEmpty else { return nil }
      let fix = draft.fix(
        Localized("统一为全角括号", "use full-width brackets for both"),
        .safe,
        replacing: parts
      )
      let found = Localized(
        "括号「\(pair.open.scalar)…\(pair.close.scalar)」两半不一致",
        "the brackets “\(pair.open.scalar)…\(pair.close.scalar)” do not match"
      )
      return finding(found, at: pair.range, in: draft, fix: fix)
    }
  }

  /// What the halves of a mixed pair should be; nil for a pair that matches.
  private func standardHalves(of pair: MarkPair) -> (Unicode.Scalar, Unicode.Scalar)? {
    switch (pair.open.scalar, pair.close.scalar) {
    case ("（", ")"), ("(", "）"): ("（", "）")
    case ("【", "]"), ("[", "】"), ("【", "］"), ("［", "】"): ("【", "】")
    case ("［", "]"), ("[", "］"): ("［", "］")
    default: nil
    }
  }
}
