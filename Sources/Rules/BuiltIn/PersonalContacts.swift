import ChineseText
import Linting
import SourceText

/// Rules about ways to reach a person at home.
enum PersonalContacts {
  static let all: [any Rule] = [landline, email, messenger, plate]

  private static let basis = [Basis("personal-information-law", "第二十五条")]

  private static let home = PersonalPattern(
    "(?:家庭|住宅|宅|家里|家中|家属|私人)的?(?:固定|座机|联系)?(?:电话|座机)(?:号码)?(?:为|是)?[\\s:：]{0,3}"
      + "(?:0[0-9]{2,3}[-－—– ]?)?[0-9]{7,8}(?![0-9A-Za-z*＊×•-])"
  )

  private static let landline = FamilyRule(
    "privacy/landline-personal",
    .warning,
    summary: Localized("公开了个人住宅电话", "a person's telephone at home"),
    why: Localized("住宅电话能直接找到个人，办事咨询请留单位电话。", "A home's number leads straight to a person."),
    basis: basis,
    patterns: [home.pattern],
    triggers: .patterns([home.pattern]),
    cases: [
      .ok("单位电话", "办公室电话0311-12345678，家庭病床咨询电话0311-12345678。"),
      .flags("住宅电话", "家里电话：⟦0311-12345678⟧。"),
    ]
  ) { draft in
    try home.matches(in: draft).compactMap { match in
      let code = match.code
      guard !code.isExample(in: draft) else { return nil }
      return code.fault(
        Localized("这里有住宅电话：请删去，改留单位电话", "a home's number: give an office line instead"),
        in: draft
      )
    }
  }

  private static let mail = PersonalPattern(
    "[A-Za-z0-9._%+-]{1,40}@(?:qq|163|126|139|189|sina|sohu|gmail|hotmail|outlook|foxmail|yeah|aliyun|yahoo|icloud|live|vip\\.[a-z0-9]{2,6})"
      + "\\.(?:com|cn|net)"
  )

  private static let email = FamilyRule(
    "privacy/email-personal",
    .warning,
    summary: Localized("公开了个人邮箱", "a person's mail address"),
    why: Localized(
      "个人邮箱属于个人信息，投稿、咨询请用单位公务邮箱。",
      "A person's mail address is personal; the organisation's own serves as well."
    ),
    basis: basis,
    patterns: [mail.pattern, account.pattern],
    triggers: .patterns([mail.pattern]),
    cases: [
      .ok("公务邮箱", "举报邮箱：jubao@example.cn，投稿邮箱：xcb\\_2025@163.com，办公室邮箱wsy@126.com。"),
      .flags("谁的邮箱", "书面意见可投意见箱，或者发到张科长的邮箱⟦zhangkz88@163.com⟧。"),
      .flags("拼音姓名加数字", "有事写信到⟦liuyang1985@126.com⟧。"),
      .flags("出生年份", "报名表发送至⟦lufang1990@163.com⟧。"),
      .flags("私人邮箱", "主任私人邮箱 ⟦abc@163.com⟧。"),
      .flags("和个人微信一起", "可以加微信：lisi2026，或者把材料发到⟦lisi88@163.com⟧。"),
    ]
  ) { draft in
    try mail.matches(in: draft).compactMap { match in
      let around = match.text.context(of: match.range, before: 24, after: 6, in: draft)
      let isNamed = try owner.matches(around.before)
      let isPersons =
        try isNamed || persons.contains { around.before.contains($0) }
        || namedAccount.matches(match.string.lowercased()) || isBesideAccount(match, in: draft)
      let isOffice = offices.contains { around.before.contains($0) || around.after.contains($0) }
      // A year of birth tells a person's own account from the one an office opened.
      let isOwn = try isNamed || bornAccount.matches(match.string.lowercased())
      guard isPersons, !isOffice || isOwn || around.before.suffix(10).contains("私人"),
        !roles.contains(where: { match.string.lowercased().hasPrefix($0) })
      else { return nil }
      return match.fault(
        Localized("这里有个人邮箱：请改留单位公务邮箱", "a person's mail address: give the office's instead"),
        in: draft
      )
    }
  }

  /// Whether the sentence gives somebody's own WeChat or QQ number, too.
  private static func isBesideAccount(_ match: PersonalMatch, in draft: ScannedDraft) throws -> Bool
  {
    let sentence = match.text.sentence(at: match.range.lowerBound, in: draft)
    return try match.text.matches(of: account.pattern, in: draft).contains {
      sentence.contains($0.lowerBound)
    }
  }

  /// Words that lead to the mailbox of one person: `张科长的邮箱`.
  private static let owner = SentenceTest(
    "[\(commonSurnames)][\\p{Han}]{0,2}(?:主任|院长|科长|股长|局长|处长|书记|站长|老师|医生|大夫|护士|护士长|先生|女士|同志|师傅|主管|干事)(?:本人|自己|个人)?的?(?:电子)?(?:邮箱|信箱|邮件)(?:地址)?[是为：: ]{0,3}$"
  )

  /// A surname in pinyin, a given name or its initials, and digits, as nobody names an office.
  private static let namedAccount = SentenceTest(
    "^(?:wang|li|zhang|liu|lu|tan|chen|yang|huang|zhao|wu|zhou|xu|sun|zhu|guo|lin|gao|luo|zheng|liang|xie|song|tang|feng|deng|cao|peng|zeng|xiao|tian|dong|pan|yuan|cai|jiang|ding|shen|zhong|cui|fan|jia|fang|zou|xiong|meng|qin|qiu|xue|yan|lei|mao|hao|gong|shao|qian|dai|kang)[a-z]{1,12}[._-]?[0-9]{2,4}@"
  )

  private static let bornAccount = SentenceTest("^[a-z]{3,16}[._-]?19[5-9][0-9]@")

  private static let persons = [
    "私人", "个人", "本人", "主任", "科长", "股长", "局长", "站长", "老师", "大夫", "医生", "医师", "教授", "院长", "患者", "病人",
    "家属", "家长", "先生", "女士", "护士", "联系人",
    "同志",
  ]
  private static let offices = [
    "举报", "投诉", "监督", "投稿", "报名", "简历", "公务", "办公", "单位", "官方", "信箱：", "意见", "征集", "院长信箱", "应聘",
    "招聘", "发送",
    "发至", "寄至", "反馈", "报送", "科室邮箱",
  ]
  private static let roles = [
    "office", "info", "service", "jubao", "tousu", "hr", "zhaobiao", "xuanchuan", "admin", "bgs",
  ]

  private static let account = PersonalPattern(
    "(?:(?:微信|薇信|V信|v信|威信|WeChat|wechat|VX|Vx|vx|WX|wx)(?:号码|号|ID|id)?(?:也?是|就是|为|加|搜索?|添加|叫)?[\\s:：（(]{0,3}[A-Za-z][A-Za-z0-9_-]{5,19}"
      + "|(?:加V|加v|加我V|加我v|加个V|加个v|＋V|＋v|\\+V|\\+v|加微|加薇|加威)[\\s:：]{0,3}[A-Za-z][A-Za-z0-9_-]{5,19}"
      + "|(?:QQ|ＱＱ|qq|扣扣|企鹅)(?:号码|号|群号|群)?(?:是|为|加)?[\\s:：]{0,3}[1-9][0-9]{4,11})(?![0-9A-Za-z@*＊×.])"
  )

  private static let messenger = FamilyRule(
    "privacy/wechat-qq",
    .warning,
    summary: Localized("公开了个人微信号或QQ号", "a person's WeChat or QQ account"),
    why: Localized(
      "个人微信号、QQ号属于个人信息，也不宜引导群众加私人号；请留单位公众号或电话。",
      "A person's account is personal information; give the organisation's own account or telephone."
    ),
    basis: basis,
    patterns: [account.pattern],
    triggers: .patterns([account.pattern]),
    cases: [
      .ok("公众号、客服", "关注微信公众号：example\\_hospital，官方微信：hospital2025，企业微信客服在线。"),
      .ok("不是号码", "微信Android版和微信WeChat均可使用，加QQ群请到服务台。"),
      .flags("个人微信", "加医生微信 ⟦wx\\_abc123⟧。"),
      .flags("加和是", "有事您招呼，微信加⟦zhengjia\\_1978⟧也行，QQ是⟦123456789⟧。"),
      .flags("括号里的", "先加小吴的微信（⟦xiaowu0726ys⟧）问清楚。"),
      .flags("只写字母", "加V：⟦abc12345⟧"),
      .flags("变写", "加薇信：⟦abc12345⟧，或QQ：⟦123456789⟧。"),
    ]
  ) { draft in
    try account.matches(in: draft).compactMap { match in
      let code = match.code
      guard code.hasDigitOrSign || match.string.contains("：") || match.string.contains(":"),
        !match.stands(official, within: 10, before: draft),
        !["公众", "小程序", "官方"].contains(where: {
          match.text.context(of: match.range, before: 0, after: 8, in: draft).after.contains($0)
        }), !code.isExample(in: draft)
      else { return nil }
      return code.fault(
        Localized("这里有个人微信号或QQ号：请改留单位公众号或电话", "a person's account: give the organisation's own"),
        in: draft
      )
    }
  }

  private static let official = [
    "公众", "官方", "订阅号", "服务号", "企业", "平台", "官微", "视频号", "小程序", "客服", "http", "本院", "医院", "卫生院", "单位",
    "政务",
  ]

  private static let plate = FamilyRule(
    "privacy/vehicle-plate",
    .warning,
    summary: Localized("公开了车牌号", "a vehicle's plate"),
    why: Localized("私人车辆的号牌能查到车主，公开时应遮盖。", "A private car's plate leads to its owner."),
    basis: basis,
    triggers: .tokens(plateTokens),
    cases: [
      .ok("已遮盖、公务车辆", "肇事车辆冀A·\\*\\*\\*\\*5，救护车冀A12345，车位编号A12345。"),
      .flags("号牌", "肇事车辆⟦冀A12345⟧。"),
      .flags("带间隔号的", "请⟦京B·8K312⟧的车主挪车。"),
    ]
  ) { draft in
    (draft.scan.tokens(of: plateTokens) + draft.hiddenScan.tokens(of: plateTokens)).compactMap {
      guard let range = plateRange(at: $0.range, in: draft.text) else { return nil }
      let prose = draft.fact(PersonalTexts.self).prose
      let match = PersonalMatch(text: prose, range: range)
      guard !match.isBeside(duties, in: draft), !match.isExample(in: draft) else {
        return nil
      }
      return match.fault(
        Localized("这里有完整的车牌号：请遮盖后几位", "a whole plate: mask its last characters"),
        in: draft
      )
    }
  }

  private static let plateTokens = TokenKinds([.latin, .identifier])
  private static let duties = [
    "救护车", "公车", "公务", "体检车", "采血车", "献血车", "执法", "工作用车", "转运车", "招标", "采购", "拍卖", "报废",
  ]
  private static let provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"

  /// The plate whose letters start with a word: a province's character, a letter, five or six more characters.
  private static func plateRange(at word: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    guard (0x41...0x5A).contains(text[word.lowerBound]),
      let province = text.scalar(before: word.lowerBound),
      provinces.unicodeScalars.contains(province)
    else { return nil }
    var end = word.lowerBound + 1
    if let next = text.scalar(at: end), next == "·" || next == "•" || next == " " {
      end += UTF8.width(next)
    }
    let start = end
    while end < text.count, isDigitByte(text[end]) || (0x41...0x5A).contains(text[end]) { end += 1 }
    guard (5...6).contains(end - start), text[start..<end].contains(where: isDigitByte),
      !(end < text.count && isLetterByte(text[end]))
    else { return nil }
    return word.lowerBound - UTF8.width(province)..<end
  }
}

extension PersonalMatch {
  /// Whether the match has a digit or a low line, as accounts have and words have not.
  fileprivate var hasDigitOrSign: Bool {
    text.bytes[range].contains { isDigitByte($0) || $0 == 0x5F }
  }
}
