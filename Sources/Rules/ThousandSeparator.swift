import ChineseText
import Linting
import Reading

extension NumberMarks {
  static let thousandSeparator = FamilyRule(
    "number/thousand-separator",
    .error,
    summary: Localized("千分位用了中文逗号", "a Chinese comma as thousands separator"),
    why: Localized(
      "「1，258人」会被读成1人和258人；千分位用半角逗号，或不分节。",
      "1，258人 reads as two numbers; thousands take an ASCII comma or none."
    ),
    basis: [Basis("gbt-15835", "5.1.1")],
    marks: "，",
    beside: "0123456789",
    cases: [
      .ok("列举", "发热38，39度都有；2024，2025年；分别为100，200元；3，4号。"),
      .ok("半角", "共筛查1,258人，12580人次。"),
      .ok("表格里的列举", "| 房间 |\n| --- |\n| 101，102 |\n| 100，200 |"),
      .flags("金额", "预算金额：⟦128，500⟧元。", fixed: "预算金额：128,500元。"),
      .flags("几节", "中标金额为人民币⟦1，798，000⟧元。", fixed: "中标金额为人民币1,798,000元。"),
      .flags(
        "表格里",
        "| 片区 | 人数 |\n| --- | --- |\n| 城关 | ⟦31，460⟧ |",
        fixed: "| 片区 | 人数 |\n| --- | --- |\n| 城关 | 31,460 |"
      ),
      .flags("千分位", "共筛查⟦1，258⟧人。", fixed: "共筛查1,258人。"),
    ]
  ) { mark, draft in
    grouping(at: mark, in: draft)
  }

  private static let sums = Phrases("金额： 金额为 金额 预算： 预算为 总价： 总价为 限价： 限价为 人民币 共计 合计")
  private static let listWords = Phrases("分别为 分别是 依次为 第 、")

  private static func grouping(at mark: Mark, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard mark.offset > 0, isDigitByte(text[mark.offset - 1]) else { return nil }
    let left = digitsStart(before: mark.offset, in: text)
    guard (1...3).contains(mark.offset - left), text[left] != 0x30,
      !draft.scan.isOpaque(at: mark.offset), !draft.stands(listWords, before: left),
      // The first comma tells of all of a number.
      !followsGroup(left, in: text),
      let commas = groupCommas(from: mark.offset, in: text), let last = commas.last,
      isOneNumber(left..<last + 6, commas, in: draft)
    else { return nil }
    let range = left..<last + 6
    let shown = draft.draft.string(in: range)
    let fix = draft.fix(
      Localized("改为半角逗号", "use an ASCII comma"),
      .unsafe,
      replacing: commas.map { ($0..<$0 + 3, ",") }
    )
    let message = Localized(
      "「\(shown)」的千分位应用半角逗号，或不分节",
      "the thousands of \(shown) take an ASCII comma or none"
    )
    return Fault(range: range, message: message, fix: fix)
  }

  /// Whether digits and a Chinese comma stand right before an offset.
  private static func followsGroup(_ offset: Int, in text: [UInt8]) -> Bool {
    offset > 3 && text.scalar(before: offset) == "，" && isDigitByte(text[offset - 4])
  }

  /// The Chinese commas from one on that each have exactly three digits behind; nil where the first has not.
  private static func groupCommas(from first: Int, in text: [UInt8]) -> [Int]? {
    var commas: [Int] = []
    var comma = first
    while text.scalar(at: comma) == "，" {
      let end = digitsEnd(at: comma + 3, in: text)
      guard end - comma == 6 else { return nil }
      commas.append(comma)
      comma = end
    }
    return commas.isEmpty ? nil : commas
  }

  private static func isOneNumber(
    _ range: Range<Int>,
    _ commas: [Int],
    in draft: ScannedDraft
  ) -> Bool {
    let text = draft.text
    let isShort = commas[0] - range.lowerBound < 3
    // Round hundreds in a row are a list, and three digits with three more twice; a sum of money is none.
    if !isShort, !draft.stands(sums, before: range.lowerBound),
      commas.count > 1 || text[range.upperBound - 2] == 0x30 && text[range.upperBound - 1] == 0x30
    {
      return false
    }
    let before = draft.scalar(before: range.lowerBound)
    let next = draft.scalar(from: range.upperBound)
    let isCell = draft.block(at: range.lowerBound)?.kind == .tableCell
    let opens = before.map { isHan($0) || "¥￥：".unicodeScalars.contains($0) } ?? isCell
    return opens && (next.map(isHan) ?? (isShort && (isCell || commas.count > 1)))
  }
}
