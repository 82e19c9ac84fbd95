import ChineseText
import Linting
import Reading
import SourceText

/// Images that somebody else has rights in, or that the law has rules of its own for.
enum ImageRights {
  static let all: [any Rule] = [thirdParty, machineMade, mapApproval, stateSymbol, qrUnlabelled]
}

extension ImageRights {
  private static let thirdParty = FamilyRule(
    "image/third-party-licence",
    .warning,
    summary: Localized("图库或通讯社的图片没有授权信息", "an agency's image without a licence"),
    why: Localized(
      "图库、通讯社的图片要付费取得授权，只写出处不等于有权使用。",
      "Naming an agency gives no right to use its images: they need a licence."
    ),
    basis: [Basis("copyright-law", "第五十三条"), Basis("wechat-account-management", "六、3")],
    triggers: .images,
    cases: [
      .ok("写明编号和授权", "![门诊](a.jpg)\n\n图源：视觉中国 VCG211000（授权编号 2025-018）"),
      .ok("正文里的电头", "![门诊](a.jpg)\n\n新华社北京3月1日电 记者从会上获悉，名单已经公布。"),
      .flags("没有编号", "![门诊](a.jpg)\n\n⟦图源：视觉中国⟧"),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty, draft.draft.metadata["license"] == nil else { return [] }
    return try draft.fact(ImageTexts.self).faults { text, entry in
      guard try agencies.matches(text.string), !entry.mentions(licences),
        try !number.matches(text.string)
      else { return nil }
      let message = Localized(
        "图片来自图库或通讯社：请写明图片编号或授权编号，没有授权的不要用",
        "an agency's image: give its number or the licence's, or leave it out"
      )
      return text.fault(message)
    }
  }

  private static let agencies = SentenceTest(
    "视觉中国|VCG|图虫|东方IC|IC ?[Pp]hoto|摄图网|千图网|千库网|包图网|昵图网|站酷|全景视觉|全景网|Getty ?Images|Shutterstock|iStock|Adobe ?Stock"
      + "|新华社(?!区|[\\p{Han}]{1,8}\\d{1,2}月)|中新社(?![\\p{Han}]{1,8}\\d{1,2}月)|人民视觉|(?<![A-Za-z])CFP(?![A-Za-z])"
  )
  private static let licences = LiteralSet(["授权", "许可", "编号", "正版", "已购", "ID"])
  private static let number = SentenceTest("VCG\\s?\\d{2,}|\\d{6,}")

  private static let machineMade = FamilyRule(
    "image/ai-generated-unlabelled",
    .warning,
    summary: Localized("AI生成的图片没有标明", "an image made by a machine that does not say so"),
    why: Localized(
      "人工智能生成、合成的图片须让读者看得出，发布时应主动声明。",
      "Images made by artificial intelligence must say so where readers see it."
    ),
    basis: [Basis("ai-label-measures", ""), Basis("wechat-account-management", "六、2")],
    patterns: [credit, label],
    triggers: .images,
    cases: [
      .ok("已经标明", "![手卫生](a.png)\n\n图片由AI生成"),
      .ok("文章讲人工智能", "![阅片](a.jpg)\n\n人工智能辅助诊断系统上线（王丽 摄）"),
      .ok("食物", "![豆包和粥](a.jpg)\n\n早餐的豆包（王丽 摄）"),
      .flags("写了工具而没有标明", "![手卫生](a.png)\n\n⟦封面图由即梦制作⟧"),
      .flags("用工具画的", "⟦![用即梦画的血管示意图](a.png)⟧"),
      .flags("图注里只写工具", "⟦![药材铺在竹匾上](a.png \"图：即梦\")⟧"),
      .flags("工具出品", "![山路](a.png)\n\n⟦插画：即梦出品⟧"),
      .flags("文件名露出来历", "⟦![手卫生](midjourney_01.png)⟧"),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty else { return [] }
    let message = Localized(
      "图片像是AI生成的：请在图下写明「图片由AI生成」",
      "the image seems to be made by a machine: say 图片由AI生成 below it"
    )
    var faults = try draft.fact(ImageTexts.self).faults { text, _ in
      let isMade =
        text.kind == .fileName
        ? try madeName.matches(text.string.lowercased()) : try madeBy.matches(text.string)
      return isMade ? text.fault(message) : nil
    }
    for match in try credit.matches(in: draft) {
      let place = draft.source(of: match)
      let isKnown = faults.contains { $0.source.map { $0.overlaps(place) } ?? false }
      if !isKnown { faults.append(Fault(range: match, message: message)) }
    }
    guard !faults.isEmpty, try label.matches(in: draft).isEmpty else { return [] }
    let isLabelled = draft.draft.images.contains { image in
      [image.alt, image.title].contains { $0.map { said.stands(in: $0.string) } ?? false }
    }
    return isLabelled ? [] : faults
  }

  private static let tools =
    "(?:即梦|文心一格|通义万相|可灵|豆包|混元|Midjourney|MidJourney|Stable ?Diffusion|DALL[·-]?E|ComfyUI|Sora|AIGC|ChatGPT)"
  private static let making = "(?:制作|生成|绘制|作图|出图|创作|合成|设计|出品)"
  private static let madeBy = SentenceTest(
    "(?:图片?|配图|插图|插画|海报|漫画|封面)[^。；，]{0,3}(?:出自|来自|源自|取自|由|用|靠)\(tools)|\(tools)[^。；，]{0,4}\(making)|[用靠让]\(tools)[^。；，]{0,6}(?:做|画|生|出)[的成出]|(?:图源|来源|制图|绘图|作图|供图|配图|图片|插图|插画|漫画|海报|图)\\s*[:：/｜|]\\s*\(tools)"
  )
  /// Of a file's name in lower case.
  private static let madeName = SentenceTest(
    "midjourney|stable[-_ ]?diffusion|dall[-_]?e[-_0-9]|comfyui|sdxl|aigc|jimeng[-_0-9]|ai[-_]?generated|ai生成"
  )
  private static let credit = gated(
    "(?:封面图?|题图|配图|插图|插画|图片|海报|漫画)[^。；，\\n]{0,8}\(tools)[^。；，\\n]{0,4}\(making)"
  )
  private static let label = gated(
    "(?:AI|ＡＩ|人工智能|AIGC)(?:技术|工具|大模型|软件)?(?:辅助)?(?:生成|合成|绘制|制作|创作)"
  )
  private static let said = LiteralSet(["AI生成", "AI合成", "AI绘制", "AI制作", "人工智能生成", "AI创作"])

  private static let mapApproval = FamilyRule(
    "image/map-approval-missing",
    .error,
    summary: Localized("地图没有审图号", "a map without the number of its approval"),
    why: Localized(
      "公开的地图须经审核并标明审图号；画错国界是严重问题。可从自然资源部标准地图服务取底图。",
      "Published maps are reviewed and carry a number; a wrong border is grave."
    ),
    basis: [Basis("map-regulations", "第十五条"), Basis("map-regulations", "第二十二条")],
    escalation: .leadership,
    triggers: .images,
    cases: [
      .ok("标明审图号", "![全国流感活动分布图](a.png)\n\n底图来源：自然资源部标准地图服务 审图号：GS（2023）2767号"),
      .ok("院内和路线图", "![院区平面图](a.png)\n\n![全市公交路线示意图](b.png)\n\n![就诊导引地图](c.png)"),
      .ok("在地图前拍照", "![医疗队员在中国地图前合影](a.jpg)"),
      .flags("没有审图号", "⟦![全国流感活动分布图](a.png)⟧"),
      .flags("图注写明是地图", "<p><img src=\"a.png\" alt=\"\" width=\"900\"></p><p>⟦图2 全省布病疫情分布地图⟧</p>"),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty else { return [] }
    let faults = try draft.fact(ImageTexts.self).faults { text, entry in
      guard maps.stands(in: text.string), try map.matches(text.string), !entry.mentions(graphs)
      else { return nil }
      let message = Localized(
        "这是全国、全省一级的地图，没有写审图号：请换用标准地图并标明审图号",
        "a map of a country or province without 审图号: use a standard map and give its number"
      )
      return text.fault(message)
    }
    guard !faults.isEmpty else { return [] }
    let whole = 0..<draft.text.count
    let isApproved =
      draft.text.contains(anyOf: ["审图号", "GS（", "GS(", "国审字"], in: whole)
      || draft.draft.images.contains { $0.alt?.string.contains("审图号") ?? false }
    return isApproved ? [] : faults
  }

  private static let maps = LiteralSet(["地图", "版图", "分布图", "区划图", "疆域图"])
  private static let map = SentenceTest(
    "(?:中国|全国|我国|世界|全球|各省|全省|[\\p{Han}]{2,3}省|各国|亚洲|欧洲|非洲)[^。；，]{0,16}?"
      + "(?:地图|版图|疆域图|区划图|(?:地区|区域|省份|地理|空间|疫情|流行|活动|发病|病例|风险|等级|感染)[\\p{Han}]{0,3}分布图|分布地图)"
      + "(?=\\W*$|[（(：:，,。、；;]|示意|如|\\d|\\s)"
  )
  private static let graphs = LiteralSet([
    "年龄", "性别", "时间分布", "构成", "导航", "路线", "思维", "脑图", "基因", "图谱", "平面",
  ])

  private static let stateSymbol = FamilyRule(
    "image/state-symbol",
    .warning,
    summary: Localized("推广图片用了国旗、国徽等", "a promotion that uses the flag or the emblem"),
    why: Localized(
      "广告和促销不得使用国旗、国徽、军旗、人民币等的图案。",
      "Advertising must not use the flag, the emblem or banknotes."
    ),
    basis: [Basis("ad-law", "第九条第一项"), Basis("wechat-account-management", "一、3")],
    triggers: .images,
    cases: [
      .ok("升旗仪式", "![升国旗仪式](a.jpg)"),
      .ok("党建活动", "![党员在党旗下重温誓词](a.jpg)"),
      .flags("套餐海报", "⟦![以国旗为底图的体检套餐海报](a.jpg)⟧"),
    ]
  ) { draft in
    guard !draft.draft.images.isEmpty else { return [] }
    return try draft.fact(ImageTexts.self).faults { text, entry in
      guard symbols.stands(in: text.string), !entry.mentions(ceremony) else { return nil }
      let isPromotion = try draft.isPromotion
      guard isPromotion || sale.stands(in: text.string) else { return nil }
      let message = Localized(
        "推广图片里不得使用国旗、国徽、军旗、人民币等图案",
        "a promotion must not show the flag, the emblem or banknotes"
      )
      return text.fault(message, escalation: isPromotion ? .leadership : nil)
    }
  }

  private static let symbols = LiteralSet([
    "国旗", "国徽", "军旗", "军徽", "党徽", "党旗", "人民币", "天安门",
  ])
  private static let sale = LiteralSet([
    "套餐", "优惠", "促销", "特价", "打折", "团购", "抢购", "代金", "活动价", "广告", "礼包",
  ])
  private static let ceremony = LiteralSet([
    "升国旗", "升旗", "宣誓", "誓词", "党员", "党建", "仪式", "合影", "参观", "敬礼", "入党", "国庆", "演出", "合唱",
  ])

  private static let qrUnlabelled = FamilyRule(
    "image/qr-unlabelled",
    .warning,
    summary: Localized("二维码没有说明", "a QR code without a word about it"),
    why: Localized(
      "读者不知道扫了会到哪里、是谁的码，也容易被人换成骗子的码。",
      "Readers cannot tell where a code leads and whose it is."
    ),
    basis: [Basis("wechat-account-management", "四、2")],
    triggers: .images,
    cases: [
      .ok("写明用途", "![二维码](a.png)\n\n扫码预约挂号（本院官方小程序）"),
      .ok("替代文字写明", "<p>正文</p><img src=\"qrcode.png\" alt=\"云溪县人民医院公众号二维码\">"),
      .flags("只说是码", "今天的讲座到此结束。\n\n⟦![黑白方格的二维码图片](a.png)⟧\n\n下次再见。"),
      .flags("光秃秃的二维码", "今天的讲座到此结束。\n\n⟦![二维码](a.png)⟧\n\n下次再见。"),
    ]
  ) { draft in
    try draft.draft.images.compactMap { image in
      guard !image.isHidden, isCode(image), try !isExplained(image, in: draft) else { return nil }
      let message = Localized(
        "二维码旁请写明是谁的码、扫了做什么，如「扫码预约挂号（本院小程序）」",
        "say beside the code whose it is and what it is for"
      )
      return Fault(range: 0..<0, message: message, source: image.source)
    }
  }

  private static func isCode(_ image: Image) -> Bool {
    if let alt = image.alt?.string, codeTexts.stands(in: alt) { return true }
    guard let url = image.url?.string, !url.hasPrefix("data:") else { return false }
    return codeNames.stands(in: url) || codeNames.stands(in: url.lowercased())
  }

  private static func isExplained(_ image: Image, in draft: ScannedDraft) throws -> Bool {
    let texts = [image.alt, image.title].compactMap { $0?.string.trimmingBlanks }
    if texts.contains(where: { purposes.stands(in: $0) || says(of: $0) }) { return true }
    let near = [
      image.previousBlock.map { $0 - 1 }, image.previousBlock, image.block, image.nextBlock,
      image.nextBlock.map { $0 + 1 }, image.caption,
    ]
    return near.contains { index in
      guard let index, draft.draft.blocks.indices.contains(index) else { return false }
      return purposes.stands(in: draft.draft.blocks[index].text, of: draft.text)
    }
  }

  /// Whether a text says more than that there is a code.
  private static func says(of text: String) -> Bool {
    let scalars = text.unicodeScalars.filter { !codeSigns.contains($0) }
    return text.utf8.count > 18 && scalars.count > 3
  }

  private static let codeSigns = Set("一个张枚的黑白方格块图片像片照二维码小程序太阳QRqrcode扫描矩阵".unicodeScalars)
  private static let codeTexts = LiteralSet(["二维码", "小程序码", "太阳码", "QR", "qrcode", "QRCode"])
  private static let codeNames = LiteralSet(["qrcode", "qr_code", "erweima", "_qr.", "/qr."])
  private static let purposes = LiteralSet([
    "扫码", "扫一扫", "扫描", "长按", "识别", "关注", "预约", "挂号", "公众号", "小程序", "报名", "咨询", "查询", "缴费", "视频号",
    "客服", "问卷", "下载", "添加", "入群", "加群", "登记", "签约", "投诉", "举报", "客户端", "服务号", "订阅",
  ])
}
