import ChineseText
import Linting
import SourceText

/// Rules about patients whom a draft names.
enum PatientIdentity {
  static let all: [any Rule] = [disease, stigma, minor, donor]

  private static let why = Localized(
    "患者的姓名和病情放在一起就公开了其健康隐私，未经本人单独同意不得公开。",
    "A patient's name beside an illness makes their health public, which needs their own consent."
  )

  private static let disease = FamilyRule(
    "privacy/patient-name-disease",
    .error,
    summary: Localized("公开了患者的姓名和病情", "a patient's name beside an illness"),
    why: why,
    basis: [
      Basis("personal-information-law", "第二十五条"), Basis("personal-information-law", "第二十八条"),
      Basis("civil-code", "第一千二百二十六条"),
    ],
    lists: [PatientMentions.list],
    escalation: .leadership,
    patterns: PatientMentions.patterns,
    triggers: PatientMentions.triggers,
    cases: [
      .ok("已遮盖的姓名", "患者李某因病入院，患者王女士术后恢复良好，患者张\\*康复出院。"),
      .ok("医生和病名", "心内科主任王强讲解高血压，患者高血压病史十年，患者康复后应复查。"),
      .ok("化名", "患者李建国（化名）因胃癌入院。"),
      .flags("姓名和病情", "患者⟦李建国⟧因梅毒入院。", fixed: "患者李某因梅毒入院。"),
      .flags("产妇", "产妇⟦赵秀兰⟧怀孕37周，突发胎盘早剥。", fixed: "产妇赵某怀孕37周，突发胎盘早剥。"),
      .flags("写明性别年龄", "⟦王桂兰⟧，女，67岁，因脑梗死住院治疗。", fixed: "王某，女，67岁，因脑梗死住院治疗。"),
      .flags("写明年龄", "78岁的⟦陈玉珍⟧老人患糖尿病多年，昨日入院。", fixed: "78岁的陈某老人患糖尿病多年，昨日入院。"),
    ]
  ) { draft in
    try judged(draft) { mention in
      guard mention.kind == .disease else { return nil }
      return Localized(
        "患者的全名和病情写在了一起：改写为「\(mention.masked)」",
        "a patient's full name beside an illness: write \(mention.masked)"
      )
    }
  }

  private static let stigma = FamilyRule(
    "privacy/hiv-mental-identity",
    .error,
    summary: Localized(
      "公开了艾滋病、精神障碍等患者的身份",
      "the identity of somebody with HIV, a mental disorder or the like"
    ),
    why: Localized(
      "法规明令不得公开艾滋病病毒感染者、精神障碍患者的姓名、住址、单位和其他能推断出本人的信息。",
      "The law forbids to publish what identifies people with HIV or a mental disorder."
    ),
    basis: [
      Basis("personal-information-law", "第二十八条"), Basis("aids-regulations", "第三十九条"),
      Basis("mental-health-law", "第四条"),
    ],
    lists: [PatientMentions.list],
    escalation: .leadership,
    patterns: PatientMentions.patterns + [diagnosed.pattern],
    triggers: [PatientMentions.triggers, .patterns([diagnosed.pattern])],
    cases: [
      .ok("没有写人", "本季度新增抑郁症门诊患者120人次，肺结核患者可免费治疗。"),
      .ok("历史人物", "医学家王强研究精神分裂症三十年。"),
      .flags("姓名和诊断", "⟦李建国⟧确诊精神分裂症，住某小区。", fixed: "李某确诊精神分裂症，住某小区。"),
      .flags("老成员", "⟦李梅英⟧是花房的老成员，双相情感障碍，从前教书。", fixed: "李某是花房的老成员，双相情感障碍，从前教书。"),
      .flags("患者全名", "患者⟦王秀英⟧，女，35岁，HIV抗体阳性。", fixed: "患者王某，女，35岁，HIV抗体阳性。"),
    ]
  ) { draft in
    let message = { (mention: NamedPatient) in
      Localized(
        "这里写出了特殊疾病患者的姓名：请删去一切能认出本人的信息",
        "the name of somebody with a stigmatised illness: leave out all that identifies them"
      )
    }
    var faults = try judged(draft) { $0.kind == .stigma ? message($0) : nil }
    let known = faults.compactMap(\.source)
    for match in try diagnosed.matches(in: draft) {
      guard let named = NamedPatient(diagnosed: match, in: draft) else { continue }
      let fault = named.fault(message(named), in: draft)
      if !known.contains(where: { $0 == fault.source }) { faults.append(fault) }
    }
    return faults
  }

  private static let diagnosed = PersonalPattern(
    "[\\p{Han}]{2,3}(?:被|于[0-9年月日]{2,12})?(?:确诊|患有|患上|感染|查出|诊断为|患)(?:为|患有|了|感染)?"
      + "(?:艾滋病|HIV|精神分裂症|抑郁症|双相情感障碍|躁狂症|精神病|精神障碍|毒瘾|肺结核)"
      + "|[\\p{Han}]{2,3}[，,][^。；]{0,20}?[他她][^。；，]{0,14}?(?:感染|查出|确诊|患有|患上|得了)[^。；，]{0,6}?"
      + "(?:艾滋|HIV|精神分裂症|抑郁症|双相情感障碍|躁狂症|精神病|精神障碍|肺结核)"
      + "|[\\p{Han}]{2,3}是[^。；，]{2,14}[，,](?:艾滋病|HIV|精神分裂症|抑郁症|双相情感障碍|躁狂症)(?=[，,。；])"
  )

  private static let minor = FamilyRule(
    "privacy/minor-info",
    .error,
    summary: Localized("公开了未成年患者的身份", "the identity of a patient under age"),
    why: Localized(
      "未成年人的姓名、学校、班级和病情都受特别保护，须经监护人单独同意，一般不写。",
      "A minor's name, school and illness are specially protected; leave them out."
    ),
    basis: [
      Basis("personal-information-law", "第三十一条"), Basis("minors-law", "第四条"),
    ],
    lists: [PatientMentions.list],
    escalation: .leadership,
    patterns: PatientMentions.patterns + [pupil.pattern],
    triggers: [PatientMentions.triggers, .patterns([pupil.pattern])],
    cases: [
      .ok("集体活动", "某小学师生来院参观，三年级学生学习洗手。"),
      .ok("几所学校", "本镇手足口病已确诊21例，集中在两所幼儿园的小班。"),
      .ok("没有写姓名、学校", "患儿今年6岁，因发热就诊。"),
      .flags("姓名和学校", "患儿⟦王小明⟧，某小学二年级1班。", fixed: "患儿王某，某小学二年级1班。"),
      .flags("叫什么", "同屋那个叫⟦林可欣⟧的小姑娘，念红星小学三年级2班。", fixed: "同屋那个叫林某的小姑娘，念红星小学三年级2班。"),
      .flags("年龄和姓名", "9岁的⟦刘子涵⟧因哮喘住院。", fixed: "9岁的刘某因哮喘住院。"),
      .ok("学校的活动", "城东小学三年级2班的学生跟着王老师学洗手，城东小学五年级教师李敏发言。"),
      .flags("不是患者也不写全名", "学生⟦王小明⟧，城东小学二年级1班，画了一幅画。", fixed: "学生王某，城东小学二年级1班，画了一幅画。"),
      .flags("班干部", "四（2）班的体育委员⟦罗小禾⟧，10岁，吐了两回。", fixed: "四（2）班的体育委员罗某，10岁，吐了两回。"),
      .flags("学校和班级", "患儿在⟦柳河镇中心小学三年级2班⟧就读，确诊水痘。"),
    ]
  ) { draft in
    var faults = try judged(draft) { mention in
      guard mention.kind == .minor else { return nil }
      return Localized(
        "这里写出了未成年患者的姓名：请改写为「一名患儿」，不写学校和班级",
        "the name of a patient under age: write that it was a child, and no school"
      )
    }
    for match in try pupil.matches(in: draft) {
      if let name = PupilName(of: match, in: draft),
        !faults.contains(where: { match.holds($0, in: draft) })
      {
        faults.append(name.fault(in: draft))
        continue
      }
      guard match.isBeside(["患儿", "确诊", "就诊", "住院", "入院", "病情"], in: draft),
        !match.isBeside(severalPupils, in: draft),
        !faults.contains(where: { match.holds($0, in: draft) })
      else { continue }
      let message = Localized(
        "这里写出了未成年患者的学校和班级：请删去",
        "the school and class of a patient under age: leave them out"
      )
      faults.append(match.withoutLeadIn.fault(message, in: draft))
    }
    return faults
  }

  /// Words beside schools of which no single pupil is told.
  private static let severalPupils = [
    "某小学", "某中学", "师生", "讲座", "聚集", "全体", "学生们", "参观", "两所", "几所", "多所",
  ]

  private static let pupil = PersonalPattern(
    "[\\p{Han}]{2,10}(?:小学|中学|幼儿园)[\\p{Han}]{0,3}?(?:[0-9一二三四五六七八九]年级|初[一二三]|高[一二三]|[大中小][一二三四五1-5]?班)[（(]?[0-9一二三四五六七八九]{0,2}[）)]?班?"
      + "|[一二三四五六七八九初高][（(][0-9]{1,2}[）)]班的?(?:体育委员|学习委员|文艺委员|劳动委员|生活委员|宣传委员|课代表|小队长|中队长|班长)"
  )

  /// `角膜是白云镇的赵有田留下的`.
  private static let origin = PersonalPattern(
    "(?:角膜|肾脏|供肾|肝脏|供肝|心脏|器官|骨髓|干细胞)(?:就?是|来自|出自)[^。；，]{0,10}?[\\p{Han}]{2,3}(?:留下|捐|献|提供)"
      + "|(?:肾源|肝源|髓源|角膜|心脏)(?:来自|出自)[^。；，]{0,10}?的[\\p{Han}]{2,3}(?![\\p{Han}])"
      + "|(?:捐|献)[^。；，]{0,4}?(?:骨髓|干细胞|角膜|肾脏|肝脏)的(?:就?是|人叫)[^。；，]{0,10}?[\\p{Han}]{2,3}(?![\\p{Han}])"
  )

  private static let donor = FamilyRule(
    "privacy/donor-recipient",
    .error,
    summary: Localized("同时公开了捐献者和受者的身份", "the identities of a donor and a recipient together"),
    why: Localized(
      "捐献者和受者的身份应当互相保密，不得在同一稿件里都写出姓名。",
      "Donor and recipient are to stay unknown to each other; a draft does not name both."
    ),
    basis: [Basis("organ-regulations", "第三十三条")],
    lists: [PatientMentions.list],
    escalation: .leadership,
    patterns: PatientMentions.patterns + [origin.pattern],
    triggers: [.lists([PatientMentions.list]), .patterns([origin.pattern])],
    cases: [
      .flags("告诉受者是谁", "您父亲的角膜是白云镇的⟦赵有田⟧留下的，他老伴还在。", fixed: "您父亲的角膜是白云镇的赵某留下的，他老伴还在。"),
      .ok("捐献的新闻", "这份造血干细胞是由志愿者捐献的，受者已经移植。"),
      .ok("只写一位捐献者", "造血干细胞捐献者王强表示愿意再次捐献，受者已顺利移植。"),
      .ok("捐给单位", "捐献者王强的眼角膜捐给了市红十字会眼库，移植给了两位患者。"),
      .flags("互相写明", "捐献者王强的肾脏移植给了受者⟦李建国⟧。", fixed: "捐献者王强的肾脏移植给了受者李某。"),
      .flags("没有称受者", "捐献者郑安的肾脏移植给了⟦刘平⟧，两家人约好见面。", fixed: "捐献者郑安的肾脏移植给了刘某，两家人约好见面。"),
    ]
  ) { draft in
    let mentions = try draft.fact(PatientMentions.self).all
    let told = try origin.matches(in: draft).compactMap { match -> Fault? in
      guard match.isBeside(["您", "你", "给他", "给她", "受者", "移植", "换上", "父亲", "母亲"], in: draft) else {
        return nil
      }
      return NamedPatient(donorIn: match, in: draft)?.fault(
        Localized(
          "这里告诉了受者一方捐献者是谁：请隐去姓名",
          "the donor is named to the recipient: leave the name out"
        ),
        in: draft
      )
    }
    guard mentions.contains(where: { $0.role == .donor }) else { return told }
    return told
      + mentions.filter { $0.role == .recipient }.map { mention in
        NamedPatient(mention, in: draft).fault(
          Localized(
            "捐献者和受者的姓名同时出现：请隐去其中的姓名",
            "a donor and a recipient are both named: leave the names out"
          ),
          in: draft
        )
      }
  }

  private static func judged(
    _ draft: ScannedDraft,
    _ message: (NamedPatient) -> Localized?
  ) throws -> [Fault] {
    let mentions = try draft.fact(PatientMentions.self)
    return mentions.all.compactMap { mention in
      let named = NamedPatient(mention, in: draft)
      guard let message = message(named) else { return nil }
      var fault = named.fault(message, in: draft)
      // Somebody has to look whether the consent holds.
      if mentions.hasConsent { fault.severity = .warning }
      return fault
    }
  }
}

/// The full name of a pupil in the sentence that tells school and class.
private struct PupilName {
  private let match: PersonalMatch

  /// Nil where nobody is called a pupil by name, or the draft says that names are not real.
  init?(of school: PersonalMatch, in draft: ScannedDraft) {
    let text = school.text
    let sentence = text.sentence(at: school.range.lowerBound, in: draft)
    let prose = draft.text
    guard !text.bytes.contains(anyOf: ["化名", "某某"], in: sentence),
      !prose.contains(anyOf: ["均为化名", "系化名", "为化名"], in: 0..<prose.count)
    else { return nil }
    for role in [
      "小学生", "学生", "同学", "小朋友", "孩子", "患儿", "名叫", "班的", "年级的", "小姑娘", "小男孩", "女孩", "男孩", "委员",
      "课代表", "队长", "班长", "叫",
    ] {
      guard let place = text.bytes.firstOffset(of: role, in: sentence) else { continue }
      let start = place + role.utf8.count
      let bounds = text.bounds(at: start, in: draft)
      guard let name = fullName(at: start, in: bounds, of: text.bytes),
        Self.others.end(in: text.bytes, at: name.upperBound) == nil
      else { continue }
      match = PersonalMatch(text: text, range: name)
      return
    }
    return nil
  }

  func fault(in draft: ScannedDraft) -> Fault {
    let masked = match.string.prefix(1) + "某"
    let message = Localized(
      "这里写出了学生的姓名、学校和班级：请隐去姓名",
      "a pupil's name with school and class: leave the name out"
    )
    let isProse = match.text.isProse(at: match.range.lowerBound)
    let title = Localized("改为「\(masked)」", "write \(masked)")
    let fix =
      isProse
      ? draft.fix(title, .unsafe, replacing: match.range, with: String(masked)) : nil
    return match.fault(message, in: draft, fix: fix)
  }

  private static let others = Phrases("老师 教师 校长 班主任 医生 主任 校医 园长")
}

extension PersonalMatch {
  /// The name of a school without the words that lead to it.
  fileprivate var withoutLeadIn: PersonalMatch {
    let leads = ["患儿", "就读于", "来自", "在", "系", "是", "为", "从", "于"]
    let ends = leads.compactMap { lead in
      text.bytes.firstOffset(of: lead, in: range).map { $0 + lead.utf8.count }
    }
    var match = self
    match.range = (ends.max() ?? range.lowerBound)..<range.upperBound
    return match
  }

  /// Whether another fault stands in the sentence of the match.
  fileprivate func holds(_ fault: Fault, in draft: ScannedDraft) -> Bool {
    let sentence = text.sentence(at: range.lowerBound, in: draft)
    let place = text.source(of: sentence, in: draft)
    return fault.source.map { place.start <= $0.start && $0.end <= place.end } ?? false
  }
}
