import ChineseText
import Linting
import Reading

/// Flags brackets that lack their other half in the same block.
struct BracketUnpaired: Rule {
  let info = RuleInfo(
    id: "punctuation/bracket-unpaired",
    summary: Localized("括号或书名号不成对", "a bracket without its other half"),
    why: Localized(
      "缺一半的括号让读者不知道说明到哪里为止。",
      "With half a pair missing nobody knows where the note ends."
    ),
    basis: [Basis("gbt-15834", "4.9.2"), Basis("gbt-15834", "4.15.2")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("序号、区间、表情", "1)挂号；a)缴费；剂量在(0,5]之间；谢谢:)"),
    .flags("缺右括号", "高血压⟦（⟧原发性的患者应长期服药。"),
    .flags("书名号缺左半", "请阅读健康手册⟦》⟧。"),
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    var findings: [Finding] = []
    for mark in draft.brackets.unpaired
    where !draft.scan.isOpaque(at: mark.offset) && !isHarmless(mark, in: draft) {
      findings.append(finding(.unpaired(mark.scalar), at: mark.range, in: draft))
      if findings.count > draft.maximumFindings { break }
    }
    return findings
  }

  /// A list number's bracket, an emoticon's, or one in foreign text.
  private func isHarmless(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    guard let (family, opens) = BracketFamily.of(mark.scalar) else { return true }
    let left = draft.scalar(before: mark.offset)
    if family == .round, !opens, let left {
      return isListNumber(endingWith: left) || ":;-^".unicodeScalars.contains(left)
    }
    guard mark.scalar.isASCII else { return false }
    let right = draft.scalar(from: mark.range.upperBound)
    return ![left, right].contains { $0.map { isHan($0) || isChineseMark($0) } ?? false }
  }

  /// `1)`, `a）`, `①)`.
  private func isListNumber(endingWith scalar: Unicode.Scalar) -> Bool {
    isAlphanumeric(scalar) || (0x2460...0x24FF).contains(scalar.value)
      || "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }
}

extension Localized {
  fileprivate static func unpaired(_ scalar: Unicode.Scalar) -> Self {
    Self("「\(scalar)」没有与之成对的另一半", "“\(scalar)” has no other half in this paragraph")
  }
}
