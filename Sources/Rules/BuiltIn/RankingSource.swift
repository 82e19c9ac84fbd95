import ChineseText
import Linting
import Reading

/// Ranks that do not say whose list they are from.
enum RankingSource {
  static let all: [any Rule] = [ranking]

  private static let ranking = FamilyRule(
    "citation/ranking-source",
    .warning,
    summary: Localized("名次没有写是哪个榜", "a rank without the list it is from"),
    why: Localized(
      "名次要写明是谁的榜、哪一年、什么口径；说不出榜单的名次是宣传用语。",
      "A rank names the list, its publisher and year; without them it is advertising."
    ),
    basis: SourceWording.basis + [Basis("ad-law", "第十一条")],
    patterns: [rank, CitationSupport.wholeSource],
    triggers: .patterns([rank]),
    cases: [
      .ok("写明榜单", "据《中国医院科技量值排行榜》（2024），我院排名全省第3位。"),
      .ok("病种和比赛", "肺癌死亡率位居恶性肿瘤第1位，代表队在技能竞赛中名列第二名。"),
      .flags("隔着逗号", "在⟦全市的妇幼机构里，我们排到第3名⟧，比去年前移4位。"),
      .flags("哪个榜", "我院心内科⟦排名全省第3位⟧。"),
    ]
  ) { draft in
    let matches = try rank.matches(in: draft)
    guard !matches.isEmpty else { return [] }
    let support = try CitationSupport(draft)
    return try matches.compactMap { match in
      guard let block = draft.block(at: match.lowerBound), !block.isCode,
        !block.context.contains(.references),
        try !excusedRank.matches(draft.sentence(at: match.lowerBound), of: draft.text),
        // 全省排名第一 is `advert/rank-claim`'s.
        try !isAdvert.matches(draft.sentence(at: match.lowerBound), of: draft.text),
        try !support.covers(match)
      else { return nil }
      return Fault(range: match, message: .whichList)
    }
  }

  private static let rank = gated(
    "(?:排名|位列|名列|位居|榜单|排行榜)[^。；，]{0,10}第[0-9０-９一二三四五六七八九十百]+(?:名|位)?"
      + "|(?:全国|全省|全市|全县|同级|同类|同行|医疗机构)[^。；，]{0,12}?(?:排到|排在|排进|列在|居于|跻身|冲到|升至|升到|进入|挤进)[^。；，]{0,6}?(?:第|前)[0-9０-９一二三四五六七八九十百]+(?:名|位|强)"
      + "|(?:全国|全省|全市|全县)[^。；，]{0,10}(?:里|中|里头|当中)，(?:我们|咱们|我院|本院|我县|我市|我科)[^。；，]{0,4}?(?:排到|排在|排进|列在|升至|升到|进入|挤进)了?(?:第|前)[0-9０-９一二三四五六七八九十百]+(?:名|位|强)"
  )
  private static let excusedRank = SentenceTest(
    "据|来源|公布|发布|复旦|北大|死因|死亡|恶性肿瘤|癌|肿瘤|疾病|病因|原因|发病|比赛|大赛|竞赛|运动会|选手|代表队|小组|考试|成绩|得票|杀手|人口|产量|总量|世界|全球|经济|出口|贸易|产业|企业|机场|港口|国家|规模"
  )
  private static let isAdvert = SentenceTest(
    "(?:全国|全球|亚洲|全省|全市|全县|全区|行业|业内|业界|国内|省内|市内|本地|当地|区域|同类)[^。；，]{0,6}第一"
  )
}

extension Localized {
  fileprivate static let whichList = Self(
    "请写明是哪个榜单、哪一年",
    "name the list and its year"
  )
}
