import ChineseText
import Linting
import Reading

/// Quotations that nobody is named for, and such as are too long.
enum Quotations {
  static let all: [any Rule] = [unattributed, length]
}

extension Quotations {
  private static let unattributed = FamilyRule(
    "citation/quote-unattributed",
    .warning,
    summary: Localized("大段引文没有说是谁的话", "a long quotation that nobody is named for"),
    why: Localized(
      "引用别人的话要写明说话的人或出处；没有出处的引文无法核对。",
      "A quotation names the speaker or the work; without it nobody can check the words."
    ),
    basis: [
      Basis("wechat-account-management", "六、3"), Basis("website-management", "四、（六）1"),
      Basis("copyright-law", "第二十四条"),
    ],
    cases: [
      .ok("写明出处", "> 健康所系，性命相托。我志愿献身医学，热爱祖国，忠于人民。\n>\n> ——《医学生誓言》"),
      .ok("说话的人", "患者说：“\(long)。”"),
      .ok("提示框", "> **温馨提示**：就诊请带好身份证、医保卡和以往的检查报告，提前二十分钟到诊室签到。"),
      .ok("前面有说话的人", "林医师从医三十年。\n\n“\(long)。”\n\n这一天很长。"),
      .flags("一整段话", "大家正在整理器材。\n\n考核每季度一次，全员参加。\n\n⟦“\(long)。”⟧\n\n当晚还有一场忙碌。"),
      .flags("引用块没有出处", "大医治病，重在用心。\n\n> ⟦凡治病必当安神定志，无欲无求，先有慈悲之心，而后才去救人疾苦。⟧\n\n这是医者的本分。"),
      .flags("一段话", "有一段话说得很实在：⟦“\(long)。”⟧"),
      .ok("作者在原文里", "蓝予在原文中写道：“\(long)。”"),
      .flags("不知哪里写的", "会议材料写道：⟦“\(long)。”⟧"),
    ]
  ) { draft in
    let passages = draft.fact(QuotedPassages.self).all
    guard !passages.isEmpty else { return [] }
    let citations = draft.fact(Citations.self)
    return try passages.compactMap { passage in
      guard passage.count >= (passage.isBlock ? 20 : 30),
        !citations.marks.contains(where: { passage.holdsMark($0, in: draft) }),
        try passage.isBlock
          ? isAnonymous(block: passage, in: draft)
          : isAnonymous(inline: passage, in: draft)
      else { return nil }
      return Fault(range: passage.range, message: .nobody)
    }
  }

  private static let long = "各科室要持续改进服务流程，把每一项措施落到实处，让群众满意，让患者放心，让职工安心"

  /// Words between quotation marks are a fault only behind such as name no speaker: 有人写道, 材料指出.
  private static func isAnonymous(inline passage: QuotedPassage, in draft: ScannedDraft) throws
    -> Bool
  {
    let block = draft.draft.blocks[passage.blocks.lowerBound]
    if passage.range.lowerBound == block.text.lowerBound,
      passage.range.upperBound + 3 >= block.text.upperBound, block.kind == .paragraph
    {
      return try standsAlone(passage, in: draft)
    }
    let sentence = draft.sentence(at: passage.range.lowerBound)
    let before =
      max(
        block.text.lowerBound,
        min(sentence.lowerBound, passage.range.lowerBound)
      )..<passage.range
      .lowerBound
    guard try anonymous.matches(before, of: draft.text),
      try !anybody.matches(before, of: draft.text)
    else { return false }
    let start = draft.sentence(at: max(block.text.lowerBound, before.lowerBound - 1)).lowerBound
    let lead = max(block.text.lowerBound, min(start, before.lowerBound))..<before.lowerBound
    let rest = passage.range.upperBound..<max(passage.range.upperBound, block.text.upperBound)
    let next = draft.draft.rounded(rest.lowerBound..<min(rest.upperBound, rest.lowerBound + 120))
    return try !anybody.matches(lead, of: draft.text) && !anybody.matches(next, of: draft.text)
  }

  /// Whether nobody who could have said it stands in the paragraphs around one that is nothing but a quotation.
  private static func standsAlone(_ passage: QuotedPassage, in draft: ScannedDraft) throws -> Bool {
    // A portrait has one speaker throughout.
    if try draft.fact(DocumentClass.self).isAmong([.interview]) { return false }
    let index = passage.blocks.lowerBound
    let blocks = draft.draft.blocks
    guard index > 0, index - 1 != draft.draft.titleBlock, blocks.indices.contains(index + 1) else {
      return false
    }
    return try blocks[max(0, index - 2)...min(index + 2, blocks.count - 1)].enumerated().allSatisfy
    {
      try max(0, index - 2) + $0.offset == index
        || !speaker.matches($0.element.text, of: draft.text)
    }
  }

  private static let speaker = SentenceTest(
    "[“”]|[：:]\\s*$|说|表示|介绍|告诉|回忆|坦言|感慨|笑|[问答]|写|他|她|我|您|患者|病人|家属|老人|主任|医生|护士|医师|药师|院长|教授|书记|先生|女士|同志|老师|记者|[大阿][爷妈姨叔]|奶奶|爷爷|母亲|父亲|妈妈|爸爸|孩子|队员|村医"
  )

  private static let anonymous = SentenceTest(
    "(?:材料|文件|(?<![在的])文章|(?<![在原其该此])文中|(?<!在)书中|(?<!在)书上|报道|资料|有人|网友|网上|有一段话|一段话|一句话|名言|有位(?:专家|学者|作家|哲人)|一位(?:专家|学者|作家|哲人|名人)"
      + "|有专家|专家|学者|古人|前人|先贤|名人)[^，。；]{0,8}(?:指出|强调|表示|认为|写道|写着|提到|要求|说道?|称|讲)(?:过|的)?[：:，,]?\\s*$"
      + "|(?:一段话|几句话|一句话|一番话|段子|(?<![他她我您你]的)话)(?:说|写|讲)得[^，。；“]{1,8}[：:，,]?\\s*$"
      + "|(?:有|看到|听到|听过)(?:这么|这样)?(?:一?[句段番])话[：:，,]\\s*$"
      + "|(?:流传着?|读到|看到|见到|抄下|摘录|借用|送给大家|分享给大家)(?:了|过|着)?(?:这样|这么|如下)?(?:的)?(?:一?[段句席番]|几句)(?:话|文字)?[^，。；“]{0,8}[：:，,]?\\s*$"
  )

  private static func isAnonymous(block passage: QuotedPassage, in draft: ScannedDraft) throws
    -> Bool
  {
    let blocks = draft.draft.blocks
    let prose = draft.text
    // What opens or closes the page is a lead or a note of the editor's.
    guard let before = blocks[..<passage.blocks.lowerBound].lastIndex(where: isRead),
      before != draft.draft.titleBlock,
      let behind = blocks[passage.blocks.upperBound...].firstIndex(where: isRead),
      blocks[before].headingLevel == nil
    else { return false }
    let text = prose.span.extracting(passage.range)
    if try named.matches(text) || callout.matches(text) { return false }
    for index in [before, behind] {
      let range = blocks[index].text
      let isBefore = index == before
      let near =
        isBefore
        ? max(range.lowerBound, range.upperBound - 240)..<range.upperBound
        : range.lowerBound..<min(range.upperBound, range.lowerBound + 160)
      let part = draft.draft.rounded(near)
      if try named.matches(part, of: draft.text) || introduced.matches(part, of: draft.text) {
        return false
      }
    }
    return true
  }

  private static func isRead(_ block: Block) -> Bool { !block.isHidden && !block.isCode }

  /// A work, a person, an organisation, a sign of origin.
  private static let named = SentenceTest(
    "《|——|－－|--|摘自|引自|出自|选自|来源|源自|作者|原文|文/|网站|官网|https?://"
  )
  private static let introduced = SentenceTest(
    "(?:说|道|称|讲|问|答|言|指出|强调|表示|认为|介绍|提到|要求|回忆|建议|提醒|规定|如下)[^，。；]{0,6}[：:]?\\s*$"
      + "|[：:]\\s*$|(?:先生|女士|医生|医师|主任|院长|教授|患者|家属|老人|同志|护士|记者)"
  )
  /// Boxes with advice, service and the writer's own words.
  private static let callout = SentenceTest(
    "^[\\s\\p{So}\\p{Sk}*【\\[]*(?:温馨|提示|提醒|注意|小贴士|贴士|要点|重点|划重点|记住|导语|编者|摘要|阅读|本文|备注|说明|警告|重要|特别|附|注|关于|背景"
      + "|概述|总结|小结|结论|问|答|Q|A|[\\p{Han}]{2,10}[：:])"
      + "|请|您|你|我们|我院|本院|我科|本科|不要|勿|务必|可以|应当?|建议|需要|避免|及时|如果|若|如有|电话|地址|时间|门诊|[0-9０-９]|[？?]"
  )
  private static let anybody = SentenceTest(
    "《|——|他|她|我|患者|病人|家属|老人|孩子|母亲|父亲|妈妈|爸爸|先生|女士|医生|医师|护士|主任|院长|教授|书记|局长|科长|所长|部长|市长|县长|镇长|主席|总理"
      + "|同志|老师|队长|组长|站长|护士长|负责人|发言人|记者|国家|省|市|县|委|局|部|院|会(?!议材料)|法|办法|条例|规定|通知|意见|方案|来信|信中|网站|公众号"
  )

  private static let length = FamilyRule(
    "copyright/quotation-length",
    .warning,
    summary: Localized("引用他人的文字过长", "a quotation that is too long"),
    why: Localized(
      "适当引用不需要许可，整段照录就不是适当引用了；超过500字或占全文三成以上的引文应概述，或取得授权。",
      "Fair quoting needs no licence, copying at length does: sum up what exceeds 500 characters or a third."
    ),
    basis: [Basis("wechat-account-management", "六、3"), Basis("copyright-law", "第二十四条")],
    cases: [
      .ok("短引文", "> 凡治病必当安神定志。\n>\n> ——摘自《甲书》"),
      .ok("法规条文", "> 第一条 " + String(repeating: "医师应当依法执业，遵守规范。", count: 42)),
      .flags("整段照录", "前言。\n\n> ⟦" + String(repeating: "大医治病，必当安神定志。", count: 50) + "⟧\n\n后记。"),
    ]
  ) { draft in
    let passages = draft.fact(QuotedPassages.self).all.filter { $0.isBlock || $0.count > 500 }
    guard passages.contains(where: { $0.count > 100 }) else { return [] }
    let foreign = try passages.filter {
      try !ownOrLaw.matches($0.range, of: draft.text)
    }
    if let longest = foreign.first(where: { $0.count > 500 }) {
      return [Fault(range: longest.range, message: .tooLong(longest.count))]
    }
    let blocks = foreign.filter(\.isBlock)
    let quoted = blocks.reduce(0) { $0 + $1.count }
    guard quoted > 150, let first = blocks.max(by: { $0.count < $1.count }) else { return [] }
    let text = draft.text
    let whole = draft.draft.blocks.reduce(0) { sum, block in
      block.isHidden || block.isCode
        ? sum : sum + visibleCount(text.span.extracting(block.text))
    }
    guard quoted * 10 > whole * 3, try isFromElsewhere(first, in: draft) else { return [] }
    return [Fault(range: first.range, message: .tooMuch(quoted * 100 / max(whole, 1)))]
  }

  private static let ownOrLaw = SentenceTest(
    "第[一二三四五六七八九十百]+条|我院|本院|我科|本科室|我们医院"
  )

  /// Whether a quotation, or what stands right behind it, says that it is another's.
  private static func isFromElsewhere(_ passage: QuotedPassage, in draft: ScannedDraft) throws
    -> Bool
  {
    let blocks = draft.draft.blocks
    let end = min(passage.blocks.upperBound, blocks.count - 1)
    let range =
      passage.range.lowerBound..<max(passage.range.upperBound, blocks[end].text.upperBound)
    return try origin.matches(range, of: draft.text)
  }

  private static let origin = SentenceTest("摘自|引自|出自|选自|来源|转自|作者|——\\s*《?[\\p{Han}]")
}

extension QuotedPassage {
  /// Whether a mark stands in the passage or right behind it.
  fileprivate func holdsMark(_ mark: CitationMark, in draft: ScannedDraft) -> Bool {
    mark.range.lowerBound >= range.lowerBound && mark.range.lowerBound <= range.upperBound + 6
  }
}

extension Draft {
  /// A part of the prose, shortened to whole characters.
  fileprivate func rounded(_ range: Range<Int>) -> Range<Int> {
    var start = max(range.lowerBound, 0)
    var end = min(range.upperBound, text.count)
    while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<max(start, end)
  }
}

extension Localized {
  fileprivate static let nobody = Self(
    "这段引文没有写明是谁的话、出自哪里",
    "the quotation names neither speaker nor work"
  )

  fileprivate static func tooLong(_ count: Int) -> Self {
    Self(
      "连续引用了 \(count) 字，宜概述并注明出处，或取得授权",
      "a quotation of \(count) characters: sum it up, or have a licence"
    )
  }

  fileprivate static func tooMuch(_ share: Int) -> Self {
    Self(
      "引文约占全文的 \(share)%，宜概述并注明出处，或取得授权",
      "quotations make up \(share)% of the text: sum them up, or have a licence"
    )
  }
}
