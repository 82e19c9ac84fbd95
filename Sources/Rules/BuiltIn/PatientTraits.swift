import ChineseText
import Linting
import SourceText

/// Rules about what makes a patient known without a full name.
enum PatientTraits {
  static let all: [any Rule] = [combination, reply]

  private static let age = PersonalPattern("[0-9] ?岁|[0-9]周岁")

  private static let combination = FamilyRule(
    "privacy/patient-combo",
    .warning,
    summary: Localized("隐去姓名仍能认出患者", "a patient who is known without a name"),
    why: Localized(
      "年龄、职业、住地、单位和确切日期放在一起，熟人一看就知道是谁；请删去日期和地点。",
      "Age, work, home and an exact date together tell neighbours who it is; leave out dates and places."
    ),
    basis: [
      Basis("personal-information-law", "第七十三条"), Basis("civil-code", "第一千二百二十六条"),
    ],
    patterns: [age.pattern],
    triggers: .patterns([age.pattern]),
    cases: [
      .ok("只写年龄、性别", "患者张某，女，56岁，因胸痛入院。"),
      .ok("统计", "3月2日至5日共收治65岁以上患者38人，其中教师12人、农民20人。"),
      .flags("家在哪里", "⟦王女士，34岁，北街小学语文老师，家在东河村，2026年1月8日在这里做的移植⟧。"),
      .flags("能认出本人", "⟦38岁女教师,3月2日从某村入院,患罕见病⟧。"),
      .flags("单位和职务", "⟦患者许某今年56岁，住在柳河镇东头，是镇供销社的出纳，5月8日夜里由大儿子背进急诊科⟧。"),
      .flags("住地、职业和日期", "⟦患者刘先生，45岁，柳河村村民，货车司机，5月6日因车祸送到我院⟧。"),
    ]
  ) { draft in
    var faults: [Fault] = []
    for match in try age.matches(in: draft) {
      let sentence = match.text.sentence(at: match.range.lowerBound, in: draft)
      let string = match.text.string(in: sentence)
      let place = match.text.source(of: sentence, in: draft)
      guard !faults.contains(where: { $0.source == place }),
        care.contains(where: { string.contains($0) }),
        !masses.contains(where: { string.contains($0) })
      else { continue }
      let traits = try PatientTraitTests.count(in: string)
      guard traits.telling >= 2 && traits.all >= 4 || traits.telling >= 3 else { continue }
      var found = match
      found.range = withoutStop(sentence, of: match.text.bytes)
      var fault = found.fault(
        Localized(
          "几项信息合在一起能认出患者：请删去日期、住地或单位",
          "these traits together identify a patient: leave out the date and the place"
        ),
        in: draft
      )
      if delicate.contains(where: { string.contains($0) }) { fault.escalation = .leadership }
      faults.append(fault)
    }
    return faults
  }

  private static func withoutStop(_ sentence: Range<Int>, of text: [UInt8]) -> Range<Int> {
    guard let last = text.scalar(before: sentence.upperBound), "。！？!?".unicodeScalars.contains(last)
    else { return sentence }
    return sentence.lowerBound..<sentence.upperBound - UTF8.width(last)
  }

  private static let care = [
    "患者", "病人", "患儿", "入院", "住院", "就诊", "送到我院", "送至我院", "送来我院", "来我院", "来院", "送医", "确诊", "得的是",
    "转来", "转入", "急诊科", "送进", "背进", "抬进", "邻床", "收治", "住进", "查出", "病情",
    "移植", "手术", "分娩", "化疗", "放疗", "透析", "流产", "试管", "看病", "就医", "术后",
  ]
  private static let masses = [
    "人次", "以上", "以下", "例患者", "名患者", "余名", "多名", "平均", "其中", "岁至", "～", "医师，", "主任医师", "岁—", "人群",
    "均可",
  ]
  private static let delicate = [
    "艾滋", "HIV", "精神", "抑郁", "梅毒", "性病", "流产", "未成年", "吸毒", "儿童", "女孩", "男孩",
  ]

  private static let answered = PersonalPattern(
    "(?:您|你)[^。！？；，如若请可]{0,6}?(?:被|的|在|于|曾)[^。！？；如若]{0,24}(?:诊断为|确诊为|(?:检[查验测]|化验|病理|活检|体检)(?:结果|报告)(?:为|是|显示|提示|已出|出来了?)|(?:查出|检出)的?[^。；，]{2,12}?阳性|住院号|病历号|病案号)(?:[^。，；]{1,20}|[，,][^。；]{1,20})"
  )

  private static let told = PersonalPattern(
    "(?:您|你)(?![如若可们])[^。！？；如若]{0,36}?(?:诊断(?:为|是)|确诊|病理单?[^。；，]{0,6}?(?:写|是|为|提示)|(?:报告|化验单|检验单|片子|B超|彩超|胃镜|肠镜)[^。；，]{0,6}?(?:写|是|显示|提示|看到)|查出|检出|做[过了的][^。；，]{0,10}?(?:手术|清宫|流产|人流|引产|切除|化疗|透析|支架)|得的是|因[^。；，]{0,8}?(?:病|症|炎|癌|瘤|中毒|流产)[^。；，]{0,4}?(?:住院|入院|就诊|手术))[^。；]{0,24}"
  )

  /// What makes a reply one about somebody: a name, or the time of a visit.
  private static let somebody = SentenceTest(
    "[\(commonSurnames)][\\p{Han}]{0,2}(?:女士|先生|大爷|大妈|阿姨|同学|老师)|[0-9一二三四五六七八九十]{1,2}月(?!龄|大)|上周|上个?月|去年|昨天|前天|[0-9]{1,3}号?床"
  )

  private static let reply = FamilyRule(
    "privacy/comment-reply-leak",
    .error,
    summary: Localized("公开答复里重述了提问人的病情", "a public reply that repeats the asker's illness"),
    why: Localized(
      "公开答复人人可见，不得重述提问人的身份和病历；请提问人私信或到院咨询。",
      "All can read a public reply; ask the person to come or to write privately."
    ),
    basis: [Basis("civil-code", "第一千二百二十六条"), Basis("personal-information-law", "第二十八条")],
    patterns: [answered.pattern, told.pattern],
    triggers: .patterns([answered.pattern, told.pattern]),
    cases: [
      .ok("一般流程", "答复：您好，请携带检查结果到门诊面诊，如您被诊断为高血压，请按时服药。"),
      .ok("不是答复", "请带好您的检查结果。"),
      .ok("检查前的说明", "答：您做过心脏支架手术的，请在检查前告诉医生。"),
      .flags("说出做过的手术", "答复：可以补打。⟦您2月在妇科做了异位妊娠手术⟧。清单在门诊打印。"),
      .flags("做的什么", "答复：⟦您5月12日在妇科做的清宫，病理结果已经回来，是葡萄胎⟧。请来复诊。"),
      .flags("说出看到的病", "答：周女士，⟦您一月晕倒送来，做过清宫，病理单写的是葡萄胎⟧。"),
      .flags("重述病情", "答复：您好，⟦您于3月2日在我院检查结果为梅毒阳性⟧，请复查。"),
    ]
  ) { draft in
    let certain = try answered.matches(in: draft)
    let likely = try told.matches(in: draft).filter { match in
      let sentence = match.text.sentence(at: match.range.lowerBound, in: draft)
      return try !certain.contains { $0.range.overlaps(match.range) }
        && somebody.matches(match.text.string(in: sentence))
    }
    return (certain + likely).compactMap { match in
      let bounds = match.text.bounds(at: match.range.lowerBound, in: draft)
      let lead = match.text.string(in: bounds.lowerBound..<match.range.lowerBound)
      guard ["答复", "回复", "答："].contains(where: { lead.prefix(30).contains($0) }),
        !["如", "若", "假如", "当"].contains(where: { lead.hasSuffix($0) })
      else { return nil }
      return match.fault(
        Localized(
          "答复里重述了提问人的病情：请改为一般说明",
          "the reply repeats the asker's illness: keep to general advice"
        ),
        in: draft
      )
    }
  }
}

/// What of a person a sentence tells besides the name.
private enum PatientTraitTests {
  /// How many traits, and how many of them tell much.
  static func count(in sentence: String) throws -> (all: Int, telling: Int) {
    let plain = try plainTests.count { try $0.matches(sentence) }
    let telling = try tellingTests.count { try $0.matches(sentence) }
    // The age is one.
    return (plain + telling + 1, telling)
  }

  private static let plainTests = [
    SentenceTest(
      "[\(commonSurnames)](?:某|先生|女士|大爷|大妈|阿姨|奶奶|爷爷|老汉)|[老小][\(commonSurnames)](?![\\p{Han}]{1}医)"
    ),
    SentenceTest("[，,、岁的][男女](?!科|性患)|[男女](?:性|子|士|孩|童|婴|教师|司机|工人|职工)"),
    SentenceTest("妻子|丈夫|儿子|女儿|育有|父母双亡|独生"),
  ]

  private static let tellingTests = [
    SentenceTest("[0-9]{1,2}月[0-9]{1,2}日"),
    SentenceTest(
      "(?:家住|家在|老家在?|来自|是|系|从|住在|，|,)[\\p{Han}]{1,8}(?:村|屯|庄|小区|家园|花园|社区|[镇乡](?:[东南西北]头|[东南西北]街|街上|街口))(?!卫生|医生|干部|委会|居委)"
    ),
    SentenceTest(
      "[\\p{Han}]{2,10}(?:公司|厂|小学|中学|大学|银行|超市|派出所|供销社|信用社|粮站|邮局|机关|单位)的?(?:职工|员工|教师|老师|工人|上班|工作|学生|保安|会计|出纳|经理|校长)"
    ),
    SentenceTest(
      "教师|(?:语文|数学|英语|物理|化学|生物|历史|地理|政治|体育|音乐|美术|班主任)老师|司机|厨师|会计|快递员|外卖员|保安|公务员|民警|村支书|村主任|环卫工|电焊工|矿工|建筑工|服务员|理发师|律师|程序员|养殖户"
    ),
    SentenceTest("罕见病|罕见的?[\\p{Han}]{1,10}(?:病|症|综合征|瘤)|血友病|渐冻|白化病|侏儒|重症肌无力|亨廷顿|肢端肥大"),
  ]
}
