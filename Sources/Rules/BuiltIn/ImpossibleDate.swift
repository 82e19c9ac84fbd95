import ChineseText
import Linting
import Reading

/// Flags days and times that do not exist.
struct ImpossibleDate: Rule {
  let info = RuleInfo(
    id: "timeliness/impossible-date",
    summary: Localized("日期或时刻不存在", "a date or time that does not exist"),
    why: Localized(
      "发布的信息应当真实准确；不存在的日期让群众白跑一趟。",
      "Published information is accurate; a date that does not exist sends people in vain."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("月龄、闰年、农历、比分", "13月龄、24月龄；2024年2月29日；农历二月三十；24:00闭馆；比分25:30。"),
    .flags("六月没有31日", "⟦6月31日⟧截止。"),
    .flags("平年二月", "⟦2025年2月29日⟧截止。"),
    .flags("日期后面是时段", "⟦2026年4月31日9:00—16:00⟧培训。"),
    .flags("没有这个时刻", "⟦24:30⟧闭馆。"),
  ]

  private static let kinds = TokenKinds([.date, .dateTime, .time, .range])

  var triggers: Triggers { .tokens(Self.kinds) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.scan.tokens(of: Self.kinds).compactMap { token in
      guard token.kind != .range || draft.text.contains(anyOf: Self.signs, in: token.range),
        !draft.scan.isOpaque(at: token.range.lowerBound)
      else { return nil }
      let text = draft.draft.string(in: token.range)
      let isImpossible =
        switch token.kind {
        case .date, .dateTime: !isDate(text, before: draft.scalar(before: token.range.lowerBound))
        case .time: !isTime(text)
        case .range: !isRange(text, before: draft.scalar(before: token.range.lowerBound))
        default: false
        }
      if !isImpossible, token.kind == .date,
        let range = badClock(behind: token.range.upperBound, in: draft)
      {
        let shown = draft.draft.string(in: range)
        return finding(
          Localized("「\(shown)」不存在，请核对", "\(shown) does not exist; check it"),
          at: range,
          in: draft
        )
      }
      guard isImpossible else { return nil }
      let message = Localized("「\(text)」不存在，请核对", "\(text) does not exist; check it")
      return finding(message, at: token.range, in: draft)
    }
  }

  /// Where a time that does not exist stands right behind a date: 3月3日25:00.
  private func badClock(behind end: Int, in draft: ScannedDraft) -> Range<Int>? {
    let text = draft.text
    var index = end
    while index < text.count, index < end + 2, isDigitByte(text[index]) { index += 1 }
    guard index > end, index + 2 < text.count, text[index] == 0x3A, isDigitByte(text[index + 1]),
      isDigitByte(text[index + 2])
    else { return nil }
    let range = end..<index + 3
    return isTime(draft.draft.string(in: range)) ? nil : range
  }

  /// What ranges of days or times hold.
  private static let signs = ["月", ":", "："]

  /// Whether both ends of a range of days or times exist.
  private func isRange(_ text: String, before: Unicode.Scalar?) -> Bool {
    let ends = text.unicodeScalars.split { "—–-－～~至到".unicodeScalars.contains($0) }.map {
      String($0)
    }
    return ends.enumerated().allSatisfy { index, end in
      end.unicodeScalars.contains("月")
        ? isDate(end, before: index == 0 ? before : nil)
        : !(end.contains(":") || end.contains("：")) || isTime(end)
    }
  }

  /// Whether the day exists, as far as the text tells; a text of another form does.
  private func isDate(_ text: String, before: Unicode.Scalar?) -> Bool {
    var numbers: [Int] = []
    var separators: [Unicode.Scalar] = []
    var isInNumber = false
    for scalar in text.unicodeScalars {
      if let digit = decimalDigit(scalar) {
        if isInNumber {
          numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + digit, 99_999)
        } else {
          numbers.append(digit)
        }
        isInNumber = true
      } else {
        separators.append(scalar)
        isInNumber = false
      }
    }
    // Only forms in Arabic digits are judged: 年月日, and year-month-day.
    if separators.starts(with: ["年", "月", "日"]), numbers.count >= 3 {
      return Day(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
    }
    if separators.starts(with: ["月", "日"]), numbers.count >= 2, before != "历" {
      // Of a year not told, the longest February counts.
      return Day(year: 2024, month: numbers[0], day: numbers[1]) != nil
    }
    if separators.starts(with: ["年", "月"]), numbers.count == 2 {
      return (1...12).contains(numbers[1])
    }
    if separators == ["-", "-"] || separators == ["/", "/"], numbers.count == 3, numbers[0] > 999 {
      return Day(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
    }
    return true
  }

  /// Whether the time exists: up to 24:00.
  private func isTime(_ text: String) -> Bool {
    let parts = text.unicodeScalars.split { decimalDigit($0) == nil }.map { digits in
      digits.reduce(0) { min($0 * 10 + (decimalDigit($1) ?? 0), 9999) }
    }
    guard parts.count >= 2 else { return (parts.first ?? 0) <= 24 }
    let isMidnight = parts[0] == 24 && parts[1] == 0
    return (parts[0] < 24 || isMidnight) && parts[1...].allSatisfy { $0 < 60 }
  }

  private func decimalDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value - 0x30)
    case "０"..."９": Int(scalar.value - 0xFF10)
    default: nil
    }
  }
}
