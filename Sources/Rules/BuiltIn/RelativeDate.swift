import ChineseText
import Linting
import Reading

/// Flags days told relative to another day in notices and news.
enum RelativeDate {
  static let all: [any Rule] = [unanchored]

  private static let unanchored = FamilyRule(
    "timeliness/relative-date-unanchored",
    .warning,
    summary: Localized("通知、新闻里的日子没有写明日期", "a relative day in a notice or news without its date"),
    why: Localized(
      "「明天」「下周」在转发、补看时就变了；通知要写明年月日。",
      "明天 and 下周 change when a notice is read later; a notice tells the date."
    ),
    basis: [Basis("wechat-account-management", "一、3")],
    lists: ["timeliness-relative"],
    triggers: .lists(["timeliness-relative"]),
    cases: [
      .ok("同一段写明日期", "# 停诊通知\n\n明天（2025年5月8日）停诊一天。"),
      .ok("下一行写明日期", "# 讲座预告\n\n本周六请您来听讲座。\n\n时间：2025年5月10日9:30"),
      .ok("节日之前", "# 我院举行义诊\n\n全国爱耳日前后，医院举行了义诊。"),
      .ok("科普", "# 夏季防暑\n\n今天说说中暑，后天形成的习惯。"),
      .ok("新闻写明日期", "# 我院举行义诊\n\n近日（5月8日），医院举行了义诊。"),
      .ok("如今", "# 我院举行院史展\n\n先贤种杏成林。今天，我们种下的也许不是杏树。"),
      .flags("就是那一天", "# 我院举行义诊\n\n⟦今天⟧，我们走进阳光社区，为老人义诊。"),
      .flags("没有日期", "# 停诊通知\n\n门诊⟦明天⟧停诊一天。"),
      .flags("新闻里提一次", "# 我院举行义诊\n\n⟦近日⟧，医院举行了义诊。\n\n今天是志愿者日。"),
    ]
  ) { draft in
    let hits = draft.hits(in: "timeliness-relative")
    guard !hits.isEmpty, let title = draft.draft.title else { return [] }
    if draft.text.contains(anyOf: notices, in: title.text) {
      return hits.compactMap { fault(at: $0.range, in: draft, .warning) }
    }
    guard try draft.fact(DocumentClass.self).isAmong([.news]) else { return [] }
    let days = hits.lazy.filter { draft.stands(newsDays, at: $0.range.lowerBound) }
    return days.compactMap { fault(at: $0.range, in: draft, .suggestion) }.first.map { [$0] } ?? []
  }

  private static let notices: [String] = [
    "通知", "公告", "通告", "启事", "停诊", "停水", "停电", "安排", "预告",
  ]
  private static let newsDays = Phrases("近日 日前 昨日 昨天 今日 今天 明日 明天")

  private static func fault(
    at word: Range<Int>,
    in draft: ScannedDraft,
    _ severity: Severity
  ) -> Fault? {
    guard let block = draft.block(at: word.lowerBound), block.text != draft.draft.title?.text,
      !draft.scan.isOpaque(at: word.lowerBound),
      draft.scan.span(covering: word, of: [.quotation, .titleMarks]) == nil,
      !isOfDay(word, in: draft), !isOfAge(word, in: draft),
      !draft.scan.tokens(in: block.text).contains(where: { token in
        token.kind == .date || token.kind == .dateTime || token.kind == .range
      }),
      !isDatedBelow(word, in: draft)
    else { return nil }
    let shown = draft.draft.string(in: word)
    let message = Localized("「\(shown)」没有写明是哪一天", "\(shown) does not tell which day it is")
    return Fault(range: word, message: message, severity: severity)
  }

  /// Whether one of the next two paragraphs is the line that tells the date: `时间：2025年5月8日`.
  private static func isDatedBelow(_ word: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let index = draft.blockIndex(at: word.lowerBound) else { return false }
    return draft.draft.blocks[(index + 1)...].prefix(2).contains { block in
      let start = block.text.lowerBound
      return draft.stands(dateLabels, at: start)
        && draft.scan.tokens(in: block.text).contains {
          $0.kind == .date || $0.kind == .dateTime || $0.kind == .range
        }
    }
  }

  private static let dateLabels = Phrases(
    "活动时间 讲座时间 直播时间 停诊时间 停水时间 停电时间 义诊时间 开诊时间 时间 日期"
  )

  /// `爱耳日前`: the day is another word's, where 日前 does not open its clause.
  private static func isOfDay(_ word: Range<Int>, in draft: ScannedDraft) -> Bool {
    draft.stands(daysAgo, at: word.lowerBound)
      && draft.scalar(before: word.lowerBound).map(isHan) ?? false
  }

  private static let daysAgo = Phrases("日前")

  /// `今天，我们种下的也许不是树`: these days, where a sentence weighs and tells of nothing done.
  private static func isOfAge(_ word: Range<Int>, in draft: ScannedDraft) -> Bool {
    draft.stands(todays, at: word.lowerBound) && draft.stands(everybody, at: word.upperBound)
      && draft.text.firstOffset(of: "了", in: draft.sentence(at: word.lowerBound)) == nil
      && weighing.stands(in: draft.sentence(at: word.lowerBound), of: draft.text)
  }

  private static let weighing = LiteralSet(["也许", "或许", "依然", "仍", "不再", "更", "应当", "早已"])
  private static let todays = Phrases("今天 今日")
  private static let everybody = Phrases("，我们 ，人们 ，大家 ，他们 的我们")
}
