import ChineseText
import Linting
import Reading

// What a draft's class is told by where the draft does not say it.
extension DocumentClass {
  /// The class that the name of a class or of a column tells.
  static func named(_ name: String) -> Kind? {
    columnWords.first { $0.words.stands(in: name) }?.kind
  }

  /// Whether the number of an examined medical advertisement stands among the first or the last lines.
  static func bearsAdvertNumber(_ draft: ScannedDraft) throws -> Bool {
    guard advertWords.mayStand(in: draft.grams) else { return false }
    for index in ends(of: draft) {
      let range = draft.draft.blocks[index].text
      guard advertWords.stands(in: range, of: draft.text) else { continue }
      if try advertNumber.matches(range, of: draft.text) { return true }
    }
    return false
  }

  /// The class that the title or the first and the last lines look like.
  static func guess(_ draft: ScannedDraft) -> Kind? {
    if let title = draft.draft.title {
      for (kind, words) in titleWords where words.stands(in: title.text, of: draft.text) {
        return kind
      }
    }
    if isSignedAndDated(draft) { return .notice }
    let sells =
      sellingWords.mayStand(in: draft.grams)
      && ends(of: draft).contains {
        sellingWords.stands(in: draft.draft.blocks[$0].text, of: draft.text)
      }
    return sells ? .service : nil
  }

  /// The first and the last dozen visible blocks.
  private static func ends(of draft: ScannedDraft) -> [Int] {
    let visible = draft.draft.blocks.prefix { !$0.isHidden }.count
    return Array(0..<min(12, visible)) + Array(max(12, visible - 12)..<max(12, visible))
  }

  /// Whether the last two lines are the name of an office and a date.
  private static func isSignedAndDated(_ draft: ScannedDraft) -> Bool {
    let blocks = draft.draft.blocks.prefix { !$0.isHidden }.suffix(2)
    guard blocks.count == 2, let name = blocks.first, let date = blocks.last,
      name.text.count <= 90, date.text.count <= 45, name.headingLevel == nil,
      let token = draft.scan.tokens(in: date.text).first,
      token.kind == .date, token.range.lowerBound == date.text.lowerBound,
      date.text.upperBound - token.range.upperBound <= 3
    else { return false }
    return draft.stands(offices, before: name.text.upperBound)
  }

  private static let offices = Phrases("院 中心 局 委员会 委 科 办公室 办 部 站 所 委会 公司 学会 协会")
  private static let advertWords = LiteralSet(["医广", "广告审查证明"])
  private static let advertNumber = SentenceTest(
    "医广\\s*[（(【\\[〔][^）)】\\]〕]{0,12}[）)】\\]〕]\\s*第?\\s*[0-9０-９\\-—]{2,}"
      + "|广告审查证明(?:文号|编号)?\\s*[:：]?\\s*[^\\s，。]{0,12}[0-9]{4,}"
  )
  private static let sellingWords = LiteralSet([
    "优惠价", "特价", "限时", "抢购", "套餐价", "仅需", "预约热线", "订购热线", "扫码下单", "立即购买",
  ])

  private static let columnWords = words([
    (.recruit, "recruit 招聘 人才引进 诚聘"),
    (.procure, "procure 采购 招标 中标 招投标 询价"),
    (.ad, "advert 广告"),
    (.kepu, "kepu 科普 健康教育 健康知识 健康讲堂 健康课堂 养生 健康促进 用药指导 疾病预防 防病知识 健康提示"),
    (.policy, "policy 政策 法规 解读"),
    (.notice, "notice 通知 公告 通告"),
    (.publicity, "publicity 公示"),
    (.qa, "互动 答复 问答 留言 咨询回复"),
    (.interview, "interview 人物 专访 访谈 风采 专题报道"),
    (.service, "service 就医 就诊 专家介绍 科室介绍 科室导航 医院简介 医院概况 便民服务 出诊 门诊安排"),
    (.news, "news 动态 新闻 要闻 快讯 资讯 工作信息 媒体"),
  ])

  /// In the order in which they are asked: 招聘公告 is about posts, not a notice to patients.
  private static let titleWords = words([
    (.recruit, "招聘 人才引进 诚聘 招募工作人员 招录"),
    (.procure, "采购 招标 中标 成交结果 询价 比选 磋商公告 谈判公告 流标 废标"),
    (.publicity, "公示"),
    (.policy, "解读 管理办法 实施方案 工作方案 实施细则 条例"),
    (.qa, "答复 的回复 留言 网友问 信箱"),
    (.notice, "通知 公告 通告 启事 停诊 停电 停水 公开信 告知书 安排表 倡议书"),
    (.interview, "专访 访谈 对话 人物 风采 走近"),
    (
      .news,
      "举行 举办 召开 荣获 喜获 获评 揭牌 签约 调研 慰问 莅临 圆满 顺利 成功实施 成功开展 成功救治 成功完成 获批 座谈 考察 授牌 入选 启用 "
        + "走进 来院 来我院 赴 培训班 开班 结业 开幕 闭幕 揭幕 启动 开诊 完成首 首例 义诊 落户 表彰 竞赛 大赛 我院开展 我院组织"
    ),
    (.service, "简介 介绍 出诊 坐诊 门诊时间 就诊指南 就医指南 预约挂号 入院须知 住院须知 名医 体检套餐 新技术"),
    (
      .kepu,
      "科普 误区 辟谣 谣言 真相 如何 怎么 怎样 为什么 为何 小知识 小贴士 知识 预防 防护 饮食 注意 护理 这些 哪些 几招 科学 正确 识别 "
        + "远离 警惕 当心 别再 吗？ 吗? 是什么 什么是 养生 健康 用药 防治 自救 信号 征兆 提醒 症状 保健 食谱 多少"
    ),
  ])

  private static func words(_ pairs: [(Kind, String)]) -> [(kind: Kind, words: LiteralSet)] {
    pairs.map { ($0, LiteralSet($1.unicodeScalars.split(separator: " ").map(String.init))) }
  }
}
