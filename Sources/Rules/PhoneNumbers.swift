import ChineseText
import Linting
import Reading

extension NumberMarks {
  static let phoneDash = FamilyRule(
    "number/phone",
    .warning,
    summary: Localized("电话号码的写法不规范", "a phone number in a wrong writing"),
    why: Localized(
      "区号与号码之间用短横线；公开的通知、公告要写区号，外地的人才打得通。",
      "The area code is joined by a hyphen; public notices give it, so that people elsewhere get through."
    ),
    basis: [Basis("gbt-15834", "4.13.3.1")],
    patterns: [local],
    triggers: [.marks(joints), .patterns([local])],
    cases: [
      .ok("短横线、短号", "0571-88888888，热线12320，010 12345678。"),
      .ok("年份", "2020—2025年，编号0123—01。"),
      .ok("前面写了区号、院内用", "# 停诊公告\n\n电话：0571-88888888、88888889。院内电话6210077，短号6210077。"),
      .ok("不是公告", "# 门诊介绍\n\n咨询电话：6210077。"),
      .flags("一字线", "电话0571⟦—⟧88888888。", fixed: "电话0571-88888888。"),
      .flags("括号加一字线", "电话（0571）⟦—⟧88888888。", fixed: "电话（0571）88888888。"),
      .flags("公告里没有区号", "# 停诊公告\n\n咨询电话：⟦6210077⟧。"),
    ]
  ) { draft in
    let dashes = draft.scan.marks(among: joints).compactMap { areaCode(before: $0, in: draft) }
    let calls = try local.matches(in: draft)
    guard !calls.isEmpty, try draft.announces() else { return dashes }
    let bare = try calls.compactMap { try withoutAreaCode($0, in: draft) }
    return (dashes + bare).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let joints: MarkSet = "—–－～―"

  private static func areaCode(before mark: Mark, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    let end = digitsEnd(at: mark.range.upperBound, in: text)
    guard (7...8).contains(end - mark.range.upperBound), text[mark.range.upperBound] != 0x30
    else { return nil }
    let close = draft.scalar(before: mark.offset).flatMap {
      ")）".unicodeScalars.contains($0) ? $0 : nil
    }
    let codeEnd = mark.offset - (close.map(UTF8.width) ?? 0)
    let start = digitsStart(before: codeEnd, in: text)
    guard (3...4).contains(codeEnd - start), text[start] == 0x30 else { return nil }
    if close != nil {
      let message = Localized("区号加了括号，就不再用连接号", "no dash behind an area code in brackets")
      return draft.fault(at: mark.range, message, writing: "", .safe)
    }
    let message = Localized("区号与号码之间用短横线「-」", "the area code is joined by a hyphen")
    return draft.fault(at: mark.range, message, writing: "-", .safe)
  }

  /// A telephone number of seven or eight digits.
  private static let local = gated(
    "(?:电话|热线|座机|传真)[^0-9\\n\\u2028。；-]{0,8}[2-8][0-9]{6,7}(?![0-9])"
  )
  private static let told = SentenceTest(
    "(?<![0-9])0[1-9][0-9]{1,2}[^0-9]{0,2}[0-9]{7,8}|区号|短号|内线|分机|院内|总机"
  )

  private static func withoutAreaCode(_ match: Range<Int>, in draft: ScannedDraft) throws -> Fault?
  {
    guard let block = draft.block(at: match.lowerBound), !block.isCode,
      !draft.scan.isOpaque(at: match.lowerBound), try !told.matches(block.text, of: draft.text)
    else { return nil }
    let range = digitsStart(before: match.upperBound, in: draft.text)..<match.upperBound
    let message = Localized("公开的电话号码宜写区号", "give the area code of a public number")
    return Fault(range: range, message: message)
  }
}
