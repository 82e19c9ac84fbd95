import ChineseText
import Linting
import Reading

/// Rules about the stops of whole paragraphs.
enum ParagraphStops {
  static let all: [any Rule] = [missingEnd, noStops, longSentence, exclamations]

  private static let missingEnd = FamilyRule(
    "punctuation/missing-final-stop",
    .warning,
    summary: Localized("段末没有句号", "a paragraph without its final stop"),
    why: Localized(
      "一句话说完要有句末点号；没有句号，像是没写完。",
      "A sentence that is over has its stop; without it the text looks cut off."
    ),
    basis: [Basis("gbt-15834", "4.1.3")],
    cases: [
      .ok(
        "署名、地址、口号",
        "撰文：王一，审核：李二，发布日期：2025年5月1日\n\n地址：青禾镇健康路1号，乘3路车到\n\n——摘自《青禾镇卫生院院志》，1978年第一卷，第12页，赤脚医生自编\n\n预防近视，从小做起"
      ),
      .ok("引出列表", "就诊时请带好以下证件，缺一不可，按先后顺序排好交给导诊员\n\n- 身份证\n- 医保卡"),
      .ok("末句是联系方式", "报名从即日起，名额有限，额满为止。联系人：王一，电话请拨总机转预防保健科"),
      .flags("前面有冒号", "他要求学生做到三件事：洗手、核对姓名、听患者把话说完，自己也这样做。年轻医生都说，跟着他先学会的是听人说⟦话⟧"),
      .flags("一个逗号", "复诊时请带上出院小结、检验报告和正在吃的药，并提前十分钟到诊室门口等⟦候⟧"),
      .flags("没有句号", "老人跌倒后不要急于扶起，先观察意识和呼吸，再拨打急救电⟦话⟧"),
    ]
  ) { draft in
    var faults: [Fault] = []
    for index in draft.draft.blocks.indices {
      if let fault = unfinished(index, in: draft) { faults.append(fault) }
    }
    return faults
  }

  private static let labels = Phrases(
    """
    撰文 作者 来源 编辑 审核 责编 校对 摄影 供稿 地址 电话 联系 咨询 时间 地点 监制 主办 承办 图 表 注 附 关键词 参考文献 \
    发布日期 通讯员 记者 单位 邮编 点击 扫码 长按 关注
    """
  )

  /// A paragraph of sentences that ends without a stop.
  private static func unfinished(_ index: Int, in draft: ScannedDraft) -> Fault? {
    let block = draft.draft.blocks[index]
    let range = block.text
    guard range.count >= 60, block.kind == .paragraph,
      let last = draft.scan.neighbour(before: range.upperBound, in: range), isHan(last.scalar),
      index != draft.draft.titleBlock, block.context.isDisjoint(with: asides),
      !draft.isForeign(at: range.lowerBound), !draft.scan.isOpaque(at: last.offset),
      !leads(index, in: draft), !goesOn(index, in: draft)
    else { return nil }
    let marks = draft.scan.marks(in: range)
    let commas = marks.count { $0.scalar == "，" }
    // Two commas, and no label, no column, no line break: running text.
    guard commas >= 2 || commas == 1 && asks(range, marks, in: draft), isRunning(marks, in: draft),
      !draft.stands(labels, at: range.lowerBound),
      draft.text.scalar(at: range.lowerBound) != "—",
      !draft.text[range].contains(0x0A),
      draft.text.firstOffset(of: lineBreak, in: range) == nil,
      draft.text.firstOffset(of: wideSpace, in: range) == nil
    else { return nil }
    let fix = draft.fix(
      Localized("补上句号", "add the full stop"),
      .unsafe,
      replacing: last.range,
      with: String(Character(last.scalar)) + "。"
    )
    let message = Localized("段末缺句号", "the paragraph lacks its full stop")
    return Fault(range: last.range, message: message, fix: fix)
  }

  /// Whether a paragraph with one comma is a sentence nevertheless: it lists things, and asks for something.
  private static func asks(_ range: Range<Int>, _ marks: ArraySlice<Mark>, in draft: ScannedDraft)
    -> Bool
  {
    range.count >= 75 && marks.contains { $0.scalar == "、" }
      && draft.text.contains(
        anyOf: ["，请", "请您", "请带", "请在", "请到", "，并", "，不要", "，应当", "，可以", "时请"],
        in: range
      )
  }

  /// Whether nothing parts the text in columns or labels: no colon, or sentences before the last one, which has
  /// a comma and no label of its own.
  private static func isRunning(_ marks: ArraySlice<Mark>, in draft: ScannedDraft) -> Bool {
    guard !marks.contains(where: { $0.scalar == "｜" }) else { return false }
    guard marks.contains(where: { $0.scalar == "：" }) else { return true }
    guard let stop = marks.last(where: { "。！？".unicodeScalars.contains($0.scalar) }) else {
      return false
    }
    return marks.contains { $0.offset > stop.offset && $0.scalar == "，" }
      && !draft.stands(labels, at: stop.range.upperBound)
  }

  private static let asides: Block.Context = [
    .table, .figure, .captionStyle, .references, .quote, .list,
  ]
  private static let lineBreak = "\u{2028}"
  private static let wideSpace = "\u{3000}"

  /// Whether the paragraph leads to a list, a table, code or a quotation.
  private static func leads(_ index: Int, in draft: ScannedDraft) -> Bool {
    guard index + 1 < draft.draft.blocks.count else { return false }
    let next = draft.draft.blocks[index + 1]
    return next.kind == .listItem || next.kind == .tableCell || next.kind == .code
      || next.context.contains(.quote)
  }

  /// Whether the next block begins with the mark that belongs here: one fault, and that rule's.
  private static func goesOn(_ index: Int, in draft: ScannedDraft) -> Bool {
    guard index + 1 < draft.draft.blocks.count else { return false }
    let next = draft.text.scalar(at: draft.draft.blocks[index + 1].text.lowerBound)
    return next.map { "，。；、：".unicodeScalars.contains($0) } ?? false
  }

  private static let noStops = FamilyRule(
    "punctuation/no-punctuation",
    .warning,
    summary: Localized("整段没有标点", "a paragraph without a mark"),
    why: Localized("长段文字没有标点，读者断不了句。", "Nobody can parse a long paragraph without marks."),
    basis: [Basis("gbt-15834", "4.1.3"), Basis("wechat-account-management", "六、1")],
    cases: [
      .ok("短段、名单", "高血压患者要坚持服药\n\n王一 李二 张三 赵四 钱五 孙六 周七 吴八 郑九 冯十 陈一 褚二 卫三 蒋四 沈五 韩六 杨七 朱八"),
      .ok("有标点", "高血压患者要坚持服药，不要自行停药；定期测量血压，少吃盐，多运动，戒烟限酒，心态平和，规律作息，定期复诊。"),
      .flags(
        "没有标点",
        "⟦高血压患者要坚持服药不要自行停药定期测量血压少吃盐多运动戒烟限酒心态平和规律作息定期到卫生院复诊⟧"
      ),
    ]
  ) { draft in
    let marks = draft.scan.marks
    var next = 0
    return draft.draft.blocks.compactMap { block in
      while next < marks.count, marks[next].offset < block.text.lowerBound { next += 1 }
      guard block.text.count >= 120,
        next == marks.count || marks[next].offset >= block.text.upperBound,
        block.kind == .paragraph, !draft.isForeign(at: block.text.lowerBound),
        draft.text[block.text].count(where: { $0 == 0x20 || $0 == 0x0A }) < 3,
        draft.scan.hanCount(in: block.text) >= 40,
        // The history of a statute is a line of dates.
        !draft.scan.tokens(in: block.text).contains(where: { $0.kind == .date })
      else { return nil }
      let message = Localized("这一段没有标点", "the paragraph has no mark")
      return Fault(range: block.text, message: message)
    }
  }

  private static let longSentence = FamilyRule(
    "punctuation/comma-splice-long",
    .suggestion,
    summary: Localized("一逗到底的长句", "a long sentence of commas only"),
    why: Localized(
      "一句话用七八个逗号连着说，读者抓不住重点，宜分成几句。",
      "A sentence of many commas loses the reader; divide it."
    ),
    basis: [Basis("gbt-15834", "4.1.3"), Basis("wechat-account-management", "六、1")],
    triggers: .marks("，"),
    cases: [
      .ok("有分号、有句号", String(repeating: "多喝水，勤洗手，常通风，早睡早起，少吃盐；", count: 6) + "好。"),
      .ok("顿号列举", "包括" + String(repeating: "高血压、糖尿病、冠心病、", count: 10) + "脑卒中。"),
      .flags(
        "逗号到底",
        "⟦" + String(repeating: "多喝温开水并注意休息，", count: 10) + "早睡早起。⟧"
      ),
    ]
  ) { draft in
    longSentences(in: draft)
  }

  private static let pauses: MarkSet = "，。！？；：“（"
  private static let shouts: MarkSet = "！"

  /// Sentences by their stops: the marks tell, so no text is read where they are near each other.
  private static func longSentences(in draft: ScannedDraft) -> [Fault] {
    var faults: [Fault] = []
    var commas = 0
    var start = -1
    for mark in draft.scan.marks(among: pauses) {
      switch mark.scalar {
      case "，":
        if commas == 0 { start = mark.offset }
        commas += 1
      case "。", "！", "？", "；", "：", "“", "（":
        if mark.scalar == "。", commas > 8, mark.offset - start < 1200,
          let fault = splice(from: start, to: mark, commas, in: draft)
        {
          faults.append(fault)
        }
        commas = 0
      default: continue
      }
    }
    return faults
  }

  private static func splice(
    from comma: Int,
    to stop: Mark,
    _ commas: Int,
    in draft: ScannedDraft
  ) -> Fault? {
    guard let block = draft.block(at: stop.offset), block.text.contains(comma),
      block.context.isDisjoint(with: [.table, .references, .foreign])
    else { return nil }
    let sentence = draft.sentence(at: comma)
    let count = countedLength(of: sentence, in: draft.text, mode: .word)
    guard count > 100 else { return nil }
    let message = Localized(
      "一句话 \(count) 个字、\(commas) 个逗号，宜分成几句",
      "a sentence of \(count) characters and \(commas) commas: divide it"
    )
    return Fault(range: sentence, message: message)
  }

  private static let exclamations = FamilyRule(
    "punctuation/exclamation-density",
    .suggestion,
    summary: Localized("叹号用得太多", "too many exclamation marks"),
    why: Localized("叹号处处都有，就没有语气了；信息发布宜平实。", "Where every sentence exclaims, none does."),
    basis: [Basis("gbt-15834", "4.3.3.3")],
    triggers: .marks(shouts),
    cases: [
      .ok("偶尔一个", "快来接种！" + String(repeating: "接种后留观30分钟。", count: 40)),
      .ok("短文", "加油！加油！"),
      .ok("对话", String(repeating: "小唐：快来人啊！\n\n阿梅：按！接着按，等除颤器说话。\n\n", count: 12)),
      .flags(
        "连着几句",
        "大家注意⟦！⟧流感来了！快打疫苗！早打早放心！" + String(repeating: "接种后请留观三十分钟再离开。", count: 22)
      ),
    ]
  ) { draft in
    // A pile is one mark, and a fault of another rule.
    var end = -1
    let marks = draft.scan.marks(among: shouts).filter { mark in
      defer { end = mark.range.upperBound }
      return mark.offset != end && !isLine(at: mark.offset, of: draft)
    }
    // One in a hundred characters of three bytes.
    guard let first = marks.first, marks.count > 3, draft.text.count >= 900,
      marks.count * 300 > draft.text.count
    else { return [] }
    let message = Localized(
      "全文有 \(marks.count) 个叹号，宜改为句号",
      "\(marks.count) exclamation marks: write full stops"
    )
    return [Fault(range: first.range, message: message)]
  }

  /// Whether a block opens with its speaker, as the lines of a play do: `小唐：（尖叫）快来人啊！`.
  private static func isLine(at offset: Int, of draft: ScannedDraft) -> Bool {
    guard let block = draft.block(at: offset) else { return false }
    let end = min(block.text.upperBound, block.text.lowerBound + 18)
    return draft.scan.marks(in: block.text.lowerBound..<end).first?.scalar == "："
  }
}
