import ChineseText
import Linting
import Reading

extension RangeWriting {
  static let unitMissing = FamilyRule(
    "number/range-unit",
    .warning,
    summary: Localized("数值范围只有前一个数有单位", "a range with its unit at the first value only"),
    why: Localized("范围的单位写在后一个数上，或两端都写。", "The unit of a range stands behind it or at both ends."),
    basis: [Basis("gbt-15835", "5.1.3")],
    patterns: [halfMeasured],
    triggers: [.tokens(ranges), .patterns([halfMeasured])],
    cases: [
      .ok("单位在后或两端都有", "5～10 mg，5 mg～10 mg，5 mg～1 g，38℃～39度。"),
      .ok("后面是汉字单位", "2 h～3天。"),
      .flags("只有前一个有", "每次⟦5 mg～10⟧，每日1次，多数在⟦2天～3⟧内自行消退。"),
    ]
  ) { draft in
    let found = draft.scan.tokens(of: ranges).compactMap { halfMeasured($0, in: draft) }
    // The scan takes no measure word for a unit.
    let words = try halfMeasured.matches(in: draft).filter {
      !draft.scan.isOpaque(at: $0.lowerBound)
    }
    return (found + words.map { unitLost(in: $0, draft) }).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  private static let halfMeasured = gated(
    "(?<![0-9.第])[0-9]{1,4}(?:\\.[0-9]+)?(?:"
      + ["天", "小时", "分钟", "周", "个月", "岁", "片", "毫升", "毫克", "公斤", "厘米", "元"]
      .flatMap { unit in ["～", "~", "—", "至", "到"].map { unit + $0 } }.joined(separator: "|")
      + ")[0-9]{1,4}(?:\\.[0-9]+)?(?=[，。；、）]|[之以]?内|左右|上下|不等|即可|为宜|就)"
  )

  private static func halfMeasured(_ token: Token, in draft: ScannedDraft) -> Fault? {
    guard let parts = RangeParts(of: token, in: draft.text),
      let left = decimal(in: parts.left, of: draft.text),
      left.end < parts.left.upperBound,
      let right = decimal(in: parts.right, of: draft.text), right.end == parts.right.upperBound,
      !parts.isCalendar(in: draft.text), !draft.scan.isOpaque(at: token.range.lowerBound),
      endsClause(draft.scalar(from: token.range.upperBound))
        || draft.stands(bounds, at: token.range.upperBound)
    else { return nil }
    return unitLost(in: token.range, draft)
  }

  private static func unitLost(in range: Range<Int>, _ draft: ScannedDraft) -> Fault {
    let shown = draft.draft.string(in: range)
    return Fault(
      range: range,
      message: Localized("「\(shown)」的后一个数缺单位", "the second value of \(shown) lacks its unit")
    )
  }

  private static let bounds = Phrases("内 之内 以内 左右 上下 之间 不等")
}
