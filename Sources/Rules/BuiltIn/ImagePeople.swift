import ChineseText
import Linting
import Reading

/// Images that may show patients, their papers, or what treatment did to them.
enum ImagePeople {
  static let all: [any Rule] = [patientFace, recordShown, beforeAfter]
}

extension ImagePeople {
  private static let patientFace = FamilyRule(
    "image/patient-face-consent",
    .warning,
    summary: Localized("图片可能拍到患者", "an image that may show a patient"),
    why: Localized(
      "公开患者、家属、孩子的肖像须经本人或监护人同意；就医经历属于敏感个人信息。",
      "Showing patients, their families or children needs their consent."
    ),
    basis: [
      Basis("civil-code", "第一千零一十九条"), Basis("civil-code", "第一千二百二十六条"),
      Basis("personal-information-law", "第二十八条"),
    ],
    patterns: [consent],
    triggers: .images,
    cases: [
      .ok("医护人员自己的照片", "![急诊科医护人员合影](a.jpg)"),
      .ok("写明已征得同意", "![患儿小宇与护士合影](a.jpg)\n\n本文照片已征得监护人同意。"),
      .ok("拍的是设备和文字", "![患者满意度调查结果](a.jpg)"),
      .flags("患儿与护士合影", "⟦![患儿小宇在病床上与护士合影](a.jpg)⟧"),
      .flags("家属送锦旗", "⟦![患者家属为护理团队送锦旗](a.jpg)⟧"),
      .flags("对着镜头", "⟦![正在接种的娃娃冲着镜头笑](a.jpg)⟧"),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty else { return [] }
    let faults = try draft.fact(ImageTexts.self).faults { text, entry in
      guard text.kind != .fileName, people.stands(in: text.string), try face.matches(text.string),
        !entry.mentions(masked)
      else { return nil }
      let isDelicate = delicate.stands(in: text.string)
      let message = Localized(
        "图中可能有患者或家属：请确认已取得书面同意，或作遮挡处理",
        "patients may be seen here: have their written consent, or cover their faces"
      )
      return text.fault(message, escalation: isDelicate ? .leadership : nil)
    }
    guard !faults.isEmpty, try consent.matches(in: draft).isEmpty else { return [] }
    return faults
  }

  private static let people = LiteralSet([
    "患者", "病人", "家属", "患儿", "宝宝", "婴儿", "新生儿", "产妇", "孕妇", "孩子", "小朋友", "学生", "儿童", "老人", "老奶奶",
    "老爷爷", "大娘", "大爷", "娃娃", "小孩", "病友", "老太太", "婴幼儿",
  ])
  private static let face = SentenceTest(
    "(?:患者|病人|家属|患儿|宝宝|婴儿|新生儿|产妇|孕妇|孩子|小朋友|(?<![医大习究训])学生|儿童|老人|老奶奶|老爷爷|大娘|大爷|娃娃|小孩|病友|老太太|婴幼儿)"
      + "[^。；！]{0,16}(?:[冲对朝]着?镜头|面[对向]镜头|看着?镜头|露出笑[容脸]|竖起大拇指|的笑脸|合影|合照|留影|自拍|送(?:上|来|去)?(?!来?的)(?:了)?(?:一面)?锦旗|赠(?:送)?(?:了)?(?:一面)?锦旗|接受(?:记者)?采访)"
      + "|(?:与|和|同)[^。；！]{0,10}(?:患者|病人|家属|患儿|宝宝|产妇|孩子|小朋友)[^。；！]{0,8}(?:合影|合照|留影)"
  )
  private static let masked = LiteralSet([
    "同意", "授权", "许可", "打码", "马赛克", "遮挡", "背影", "剪影", "模拟", "演示", "演练", "示意", "插画", "漫画", "卡通", "手绘",
    "AI", "扮演", "模型",
  ])
  private static let delicate = LiteralSet([
    "患儿", "孩子", "小朋友", "宝宝", "婴", "新生儿", "学生", "幼儿", "儿童", "艾滋", "HIV", "精神",
  ])
  private static let consent = gated(
    "(?:照片|图片|配图|肖像|影像|画面)[^。；\\n]{0,20}(?:同意|授权|许可)"
      + "|(?:征得|已经|取得|获得|经)[^。；\\n]{0,12}(?:患者|家属|本人|监护人|家长|当事人)[^。；\\n]{0,10}(?:同意|授权|许可)"
  )

  private static let recordShown = FamilyRule(
    "image/report-or-record-shown",
    .error,
    summary: Localized("图片可能露出病历或证件", "an image that may show a medical record or a card"),
    why: Localized(
      "病历、检验报告、身份证的照片带有姓名和号码，公开即泄露隐私；确需使用须隐去全部个人信息并写明。",
      "Records, reports and cards carry names and numbers; hide all of them and say so."
    ),
    basis: [
      Basis("civil-code", "第一千二百二十六条"), Basis("personal-information-law", "第二十八条"),
    ],
    escalation: .secrecy,
    triggers: .images,
    cases: [
      .ok("已隐去个人信息的样张", "![出院小结样张，姓名、编号已隐去](a.jpg)"),
      .ok("拍的是窗口和操作", "![检验科窗口的叫号屏](a.jpg)\n\n![药师审核处方](b.jpg)\n\n![患者在自助机上打印检验报告](c.jpg)"),
      .flags("出院小结的照片", "⟦![患者出院小结照片](a.jpg)⟧"),
      .flags("谁的片子", "⟦![伤者的颅脑CT片](a.jpg)⟧\n\n⟦![一位患者的化验单](b.jpg)⟧\n\n⟦![村民李大娘的住院病历首页](c.jpg)⟧"),
      .flags("谁带来的", "![纸张](a.jpg)\n\n⟦2月10日，老人带来的出院小结和化验单（李倩 摄）⟧"),
      .flags("图注是检验报告单", "<p><img src=\"a.jpg\" alt=\"\" width=\"800\"></p><p>⟦图1 患者的检验报告单⟧</p>"),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty else { return [] }
    return try draft.fact(ImageTexts.self).faults { text, entry in
      guard papers.stands(in: text.string), !entry.mentions(harmless) else { return nil }
      let isCertain = try paperPhoto.matches(text.string)
      guard try isCertain || paperOnly.matches(text.string) else { return nil }
      let message = Localized(
        "图中可能有病历、报告或证件：请隐去全部个人信息，并在图注写明已作处理",
        "a record, report or card may be seen here: hide all personal data and say so"
      )
      return text.fault(message, isCertain ? .error : .warning)
    }
  }

  private static let paper =
    "(?:病历(?:本|首页)?|出院小结|出院记录|入院记录|检验报告单?|检查报告单?|化验单|CT片子?|X光片|B超单|超声报告单?|病理报告单?|心电图(?:报告单?|纸)|脑电图报告单?|胃镜报告单?|核磁报告单?|处方[笺单]?"
    + "|腕带|身份证|户口[本簿]|银行卡|社保卡|医保卡|诊断证明书?|费用清单|结算单|缴费单|知情同意书|出生(?:医学)?证明|残疾人?证|体检报告|检查单|检验单|病危通知书?)"
  private static let papers = LiteralSet([
    "病历", "出院小结", "出院记录", "入院记录", "报告", "化验单", "CT片", "X光片", "B超单", "处方", "腕带", "身份证", "户口",
    "银行卡", "社保卡", "医保卡", "诊断证明", "截图", "清单", "结算单", "缴费单", "同意书", "出生", "残疾", "检查单", "检验单",
    "病危",
  ])
  private static let paperPhoto = SentenceTest(
    "\(paper)(?:[和、及与][\\p{Han}]{2,6})?(?:的|之)?(?:照片|图片|截图|扫描件|影印件|复印件|原件|翻拍|实拍)"
  )
  private static let paperOnly = SentenceTest(
    "^\\W*(?:图\\s*\\d{0,2}\\s*)?(?:[一这某][位名个])?(?:急诊|门诊|住院|术后)?(?:(?:[村居]民|老人)?[\\p{Han}]?(?:大娘|大爷|大妈|大叔|奶奶|爷爷|阿姨|老汉)|(?:患者|病人|患儿|家属|伤者|伤员|产妇|孕妇|老人|[\\p{Han}]{1,2}[某先女][生士]?)[\\p{Han}]{0,3})?的?(?:住院|门诊|急诊)?\(paper)\\W*\\d{0,3}$"
      + "|(?:患者|病人|患儿|家属|老人|大娘|大爷|村民|居民|孩子|[某先女][生士])(?:带来|出示|拿来|展示|手[里中上]|递来|保存)[^。；，]{0,4}的\(paper)(?:[和、及与]\(paper))*"
      + "(?:[（(][^（）()]{0,16}[）)])?\\W*$|^[\\p{Han}]{0,6}(?:聊天|微信对话|微信群)(?:记录|内容)?截图\\W*$"
  )
  private static let harmless = LiteralSet([
    "样张", "样表", "样例", "样本", "示例", "示意", "模板", "模拟", "空白", "隐去", "脱敏", "打码", "马赛克", "遮", "教学", "仿",
    "虚拟", "演示", "解读", "图解", "流程", "须知", "指引", "怎么", "如何", "步骤", "规范", "制度", "竞赛", "点评", "样式", "处理",
  ])

  private static let beforeAfter = FamilyRule(
    "image/before-after",
    .error,
    summary: Localized("患者治疗前后的对比图", "a picture of a patient before and after"),
    why: Localized(
      "治疗前后对比暗示疗效，医疗广告和医疗美容宣传都不得使用；科普确需使用的须有出处和患者同意。",
      "Pictures of before and after promise an effect, which medical advertising must not do."
    ),
    basis: [
      Basis("ad-law", "第十六条"), Basis("medical-ad-measures", ""),
      Basis("wechat-account-management", "一、3"),
    ],
    triggers: .images,
    cases: [
      .ok("不是患者", "![洗手前后菌落培养对比](a.jpg)"),
      .ok("护理要点", "![手术前后护理要点](a.jpg)"),
      .flags("整形前后", "⟦![双眼皮术前术后对比](a.jpg)⟧"),
      .ok("合影的站位", "![合影](a.jpg)\n\n合影：左起前排王丽，右一后排李明"),
      .flags("左右对照", "![眼袋](a.jpg)\n\n⟦左为做眼袋之前，右为做完第三十天⟧"),
      .flags("影像对比须有人看过", "⟦![髋关节置换术前、术后X线片](a.jpg)⟧"),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty else { return [] }
    return try draft.fact(ImageTexts.self).faults { text, entry in
      guard pairs.stands(in: text.string), try comparison.matches(text.string),
        !entry.mentions(things)
      else { return nil }
      let isPromise = try beauty.stands(in: text.string) || draft.isPromotion
      let message = Localized(
        "治疗前后对比图暗示疗效：宣传中不得使用，请删去",
        "pictures of before and after promise an effect: leave them out"
      )
      return text.fault(
        message,
        isPromise ? .error : .warning,
        escalation: isPromise ? .leadership : nil
      )
    }
  }

  private static let pairs = LiteralSet(["前", "对比照", "efore", "EFORE"])
  private static let comparison = SentenceTest(
    "(?:术|治疗|整形|减重|减肥|矫正|祛斑|祛痘|用药|服药|注射|植发|美白|正畸)前[^。；]{0,6}(?:术|治疗|整形|减重|减肥|矫正|祛斑|祛痘|用药|服药|注射|植发|美白|正畸)后"
      + "|(?:术|治疗|整形|减重|减肥|矫正|正畸|注射|植发|祛斑|祛痘|美白)前后[^。；]{0,4}(?:对比|比较|变化|效果|照片)"
      + "|左[边图侧]?(?:[为是]|[:：])?[^。；，]{0,12}前[，,、；]?\\s*右[边图侧]?(?:[为是]|[:：])?[^。；，]{0,12}(?:后|第[\\p{Han}\\d]{1,3}[天周月年])"
      + "|前后对比|对比照(?!明)|(?i:before).{0,3}(?i:after)"
  )
  private static let things = LiteralSet([
    "洗手", "菌落", "消毒", "清洁", "清洗", "擦拭", "装修", "改造", "升级", "整改", "整治", "环境", "病房", "流程", "设备", "演练",
    "培训", "宣教", "问卷", "满意度", "绿化", "院区", "食堂", "厕所", "标识", "要点", "示意", "漫画",
  ])
  private static let beauty = LiteralSet([
    "整形", "双眼皮", "美容", "隆", "瘦", "减肥", "减重", "祛", "植发", "美白", "医美", "脱毛", "除皱", "抽脂", "正畸", "种植牙",
  ])
}

extension ScannedDraft {
  /// Whether the draft says that it promotes: an advertisement, a service, an interview.
  var isPromotion: Bool {
    get throws { try fact(DocumentClass.self).isDeclared([.ad, .service, .interview]) }
  }
}
