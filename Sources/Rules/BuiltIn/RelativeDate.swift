import ChineseText
import Linting
import Reading

/// Flags days told relative to another day in notices.
enum RelativeDate {
  static let all: [any Rule] = [unanchored]

  private static let unanchored = FamilyRule(
    "timeliness/relative-date-unanchored",
    .warning,
    summary: Localized("通知里的日子没有写明日期", "a relative day in a notice without its date"),
    why: Localized(
      "「明天」「下周」在转发、补看时就变了；通知要写明年月日。",
      "明天 and 下周 change when a notice is read later; a notice tells the date."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    lists: ["timeliness-relative"],
    triggers: .lists(["timeliness-relative"]),
    cases: [
      .ok("同一段写明日期", "# 停诊通知\n\n明天（2025年5月8日）停诊一天。"),
      .ok("科普", "# 夏季防暑\n\n今天说说中暑，后天形成的习惯。"),
      .flags("没有日期", "# 停诊通知\n\n门诊⟦明天⟧停诊一天。"),
    ]
  ) { draft in
    let hits = draft.hits(in: "timeliness-relative")
    guard !hits.isEmpty, let title = draft.draft.title,
      draft.text.contains(anyOf: notices, in: title.text)
    else { return [] }
    return hits.compactMap { hit in
      guard let block = draft.block(at: hit.range.lowerBound), block.text != title.text,
        !draft.scan.isOpaque(at: hit.range.lowerBound),
        draft.scan.span(covering: hit.range, of: [.quotation, .titleMarks]) == nil,
        !draft.scan.tokens(in: block.text).contains(where: { token in
          token.kind == .date || token.kind == .dateTime || token.kind == .range
        })
      else { return nil }
      let shown = draft.draft.string(in: hit.range)
      let message = Localized("「\(shown)」没有写明是哪一天", "\(shown) does not tell which day it is")
      return Fault(range: hit.range, message: message)
    }
  }

  private static let notices: [String] = [
    "通知", "公告", "通告", "启事", "停诊", "停水", "停电", "安排", "预告",
  ]
}
