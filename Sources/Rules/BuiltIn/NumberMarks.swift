import ChineseText
import Linting
import Reading

/// Rules about marks inside and beside numbers.
enum NumberMarks {
  static let all: [any Rule] = [
    fullwidthInLatin, thousandSeparator, leadingZero, negativeSign, phoneDash, plusMinus,
  ]

  private static let fullwidthInLatin = FamilyRule(
    "punctuation/fullwidth-in-latin",
    .warning,
    summary: Localized("数字或外文中间用了中文标点", "a Chinese mark inside a number or a foreign sentence"),
    why: Localized(
      "小数点和外文语句用半角标点；「3。5」会被读成两个数。",
      "Decimals and foreign sentences take ASCII marks; 3。5 reads as two numbers."
    ),
    basis: [Basis("gbt-15834", "5.1")],
    marks: "，。；：？！",
    cases: [
      .ok("中文语句里的标点", "CT，MRI均可。（WHO）建议：HPV，HBV都要查。"),
      .ok("引号里的缩写", "报告上写着“CT，MRI”。"),
      .flags(
        "引号里的外文语句",
        "送一句话：“Sleep early⟦，⟧rise early.”",
        fixed: "送一句话：“Sleep early, rise early.”"
      ),
      .ok("句末", "共3。另有5人，3、5号。"),
      .flags("小数", "每次3⟦。⟧5 mg。", fixed: "每次3.5 mg。"),
      .flags("外文语句", "Hello⟦，⟧world", fixed: "Hello, world"),
    ]
  ) { mark, draft in
    guard isInLatin(mark, in: draft), let form = asciiForm(mark.scalar) else { return nil }
    let message = Localized(
      "此处「\(mark.scalar)」应为半角「\(form)」",
      "“\(mark.scalar)” should be ASCII “\(form)” here"
    )
    // Words are parted by a space as well, the digits of a decimal are not.
    let isDecimal = draft.text.scalar(before: mark.offset).map(isASCIIDigit) ?? false
    return draft.fault(at: mark.range, message, writing: isDecimal ? form : form + " ", .unsafe)
  }

  private static func asciiForm(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "，": ","
    case "。": "."
    case "；": ";"
    case "：": ":"
    case "？": "?"
    case "！": "!"
    default: nil
    }
  }

  private static func isInLatin(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    let text = draft.text
    guard mark.offset > 0, text[mark.offset - 1] < 0x80,
      let left = text.scalar(before: mark.offset),
      let right = text.scalar(at: mark.range.upperBound), isAlphanumeric(left),
      isAlphanumeric(right), !draft.scan.isOpaque(at: mark.offset)
    else { return false }
    if isASCIIDigit(left), isASCIIDigit(right) {
      return mark.scalar == "。" && isDecimal(mark, in: draft)
    }
    guard !isASCIIDigit(left), !isASCIIDigit(right) else { return false }
    if draft.scan.hanCount(in: draft.sentence(at: mark.offset)) == 0 { return true }
    // A foreign sentence in quotation marks has words with spaces; a list of abbreviations has none.
    guard let quotation = draft.scan.span(covering: mark.range, of: [.quotation]) else {
      return false
    }
    return draft.scan.hanCount(in: quotation.range) == 0 && text[quotation.range].contains(0x20)
  }

  /// Whether a value with its unit stands behind the mark.
  private static func isDecimal(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    guard let token = draft.scan.token(at: mark.range.upperBound) else { return false }
    return token.kind == .quantity || token.kind == .percentage || token.kind == .currency
  }

  static func digitsStart(before offset: Int, in text: [UInt8]) -> Int {
    var start = offset
    while start > 0, offset - start < 12, isDigitByte(text[start - 1]) { start -= 1 }
    return start
  }

  static func digitsEnd(at offset: Int, in text: [UInt8]) -> Int {
    var end = offset
    while end < text.count, end - offset < 12, isDigitByte(text[end]) { end += 1 }
    return end
  }

  private static let leadingZero = FamilyRule(
    "number/leading-zero",
    .error,
    summary: Localized("纯小数缺了小数点前的0", "a decimal without its leading zero"),
    why: Localized("「.5 mg」容易看成「5 mg」，差十倍。", ".5 mg is easily read as 5 mg, ten times as much."),
    basis: [Basis("gbt-15835", "5.1.2")],
    marks: ".",
    cases: [
      .ok("完整的小数、版本、文件", "剂量0.5 mg，版本v.5，附件.docx，第3.5节，P<0.05。"),
      .ok("省略号", "等待...5分钟后复测。"),
      .flags("视力", "右眼⟦.⟧6、左眼1.0。", fixed: "右眼0.6、左眼1.0。"),
      .flags("汉字单位", "冲洗⟦.⟧5小时以上。", fixed: "冲洗0.5小时以上。"),
      .flags("缺0", "剂量⟦.⟧5 mg，余氯≥⟦.⟧05为合格。", fixed: "剂量0.5 mg，余氯≥0.05为合格。"),
    ]
  ) { mark, draft in
    guard let next = draft.text.scalar(at: mark.range.upperBound),
      isASCIIDigit(next), let before = draft.text.scalar(before: mark.offset),
      isHan(before) || " （，≥≤".unicodeScalars.contains(before),
      let token = draft.scan.token(at: mark.range.upperBound),
      token.kind == .quantity || token.kind == .percentage
        || token.kind == .number
          && (before == "≥" || before == "≤" || draft.stands(hanUnits, at: token.range.upperBound)
            || draft.stands(sight, before: mark.offset)),
      !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    let message = Localized("小数点前应写0", "a zero belongs before the point")
    let fix = draft.fix(
      Localized("补上0", "add the zero"),
      .unsafe,
      replacing: mark.range,
      with: "0."
    )
    return Fault(range: mark.range, message: message, fix: fix)
  }

  /// Visual acuity has no unit.
  private static let sight = Phrases("右眼 左眼 双眼 单眼 视力 矫正视力 裸眼视力")
  private static let hanUnits = Phrases(
    "小时 分钟 毫升 毫克 微克 厘米 毫米 公斤 千克 公里 摄氏度 升 克 米 片 倍 元 万 个百分点 岁 天 斤"
  )

  private static let negativeSign = FamilyRule(
    "number/negative-sign",
    .warning,
    summary: Localized("负号写成了一字线或全角横线", "a minus sign written as a dash"),
    why: Localized(
      "负号用「-」；「—20℃」会被看成起止的后一半。",
      "A minus sign is -; a dash looks like half a range."
    ),
    basis: [Basis("gb-3101", "")],
    marks: "—–－",
    cases: [
      .ok("负号、起止", "-20℃保存，2—8℃冷藏，零下5℃，10℃—20℃。"),
      .ok("破折号", "— 5个要点，保存条件——20℃以下。"),
      .flags("一字线", "疫苗（⟦—⟧20℃保存）。", fixed: "疫苗（-20℃保存）。"),
    ]
  ) { mark, draft in
    minus(at: mark, in: draft)
  }

  private static func minus(at mark: Mark, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard let token = draft.scan.token(at: mark.range.upperBound),
      token.range.lowerBound == mark.offset || token.range.lowerBound == mark.range.upperBound,
      token.kind == .quantity || token.kind == .range,
      text.scalar(before: token.range.upperBound) == "℃",
      !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    if let before = draft.scalar(before: mark.offset) {
      guard !isAlphanumeric(before), before != "℃", before != "%", before != mark.scalar,
        before != "°"
      else { return nil }
    }
    let message = Localized("负号应写作「-」", "a minus sign is written -")
    let safety: Fix.Safety = mark.scalar == "－" ? .safe : .unsafe
    return draft.fault(at: mark.range, message, writing: "-", safety)
  }

  private static let tolerance = "±"

  private static let plusMinus = FamilyRule(
    "number/plus-minus",
    .suggestion,
    summary: Localized("带误差的百分数缺括号", "a percentage with its error without brackets"),
    why: Localized(
      "「65±2%」不清楚误差是2还是2%；写作「(65±2)%」或「65%±2%」。",
      "65±2% leaves the error unclear; write (65±2)% or 65%±2%."
    ),
    basis: [Basis("gb-3101", "3.3.5")],
    tokens: [.percentage],
    cases: [
      .ok("清楚的写法", "(65±2)%，65%±2%，65±2岁。"),
      .ok("单独的误差", "误差±2%。"),
      .flags("不清楚", "有效率⟦65±2%⟧。"),
    ]
  ) { token, draft in
    guard isDigitByte(draft.text[token.range.lowerBound]),
      let sign = draft.text.firstOffset(of: tolerance, in: token.range),
      !draft.text[token.range.lowerBound..<sign].contains(0x25),
      !draft.scan.isOpaque(at: token.range.lowerBound)
    else { return nil }
    let shown = draft.draft.string(in: token.range)
    let message = Localized(
      "「\(shown)」宜写作「(65±2)%」或「65%±2%」一类",
      "write \(shown) as (65±2)% or 65%±2%"
    )
    return Fault(range: token.range, message: message)
  }
}
