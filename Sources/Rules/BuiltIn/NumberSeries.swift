import ChineseText
import Linting
import Reading

/// Rules about counts of one kind side by side.
enum NumberSeries {
  static let all: [any Rule] = [mixedDigits]

  private static let mixedDigits = FamilyRule(
    "number/classifier-han",
    .suggestion,
    summary: Localized("并列的同类数量有的用汉字、有的用数字", "like counts side by side in different digits"),
    why: Localized("同类的数量用同一种数字。", "Counts of one kind take one kind of digits."),
    basis: [Basis("gbt-15835", "4.3")],
    marks: "、",
    cases: [
      .ok("同一种数字", "派出3名医生、5名护士，三甲医院的5名医生、一名患者，一、二级医院。"),
      .ok("量词不同", "派出3名医生、两台救护车。"),
      .ok("后面的数量属于别的词", "门诊有诊室10间、第三间是抢救室，救护车2辆、三四辆推车。"),
      .flags("混用", "派出3名医生、⟦五名⟧护士。"),
      .flags("名词在前", "备有轮椅10辆、推车⟦六辆⟧，抽查4味饮片、⟦三味⟧散剂。"),
    ]
  ) { mark, draft in
    unlike(behind: mark, in: draft)
  }

  private static let classifiers = Phrases("名 位 人 例 个 台 张 辆 所 家 场 次 项 件 味 支 盒 份 套 把 间 袋 瓶 箱")
  private static let hanDigits = Array("二两三四五六七八九十".unicodeScalars)

  /// `五名` behind `3名医生、`, `六辆` of `推车六辆` behind `轮椅10辆、`.
  private static func unlike(behind mark: Mark, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    var start = mark.range.upperBound
    let isNounFirst = classifiers.start(in: text, before: mark.offset) != nil
    if isNounFirst {
      for _ in 0..<5 {
        guard let scalar = text.scalar(at: start), isHan(scalar), !hanDigits.contains(scalar),
          scalar != "第"
        else { break }
        start += UTF8.width(scalar)
      }
    }
    var end = start
    while let scalar = text.scalar(at: end), hanDigits.contains(scalar) { end += 3 }
    guard end > start, let classifierEnd = classifiers.end(in: text, at: end) else { return nil }
    let classifier = text[end..<classifierEnd]
    let reach = max(0, mark.offset - 40)
    guard let previous = draft.scan.tokens(in: reach..<mark.offset).last,
      previous.kind == .number, previous.range.upperBound + classifier.count <= mark.offset,
      isDigitByte(text[previous.range.lowerBound]),
      !isNounFirst
        || previous.range.upperBound + classifier.count == mark.offset
          && text.scalar(at: classifierEnd).map({ !isHan($0) }) ?? true,
      text[previous.range.upperBound..<previous.range.upperBound + classifier.count]
        .elementsEqual(classifier),
      draft.scan.marks(in: previous.range.upperBound..<mark.offset).isEmpty,
      draft.blockIndex(at: previous.range.lowerBound) == draft.blockIndex(at: mark.offset),
      !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    let range = start..<classifierEnd
    let shown = draft.draft.string(in: range)
    let message = Localized(
      "「\(shown)」与前面的阿拉伯数字不一致",
      "\(shown) differs from the Arabic digits before it"
    )
    return Fault(range: range, message: message)
  }
}
