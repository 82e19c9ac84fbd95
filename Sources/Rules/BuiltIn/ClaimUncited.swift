import ChineseText
import Linting
import Reading

/// Flags statistics about diseases and people that nothing says the source of.
struct ClaimUncited: Rule {
  let info = RuleInfo(
    id: "citation/claim-uncited",
    summary: Localized("统计数字没有注明出处", "a statistic without a source"),
    why: Localized(
      "引用发病率、死亡人数等数据应注明出处；没有出处的数字无法核实，也容易过时。",
      "Rates and numbers of cases state their source; without it nobody can check them."
    ),
    basis: [
      Basis("website-management", "四、（六）1"), Basis("wechat-account-management", "六、3"),
    ],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("数字后有标注", "我国成人高血压患病率为27.5%[1]。\n\n## 参考文献\n\n1. 《中国心血管健康与疾病报告2022》。"),
    .ok("本院自己的数据", "我院住院患者压疮检出率为0.2%，较去年下降。"),
    .ok("检验值、室温、浓度", "血糖7.0 mmol/L，室温25℃，用75%酒精擦拭，专项经费增长5%。"),
    .ok("本地筛查的结果", "本次对老年人开展筛查，高血压检出率为41%。"),
    .flags("劝人筛查", "家里人的⟦感染率高达30%⟧，所以筛查要趁早。"),
    .flags("汉字数字", "⟦我国一年里新添的胃癌患者超过三十五万⟧。"),
    .flags("患病率", "⟦我国成人高血压患病率为27.5%⟧。"),
    .flags("风险倍数", "吸烟者患肺癌⟦风险增加10倍⟧。"),
    .ok("说的是别人不许这样写", "根据《医疗广告管理办法》，“治愈率98%”一类的说法不得出现。"),
    .flags("多少人里有几成", "农村⟦老年人里患高血压的已经突破六成⟧。"),
    .flags("人群比例", "⟦每10个成人中就有1个⟧糖尿病患者。"),
    .flags("多少患者里有几个", "⟦每3个过敏性鼻炎患者里，就有1个⟧会发展成哮喘。"),
    .flags("几成老人", "65岁以上的⟦老人每年有三到四成⟧跌倒过。"),
    .flags("第几位", "跌倒⟦是老年人受伤的首位原因⟧。"),
    .flags("已经过半", "全国青少年⟦近视的比例已经过半⟧。"),
    .flags("几千万", "骨质疏松⟦患者超过九千万⟧。"),
    .flags("比例过半", "幽门螺杆菌在成年人里的⟦感染比例接近一半⟧。"),
    .ok("吃几分饱", "晚饭七成饱，蔬菜占一半。"),
    .flags("全国的比率", "⟦全国农村自来水普及率已达到94%⟧。"),
    .flags("每几名就有几名", "我国成年人里，⟦每10名就有3名⟧高血压患者。"),
    .flags("由什么引起的占几成", "夏季的感染性腹泻，由病毒⟦引起的占60%以上⟧。"),
  ]

  var patterns: [GatedPattern] { Self.claimPatterns + Self.others }

  var triggers: Triggers { .patterns(Self.claimPatterns) }

  /// Whether statistics without a source are errors in health education.
  var isStrict = false

  func configured(by options: inout RuleOptions) -> Self {
    var rule = self
    rule.isStrict = options.bool("strict") ?? isStrict
    return rule
  }

  func check(_ draft: ScannedDraft) throws -> [Finding] {
    let claims = try draft.fact(StatisticClaims.self).all
    guard !claims.isEmpty else { return [] }
    let support = try CitationSupport(draft)
    let vague = try draft.fact(VagueSources.self).hits
    return try claims.compactMap { claim in
      let sentence = draft.sentence(at: claim.range.lowerBound)
      // A vague source in the sentence is the same fault; its own rule names it.
      guard !vague.contains(where: { sentence.contains($0.range.lowerBound) }),
        try !support.covers(claim.range)
      else { return nil }
      var finding = finding(.uncited, at: claim.range, in: draft)
      if claim.isWeak {
        finding.severity = .suggestion
      } else if isStrict, try draft.fact(DocumentClass.self).isDeclared([.kepu]) {
        finding.severity = .error
      }
      return finding
    }
  }

  /// What states a statistic.
  static let claimPatterns = [
    rate, risk, count, share, shareOfGroup, nationwide, among, portion, cause, leading,
  ]
}

/// The statistics of a draft that need a source, one a sentence at most; matches that touch are one.
struct StatisticClaims: DraftFact {
  struct Claim {
    var range: Range<Int>
    var isWeak: Bool
  }

  private(set) var all: [Claim] = []

  init(_ draft: ScannedDraft) throws {
    var found: [Claim] = []
    for pattern in ClaimUncited.claimPatterns {
      for match in try pattern.matches(in: draft)
      where try ClaimUncited.isClaim(match, of: pattern, in: draft) {
        let isWeak =
          pattern.pattern == ClaimUncited.share.pattern
          || pattern.pattern == ClaimUncited.shareOfGroup.pattern
        found.append(Claim(range: match, isWeak: isWeak))
      }
    }
    for claim in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let last = all.last,
        draft.sentence(at: last.range.lowerBound).contains(claim.range.lowerBound)
      else {
        all.append(claim)
        continue
      }
      all[all.count - 1].isWeak = last.isWeak && claim.isWeak
      if claim.range.lowerBound <= last.range.upperBound {
        let end = max(last.range.upperBound, claim.range.upperBound)
        all[all.count - 1].range = last.range.lowerBound..<end
      }
    }
  }
}

extension ClaimUncited {
  fileprivate static func isClaim(
    _ match: Range<Int>,
    of pattern: GatedPattern,
    in draft: ScannedDraft
  ) throws
    -> Bool
  {
    guard let block = draft.block(at: match.lowerBound), isJudged(block) else { return false }
    let sentence = draft.sentence(at: match.lowerBound)
    if try exempt.matches(sentence, of: draft.text) { return false }
    if try Guards.lawText.matches(sentence, of: draft.text) { return false }
    if draft.scan.span(covering: match, of: [.quotation]) != nil,
      try quoted.matches(sentence, of: draft.text)
    {
      return false
    }
    if try whole.matches(match, of: draft.text) { return false }
    if [count, cause, shareOfGroup, portion].contains(where: { $0.pattern == pattern.pattern }),
      try !health.matches(sentence, of: draft.text)
    {
      return false
    }
    if pattern.pattern == nationwide.pattern,
      try !health.matches(sentence, of: draft.text), try !welfare.matches(match, of: draft.text)
    {
      return false
    }
    return !namesOwner(sentence, in: draft)
  }

  /// What stands in headings, captions, cells and lists of references has other rules.
  private static func isJudged(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph, .listItem: block.context.isDisjoint(with: [.references, .captionStyle])
    case .title, .heading, .tableCell, .caption, .code, .note, .hidden: false
    }
  }

  /// Whether a sentence speaks of the organisation that the draft comes from.
  private static func namesOwner(_ sentence: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let owner = draft.draft.metadata["source"]?.string.trimmingBlanks else { return false }
    let suffixes = ["医院", "卫生院", "卫生服务中心", "保健院", "卫生局", "疾病预防控制中心"]
    let names = suffixes.compactMap { suffix in
      owner.firstRange(of: suffix).map { String(owner[..<$0.upperBound]) }
    }
    let text = draft.draft.string(in: sentence)
    return names.contains { $0.count > 2 && text.contains($0) }
  }
}

extension ClaimUncited {
  private static let number = "[0-9０-９]+(?:[.．][0-9０-９]+)?\\s?"
  /// C009 of the handbook.
  private static let rate = gated(
    "(?:(?:我国|全国|全球|世界|全省|全市|全县)[^。；，,]{0,14})?(?:发病率|患病率|死亡率|病死率|检出率|知晓率|控制率|复发率|转移率|治愈率|有效率|保护率"
      + "|感染率|患者(?:人数|数量)|发病人数|死亡人数|(?:患病|感染|发病|检出|死亡|漏诊|复发|近视|肥胖|吸烟|携带|确诊)(?:者|的)?(?:比例|占比|比率)|流行率|阳性率|漏诊率|误诊率|致残率|生存率|近视率|肥胖率|超重率|吸烟率|患龋率|龋患率|早产率|流产率|致死率|存活率|诊断率)"
      + "(?:[^。；，,0-9０-９]{0,16}|[^。；，,]{0,20}?(?:约?为|达到?|约|高达|超过|是|仅|占)\\s?)\(number)"
      + "(?:%|％|‰|/10万|例|人|万|亿|倍|成)"
      + "|(?:发病率|患病率|感染率|死亡率|病死率|检出率|知晓率|控制率|复发率|转移率|治愈率|有效率|保护率|生存率|存活率|近视率|肥胖率|超重率|吸烟率|致残率|(?:患病|感染|发病|检出|近视|肥胖|吸烟|携带|失眠|抑郁|超重|贫血)(?:的)?(?:比例|占比|比率))"
      + "[^。；，,0-9０-９]{0,6}?(?:达到?|为|是|约|超过?|近|接近|高达|不足|不到|仅|只有|有)[^。；，,0-9０-９]{0,3}?(?:[一二三四五六七八九两][成半]|[一二三四五六七八九十]分之[一二三四五]|百分之[一二三四五六七八九十]{1,4}|一半|半数|过半)"
  )
  /// C010 of the handbook.
  private static let risk = gated(
    "(?:风险|概率|几率|可能性|危险)(?:会|将|可|可能)?(?:增加|升高|上升|提高|降低|下降|减少|高出|是[^。，,]{1,10}的)[^。；，,]{0,8}"
      + "(?:\(number)|[一二两三四五六七八九十]+\\s?)(?:%|％|倍|成(?![一-龥]))"
  )
  /// C011 of the handbook.
  private static let count = gated(
    "(?:我国|全国|全球|世界|中国|全省|全市|每年)[^。；]{0,14}?(?:约|有|超|近|达|新发|死于|患有)[^。；0-9０-９]{0,8}"
      + "\(number)(?:万人|亿人|万例|万|亿|%|％|例|人)"
      + "|(?:我国|全国|全球|世界|中国|全省|全市|每年)[^。；]{0,14}?(?:约|有|超过?|近|达到?|高达|突破|新发|死于)[^。；，,0-9０-９]{0,4}[一二三四五六七八九十百千两几]{1,6}[多余]?(?:万|亿)"
      + "|(?:患者|病人|感染者|携带者|烟民)(?:人数|数量|总数)?(?:已|已经)?(?:约|有|超过?|近|达到?|高达|突破)[^。；，,0-9０-９]{0,4}(?:\(number)|[一二三四五六七八九十百千两几]{1,6}[多余]?)(?:万|亿)"
  )
  /// C012 of the handbook.
  fileprivate static let share = gated(
    "每[0-9０-９一二两三四五六七八九十百千万]+\\s?(?:个|名|位)?(?:人中|人里|人就有|人有"
      + "|(?:女性|男性|儿童|成人|成年人|孕妇|老人|老年人|患者|青少年|中学生|小学生|学生)(?:当?中|里)?就?有|就有)(?:就?有)?[^。；，,]{0,6}?"
      + "[0-9０-９一二两三四五六七八九十]+(?:个|名|位|例|人)?"
  )
  /// The same of those who have an illness: 每3个过敏性鼻炎患者里，就有1个.
  fileprivate static let shareOfGroup = gated(
    "每[0-9０-９一二两三四五六七八九十百千万]+\\s?(?:个|名|位|例)(?:[^。；，,0-9]{0,14}?(?:人|者|儿|孩子|女性|男性|儿童|成人|妇女|老人|学生|居民|患儿|孕妇))"
      + "(?:(?:当?中|里头?|里面|之中)?[，,]?(?:大约|约|差不多|至少|平均)?(?:就有|便有|会有|就会有)|中有|里有|中约有|里约有|里面有|中，有|里，有)(?:近|约|大约|至少|超过)?[^。；，,]{0,6}?[0-9０-９一二两三四五六七八九十]+\\s?(?:个|名|位|例|人)"
  )
  /// What holds for the whole country, whatever it is a rate of.
  private static let nationwide = gated(
    "(?:我国|全国|全球|世界)[^。；，,0-9]{2,20}率[^。；，,0-9]{0,6}?(?:达到?|超过?|为|约|是|只有|仅|不足|升至|降至|到了?|接近)[^。；，,0-9]{0,3}\(number)[%％‰]"
  )
  /// Rates besides those of health that a hospital has from others.
  private static let welfare = SentenceTest(
    "自来水|饮水|卫生|厕所|疫苗|接种|参保|签约|出生|生育|结婚|老龄|体检|筛查|健康|素养|医保|建档|献血|锻炼|喂养|住院|就诊|戒烟|急救|听力"
  )
  private static let quoted = SentenceTest("说法|用语|字样|一类|之类|宣传|措辞|表述")
  private static let among = gated(
    "(?:老年人|老人|成年人|成人|中年人|儿童|孩子|学生|女性|妇女|男性|居民|村民|年轻人|孕妇|患者|病人)(?:群体)?(?:里头?|中间?|当中|之中)[^。；，,]{0,12}?"
      + "(?:患|得|查出|近视|失眠|肥胖|超重|缺)[^。；，,]{0,12}?(?:占|达|超|突破|接近|将近|约|过)[了到过]{0,2}[^。；，,]{0,3}?"
      + "(?:[0-9.]+\\s?[%％]|[一二三四五六七八九][成半]|一半|半数|[一二三四五六七八九十]+分之[一二三四五六七八九十]+)"
  )
  /// How many of some people have or do something: 老人每年有三到四成跌倒, 三分之一的上班族不吃早饭.
  private static let portion = gated(
    "(?:老年人|老人|成年人|成人|中年人|儿童|孩子|学生|女性|妇女|男性|孕妇|患者|病人|上班族|年轻人|青少年|新生儿|产妇|人群|的人)(?:群体)?(?:当?中|里头?|之中)?[，,]?(?:每年|一生中?)?[，,]?(?:大约|约|至少|就)?有[^。；，,0-9]{0,4}?"
      + "(?:[0-9.]+\\s?[%％]|[一二三四五六七八九](?:[到至、][一二三四五六七八九])?成[半多]?|[一二三四五六七八九十]+分之[一二三四五六七八九十]+|一半|半数)(?!以上?的?补)"
      + "|(?:老年人|老人|成年人|成人|儿童|孩子|学生|女性|妇女|男性|孕妇|患者|病人|青少年|年轻人)(?:就|要|竟)?占(?:了|到|比)?(?:约|超过?|近|将近|接近)?(?:[0-9.]+\\s?[%％]|[一二三四五六七八九]成[半多]?|[一二三四五六七八九十]+分之[一二三四五六七八九十]+|一半|半数)"
      + "|(?:患病|感染|发病|检出|近视|肥胖|超重|吸烟|失眠|抑郁)[^。；，,0-9]{0,4}?(?:比例|比率|占比|率)(?:就|都|也|已经?|早已|早就){0,2}(?:过半|过了?半数|超过?一半|超半数)"
      + "|(?:[一二三四五六七八九十]+分之[一二三四五六七八九十]+|(?:超过?|将近|接近|近|约)(?:一半|半数|[一二三四五六七八九]成)|[一二三四五六七八九]成(?:以上|左右|多)?)的(?:老年人|老人|成年人|成人|中年人|儿童|孩子|学生|女性|妇女|男性|孕妇|患者|病人|上班族|年轻人|青少年|产妇|居民|家庭)"
  )
  /// The place of a cause among others: 第一大死因, 受伤的首位原因.
  private static let leading = gated(
    "(?:是|为|成为|居|列|占)[^。；，,]{0,20}?(?:首位|第[一二三]位|第[一二三]大|头号|首要)的?(?:死因|死亡原因|致死原因|致残原因|致盲原因|致病原因|病因|伤害原因|伤害死因|原因|杀手|癌症|恶性肿瘤)"
      + "|(?:死因|死亡原因|致死原因|致残原因|致盲原因|发病率|死亡率|恶性肿瘤)(?:的)?(?:首位|第[一二三]位)"
  )
  /// What a disease comes from, in how many cases.
  private static let cause = gated(
    "(?:引起|导致|所致|造成|引发)的[^。；，,0-9０-９]{0,10}?占(?:到|了|比)?[^。；，,0-9０-９]{0,10}?\(number)[%％](?:以上|左右)?"
      + "|\(number)[%％](?:以上)?的[^。；，,]{2,14}?[由与跟和因][^。；，,]{1,16}?(?:引起|导致|所致|造成|引发|有关|相关)"
  )
  /// What other scanners of the rule look for.
  private static let others = [CitationSupport.wholeSource] + VagueSource.phrases.map(\.pattern)

  /// Own data, goals, public holidays, suppositions, news of disasters.
  private static let exempt = SentenceTest(
    "服务(?!中心|站|点|台|窗口|热线|电话)|接诊|惠及|救治|收治|诊疗|受益|人次|(?<!没有|未|不能|能)覆盖|筛查(?:出|了|[^。，；]{0,6}[0-9])|(?:开展|组织|完成|进行|此次|本次)[^。；]{0,8}筛查|我院|本院|我科|本科室|我县医院|本机构|我中心|本中心|我市医院|放假|法定|目标|力争|争取|确保|计划到|到20\\d\\d年|如果|假设|假如|地震|强震|坍塌|风暴|冲突|袭击|洪灾|火灾|林火|台风|空袭|相撞"
  )
  private static let whole = SentenceTest("(?<![0-9.])100\\s?[%％]$")
  /// Counts of people matter here where they are about health.
  private static let health = SentenceTest(
    "患|病|症|癌|瘤|感染|死亡|死于|发作|确诊|中风|卒中|梗死|梗塞|心梗|骨折|近视|肥胖|超重|残疾|失能|吸烟|烟民|饮酒|孕产|分娩|早产"
      + "|出生缺陷|自杀|抑郁|失眠|跌倒|溺水|中毒|过敏|炎|痛|流产|耳聋|听力|失明|猝死|不孕|自闭|孤独症|带菌|携带者|睡眠|障碍|高血压|血糖|血脂|打鼾|龋|脱发|便秘|痴呆|慢阻肺|过劳|腹泻|呕吐|咳嗽|发热|哮喘|贫血|结石|尿酸|痛风|早搏|房颤|湿疹|荨麻疹"
  )
}

extension Localized {
  fileprivate static let uncited = Self(
    "统计数字没有注明出处：请写明发布单位和年份，或加文献标注",
    "the statistic has no source: name who published it and when, or add a citation mark"
  )
}
