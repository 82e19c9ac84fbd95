import ChineseText
import Linting
import Reading
import SourceText

/// What an advertisement of medicine or a sale must show, judged over the whole draft.
enum AdvertWhole {
  static let all: [any Rule] = [certificate, notLabelled, otcStatement, healthFoodDisclaimer]
}

/// The number of an examined medical advertisement: `医广【2025】第03-12-001号`.
private let certificateNumber = gated(
  "医广\\s*[（(【\\[〔]\\s*(?:[0-9]{4})?[^）)】\\]〕]{0,12}[）)】\\]〕]\\s*第?\\s*[0-9\\-—]{2,}"
    + "|广告审查证明(?:文号|编号)?\\s*[:：]?\\s*[^\\s，。]{0,12}[0-9]{4,}"
)
/// The number of an examined advertisement of drugs, devices or health food.
private let examinedNumber = gated("[药械食][\\p{Han}]{0,2}广审|广审[（(（]|广审（文）")

extension AdvertWhole {
  private static let certificate = FamilyRule(
    "advert/ad-certificate",
    .error,
    summary: Localized("医疗广告没有审查证明文号", "a medical advertisement without its number"),
    why: Localized(
      "发布医疗广告须先经审查，并注明《医疗广告审查证明》文号；文号一年有效。",
      "A medical advertisement is examined first and shows its number, which is valid for a year."
    ),
    basis: [Basis("ad-law", "第四十六条"), Basis("medical-ad-measures", "第三条")],
    patterns: [certificateNumber],
    cases: [
      .ok("有文号", "---\nclass: ad\n---\n\n# 开诊\n\n（某）医广【2026】第03-12-001号"),
      .ok("不是广告", "# 停诊通知\n\n周一停诊。"),
      .flags("没有文号", "---\nclass: ad\n---\n\n# 开诊\n\n欢迎就诊。"),
      .flags("文号过期", "# 开诊\n\n（某）⟦医广【2022】第03-12-001⟧号"),
    ]
  ) { draft in
    let numbers = try certificateNumber.matches(in: draft)
    if numbers.isEmpty {
      guard DocumentClass.isTold(of: draft),
        try draft.fact(DocumentClass.self).isDeclared([.ad])
      else { return [] }
      let message = Localized(
        "没有《医疗广告审查证明》文号：经审查后在页脚注明「（某）医广【年份】第…号」",
        "no number of examination: have it examined and show the number"
      )
      return [Fault(range: 0..<0, message: message, source: SourceRange(0, 0))]
    }
    return numbers.compactMap { number in
      let digits = draft.draft.string(in: number).unicodeScalars.split { !isASCIIDigit($0) }
      guard let year = digits.compactMap({ Int(String($0)) }).first(where: { $0 > 2000 }),
        (2006..<draft.today.year - 1).contains(year)
      else { return nil }
      let message = Localized(
        "审查证明是 \(year) 年的，一年有效，已经过期",
        "the examination of \(year) was valid for a year and has expired"
      )
      return Fault(range: number, message: message)
    }
  }

  private static let purchase = gated(
    "购物链接|点击购买|立即购买|下单链接|扫码下单|小程序商城|立即抢购|加入购物车|点此购买|扫码购买"
  )
  private static let service = SentenceTest("挂号|缴费|预约|电子健康卡|医保|不要|切勿|警惕|谨防|骗|不得")
  private static let label = gated(
    "^\\W{0,4}广告\\W{0,4}$|[（(【\\[「]广告[）)】\\]」]|本文(?:系|为|含)广告|广告内容|广告\\s*[|｜·]"
  )

  private static let notLabelled = FamilyRule(
    "advert/ad-not-labelled",
    .error,
    summary: Localized("附购买方式而没有标明「广告」", "a way to buy without the word advertisement"),
    why: Localized(
      "以知识介绍、体验分享等形式推销并附购物链接的，须显著标明「广告」。",
      "What sells under the guise of knowledge or experience shows the word 广告."
    ),
    basis: [Basis("ad-law", "第十四条"), Basis("internet-ad-measures", "")],
    patterns: [purchase, label],
    triggers: .patterns([purchase]),
    cases: [
      .ok("预约挂号", "扫码即可预约挂号、在线缴费。"),
      .ok("已标明", "# 好物清单（广告）\n\n文末扫码下单。"),
      .flags("没有标明", "# 家庭药箱好物\n\n文末⟦扫码下单⟧。"),
    ]
  ) { draft in
    guard
      let first = try purchase.matches(in: draft).first(where: { match in
        try !service.matches(draft.sentence(at: match.lowerBound), of: draft.text)
      }), try label.matches(in: draft).isEmpty
    else { return [] }
    let shown = draft.draft.string(in: first)
    let message = Localized(
      "附有购买方式（\(shown)）而没有标明「广告」：删去购买方式，或在标题后显著标明「广告」",
      "\(shown) is a way to buy: delete it, or show the word 广告 beside the title"
    )
    return [Fault(range: first, message: message)]
  }

  private static let statement = gated(
    "请按药品说明书或者?在药师指导下购买和使用|本广告仅供医学药学专业人士阅读|禁忌内容或者?注意事项详见说明书"
  )
  private static let statementGuards = Guards([.lawText, .debunked])

  private static let otcStatement = FamilyRule(
    "advert/otc-statement",
    .warning,
    summary: Localized("有药品广告用语而没有广告批准文号", "words of a drug advertisement without its number"),
    why: Localized(
      "这些话是药品、医疗器械广告必须标明的；有它们就是广告，须有审查文号。",
      "Only advertisements of drugs and devices have these words, and those need a number."
    ),
    basis: [Basis("ad-law", "第十六条"), Basis("ad-law", "第四十六条")],
    patterns: [statement, examinedNumber],
    triggers: .patterns([statement]),
    cases: [
      .ok("讲解法条", "《广告法》规定应当标明“请按药品说明书或者在药师指导下购买和使用”。"),
      .flags("只有提示语", "⟦禁忌内容或者注意事项详见说明书⟧"),
    ]
  ) { draft in
    let matches = try statement.matches(in: draft)
    guard !matches.isEmpty, try examinedNumber.matches(in: draft).isEmpty else { return [] }
    return try matches.compactMap { match in
      if try statementGuards.excuse(match, in: draft) { return nil }
      let message = Localized(
        "这是药品或医疗器械广告的用语：删去推销内容，或注明广告审查文号",
        "these are words of an advertisement: delete the promotion, or show its number"
      )
      return Fault(range: match, message: message)
    }
  }

  private static let healthFood = gated(
    "国食健[注字]\\s?[GJgj]?\\s?[0-9]{4,}|卫食健[进字（(]\\s?[^。]{0,6}[0-9]{4,}"
  )
  private static let disclaimer = gated("不能代替药物|不能替代药物")

  private static let healthFoodDisclaimer = FamilyRule(
    "advert/health-food-disclaimer-missing",
    .error,
    summary: Localized("保健食品没有「本品不能代替药物」", "health food without its statement"),
    why: Localized(
      "介绍保健食品应当显著标明「本品不能代替药物」。",
      "Health food is shown with the statement 本品不能代替药物."
    ),
    basis: [Basis("ad-law", "第十八条"), Basis("food-safety-law", "第七十八条")],
    patterns: [healthFood, disclaimer],
    triggers: .patterns([healthFood]),
    cases: [
      .ok("已标明", "益生菌粉（国食健注G20200001），本品不能代替药物。"),
      .ok("讲保健食品是什么", "保健食品的包装上有蓝帽子标志。"),
      .flags("没有标明", "益生菌粉（⟦国食健注G20200001⟧）有助于维持肠道健康。"),
    ]
  ) { draft in
    guard let first = try healthFood.matches(in: draft).first,
      try disclaimer.matches(in: draft).isEmpty
    else { return [] }
    let message = Localized(
      "介绍保健食品要标明「本品不能代替药物」",
      "write 本品不能代替药物 beside the health food"
    )
    return [Fault(range: first, message: message)]
  }
}
