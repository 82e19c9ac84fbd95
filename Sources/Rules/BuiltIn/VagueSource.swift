import ChineseText
import Linting
import Reading

/// Flags sources that nobody can find: 有研究表明, 专家指出, 据媒体报道, 听说.
struct VagueSource: Rule {
  let info = RuleInfo(
    id: "citation/vague-source",
    summary: Localized("出处含糊", "a source that nobody can find"),
    why: Localized(
      "「有研究表明」「据说」没有说是谁、什么时候、在哪里说的，读者无从核实；来源不明的信息不予上传。",
      "“Studies show” tells neither who nor when nor where; information of unknown origin is not published."
    ),
    basis: [
      Basis("website-management", "四、（六）1"), Basis("wechat-account-management", "六、3"),
    ],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("有刊物、年份和标注", "2023年发表于《中华肝脏病杂志》的一项队列研究[2]提示风险下降。\n\n## 参考文献\n\n2. 《甲》。"),
    .ok("有机构和年份", "国家疾控局2025年数据显示，近视率下降；张主任指出，户外活动要坚持。"),
    .ok("辟谣", "网传“喝醋软化血管”是谣言。"),
    .ok("读者来问", "问：听说西药伤肝，要不要换成保健品？\n\n答：不要换。"),
    .ok("情况说明", "# 关于网传停诊的情况说明\n\n今天上午，网上流传我院停诊的信息。"),
    .ok("词里碰巧有这两个字", "根据传染病防治法，根据说明书服药；出生医学证明到妇产科办理。"),
    .ok("不许这样写", "科普稿件不得只写“研究表明”或“据专家介绍”，应当写清刊物和年份。"),
    .flags("据统计", "⟦据统计，⟧城里的孩子比农村孩子更容易对花粉过敏。"),
    .ok("本次活动的数字", "据统计，本次义诊共为320名居民测量血压。"),
    .flags("只有学校的名字", "⟦哈佛大学研究发现⟧，常吃洋葱能多活十年。"),
    .ok("学校和刊物", "哈佛大学研究人员发表于《柳叶刀》的文章提示风险下降。"),
    .flags("只说国外、网友", "⟦国外权威杂志指出⟧，咖啡能护肝。\n\n有⟦网友爆料⟧，食堂吃出虫子。"),
    .flags("没有说哪项研究", "⟦有研究表明⟧，喝咖啡能护肝。"),
    .flags("许多研究", "许多⟦研究都证明⟧，练太极能防跌倒。"),
    .flags("一所大学", "⟦国外一所大学跟踪了上千人，发现⟧晚睡的人更容易得胃溃疡。"),
    .flags("不少大夫", "⟦不少眼科大夫都说⟧，多晒太阳就不近视。"),
    .flags("哪国的学者", "⟦新加坡有学者做过⟧实验，每天户外两小时，近视少一半。"),
    .flags("有文章提出", "⟦有学术文章提出⟧，手脚凉的人更长寿。"),
    .flags("老一辈", "⟦老一辈中医都讲⟧，冬天泡脚赛吃补药。"),
    .flags("哪家机构", "⟦韩国的研究机构曾经测算⟧，室温每降一度，血压就升高一点。"),
    .flags("有人统计过", "⟦有人统计过，⟧常泡脚的人少感冒。"),
    .ok("说起一件事", "县里的几位医生说起这件事，都觉得方便了。"),
    .ok("有名有姓", "一位叫李敏的护士说，夜班要多走动。"),
    .flags("早就告诉我们", "科学⟦研究早就告诉我们⟧，虾皮补钙是笑话。"),
    .flags("业内都知道", "⟦业内都知道⟧，骨头汤里没多少钙。"),
    .flags("一直有人说", "⟦坊间一直有人说⟧，晒背能补钙。"),
    .flags("听人讲", "⟦听邻村的人讲，⟧贴膏药能让骨头长得快。"),
    .ok("生活里的话", "听邻居说，他一早就去排队了。"),
    .flags("道听途说", "⟦据说⟧这个办法特别灵。"),
  ]

  var patterns: [GatedPattern] { [CitationSupport.wholeSource] + Self.phrases.map(\.pattern) }

  var triggers: Triggers { .patterns(Self.phrases.map(\.pattern)) }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    try draft.fact(VagueSources.self).hits.filter { $0.rule == .vague }.map { hit in
      var finding = finding(.vague(draft.draft.string(in: hit.range)), at: hit.range, in: draft)
      finding.severity = hit.phrase.severity
      return finding
    }
  }
}

/// The vague sources of a draft, one a sentence.
struct VagueSources: DraftFact {
  struct Hit {
    let range: Range<Int>
    let phrase: VaguePhrase
    var rule: VaguePhrase.Rule
  }

  private(set) var hits: [Hit] = []

  init(_ draft: ScannedDraft) throws { try self.init(draft, ignoringList: false) }

  /// The hits; a list of references that no mark points to may be left out of account.
  init(_ draft: ScannedDraft, ignoringList: Bool) throws {
    let candidates = try Self.candidates(in: draft)
    guard !candidates.isEmpty else { return }
    let support = try CitationSupport(draft, ignoringList: ignoringList)
    for var hit in candidates {
      if let last = hits.last,
        draft.sentence(at: last.range.lowerBound).contains(hit.range.lowerBound)
      {
        continue
      }
      guard try Self.isFault(hit, in: draft, support: support) else { continue }
      hit.rule = try Self.rule(for: hit, in: draft)
      hits.append(hit)
    }
  }

  /// Matches of all phrases by place; of those that overlap the longest.
  private static func candidates(in draft: ScannedDraft) throws -> [Hit] {
    var found: [Hit] = []
    let phrases = VagueSource.phrases
    // A phrase has many parts, so it is not copied before it is found.
    for index in phrases.indices {
      for match in try phrases[index].pattern.matches(in: draft) {
        found.append(Hit(range: match, phrase: phrases[index], rule: phrases[index].rule))
      }
    }
    found.sort {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var end = 0
    return found.filter { hit in
      defer { end = max(end, hit.range.upperBound) }
      return hit.range.lowerBound >= end
    }
  }

  private static func rule(for hit: Hit, in draft: ScannedDraft) throws -> VaguePhrase.Rule {
    let sentence = draft.sentence(at: hit.range.lowerBound)
    if let test = hit.phrase.ruleGrants, try test.matches(sentence, of: draft.text) {
      return hit.phrase.rule
    }
    if let test = hit.phrase.ruleRefuses, try test.matches(sentence, of: draft.text) {
      return .vague
    }
    return hit.phrase.rule
  }

  private static func isFault(_ hit: Hit, in draft: ScannedDraft, support: CitationSupport) throws
    -> Bool
  {
    guard let block = draft.block(at: hit.range.lowerBound), isJudged(block),
      !draft.scan.isOpaque(at: hit.range.lowerBound)
    else { return false }
    let sentence = draft.sentence(at: hit.range.lowerBound)
    let before = sentence.lowerBound..<hit.range.lowerBound
    let after = hit.range.upperBound..<max(hit.range.upperBound, sentence.upperBound)
    if let test = hit.phrase.notBefore, try test.matches(before, of: draft.text) { return false }
    if let test = hit.phrase.notAfter, try test.matches(after, of: draft.text) { return false }
    if let test = hit.phrase.notIn, try test.matches(sentence, of: draft.text) { return false }
    if hit.phrase.yieldsToLaw, try Guards.lawText.matches(sentence, of: draft.text) { return false }
    if isMentioned(hit.range, in: draft) { return false }
    if hit.phrase.isSpeech, draft.scan.span(covering: hit.range, of: [.quotation]) != nil {
      return false
    }
    if hit.phrase.yieldsToDebunking, try Debunking(draft: draft).covers(hit.range.lowerBound) {
      return false
    }
    if hit.phrase.yieldsToOwner, try owner.matches(block.text, of: draft.text) { return false }
    if hit.phrase.severity == .error { return true }
    if hit.phrase.namesInVain { return try !support.leadsToSource(hit.range) }
    return try !support.covers(hit.range) && !refersBack(hit, sentence, in: draft, support: support)
  }

  /// Whether quotation marks hold the phrase and hardly more: 不得只写“研究表明” is about the words.
  private static func isMentioned(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let span = draft.scan.span(covering: range, of: [.quotation]) else { return false }
    return span.range.count <= range.count + 24
  }

  /// Whether a phrase at a sentence's start takes up the source that the block before has named.
  private static func refersBack(
    _ hit: Hit,
    _ sentence: Range<Int>,
    in draft: ScannedDraft,
    support: CitationSupport
  ) throws -> Bool {
    guard let test = hit.phrase.refersBack, try test.matches(hit.range, of: draft.text),
      draft.draft.string(in: sentence.lowerBound..<hit.range.lowerBound).visibleCount == 0,
      let index = draft.blockIndex(at: hit.range.lowerBound), index > 0
    else { return false }
    let before = draft.draft.blocks[index - 1]
    return try before.headingLevel == nil && support.namesSource(before.text)
  }

  private static func isJudged(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph, .listItem, .tableCell, .caption: !block.context.contains(.references)
    case .title, .heading, .code, .note, .hidden: false
    }
  }

  /// The organisation itself, or a person with a post, speaks in the paragraph.
  private static let owner = SentenceTest(
    "我院|本院|我科|本科室|我中心|本中心|我镇|我乡"
      + "|[\\p{Han}](?<![名位些请和与让对的是为任])(?:主任|院长|教授|医师|科长|所长|局长|书记|护士长|负责人)"
      + "|(?:主任|院长|教授|医师|科长|所长|局长|书记|护士长|负责人)[^。；，]{0,10}(?:介绍|说|表示|告诉|称|指出|提醒|讲|透露|坦言)"
  )
}

extension Localized {
  fileprivate static func vague(_ phrase: String) -> Self {
    Self(
      "「\(phrase)」没有说明是谁说的：请写明机构、出处和时间，或加文献标注",
      "“\(phrase)” names nobody: say who published it, where and when, or add a citation mark"
    )
  }
}
