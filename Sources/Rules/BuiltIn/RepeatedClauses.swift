import ChineseText
import Linting
import Reading

/// Clauses that stand twice in a row.
enum RepeatedClauses {
  static let all: [any Rule] = [duplicateClause]

  private static let duplicateClause = FamilyRule(
    "wording/duplicate-clause",
    .warning,
    summary: Localized("同一个分句连着写了两遍", "a clause that stands twice in a row"),
    why: Localized(
      "同一句话连着出现两遍，多半是复制时多贴了一次。",
      "A clause that stands twice in a row was most likely pasted once too often."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    triggers: .marks(commas),
    cases: [
      .ok("短句、引语里的反复", "慢一点，慢一点，别着急。“你要好好养病啊，你要好好养病啊，”老人反复说。"),
      .ok("相似而不同", "上午八点开始挂号，上午九点开始就诊。"),
      .flags("多贴一遍", "夜间就诊请走东门，⟦夜间就诊请走东门⟧，西门已经关闭。"),
    ]
  ) { draft in
    let marks = draft.scan.marks
    return marks.indices.dropLast().compactMap { index in
      guard marks[index].scalar == "，" || marks[index].scalar == "；" else { return nil }
      let first = (index > 0 ? marks[index - 1].range.upperBound : 0)..<marks[index].offset
      let second = marks[index].range.upperBound..<marks[index + 1].offset
      guard second.count >= 18, let block = draft.block(at: marks[index].offset),
        second.upperBound <= block.text.upperBound,
        // A block's first clause has no mark of its own before it.
        draft.text[max(first.lowerBound, block.text.lowerBound)..<first.upperBound]
          .elementsEqual(draft.text[second]),
        !draft.scan.isOpaque(at: second.lowerBound),
        draft.scan.span(covering: second, of: [.quotation]) == nil
      else { return nil }
      let message = Localized("与前面的分句重复", "the clause before says the same")
      return Fault(range: second, message: message)
    }
  }

  private static let commas: MarkSet = "，；"
}
