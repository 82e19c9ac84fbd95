import ChineseText
import Linting
import Reading

/// Rules about how dates are written.
enum DateWriting {
  static let all: [any Rule] = [dayNumber, twoDigitYear, shortRange, separators]

  private static let dayNumber = FamilyRule(
    "number/date-hao",
    .suggestion,
    summary: Localized("日期写作「几号」", "a date with 号 for 日"),
    why: Localized("书面语的日期用「日」，「号」是口语。", "Written dates take 日; 号 is spoken."),
    basis: [Basis("gbt-15835", "5.1.4")],
    tokens: [.date, .dateTime, .range],
    cases: [
      .ok("不是日期", "3号楼、1号线、5月号杂志、第5号文件、12月26号病房、5月1日。"),
      .ok("编号", "门诊2号窗口，5月3号窗口开放。"),
      .flags("日期", "5月1⟦号⟧起停诊。", fixed: "5月1日起停诊。"),
    ]
  ) { token, draft in
    guard !draft.scan.isOpaque(at: token.range.lowerBound) else { return nil }
    return spokenDay(in: token, of: draft)
  }

  private static let numbered = Phrases(
    "病房 病床 床 楼 窗口 诊室 线 馆 厅 门 文 站 院 机 展 病区 公告 令 会议室"
  )
  private static let hao = "号"
  private static let month = "月"

  private static func spokenDay(in token: Token, of draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard let sign = text.firstOffset(of: hao, in: token.range),
      text.firstOffset(of: month, in: token.range) != nil,
      sign > token.range.lowerBound, isDigitByte(text[sign - 1]),
      !draft.stands(numbered, at: sign + hao.utf8.count)
    else { return nil }
    let range = sign..<sign + hao.utf8.count
    let message = Localized("日期用「日」，不用「号」", "a date takes 日, not 号")
    if draft.scan.span(covering: range, of: [.quotation]) != nil {
      return Fault(range: range, message: message)
    }
    return draft.fault(at: range, message, writing: "日", .safe)
  }

  private static let twoDigitYear = FamilyRule(
    "timeliness/two-digit-year",
    .suggestion,
    summary: Localized("年份只写了两位", "a year of two digits"),
    why: Localized("年份写四位数，免得与时间的长短相混。", "A year has four digits, so that it is no span of time."),
    basis: [Basis("gbt-15835", "5.1.4")],
    patterns: [seasons],
    triggers: [.tokens(dateTokens), .patterns([seasons])],
    cases: [
      .ok("时间的长短", "近20年3月龄，患病10年，25年来，病程10年3月余，10年3个月，30年初心不改，20年冬病夏治。"),
      .flags("季节", "⟦25年⟧冬天的体检中，到⟦26年⟧底完成。", fixed: "2025年冬天的体检中，到2026年底完成。"),
      .ok("四位年份", "2025年3月起执行。"),
      .flags("两位年份", "自⟦25年⟧3月起执行，⟦98年⟧12月建院。", fixed: "自2025年3月起执行，1998年12月建院。"),
    ]
  ) { draft in
    let dates = draft.scan.tokens(of: dateTokens).map(\.range)
    let seasonal = try seasons.matches(in: draft).filter { season in
      !dates.contains { $0.overlaps(season) }
    }
    return (dates + seasonal).compactMap { range in
      draft.scan.isOpaque(at: range.lowerBound) ? nil : shortYear(in: range, of: draft)
    }
  }

  private static let dateTokens = TokenKinds([.date, .dateTime])
  /// `25年冬天`, `26年底`: years up to the next ones and from 1980.
  private static let seasons = gated(
    "(?<![0-9])(?:[012][0-9]|[89][0-9])年(?:春(?![秋风夏华晖])|夏(?!令)|秋|冬(?![病春训])|底(?![蕴色气子线])|初(?![心衷始衷诊筛])|年底|年初|上半年|下半年)"
  )

  private static let year = "年"
  private static let spans = Phrases("病程 病史 患病 余 刑 工龄 约 近 已 达 共 满 历时 长达")

  private static func shortYear(in date: Range<Int>, of draft: ScannedDraft) -> Fault? {
    let text = draft.text
    let start = date.lowerBound
    guard date.count > 5, isDigitByte(text[start]), isDigitByte(text[start + 1]),
      text.firstOffset(of: year, in: start..<start + 5) == start + 2,
      opensDate(draft.scalar(before: start)), !draft.stands(spans, before: start),
      !draft.stands(Phrases("余 龄"), at: date.upperBound)
    else { return nil }
    let value = Int(text[start] - 0x30) * 10 + Int(text[start + 1] - 0x30)
    let century = value <= draft.today.year % 100 + 10 ? "20" : "19"
    let digits = draft.draft.string(in: start..<start + 2)
    let fix = draft.fix(
      Localized("写全年份", "write the whole year"),
      .unsafe,
      replacing: start..<start + 2,
      with: century + digits
    )
    let message = Localized("年份「\(digits)年」应写四位数", "the year \(digits) has four digits")
    return Fault(range: start..<start + 5, message: message, fix: fix)
  }

  /// Whether a date, not a span of time, can begin behind a scalar.
  private static func opensDate(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    switch scalar {
    case "，", "。", "；", "：", "、", "（", "“", "《", "　", " ", "\n", "自", "从", "于", "在", "至", "到", "和",
      "与", "是":
      return true
    default: return false
    }
  }

  private static let shortRange = FamilyRule(
    "number/year-range-short",
    .warning,
    summary: Localized("起止年份的后一个只写了两位", "a range of years whose end has two digits"),
    why: Localized("起止年份都写四位数：「2023—2025年」。", "Both years of a range have four digits."),
    basis: [Basis("gbt-15835", "5.1.4")],
    tokens: [.range],
    cases: [
      .ok("四位", "2023—2025年，2024—2025学年，2023-05-25。"),
      .ok("流行季", "2025-26流行季。"),
      .flags("两位", "⟦2023-25⟧年行动方案。", fixed: "2023-2025年行动方案。"),
    ]
  ) { token, draft in
    guard let parts = RangeParts(of: token, in: draft.text), parts.left.count == 4,
      let left = decimal(in: parts.left, of: draft.text), left.end == parts.left.upperBound,
      (1900..<2100).contains(left.value),
      let right = decimal(in: parts.right, of: draft.text),
      right.end == parts.right.lowerBound + 2,
      right.value > left.value.truncatingRemainder(dividingBy: 100),
      draft.text.firstOffset(of: year, in: yearPlace(after: right.end, in: draft)) != nil,
      !draft.scan.isOpaque(at: token.range.lowerBound)
    else { return nil }
    return shortEnd(parts, in: draft)
  }

  /// Where 年 stands if it follows an offset.
  private static func yearPlace(after offset: Int, in draft: ScannedDraft) -> Range<Int> {
    offset..<min(offset + year.utf8.count, draft.text.count)
  }

  private static func shortEnd(_ parts: RangeParts, in draft: ScannedDraft) -> Fault? {
    let century = draft.draft.string(in: parts.left.lowerBound..<parts.left.lowerBound + 2)
    let end = parts.right.lowerBound..<parts.right.lowerBound + 2
    let digits = draft.draft.string(in: end)
    let fix = draft.fix(
      Localized("写全年份", "write the whole year"),
      .unsafe,
      replacing: end,
      with: century + digits
    )
    let message = Localized(
      "后一个年份应写四位数「\(century)\(digits)」",
      "the second year is written \(century)\(digits)"
    )
    return Fault(range: parts.left.lowerBound..<end.upperBound, message: message, fix: fix)
  }

  private static let separators = FamilyRule(
    "number/date-separator",
    .warning,
    summary: Localized("语句里的日期用点号或斜线分隔", "a date parted by points or slashes in a sentence"),
    why: Localized(
      "语句里的日期写作「2025年5月1日」；「2025.5.1」会与版本号、编号相混。",
      "In sentences a date is 2025年5月1日; 2025.5.1 looks like a version or code."
    ),
    basis: [Basis("gbt-15835", "5.1.4")],
    tokens: [.date],
    cases: [
      .ok("规范的日期、版本、编号", "自2025年5月1日起，2025-05-01，版本2.5.1，3.2.1节。"),
      .ok("署名行和表格", "发布日期：2025/5/1\n\n| 日期 |\n| --- |\n| 2025.5.1 |"),
      .flags("语句里", "自⟦2025.5.1⟧起执行。", fixed: "自2025年5月1日起执行。"),
      .flags("句读前面", "有效期到⟦2026.12.31⟧，可续办。", fixed: "有效期到2026年12月31日，可续办。"),
    ]
  ) { token, draft in
    guard !draft.scan.isOpaque(at: token.range.lowerBound) else {
      return nil
    }
    return separated(token, in: draft)
  }

  /// What stands before a date in a sentence, whatever follows it.
  private static let bounds = Phrases("到 至 自 从 于 在 为 是 截至 截止")

  private static func separated(_ token: Token, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    let start = token.range.lowerBound
    guard (8...10).contains(token.range.count), isDigitByte(text[start]),
      text[start + 4] == 0x2E || text[start + 4] == 0x2F,
      let date = CalendarText(token.range, of: text), let year = date.year, let month = date.month,
      let day = date.day, let block = draft.block(at: start),
      block.kind == .paragraph || block.kind == .listItem,
      let next = draft.scalar(from: token.range.upperBound),
      isHan(next) || isChineseMark(next) && draft.stands(bounds, before: start),
      draft.scalar(before: start).map({ isHan($0) || isChineseMark($0) && $0 != "：" }) ?? true
    else { return nil }
    let form = "\(year)年\(month)月\(day)日"
    let shown = draft.draft.string(in: token.range)
    let message = Localized("日期「\(shown)」在语句里写作「\(form)」", "the date \(shown) is written \(form)")
    return draft.fault(at: token.range, message, writing: form, .unsafe)
  }
}
