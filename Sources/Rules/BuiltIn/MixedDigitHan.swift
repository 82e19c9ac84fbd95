import ChineseText
import Linting
import Reading

/// Flags numbers such as `3千` and `5百`: only 万 and 亿 may follow Arabic digits.
struct MixedDigitHan: Rule {
  let info = RuleInfo(
    id: "number/mixed-digit-han",
    summary: Localized("阿拉伯数字后接「十、百、千」", "Arabic digits followed by 十, 百 or 千"),
    why: Localized(
      "阿拉伯数字只能与「万、亿」连用，「3千」应写作「3000」或「三千」。",
      "Only 万 and 亿 may follow Arabic digits: write 3000 or 三千, not 3千."
    ),
    basis: [Basis("gbt-15835", "5.3")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("万、亿和计量单位", "3万人、2亿元；5千克、3千米、200千卡、10千瓦、3千伏、5百帕；1百分点。"),
    .flags("千", "每天走⟦3千⟧步。", fixed: "每天走3000步。"),
    .flags("数值范围", "每条成本3～⟦5千⟧元。", fixed: "每条成本3～5000元。"),
    .flags("百多", "接诊⟦2百⟧多名患者。", fixed: "接诊200多名患者。"),
  ]

  /// What makes 十, 百 or 千 the beginning of a unit or another word.
  private static let units: Set<Unicode.Scalar> = [
    "克", "米", "卡", "瓦", "帕", "伏", "焦", "赫", "升", "安", "字", "巴", "吨", "位", "分", "货", "瓩", "兆",
    "周", "比", "万", "亿", "年", "度", "足", "里", "牛", "斤", "载", "叶", "日",
  ]

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.scan.tokens.compactMap { token in
      let second = RangeParts(of: token, in: draft.text)?.right.lowerBound
      guard
        let numeral = numeral(in: token, from: token.range.lowerBound, of: draft)
          ?? second.flatMap({ numeral(in: token, from: $0, of: draft) })
      else { return nil }
      let text = draft.draft.string(in: numeral.range)
      let fix = draft.fix(
        Localized("改为「\(numeral.value)」", "write \(numeral.value)"),
        .unsafe,
        replacing: numeral.range,
        with: numeral.value
      )
      let message = Localized(
        "「\(text)」数字与汉字混写，应为「\(numeral.value)」或全用汉字",
        "\(text) mixes digits and Han: write \(numeral.value)"
      )
      return finding(message, at: numeral.range, in: draft, fix: fix)
    }
  }

  /// Digits and one of 十, 百, 千 at a place in the token.
  private func numeral(in token: Token, from start: Int, of draft: ScannedDraft) -> (
    range: Range<Int>, value: String
  )? {
    guard let first = draft.text.scalar(at: start), ("0"..."9").contains(first) else { return nil }
    var end = start
    while let scalar = draft.text.scalar(at: end), ("0"..."9").contains(scalar) { end += 1 }
    guard end > start, end - start <= 4, let han = draft.text.scalar(at: end),
      let zeros = han == "十" ? 1 : han == "百" ? 2 : han == "千" ? 3 : nil,
      token.kind != .phone, token.kind != .identifier, !draft.scan.isOpaque(at: start)
    else { return nil }
    let before = draft.scalar(before: start)
    // 1.2万3千 is `number/wan-yi-split`.
    if let before, "第.前万亿".unicodeScalars.contains(before) || isAlphanumeric(before) {
      return nil
    }
    let after = end + UTF8.width(han)
    if let next = draft.scalar(from: after), Self.units.contains(next) { return nil }
    let value = draft.draft.string(in: start..<end) + String(repeating: "0", count: zeros)
    return (start..<after, value)
  }
}
