import ChineseText
import Linting
import SourceText

/// Rules about where a person lives and when they were born.
enum PersonalPlaces {
  static let all: [any Rule] = [address, birth]

  private static let digit = "[0-9０-９一二三四五六七八九十]"

  private static let labelled = PersonalPattern(
    "(?:家住|家庭住址|家庭地址|住址|现住址?|现居住?(?:地址|地|于|在)?|居住地址|居住于|居住在|户籍(?:地址|所在地|地)?|户口所在地|籍贯|住在|(?:老师|先生|女士|大爷|大妈|奶奶|爷爷|阿姨|师傅|老人|[他她]的?|患者|家属)家(?:在|位于))"
      + "(?:为|是|在)?[\\s:：]{0,3}[^。；;，,\\n]{0,40}?"
      + "(?:\(digit){1,4}(?:号楼|栋|幢|单元|室|弄|号院|座)(?:[^。；;，,、\\s）)]{0,14}?\(digit){1,5}(?:室|户|号))?"
      + "|(?:路|街|巷|胡同|大道|弄|村|里|小区|园|苑)[^。；;，,\\n]{0,6}?\(digit){1,5}(?:号|组)(?!楼|线|令|病)"
      + "(?:\(digit){1,4}(?:栋|幢|单元|座|弄|楼)[^。；;，,、\\s）)]{0,14}?\(digit){1,5}(?:室|户|号)|\(digit){1,5}室)?)"
  )

  private static let bare = PersonalPattern(
    "[\\p{Han}]{2,10}?\(digit){1,3}(?:号楼|栋|幢|\\#楼)\(digit){1,2}单元\(digit){2,5}(?:室|户|号)?"
      + "|(?:小区|花园|家园|新村|公寓|佳苑|名苑|锦苑|绣苑|华庭|庭院|豪庭|新城|名城|家属院)[^。；;，,\\s]{0,4}?\(digit){1,3}(?:号楼|栋|幢)\(digit){3,4}(?:室|户)?"
      + "|[\\p{Han}]{2,10}(?:村|屯)[0-9一二三四五六七八九十]\(digit){0,2}(?:村民小)?组\(digit){1,4}号(?:院|门|户)?"
  )

  private static let address = FamilyRule(
    "privacy/home-address",
    .error,
    summary: Localized("公开了家庭住址", "a person's address at home"),
    why: Localized(
      "写到门牌的住址能找到家门口，不得公开；写到街道、乡镇为止。",
      "An address with its number leads to the door; name the street or town only."
    ),
    basis: [
      Basis("personal-information-law", "第二十五条"), Basis("civil-code", "第一千零三十四条"),
    ],
    patterns: [labelled.pattern, bare.pattern],
    triggers: .patterns([labelled.pattern, bare.pattern]),
    cases: [
      .ok("只到街道、单位地址", "患者家住幸福街道，来院方便。医院地址：人民路12号，住院部在3号楼2层。"),
      .ok("社区站点的地址", "接种点设在幸福小区3号楼1单元101室（社区卫生服务站）。"),
      .flags("写到门牌", "⟦家住幸福小区3号楼2单元501室⟧。"),
      .flags("门牌后的楼号", "⟦住址：苏州市姑苏区人民路123号5幢602室⟧，已通知。"),
      .flags("村组和院号", "慰问的头一站：⟦柳河镇北关村4组17号院⟧，由本人签收。"),
      .flags("村组", "申请人⟦住址：柳河乡东坡村3组⟧。"),
    ]
  ) { draft in
    var faults: [Fault] = []
    var taken: [SourceRange] = []
    for (pattern, isBare) in [(labelled, false), (bare, true)] {
      for match in try pattern.matches(in: draft) {
        let place = match.text.source(of: match.range, in: draft)
        guard !institutions.contains(where: { match.string.contains($0) }),
          !isBare || !match.isBeside(institutions, in: draft), !match.isExample(in: draft),
          !taken.contains(where: { $0.start < place.end && place.start < $0.end })
        else { continue }
        taken.append(place)
        faults.append(
          match.fault(
            Localized(
              "这里有写到门牌的住址：只写到街道或乡镇",
              "an address to the door: name the street or town only"
            ),
            in: draft
          )
        )
      }
    }
    return faults
  }

  private static let institutions = [
    "医院", "卫生院", "卫生室", "服务站", "卫生站", "诊所", "服务中心", "门诊", "药店", "我院", "本院", "接种点", "采样点", "病房",
    "病区", "病床",
    "住院楼", "住院部", "教学楼", "办公", "公司", "宿舍楼", "养老院", "车站", "学校", "地址：", "疫源地", "行政楼", "科教", "综合楼",
    "大厦", "广场", "写字楼", "会议室", "实验室", "学院",
    "大学", "校区", "政务", "报名", "领取", "面试", "考点", "仓库", "宾馆", "酒店", "注册地",
  ]

  private static let births = PersonalPattern(
    "(?:(?:出生(?:日期|年月日|年月|时间)?|生日)(?:于|在|为|是)?[\\s:：]{0,3}(?:19|20)[0-9]{2}(?:年|-|/|\\.)[0-9]{1,2}(?:月|-|/|\\.)[0-9]{1,2}日?"
      + "|(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日(?:出生|生[，,。；）)]|落地|降生|出世|生人|生的)"
      + "|(?<!出)生于(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)"
  )

  private static let birth = FamilyRule(
    "privacy/birth-date",
    .warning,
    summary: Localized("公开了个人的出生日期", "a private person's full date of birth"),
    why: Localized("完整的出生日期加上姓名、住地就能认出一个人；写年龄即可。", "The age serves as well and tells less."),
    basis: [Basis("personal-information-law", "第二十五条")],
    patterns: [births.pattern],
    triggers: .patterns([births.pattern]),
    cases: [
      .ok("政策口径、历史人物", "2020年1月1日以后出生的儿童均可接种。著名医学家林某，1901年12月23日出生于厦门。"),
      .ok("只写年份", "患者出生于1980年。"),
      .flags("患者", "患者⟦出生于1980年3月5日⟧。"),
      .ok("新生儿筛查", "新生儿足跟血采集卡上的出生日期：2026年3月1日。"),
      .flags("失物里的报告", "布袋里有体检报告，主人⟦出生日期：1958年6月3日⟧。"),
      .flags("家里的老人", "老人家是⟦1951年4月9日落地⟧的，一辈子没进过医院。"),
      .ok("元旦宝宝", "2026年1月1日出生的宝宝有12个，妈妈们都平安。"),
      .flags("公示里的个人", "王某，女，⟦1992年6月8日出生⟧，本科。"),
    ]
  ) { draft in
    try births.matches(in: draft).compactMap { match in
      // A field of a form is about somebody, whatever stands beside it.
      let isField =
        match.string.hasPrefix("出生") && match.string.contains { ":：".contains($0) }
        && !match.isBeside(newborn, in: draft)
      guard
        isField || match.isBeside(personal, in: draft)
          || match.isBeside(relatives, in: draft) && !match.isBeside(newborn, in: draft),
        !match.isBeside(wellKnown, in: draft), !match.isExample(in: draft)
      else { return nil }
      var match = match
      if let last = match.text.bytes.scalar(before: match.range.upperBound),
        "，,。；）)".unicodeScalars.contains(last)
      {
        match.range = match.range.lowerBound..<match.range.upperBound - UTF8.width(last)
      }
      return match.fault(
        Localized("这里有完整的出生日期：改写年龄或出生年份", "a full date of birth: give the age or the year"),
        in: draft
      )
    }
  }

  private static let personal = [
    "患者", "病人", "患儿", "产妇", "姓名", "，男", "，女", ",男", ",女", "身份证", "家属", "考生", "申请人", "当事人", "死者",
    "婴儿母亲",
    "性别：", "性别:",
  ]
  private static let relatives = [
    "老人家", "父亲", "母亲", "老伴", "丈夫", "妻子", "老公", "老婆", "儿子", "女儿", "他是", "她是", "大爷", "大娘", "大妈",
    "奶奶", "爷爷", "老汉", "女士", "先生", "同学", "村民", "姐姐", "弟弟", "哥哥", "妹妹", "我爹", "我妈", "我爸", "我娘",
  ]
  private static let newborn = ["新生儿", "婴儿", "宝宝", "筛查", "接种", "填写", "格式"]
  private static let wellKnown = [
    "院士", "烈士", "著名", "逝世", "去世", "创始人", "革命", "科学家", "医学家", "名医", "诞辰", "以后", "之后", "以前", "期间",
  ]
}
