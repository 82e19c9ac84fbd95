import ChineseText
import Linting
import Reading

/// Flags ASCII round brackets around Chinese text.
struct HalfwidthParen: Rule {
  let info = RuleInfo(
    id: "punctuation/halfwidth-paren",
    summary: Localized("中文语句里用了半角括号", "ASCII brackets in a Chinese sentence"),
    why: Localized(
      "中文括号占一个字的位置；半角括号与汉字挤在一起，也不合国家标准。",
      "Chinese brackets take a character's width; ASCII ones crowd the text and break the standard."
    ),
    basis: [Basis("gbt-15834", "4.9.2"), Basis("wechat-account-management", "六、1")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("外文、公式、序号", "IgG(H+L)、f(x)、25(OH)D、Ca(OH)₂；(1)挂号。"),
    .ok("化学名", "2-(4-(氨基)苯基)乙酸，N-(2-羟乙基)哌嗪。"),
    .flags("括号里有汉字", "流行性感冒⟦(流感)⟧高发。", fixed: "流行性感冒（流感）高发。"),
    .flags("括号里只有外文时是建议", "磁共振⟦(MRI)⟧检查。", fixed: "磁共振（MRI）检查。"),
  ]

  var triggers: Triggers { .marks("(") }

  func check(_ draft: ScannedDraft) -> [Finding] {
    var references = ReferenceStyle(draft)
    return draft.brackets.pairs.compactMap { pair in
      guard pair.open.scalar == "(", pair.close.scalar == ")",
        !draft.scan.isOpaque(at: pair.open.offset), !isOfCompound(pair, in: draft)
      else { return nil }
      let inside = draft.draft.string(in: pair.inside)
      let hasHan = inside.unicodeScalars.contains(where: isHan)
      guard hasHan || stands(pair, betweenHanIn: draft), !isSequenceNumber(inside),
        !references.holds(pair.open.offset)
      else {
        return nil
      }
      let fix = draft.fix(
        Localized("改为全角括号", "use full-width brackets"),
        .safe,
        replacing: [(pair.open.range, "（"), (pair.close.range, "）")]
      )
      var finding = finding(.halfwidth, at: pair.range, in: draft, fix: fix)
      if !hasHan { finding.severity = .suggestion }
      return finding
    }
  }

  private func stands(_ pair: MarkPair, betweenHanIn draft: ScannedDraft) -> Bool {
    let left = draft.scalar(before: pair.open.offset)
    let right = draft.scalar(from: pair.close.range.upperBound)
    return left.map(isHan) ?? false && right.map(isHan) ?? false
  }

  /// Whether the bracket hangs on a number or letter of a chemical name: `2-(4-甲基)丙酸`, `N-(2-羟乙基)哌嗪`.
  private func isOfCompound(_ pair: MarkPair, in draft: ScannedDraft) -> Bool {
    let offset = pair.open.offset
    guard draft.scalar(before: offset) == "-" else { return false }
    return draft.scalar(before: offset - 1).map(isAlphanumeric) ?? false
  }

  /// `(1)`, `(12)`, `(a)`.
  private func isSequenceNumber(_ inside: String) -> Bool {
    inside.utf8.count <= 2 && inside.unicodeScalars.allSatisfy(isAlphanumeric)
  }
}

extension Localized {
  fileprivate static let halfwidth = Self("半角括号应为全角「（）」", "use full-width brackets （）")
}
