import ChineseText
import Linting
import Reading

/// Rules about what stands between title marks, and in which marks.
enum BookTitles {
  static let all: [any Rule] = [nonWork, nested, angles]

  private static let nonWork = FamilyRule(
    "punctuation/book-title-nonwork",
    .warning,
    summary: Localized("书名号里不是作品", "title marks around what is no work"),
    why: Localized(
      "书名号标作品和文件；课程、活动、奖项、机构、药品不用书名号。",
      "Title marks are for works and documents, not for courses, events, prizes, bodies or drugs."
    ),
    basis: [Basis("gbt-15834", "4.15.3"), Basis("gbt-15834", "A.13.1")],
    triggers: .marks("《"),
    cases: [
      .ok("文件和报刊", "《健康中国行动（2019—2030年）》《医疗机构管理条例》《关于开展义诊活动的通知》《健康报》。"),
      .ok("名称像活动的文件", "学习《传染病防治法》活动，《“健康中国2030”规划纲要》《健康讲座管理办法》《出生医学证明管理规定》。"),
      .flags("活动、教室", "把⟦《深山巡诊》⟧活动固定下来，地点在⟦《三楼阶梯教室》⟧。", fixed: "把“深山巡诊”活动固定下来，地点在“三楼阶梯教室”。"),
      .flags(
        "主题活动、物品",
        "开展⟦《健康敲门》⟧主题党日活动，送去20份⟦《健康包》⟧。",
        fixed: "开展“健康敲门”主题党日活动，送去20份“健康包”。"
      ),
      .ok("学习作品的活动", "开展学习《健康中国的故事》主题党日活动。"),
      .flags("工程、品牌", "考察了⟦《百草园》⟧工程。", fixed: "考察了“百草园”工程。"),
      .flags("证照", "请带⟦《医师执业证书》⟧复印件。", fixed: "请带“医师执业证书”复印件。"),
      .flags("课程、奖章", "讲授⟦《急救知识课程》⟧，荣获⟦《全国五一劳动奖章》⟧。", fixed: "讲授“急救知识课程”，荣获“全国五一劳动奖章”。"),
      .flags("卡", "持⟦《电子健康卡》⟧取号。", fixed: "持“电子健康卡”取号。"),
    ]
  ) { draft in
    draft.brackets.pairs.compactMap { pair in
      guard pair.open.scalar == "《", pair.close.scalar == "》", pair.depth == 0 else { return nil }
      if let room = rooms.start(in: draft.text, before: pair.close.offset),
        room >= pair.inside.lowerBound
      {
        return notWork(pair, noun: room, in: draft)
      }
      guard !draft.text.contains(anyOf: works, in: pair.inside),
        draft.text.scalar(before: pair.close.offset) != "法"
      else { return nil }
      if draft.stands(undertakings, at: pair.close.range.upperBound),
        !draft.stands(studying, before: pair.open.offset)
      {
        return notWork(pair, named: undertakings, in: draft)
      }
      let kind = kinds.start(in: draft.text, before: pair.close.offset)
      guard let noun = kind ?? papers.start(in: draft.text, before: pair.close.offset),
        noun >= pair.inside.lowerBound
      else { return nil }
      var fault = notWork(pair, noun: noun, in: draft)
      if kind == nil { fault.severity = .suggestion }
      return fault
    }
  }

  private static let kinds = Phrases(
    """
    活动 会议 讲座 课程 课题 奖状 奖章 组织奖 一等奖 二等奖 三等奖 特等奖 优秀奖 鼓励奖 贡献奖 优胜奖 商标 品牌 医院 卫生院 学会 公司 公众号 小程序 疗法 胶囊 注射液 口服液 颗粒剂 \
    宣传周 活动周 健康周 宣传月 活动月 健康月 宣传日 主题日 开放日 运动会 健康卡 就诊卡 诊疗卡 社保卡 一卡通 培训班 训练营 夏令营 比赛 大赛 竞赛 峰会 义诊 体检 健康包 礼包 急救包 药箱 服务包 爱心包 防疫包 热线 专线
    """
  )
  private static let rooms = Phrases("教室 会议室 报告厅 礼堂 诊室 病区 服务台 收费处 大厅")
  /// Statutes write these in title marks, against the standard.
  private static let papers = Phrases(
    "许可证 执业证 资格证 资格证书 执业证书 合格证 合格证书 健康证 营业执照 接种证 出生医学证明 残疾人证 身份证 户口簿 毕业证 毕业证书"
  )
  private static let works: [String] = [
    "条例", "办法", "规定", "通知", "意见", "方案", "规划", "纲要", "指南", "共识", "标准", "规范", "公告", "手册", "报告",
    "目录", "名录", "细则", "章程", "协议", "走进", "我的", "一家",
  ]

  /// What a name in title marks is said to be, right behind them.
  private static let undertakings = Phrases(
    """
    工程 品牌 专项行动 服务队 志愿队 活动 项目 计划 大赛 比赛 义诊 主题活动 主题党日 主题团日 主题教育 系列活动 专题活动 公益活动 \
    公益项目 志愿服务 公益行动 惠民活动 便民活动 竞赛 夏令营 训练营
    """
  )
  /// Behind these a work is what people study: 学习《…》活动.
  private static let studying = Phrases("学习 学 宣传 贯彻 落实 解读 阅读 诵读 观看 围绕 结合 普及 宣讲 宣贯")

  private static func notWork(_ pair: MarkPair, noun: Int, in draft: ScannedDraft) -> Fault {
    notWork(pair, draft.draft.string(in: noun..<pair.close.offset), in: draft)
  }

  private static func notWork(
    _ pair: MarkPair,
    named words: Phrases,
    in draft: ScannedDraft
  ) -> Fault {
    let start = pair.close.range.upperBound
    return notWork(
      pair,
      draft.draft.string(in: start..<(words.end(in: draft.text, at: start) ?? start)),
      in: draft
    )
  }

  private static func notWork(_ pair: MarkPair, _ word: String, in draft: ScannedDraft) -> Fault {
    let fix = draft.fix(
      Localized("改为引号", "use quotes"),
      .unsafe,
      replacing: [(pair.open.range, "“"), (pair.close.range, "”")]
    )
    let message = Localized(
      "「\(word)」不是作品，不用书名号",
      "\(word) is no work and takes no title marks"
    )
    return Fault(range: pair.range, message: message, fix: fix)
  }

  private static let nested = FamilyRule(
    "punctuation/book-title-nested",
    .error,
    summary: Localized("书名号里面又用双书名号", "《》 directly inside 《》"),
    why: Localized("书名号套用时，外面用《》，里面用〈〉。", "Of nested title marks the outer are 《》, the inner 〈〉."),
    basis: [Basis("gbt-15834", "4.15.3.5")],
    triggers: .marks("《"),
    cases: [
      .ok("规范的套用", "《关于贯彻〈疫苗管理法〉的通知》，《关于〈关于《甲法》的决定〉的说明》。"),
      .ok("并列", "《甲法》《乙法》。"),
      .flags("双套双", "《关于贯彻⟦《疫苗管理法》⟧的通知》", fixed: "《关于贯彻〈疫苗管理法〉的通知》"),
    ]
  ) { draft in
    let pairs = draft.brackets.pairs
    return pairs.indices.compactMap { index in
      let pair = pairs[index]
      guard pair.open.scalar == "《", pair.close.scalar == "》", pair.depth > 0,
        encloser(of: index, among: pairs)?.open.scalar == "《"
      else { return nil }
      let fix = draft.fix(
        Localized("里面改为〈〉", "use 〈〉 inside"),
        .safe,
        replacing: [(pair.open.range, "〈"), (pair.close.range, "〉")]
      )
      let message = Localized("书名号里面的书名号用「〈〉」", "title marks inside title marks are 〈〉")
      return Fault(range: pair.range, message: message, fix: fix)
    }
  }

  /// The pair of title marks right around another; pairs stand in the order of their closing marks.
  private static func encloser(of index: Int, among pairs: [MarkPair]) -> MarkPair? {
    let start = pairs[index].open.offset
    // A title has few brackets; a hostile text has many.
    for pair in pairs[(index + 1)...].prefix(64) where pair.open.offset < start {
      if pair.open.scalar == "《" || pair.open.scalar == "〈" { return pair }
    }
    return nil
  }

  private static let angles = FamilyRule(
    "punctuation/book-title-angle",
    .error,
    summary: Localized("书名号写成了小于号、大于号", "signs of comparison for title marks"),
    why: Localized("书名号是《》，不用<<>>和«»代替。", "Title marks are 《》, not << >> or « »."),
    basis: [Basis("gbt-15834", "4.15.2")],
    triggers: .marks(openAngles),
    cases: [
      .ok("比较和数值", "HR<60次/分，<18岁，＜5 mm，P<0.01，5<6且8>7。"),
      .ok("外文的引号", "« bonjour »"),
      .flags("双尖括号", "是⟦<<漕溪报>>⟧登的。", fixed: "是《漕溪报》登的。"),
      .flags(
        "里面有年份和括号",
        "见⟦<<异地就医服务指引（2025年版）>>⟧和⟦<<“健康中国2030”规划纲要>>⟧。",
        fixed: "见《异地就医服务指引（2025年版）》和《“健康中国2030”规划纲要》。"
      ),
      .flags("尖括号", "请看⟦«健康教育处方»⟧。", fixed: "请看《健康教育处方》。"),
    ]
  ) { draft in
    var end = -1
    return draft.scan.marks(among: openAngles).compactMap { mark in
      guard mark.offset >= end, let close = closing(mark.scalar),
        !draft.scan.isOpaque(at: mark.offset),
        let title = title(from: mark, to: close, in: draft)
      else { return nil }
      end = title.range.upperBound
      return title
    }
  }

  private static let openAngles: MarkSet = "<＜«"

  private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "<": ">"
    case "＜": "＞"
    case "«": "»"
    default: nil
    }
  }

  /// A title between the marks: of two Han and more where they are doubled, else of four.
  private static func title(
    from open: Mark,
    to close: Unicode.Scalar,
    in draft: ScannedDraft
  ) -> Fault? {
    let text = draft.text
    var start = open.range.upperBound
    let isDoubled = text.scalar(at: start) == open.scalar
    if isDoubled { start += UTF8.width(open.scalar) }
    var index = start
    var count = 0
    while let scalar = text.scalar(at: index), index - start < 150,
      isHan(scalar) || isDoubled && isOfTitle(scalar)
    {
      index += UTF8.width(scalar)
      if isHan(scalar) { count += 1 }
    }
    guard count >= (isDoubled ? 2 : 4), text.scalar(at: index) == close else { return nil }
    var end = index + UTF8.width(close)
    if text.scalar(at: end) == close { end += UTF8.width(close) }
    let form = "《" + draft.draft.string(in: start..<index) + "》"
    let message = Localized("书名号应为「《》」", "title marks are 《》")
    return draft.fault(at: open.offset..<end, message, writing: form, .safe)
  }

  /// What stands in the names of documents beside Han: `（2025年版）`, `“健康中国2030”`.
  private static func isOfTitle(_ scalar: Unicode.Scalar) -> Bool {
    isAlphanumeric(scalar) || "（）()“”·—-、".unicodeScalars.contains(scalar)
  }
}
