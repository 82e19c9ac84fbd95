import ChineseText
import Linting
import Reading

/// Flags phrases that bait readers in the title.
struct TitleClickbait: Rule {
  let info = RuleInfo(
    id: "title/clickbait",
    summary: Localized("标题党用语", "a clickbait phrase in the title"),
    why: Localized(
      "标题应准确概括内容，不得夸张、恐吓、隐去关键信息或强迫转发。",
      "A title sums up the text; it does not exaggerate, frighten, withhold or press to share."
    ),
    basis: [Basis("title-rules-2017", ""), Basis("wechat-account-management", "六、2")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("辟谣标题", "# 网传“喝醋软化血管”？辟谣来了"),
    .flags("震惊体", "# ⟦震惊⟧！⟦这种水果⟧不能吃"),
    .flags("网传", "# ⟦网传⟧明天停水停电"),
  ]

  static let list = "title-clickbait"

  /// What these find is told by a rule of its own.
  private static let superlatives = "title-superlative"

  var lists: [String] { [Self.list, Self.superlatives] }

  private static let debunking = [
    "辟谣", "不实", "谣言", "真相是", "官方回应", "求真", "误区", "别信", "不可信", "假的",
  ]

  var triggers: Triggers { .lists([Self.list]) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    guard let title = draft.draft.title else { return [] }
    let hits = draft.hits(in: Self.list)
    guard !hits.isEmpty else { return [] }
    let text = draft.draft.string(of: title)
    guard !Self.debunking.contains(where: { text.contains($0) }) else { return [] }
    let superlatives = draft.hitRanges(in: Self.superlatives)
    return hits.compactMap { hit in
      guard title.text.contains(hit.range.lowerBound),
        !superlatives.contains(where: { $0.overlaps(hit.range) })
      else { return nil }
      let match = draft.draft.string(in: hit.range)
      let message = Localized(
        "「\(match)」属于标题党用语，请如实概括内容",
        "“\(match)” is clickbait: sum up what the text says"
      )
      var finding = finding(message, at: hit.range, in: draft)
      finding.term = hit.entry.term
      if hit.entry.certainty == .error { finding.severity = .error }
      return finding
    }
  }
}
