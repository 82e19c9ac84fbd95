import ChineseText
import Linting
import Reading

/// Flags internet slang in the title, whatever kind it is of.
struct TitleSlang: Rule {
  let info = RuleInfo(
    id: "title/slang",
    summary: Localized("标题里有网络用语", "internet slang in the title"),
    why: Localized(
      "信息发布避免网络用语；标题最显眼，也最容易被转发。",
      "Public information avoids internet slang, in the title most of all."
    ),
    basis: [Basis("wechat-account-management", "六、1"), Basis("qinglang-2024", "")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("平实的说法", "# 早睡早起好处多"),
    .ok("书名", "# 《yyds是什么》读后"),
    .flags("字母", "# 早睡早起⟦yyds⟧"),
    .flags("正文归别的规则", "# 体检⟦绝绝子⟧\n\n体检绝绝子。"),
  ]

  let lists = [
    "slang-words", "slang-letters", "slang-homophones", "slang-evasion", "slang-mixed",
    "slang-particles", "slang-emoticons", "slang-digits", "slang-ambiguous",
  ]

  var triggers: Triggers { .lists(lists) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    guard let title = draft.draft.title else { return [] }
    var end = 0
    let hits = lists.flatMap { draft.hits(in: $0) }
      .filter { title.text.contains($0.range.lowerBound) && $0.entry.certainty != .suggestion }
      .sorted { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
    return hits.compactMap { hit in
      guard hit.range.lowerBound >= end, !draft.scan.isOpaque(at: hit.range.lowerBound),
        draft.scan.span(covering: hit.range, of: [.titleMarks]) == nil
      else { return nil }
      end = hit.range.upperBound
      let shown = draft.draft.string(in: hit.range)
      let message = Localized("标题里不用网络用语「\(shown)」", "no slang in a title: “\(shown)”")
      var finding = finding(message, at: hit.range, in: draft)
      finding.term = hit.entry.term
      let isQuoted = draft.scan.span(covering: hit.range, of: [.quotation]) != nil
      if hit.entry.certainty == .warning || isQuoted { finding.severity = .warning }
      return finding
    }
  }
}
