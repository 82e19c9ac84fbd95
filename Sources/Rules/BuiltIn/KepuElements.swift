import ChineseText
import Linting
import Reading
import SourceText

/// What a text of health education says about itself: author, reviewer, date, readers.
///
/// Only a draft that says that it is health education is asked for what it lacks.
enum KepuElements {
  static let all: [any Rule] = [
    author, reviewer, date, outdated, audience, machine, chineseMedicine,
  ]
}

private let ranks = LiteralSet([
  "医师", "医生", "药师", "技师", "护师", "护士", "营养师", "治疗师", "研究员", "教授", "博士", "主任", "主管", "院长", "检验师",
  "咨询师", "公卫", "讲师",
])
private let departments = ["科", "药学部", "护理部", "门诊部", "营养部", "检验中心", "康复中心"]
private let offices = LiteralSet(["办公室", "宣传", "党办", "院办", "编辑部", "信息科", "总务", "后勤", "小编", "新媒体"])
private let nobody = LiteralSet(["小编", "佚名", "匿名", "编辑部", "admin", "管理员", "网络"])

extension KepuElements {
  private static let opening = "---\nclass: kepu\ndate: 2026-01-05\naudience: 成人\n"

  private static let author = FamilyRule(
    "health-claim/author-credential-missing",
    .error,
    summary: Localized("科普作者没有写明专业身份", "an author without a profession"),
    why: Localized(
      "健康科普应当写明作者的单位、科室和职称，让读者知道谁在负责。",
      "Health education names its author’s department and rank."
    ),
    basis: [
      Basis("health-science-opinion-2022", ""), Basis("health-science-guide-2015", ""),
      Basis("health-promotion-law", "第六十七条"),
    ],
    cases: [
      .ok("有科室和职称", opening + "author: 心血管内科 副主任医师 李敏\n---\n\n# 血压多少算高\n\n正文。"),
      .ok("没有说是科普", "# 停诊通知\n\n文：小编\n\n周一停诊。"),
      .flags("没有作者", opening + "---\n\n# 血压多少算高\n\n正文。"),
      .flags("作者是小编", opening + "author: ⟦小编⟧\n---\n\n# 血压多少算高\n\n正文。"),
      .flags("没有职称", opening + "author: ⟦李敏⟧\n---\n\n# 血压多少算高\n\n正文。"),
    ]
  ) { draft in
    let isNobody = draft.draft.metadata["author"].map { nobody.stands(in: $0.string) } ?? false
    guard let kepu = try KepuDraft(draft, mayGuess: isNobody) else { return [] }
    guard let author = kepu.author else {
      guard kepu.isDeclared, !introducesAuthor(draft) else { return [] }
      return [
        whole(
          "没有写明作者：请写作者的单位或科室、职称和姓名",
          "no author: name department, rank and name",
          kepu.severity(.error)
        )
      ]
    }
    guard !ranks.stands(in: author.string), isNobody || kepu.isDeclared, !introducesAuthor(draft)
    else { return [] }
    let message = Localized(
      "作者「\(author.string)」没有专业身份：请写单位或科室、职称和姓名",
      "the author \(author.string) has no profession: name department, rank and name"
    )
    // Who names a department, there or as the source, lacks the rank only.
    let isPlaced =
      departments.contains { author.string.hasSuffix($0) }
      || departments.contains { (kepu.metadata["source"]?.string ?? "").hasSuffix($0) }
    let severity = isPlaced && !isNobody ? Severity.suggestion : kepu.severity(.error)
    return [Fault(range: 0..<0, message: message, severity: severity, source: author.source)]
  }

  private static let reviewer = FamilyRule(
    "health-claim/reviewer-missing",
    .warning,
    summary: Localized("科普没有专业审核人", "no reviewer of the trade"),
    why: Localized(
      "健康科普要由作者以外的专业人员审核，并写明姓名和职称。",
      "Someone of the trade other than the author reviews health education."
    ),
    basis: [Basis("health-science-guide-2015", "")],
    cases: [
      .ok("有审核人", opening + "reviewer: 心血管内科 主任医师 周强\n---\n\n# 血压多少算高\n\n正文。"),
      .ok("转载", opening + "reprint: true\n---\n\n# 血压多少算高\n\n正文。"),
      .ok("一行里写明", opening + "---\n\n# 血压多少算高\n\n正文。\n\n编辑：吴倩　医学审核：心内科 主任医师 周强"),
      .ok("一句话里写明", opening + "---\n\n# 血压多少算高\n\n正文。\n\n（本文由心内科主任医师周强审核）"),
      .flags("没有审核人", opening + "---\n\n# 血压多少算高\n\n正文。"),
      .flags(
        "作者自己审核",
        opening + "author: 内科 医师 李敏\nreviewer: ⟦内科 医师 李敏⟧\n---\n\n# 血压多少算高\n\n正文。"
      ),
    ]
  ) { draft in
    guard let kepu = try KepuDraft(draft), kepu.isDeclared else { return [] }
    guard let reviewer = kepu.reviewer else {
      guard !namesSomebody(draft, behind: reviewing) else { return [] }
      return [
        whole(
          "没有专业审核人：请写「审核：」加职称和姓名",
          "no reviewer: add 审核：, rank and name",
          kepu.severity(.warning)
        )
      ]
    }
    if offices.stands(in: reviewer.string), !ranks.stands(in: reviewer.string) {
      let message = Localized(
        "审核人「\(reviewer.string)」不是专业人员：请由专业人员审核，写明科室和职称",
        "the reviewer \(reviewer.string) is not of the trade: name department and rank of one who is"
      )
      return [Fault(range: 0..<0, message: message, source: reviewer.source)]
    }
    guard reviewer.string == kepu.author?.string else { return [] }
    let message = Localized("审核人和作者是同一人，请换一位专业人员审核", "author and reviewer are the same person")
    return [Fault(range: 0..<0, message: message, source: reviewer.source)]
  }

  private static let date = FamilyRule(
    "health-claim/date-missing",
    .error,
    summary: Localized("科普没有日期", "health education without a date"),
    why: Localized(
      "医学知识会更新，没有发布或更新日期，读者不知道是否过时。",
      "Medical knowledge changes; without a date readers cannot tell whether it is out of date."
    ),
    basis: [Basis("health-science-opinion-2022", ""), Basis("health-science-guide-2015", "")],
    patterns: [dated],
    cases: [
      .ok("有日期", opening + "---\n\n# 血压多少算高\n\n正文。"),
      .ok("写在文末", "---\nclass: kepu\n---\n\n# 血压多少算高\n\n正文。\n\n审核日期：2026年1月5日"),
      .flags("没有日期", "---\nclass: kepu\n---\n\n# 血压多少算高\n\n正文。"),
    ]
  ) { draft in
    guard let kepu = try KepuDraft(draft), kepu.isDeclared, kepu.date == nil,
      draft.fact(PublishDay.self).ground == .today, try dated.matches(in: draft).isEmpty
    else { return [] }
    return [whole("没有发布日期或更新日期", "no date of publication or revision", kepu.severity(.error))]
  }

  private static let dated = gated("(?:更新|修订|审核|审校|发布|撰写|成稿)(?:日期|时间)\\s*[:：]?\\s*20[0-9]{2}")

  private static let outdated = FamilyRule(
    "health-claim/outdated",
    .suggestion,
    summary: Localized("科普很久没有复核", "health education not reviewed for long"),
    why: Localized(
      "超过两年（疫苗、传染病、用药一年）没有复核的科普，应先核对现行指南。",
      "After two years, one for vaccines, infections and drugs, check it against current guidelines."
    ),
    basis: [Basis("health-science-opinion-2022", "")],
    cases: [
      .ok("今年的", opening + "---\n\n# 血压多少算高\n\n正文。"),
      .flags("多年以前", "---\nclass: kepu\ndate: ⟦2019-03-01⟧\n---\n\n# 血压多少算高\n\n正文。"),
    ]
  ) { draft in
    guard let kepu = try KepuDraft(draft), kepu.isDeclared, let date = kepu.date else { return [] }
    let day = draft.fact(PublishDay.self).day
    let months = (draft.today.year - day.year) * 12 + draft.today.month - day.month
    let isFast = draft.draft.title.map { fastTopics.stands(in: $0.text, of: draft.text) } ?? false
    guard months > (isFast ? 12 : 24) else { return [] }
    let message = Localized(
      "距今已 \(months) 个月，请核对现行指南后写明审核日期",
      "\(months) months old: check current guidelines and add the date of review"
    )
    return [Fault(range: 0..<0, message: message, source: date.source)]
  }

  private static let fastTopics = LiteralSet(["疫苗", "接种", "传染", "流感", "用药", "新冠", "药物"])

  private static let audience = FamilyRule(
    "health-claim/audience-missing",
    .suggestion,
    summary: Localized("科普没有写明适用人群", "no readers named"),
    why: Localized("健康建议因人而异，写明适用人群才不会误用。", "Advice differs; say for whom it is."),
    basis: [Basis("health-science-opinion-2022", "")],
    patterns: [readers],
    cases: [
      .ok("元数据里有", opening + "---\n\n# 血压多少算高\n\n正文。"),
      .ok("正文里有", "---\nclass: kepu\n---\n\n# 血压多少算高\n\n适用人群：成人高血压患者。"),
      .flags("没有", "---\nclass: kepu\n---\n\n# 血压多少算高\n\n正文。"),
    ]
  ) { draft in
    guard let kepu = try KepuDraft(draft), kepu.ground == .stated, kepu.metadata["audience"] == nil,
      try readers.matches(in: draft).isEmpty
    else { return [] }
    return [
      whole("没有写明适用人群，例如「适用人群：成人高血压患者」", "say for whom it is: 适用人群：…", .suggestion)
    ]
  }

  private static let readers = gated("适用人群|适合人群|适宜人群|适用对象|读者对象|本文适合|本文面向|目标人群")

  private static let machine = FamilyRule(
    "health-claim/ai-text-unlabelled",
    .error,
    summary: Localized("人工智能生成的内容没有标识", "text of a machine without a label"),
    why: Localized(
      "人工智能生成、合成的内容须有显著标识，并由专业人员审核。",
      "Text made by a machine is labelled and reviewed by someone of the trade."
    ),
    basis: [Basis("ai-label-measures", "第十条"), Basis("kepu-negative-list", "")],
    patterns: [machineLabel],
    cases: [
      .ok("有标识", "---\nai: true\n---\n\n# 血压多少算高\n\n本文由人工智能辅助生成，经心内科审核。"),
      .ok("讲人工智能的新闻", "# 人工智能辅助诊断启用\n\n正文。"),
      .flags("没有标识", "---\nai: true\n---\n\n# 血压多少算高\n\n正文。"),
    ]
  ) { draft in
    let metadata = draft.draft.metadata
    guard metadata["ai"] != nil || metadata["aiGenerated"] != nil,
      try draft.fact(DocumentClass.self).flags.contains(.aiGenerated),
      try machineLabel.matches(in: draft).isEmpty
    else { return [] }
    return [
      whole("请在文首标明「本文由人工智能辅助生成，经……审核」", "label the text as made with a machine", .error)
    ]
  }

  private static let machineLabel = gated(
    "(?:内容|本文|文字|文章|文案|图文)[^。]{0,8}(?:AI|人工智能)[^。]{0,8}(?:生成|创作|撰写|辅助)|(?:AI|人工智能)(?:辅助)?(?:生成|创作)"
  )

  private static let chineseMedicine = FamilyRule(
    "health-claim/tcm-scope",
    .warning,
    summary: Localized("中医科普不是中医人员写的", "Chinese medicine by someone of another trade"),
    why: Localized(
      "中医药知识宣传应当由中医药专业人员进行。",
      "Knowledge of Chinese medicine is told by those trained in it."
    ),
    basis: [Basis("tcm-law", "第四十六条")],
    cases: [
      .ok("中医师写的", opening + "author: 中医科 主治医师 李敏\n---\n\n# 艾灸怎么做\n\n正文。"),
      .flags("口腔科医师写的", opening + "author: ⟦口腔科 主治医师 李敏⟧\n---\n\n# 艾灸怎么做\n\n正文。"),
    ]
  ) { draft in
    guard let title = draft.draft.title, therapies.stands(in: title.text, of: draft.text),
      let kepu = try KepuDraft(draft, mayGuess: true), let author = kepu.author,
      ranks.stands(in: author.string),
      !trained.stands(in: author.string + (kepu.reviewer?.string ?? ""))
    else { return [] }
    let message = Localized(
      "作者和审核人都不是中医药人员，请由中医药人员撰写或审核",
      "neither author nor reviewer is of Chinese medicine: have it written or reviewed by one"
    )
    return [Fault(range: 0..<0, message: message, source: author.source)]
  }

  private static let therapies = LiteralSet([
    "针灸", "艾灸", "刮痧", "拔罐", "膏方", "药膳", "体质辨识", "三伏贴", "三九贴", "推拿",
  ])
  private static let trained = LiteralSet([
    "中医", "针灸", "推拿", "中药", "中西医", "治未病", "康复", "国医", "药剂", "药师", "药学",
  ])

  private static func whole(_ zh: String, _ en: String, _ severity: Severity) -> Fault {
    Fault(range: 0..<0, message: Localized(zh, en), severity: severity, source: SourceRange(0, 0))
  }

  /// Whether a line at an end of the draft tells the author's rank, as WeChat pages do in a card.
  private static func introducesAuthor(_ draft: ScannedDraft) -> Bool {
    namesSomebody(draft, behind: signs)
  }

  /// Whether a line at an end of the draft has one of the words and a rank.
  private static func namesSomebody(_ draft: ScannedDraft, behind words: LiteralSet) -> Bool {
    let visible = draft.draft.blocks.prefix { !$0.isHidden }
    return (visible.prefix(12) + visible.suffix(12)).contains { block in
      block.text.count <= 900 && words.stands(in: block.text, of: draft.text)
        && ranks.stands(in: block.text, of: draft.text)
    }
  }

  private static let reviewing = LiteralSet(["审核", "审校", "审定", "审订", "审稿", "审阅"])

  private static let signs = LiteralSet([
    "作者", "撰文", "撰稿", "供稿", "专家简介", "专家介绍", "医生简介", "文/", "文：", "文｜", "文丨", "主讲", "本期专家",
  ])
}
