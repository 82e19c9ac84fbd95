import ChineseText
import Linting
import Reading

/// Flags titles and headings that end in a stop.
struct TitleTrailingPunctuation: Rule {
  let info = RuleInfo(
    id: "title/trailing-punctuation",
    summary: Localized("标题末尾有点号", "a title or heading that ends in a stop"),
    why: Localized(
      "标题末尾通常不用标点，问号、叹号、省略号除外。",
      "A title usually ends without a mark; question, exclamation marks and ellipses may stand."
    ),
    basis: [Basis("gbt-15834", "附录B.4")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("问号、叹号、省略号", "# 孩子发热要马上去医院吗？\n\n## 那一夜，急诊室里……\n\n### 温馨提示："),
    .flags("句号结尾", "# 门诊时间调整公告⟦。⟧", fixed: "# 门诊时间调整公告"),
    .flags("二级标题冒号结尾", "# 门诊公告\n\n## 准备事项⟦：⟧", fixed: "# 门诊公告\n\n## 准备事项"),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.draft.blocks.indices.compactMap { index in
      let block = draft.draft.blocks[index]
      guard index == draft.draft.titleBlock || block.headingLevel != nil else { return nil }
      return finding(for: block, isTitle: index == draft.draft.titleBlock, in: draft)
    }
  }

  private func finding(for block: Block, isTitle: Bool, in draft: ScannedDraft) -> Finding? {
    let end = block.text.upperBound
    guard let last = draft.text.scalar(before: end), "。，、；：.,;:".unicodeScalars.contains(last)
    else {
      return nil
    }
    let start = end - UTF8.width(last)
    let isColon = last == "：" || last == ":"
    if isColon, !isTitle, block.headingLevel ?? 1 >= 3 { return nil }
    // An abbreviation's point, an ellipsis, or nothing but the mark.
    guard let before = draft.scalar(before: start), before != last,
      !(last == "." && isAlphanumeric(before))
    else { return nil }
    let range = start..<end
    let fix = draft.fix(Localized("删去", "delete it"), .safe, replacing: range, with: "")
    let message = Localized("标题末尾不用「\(last)」", "a title does not end in “\(last)”")
    return finding(message, at: range, in: draft, fix: fix)
  }
}
