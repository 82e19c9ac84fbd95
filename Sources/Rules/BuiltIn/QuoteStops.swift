import ChineseText
import Linting
import Reading

/// Rules about stops beside quotation marks, and about the marks themselves.
enum QuoteStops {
  static let all: [any Rule] = [stopPosition, commaInside, colonInside, cornerQuotes, overuse]

  private static let stopPosition = FamilyRule(
    "punctuation/quote-stop-position",
    .warning,
    summary: Localized("句号与后引号的位置不对", "a full stop on the wrong side of a closing quote"),
    why: Localized(
      "独立完整的引语，句号在引号里；只引一部分，引号里不用句号。",
      "A whole quotation keeps its stop inside; a part of a sentence has none inside."
    ),
    basis: [Basis("gbt-15834", "B.2.1")],
    triggers: .marks("“‘"),
    cases: [
      .ok("部分引用、疑问", "要做到“早发现、早治疗”。他发出“还能治好吗？”的疑问。就是“勤洗手”。"),
      .ok("完整引语、标语", "医生提醒：“按时服药。”口号是：“健康第一”，人人参与。"),
      .ok("另起一句", "都做到了“早发现、早治疗”。她说明天再来。"),
      .flags("后面有说话人", "“需要大家一起配合⟦”。⟧她说。", fixed: "“需要大家一起配合，”她说。"),
      .flags("内外都有", "他说：“按时服药。”⟦。⟧", fixed: "他说：“按时服药。”"),
      .flags("一句话", "她最想听到的一句话是：“这里像家一样⟦”。⟧", fixed: "她最想听到的一句话是：“这里像家一样。”"),
      .flags("该在里面", "医生提醒：“按时服药⟦”。⟧", fixed: "医生提醒：“按时服药。”"),
      .flags("讲的话", "老主任常对患者讲：“膝盖是用来走路的⟦”。⟧", fixed: "老主任常对患者讲：“膝盖是用来走路的。”"),
      .flags("该在外面", "要做到“早发现⟦。⟧”，早治疗。", fixed: "要做到“早发现”，早治疗。"),
    ]
  ) { draft in
    draft.quotes.pairs.compactMap { pair in
      guard pair.open.scalar == "“" || pair.open.scalar == "‘" else { return nil }
      return doubledStop(of: pair, in: draft) ?? outerStop(of: pair, in: draft)
        ?? innerStop(of: pair, in: draft) ?? stopBeforeSpeaker(of: pair, in: draft)
    }
  }

  /// A stop on both sides of the closing quote.
  private static func doubledStop(of pair: MarkPair, in draft: ScannedDraft) -> Fault? {
    let end = pair.close.range.upperBound
    guard draft.text.scalar(before: pair.close.offset) == "。", draft.text.scalar(at: end) == "。"
    else { return nil }
    let message = Localized("引号内外都有句号，只留一个", "a full stop inside and outside; keep one")
    return draft.fault(
      at: end..<end + 3,
      message,
      writing: "",
      pair.depth == 0 ? .safe : .unsafe,
      severity: .error
    )
  }

  private static let speech = Phrases(
    "说： 道： 提醒： 表示： 指出： 强调： 介绍： 告诉记者： 问： 回答： 解释： 建议： 呼吁： 叮嘱： 嘱咐： 坦言： 感慨： 感叹： 留言： 话是： 讲： 喊： 劝： 念叨： 告诫： 安慰： 鼓励："
  )

  /// A whole quotation whose stop stands outside.
  private static func outerStop(of pair: MarkPair, in draft: ScannedDraft) -> Fault? {
    let end = pair.close.range.upperBound
    guard pair.depth == 0, pair.inside.count >= 12, draft.text.scalar(at: end) == "。",
      draft.stands(speech, before: pair.open.offset),
      let last = draft.text.scalar(before: pair.close.offset), isHan(last) || isAlphanumeric(last)
    else { return nil }
    let range = pair.close.offset..<end + 3
    let message = Localized("完整的引语，句号应在引号里面", "a whole quotation keeps its full stop inside")
    let form = "。" + String(Character(pair.close.scalar))
    return draft.fault(at: range, message, writing: form, .unsafe)
  }

  private static let saying = Phrases("说。 说道。 笑道。 答道。 回忆道。 感慨道。 介绍说。 解释说。 补充说。")

  /// A stop behind a quotation that its speaker follows, as in `“…”。她说。`.
  private static func stopBeforeSpeaker(of pair: MarkPair, in draft: ScannedDraft) -> Fault? {
    let stop = pair.close.range.upperBound
    guard pair.depth == 0, pair.inside.count >= 12, draft.text.scalar(at: stop) == "。",
      let last = draft.text.scalar(before: pair.close.offset), isHan(last)
    else { return nil }
    var end = stop + 3
    for _ in 0..<6 {
      if draft.stands(saying, at: end) {
        let message = Localized(
          "说话人在后面，引语末尾用逗号，写在引号里面",
          "where the speaker follows, a comma ends the quotation inside"
        )
        let form = "，" + String(Character(pair.close.scalar))
        return draft.fault(at: pair.close.offset..<stop + 3, message, writing: form, .unsafe)
      }
      guard let next = draft.text.scalar(at: end), isHan(next) else { return nil }
      end += UTF8.width(next)
    }
    return nil
  }

  private static let speaking: Set<Unicode.Scalar> = [
    "说", "道", "问", "答", "喊", "叫", "为", "：", "，", "是",
  ]

  /// A part of a sentence that holds a stop.
  private static func innerStop(of pair: MarkPair, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard pair.depth == 0, text.scalar(before: pair.close.offset) == "。",
      let next = text.scalar(at: pair.close.range.upperBound), "，、；".unicodeScalars.contains(next),
      let before = draft.scalar(before: pair.open.offset), isHan(before), !speaking.contains(before)
    else { return nil }
    let stop = pair.close.offset - 3..<pair.close.offset
    guard
      draft.scan.marks(in: pair.inside.lowerBound..<stop.lowerBound).allSatisfy({
        $0.scalar != "。"
      })
    else { return nil }
    let message = Localized("只引一部分时，引号里不用句号", "a part of a sentence has no full stop inside")
    return draft.fault(at: stop, message, writing: "", .unsafe)
  }

  private static let speakers = Phrases("说 道 问 答 喊 叫 笑 告诉 表示 介绍 补充 解释 回忆 感慨 强调 坦言 叮嘱")

  private static let commaInside = FamilyRule(
    "punctuation/quote-before-comma",
    .suggestion,
    summary: Localized("引号里留了逗号，后面不是说话人", "a comma inside a quotation that no speaker follows"),
    why: Localized(
      "引语只作句子的一个成分时，末尾的逗号不在引号里。",
      "A quotation that is part of the sentence leaves no comma inside."
    ),
    basis: [Basis("gbt-15834", "B.2.1")],
    triggers: .marks("“‘「『"),
    cases: [
      .ok("说话中断", "“先量血压，”护士说，“再抽血。”"),
      .ok("中间写人做什么", "“我听过几千个人喊了，”她把被角掖好，“都是好听的。”“有一回，”洗衣房的小穗，用手语比着，“洗出一枚戒指。”"),
      .ok("逗号在外", "“洗手很重要”，这句话人人皆知。"),
      .flags("后面另有引号", "“洗手很重要⟦，⟧”这句话人人皆知，“戴口罩”同样如此。"),
      .flags("没有说话人", "“洗手很重要⟦，⟧”这句话人人皆知。", fixed: "“洗手很重要”这句话人人皆知。"),
    ]
  ) { draft in
    draft.quotes.pairs.compactMap { pair in
      let end = pair.close.range.upperBound
      guard draft.text.scalar(before: pair.close.offset) == "，", pair.inside.count > 3,
        let next = draft.text.scalar(at: end), isHan(next), !hasSpeaker(behind: end, in: draft),
        !goesOn(behind: end, in: draft)
      else { return nil }
      let comma = pair.close.offset - 3..<pair.close.offset
      let message = Localized("引号里的逗号多余", "the comma inside the quotation is one too many")
      return draft.fault(at: comma, message, writing: "", .unsafe)
    }
  }

  /// Whether a word of speaking stands in the clause from an offset on.
  private static func hasSpeaker(behind start: Int, in draft: ScannedDraft) -> Bool {
    var index = start
    for _ in 0..<16 {
      if draft.stands(speakers, at: index) { return true }
      guard let scalar = draft.text.scalar(at: index), isHan(scalar) else { return false }
      index += UTF8.width(scalar)
    }
    return true
  }

  /// Whether a comma leads back to the speech behind what is told from an offset on, as in
  /// `“先躺下，”她拉上帘子，“马上就好。”`.
  private static func goesOn(behind start: Int, in draft: ScannedDraft) -> Bool {
    guard let block = draft.block(at: start),
      let open = draft.text.firstOffset(of: "“", in: start..<block.text.upperBound),
      open - start <= 150, draft.text.scalar(before: open) == "，"
    else { return false }
    // A word in quotes is no speech.
    guard !draft.text.contains(anyOf: ["。", "！", "？", "”"], in: start..<open),
      let close = draft.text.firstOffset(of: "”", in: open..<block.text.upperBound)
    else { return false }
    return draft.text.scalar(before: close).map { "。！？…—".unicodeScalars.contains($0) } ?? false
  }

  private static let colonInside = FamilyRule(
    "punctuation/colon-after-shuo-mid",
    .warning,
    summary: Localized("说话中断处「某某说」后用了冒号", "a colon after a speaker amid a speech"),
    why: Localized(
      "一段话中间插入「某某说」，后面用逗号。",
      "Where the speaker interrupts the speech, a comma follows."
    ),
    basis: [Basis("gbt-15834", "B.1.5")],
    triggers: .marks("“‘「『"),
    cases: [
      .ok("逗号", "“放松，”护士说，“马上就好。”"),
      .ok("两段话", "“放松。”护士说：“马上就好。”"),
      .flags("冒号", "“放松，”护士说⟦：⟧“马上就好。”", fixed: "“放松，”护士说，“马上就好。”"),
    ]
  ) { draft in
    draft.quotes.pairs.compactMap { pair in
      draft.text.scalar(before: pair.close.offset) == "，"
        ? interruption(after: pair.close.range.upperBound, in: draft) : nil
    }
  }

  /// The colon of `护士说：“` right behind a quotation.
  private static func interruption(after start: Int, in draft: ScannedDraft) -> Fault? {
    guard let colon = draft.scan.marks(in: start..<start + 40).first, colon.scalar == "：",
      draft.text.scalar(at: colon.range.upperBound) == "“",
      draft.text.scalar(before: colon.offset) == "说"
        || draft.text.scalar(before: colon.offset) == "道",
      draft.blockIndex(at: start) == draft.blockIndex(at: colon.offset)
    else { return nil }
    let message = Localized("话没有说完，「说」后用逗号", "the speech goes on, so a comma follows")
    return draft.fault(at: colon.range, message, writing: "，", .safe)
  }

  private static let cornerQuotes = FamilyRule(
    "punctuation/quote-corner",
    .warning,
    summary: Localized("横排的简体文稿用了直角引号", "corner quotes in horizontal simplified text"),
    why: Localized(
      "横排文稿的引号是“”和‘’，「」用于竖排。",
      "Horizontal text quotes by “” and ‘’; 「」 are for vertical text."
    ),
    basis: [Basis("gbt-15834", "4.8.2")],
    triggers: .marks("「『"),
    cases: [
      .ok("弯引号、界面按钮", "“三高”人群，点「在看」。"),
      .ok("标明繁体的部分", "<p lang=\"zh-Hant\">「三高」人群。</p>"),
      .flags("直角引号", "⟦「三高」⟧人群。", fixed: "“三高”人群。"),
    ]
  ) { draft in
    draft.quotes.pairs.compactMap { pair in
      guard pair.open.scalar == "「" || pair.open.scalar == "『",
        !draft.isForeign(at: pair.open.offset), !draft.stands(buttons, at: pair.inside.lowerBound)
      else { return nil }
      return corner(pair, in: draft)
    }
  }

  private static let buttons = Phrases("在看 赞 分享 关注 收藏 阅读原文")

  private static func corner(_ pair: MarkPair, in draft: ScannedDraft) -> Fault {
    let isInner = draft.scan.span(covering: pair.range, of: [.quotation]) != nil
    let (open, close) = isInner ? ("‘", "’") : ("“", "”")
    let fix = draft.fix(
      Localized("改为\(open)\(close)", "use \(open)\(close)"),
      .safe,
      replacing: [(pair.open.range, open), (pair.close.range, close)]
    )
    let message = Localized("横排文稿的引号应为\(open)\(close)", "horizontal text quotes by \(open)\(close)")
    return Fault(range: pair.range, message: message, fix: fix)
  }

  private static let overuse = FamilyRule(
    "punctuation/quote-overuse",
    .suggestion,
    summary: Localized("引号用得太多", "too many words in quotes"),
    why: Localized(
      "引号标示特殊含义和需要强调的词，处处都用就没有了重点。",
      "Quotes mark special senses; where all is marked, nothing is."
    ),
    basis: [Basis("gbt-15834", "4.8.3.2")],
    triggers: .marks("“‘「『"),
    cases: [
      .ok("不多", "“三医”联动，“互联网+”服务。"),
      .ok("引语", "他说：“按时服药，定期复诊，不要自行停药。”"),
      .flags(
        "每个词都加",
        "⟦“微笑”⟧服务“贴心”护理“用心”治疗“暖心”导诊“细心”问诊“耐心”解释“爱心”陪伴“热心”帮助“真心”沟通。"
      ),
    ]
  ) { draft in
    let limit = 8
    guard draft.quotes.pairs.count > limit else { return [] }
    let short = draft.quotes.pairs.filter { $0.inside.count <= 18 }
    // Eight in five hundred characters of three bytes.
    guard let first = short.first, short.count > limit,
      short.count * 1500 > limit * draft.text.count
    else { return [] }
    let message = Localized(
      "全文有 \(short.count) 处短引号，宜只留有特殊含义的",
      "\(short.count) words stand in quotes; keep those of a special sense"
    )
    return [Fault(range: first.range, message: message)]
  }
}
