import ChineseText
import Linting
import Reading

/// Sources that are named, but not so that anybody could find, date or trust them.
enum SourceWording {
  static let all: [any Rule] =
    [studyUnspecified, latestUndated, reportOutletMissing, listNotAnchored]

  static let basis = [
    Basis("website-management", "四、（六）1"), Basis("wechat-account-management", "六、3"),
  ]
  fileprivate static let patterns =
    [CitationSupport.wholeSource] + VagueSource.phrases.map(\.pattern)
}

extension SourceWording {
  private static let studyUnspecified = FamilyRule(
    "citation/study-unspecified",
    .warning,
    summary: Localized("「一项研究」没有说是哪一项", "“a study” that is not named"),
    why: Localized(
      "「一项研究」要写明发表在哪里、哪一年、谁做的，读者才能查到原文。",
      "A study is named by its journal, year or institution, so that it can be found."
    ),
    basis: basis,
    patterns: patterns,
    triggers: .patterns(VagueSource.phrases.map(\.pattern)),
    cases: [
      .ok("有刊物、年份和标注", "2022年《柳叶刀》发表的一项涵盖20万人的研究[1]提示风险下降。\n\n## 参考文献\n\n1. 《甲》。"),
      .ok("自己的研究", "我院开展一项多中心研究，结果显示有效。"),
      .flags("哪一项", "⟦一项大型研究提示⟧风险翻倍。"),
      .flags("多项", "⟦多项研究发现⟧，久坐不利于健康。"),
      .flags("没有名字的研究人员", "⟦有一组科研人员跟了⟧两万来个村民五年。"),
    ]
  ) { try faults(of: .study, in: $0, .study) }

  private static let latestUndated = FamilyRule(
    "citation/latest-undated",
    .suggestion,
    summary: Localized("「最新数据」没有写是什么时候的", "“the latest figures” without a date"),
    why: Localized(
      "「最新」过几个月就不新了；写明发布单位和年份，才知道是哪一次的数据。",
      "What is the latest soon is not: name who published it and when."
    ),
    basis: basis,
    patterns: patterns,
    triggers: .patterns(VagueSource.phrases.map(\.pattern)),
    cases: [
      .ok("有年份", "国家疾控局2024年公布的最新数据显示，近视率下降。"),
      .ok("不是数据", "最新通知请看公告栏。"),
      .flags("最新数据", "⟦最新数据显示⟧，近视率再次上升。"),
    ]
  ) { try faults(of: .latest, in: $0, .latest) }

  private static let reportOutletMissing = FamilyRule(
    "citation/report-outlet-missing",
    .warning,
    summary: Localized("「据报道」没有说是哪家媒体", "“it is reported” without the outlet"),
    why: Localized(
      "转述别处发生的事，要写明是哪家媒体、哪一天报道的，才能核实。",
      "What happened elsewhere is told with the outlet and the day of its report."
    ),
    basis: basis,
    patterns: patterns,
    triggers: .patterns(VagueSource.phrases.map(\.pattern)),
    cases: [
      .ok("有媒体和日期", "据新华社2025年3月2日报道，某地发生聚集性呕吐。"),
      .ok("按文件办事", "据工作安排，门诊顺延一天。"),
      .flags("别处的医院", "⟦有媒体报道⟧称，邻市一家医院的过敏门诊天天排长队。"),
      .flags("此前披露", "⟦媒体此前披露⟧，某地有人泡脚泡到烫伤。"),
      .flags("哪家媒体", "⟦据媒体报道⟧，某地发生聚集性呕吐。"),
    ]
  ) { try faults(of: .report, in: $0, .report) }

  private static func faults(
    of rule: VaguePhrase.Rule,
    in draft: ScannedDraft,
    _ message: Localized
  ) throws -> [Fault] {
    try draft.fact(VagueSources.self).hits.filter { $0.rule == rule }
      .map { Fault(range: $0.range, message: message, severity: .warning) }
  }

  private static let listNotAnchored = FamilyRule(
    "citation/list-not-anchored",
    .suggestion,
    summary: Localized("列了参考文献，正文没有标注", "references that no mark points to"),
    why: Localized(
      "读者不知道哪句话出自哪一条；在引用处加[1][2]，才能逐条核对。",
      "Without marks nobody knows which statement rests on which work."
    ),
    basis: basis,
    patterns: patterns + ClaimUncited.claimPatterns,
    cases: [
      .ok("有标注", "我国成人高血压患病率为27.5%[1]。\n\n## 参考文献\n\n1. 《甲（2022）》。\n2. 《乙（2023）》。"),
      .ok("没有要出处的话", "少吃盐，多走路。\n\n## 参考文献\n\n1. 《甲（2022）》。\n2. 《乙（2023）》。"),
      .ok("只有一条，盖住全文", "我国成人高血压患病率为27.5%。\n\n## 参考文献\n\n1. 《甲（2022）》。"),
      .flags(
        "全无标注",
        "我国成人高血压患病率为27.5%。\n\n## ⟦参考文献⟧\n\n1. 《甲（2022）》。\n2. 《乙（2023）》。"
      ),
    ]
  ) { draft in
    let list = draft.fact(ReferenceList.self)
    guard list.entries.count > 1, let heading = list.regions.first,
      draft.fact(Citations.self).marks.isEmpty
    else { return [] }
    let support = try CitationSupport(draft, ignoringList: true)
    let claims = try draft.fact(StatisticClaims.self).all
    let isUnanchored =
      try claims.contains { try !support.covers($0.range) }
      || !VagueSources(draft, ignoringList: true).hits.isEmpty
    guard isUnanchored else { return [] }
    return [Fault(range: heading, message: .anchor)]
  }
}

extension Localized {
  fileprivate static let study = Self(
    "没有说是哪项研究：请写明刊物、年份或研究单位，或加文献标注",
    "say which study: its journal, year or institution, or add a citation mark"
  )
  fileprivate static let latest = Self(
    "请写明发布单位和年份，「最新」会过时",
    "name who published it and when: the latest soon is not"
  )
  fileprivate static let report = Self(
    "请写明是哪家媒体、哪一天报道的",
    "name the outlet and the day of its report"
  )
  fileprivate static let anchor = Self(
    "列了参考文献，正文却没有标注：请在引用处加 [1] [2]",
    "nothing in the text points to these references: add marks such as [1]"
  )
}
