import ChineseText
import Linting
import Reading

/// Flags dates that mix Han and Arabic digits.
struct DateMixedForm: Rule {
  let info = RuleInfo(
    id: "number/date-mixed-form",
    summary: Localized("一个日期里汉字数字和阿拉伯数字混用", "a date that mixes Han and Arabic digits"),
    why: Localized(
      "同一个日期的年、月、日应当用同一种数字。",
      "The year, month and day of a date take one kind of digits."
    ),
    basis: [Basis("gbt-15835", "4.3")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("农历、节日、全用汉字", "2025年正月初五、2025年腊月二十三、2025年五一假期；二〇二五年五月一日。"),
    .ok("时刻另有写法", "2026年11月23日傍晚六点半开讲。"),
    .flags("年用汉字，月日用数字", "自⟦二〇二五年5月1日⟧起执行。"),
    .flags("月用汉字", "自⟦2025年五月1日⟧起执行。"),
    .flags("起止日期", "定于⟦2026年四月8日⟧至10日举办，8日至十日都在。"),
  ]

  private static let dates = TokenKinds([.date, .dateTime, .range])

  var triggers: Triggers { .tokens(Self.dates) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.scan.tokens(of: Self.dates).compactMap { token in
      guard !draft.scan.isOpaque(at: token.range.lowerBound),
        token.kind != .range || draft.text.firstOffset(of: "月", in: token.range) != nil
      else { return nil }
      let range = day(of: token, in: draft)
      let text = draft.draft.string(in: range)
      guard isMixed(text), !isFestival(token, text, in: draft) else { return nil }
      let message = Localized(
        "日期「\(text)」混用了汉字数字和阿拉伯数字",
        "the date \(text) mixes Han and Arabic digits"
      )
      return finding(message, at: range, in: draft)
    }
  }

  /// A date without the time of day, whose digits are its own: `11月23日傍晚六点半`.
  private func day(of token: Token, in draft: ScannedDraft) -> Range<Int> {
    let ends = ["日", "号"].compactMap { sign in
      draft.text.firstOffset(of: sign, in: token.range).map { $0 + sign.utf8.count }
    }
    return token.range.lowerBound..<(ends.min() ?? token.range.upperBound)
  }

  /// `2026年三月三`: a day of the lunar calendar, whose digits are Han.
  private func isFestival(_ token: Token, _ text: String, in draft: ScannedDraft) -> Bool {
    guard text.hasSuffix("月"), let next = draft.scalar(from: token.range.upperBound) else {
      return false
    }
    return "一二三四五六七八九十".unicodeScalars.contains(next)
  }

  private func isMixed(_ text: String) -> Bool {
    let lunar = ["正月", "腊月", "冬月", "初", "廿", "农历"]
    guard !lunar.contains(where: { text.contains($0) }) else { return false }
    var hasArabic = false
    var hasHan = false
    for scalar in text.unicodeScalars {
      if ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar) { hasArabic = true }
      if "零〇一二三四五六七八九十".unicodeScalars.contains(scalar) { hasHan = true }
    }
    return hasArabic && hasHan
  }
}
