import ChineseText
import Linting
import Reading
import SourceText

/// What is written about images: sources that name nobody, alternative texts that say nothing, when and where.
enum ImageNoting {
  static let all: [any Rule] = [sourceVague, altPlaceholder, timeAndPlace]
}

extension ImageNoting {
  private static let sourceVague = FamilyRule(
    "image/source-vague",
    .error,
    summary: Localized("图片来源写作「网络」", "“the internet” given as an image's source"),
    why: Localized(
      "「网络」「百度」「网友」不是来源：查不到作者，也没有授权；来源不明的图片不予上传。",
      "“The internet” names neither author nor permission; images of unknown origin are not published."
    ),
    basis: [
      Basis("wechat-account-management", "六、2"), Basis("website-management", "四、（六）1"),
    ],
    patterns: [phrase],
    triggers: [.images, .patterns([phrase])],
    cases: [
      .ok("网络是部门名的一部分", "![机房](a.jpg)\n\n本院网络信息中心供图"),
      .ok("有名有姓的网站", "![讲课](a.jpg)\n\n图源：人民网"),
      .ok("讲规矩", "图片不得只标注“图片来源：网络”。"),
      .flags("来源写网络", "![讲课](a.jpg)\n\n⟦图片来源：网络⟧，侵删"),
      .flags("资料图片没有单位", "![讲课](a.jpg)\n\n⟦资料图片⟧"),
      .flags("没有配图的也算", "⟦图片来自百度⟧。"),
      .flags("采自", "![散粉](a.jpg)\n\n柏树散粉（⟦配图采自网络⟧）"),
      .flags("换个说法", "![软食](a.jpg)\n\n软食示意，⟦图片从百度搜得⟧"),
      .flags("网友拍的", "![冲洗](a.jpg)\n\n⟦冲洗坐姿（图：某网友随手拍，作者不详）⟧"),
    ]
  ) { draft in
    let message = Localized(
      "图片来源写得无法查证：请写明作者或单位，查不到的不要用",
      "the image's source cannot be traced: name its author or owner, or leave the image out"
    )
    let images = try draft.fact(ImagesWithoutSource.self).images
    var faults: [Fault] = []
    var blocks: Set<Int> = []
    for match in try phrase.matches(in: draft) {
      guard let index = draft.blockIndex(at: match.lowerBound),
        !draft.draft.blocks[index].isCode,
        try !discussed.matches(draft.sentence(at: match.lowerBound), of: draft.text)
      else { continue }
      // Where no image is at fault a note about text and pictures is the text's.
      let isShared = draft.text[match].starts(with: "图文".utf8)
      if isShared, images.isEmpty { continue }
      if blocks.insert(index).inserted { faults.append(Fault(range: match, message: message)) }
    }
    guard images.contains(where: { $0.note == .vague }) else { return faults }
    let notes = try draft.fact(ImageNotes.self)
    for image in images where image.note == .vague {
      switch try notes.vaguePlace(of: draft.draft.images[image.index]) {
      case .block(let index):
        let range = draft.draft.blocks[index].text
        if blocks.insert(index).inserted { faults.append(Fault(range: range, message: message)) }
      case .image:
        let place = draft.draft.images[image.index].source
        faults.append(Fault(range: 0..<0, message: message, source: place))
      }
    }
    return faults
  }

  private static let discussed = SentenceTest(
    "谣言|辟谣|不要|不得|不能|不予|禁止|只标|仅标|写作|写成|标注为|勿用"
  )
  private static let phrase = gated(
    "(?:图片|照片|配图|插图|封面图?|题图|海报|动图|图文|组图)(?:均|都|全部|部分)?(?:来源|来自|源于|源自|取自|摘自|采自|选自|下自|出自|转自|综合|下载)(?:于|自)?\\s*[:：|｜丨/]?\\s*\(nets)"
      + "|图源(?:于|自)?\\s*[:：|｜丨/]?\\s*\(nets)|"
      + SourceNote.taken(from: "网络|互联网|网上|百度|网友|朋友圈|微信群|搜索引擎|谷歌|必应")
  )
  private static let nets =
    "(?:网络|互联网|网上|百度图片|百度|网友|朋友圈|微信群|搜索引擎|公开资料|谷歌|必应|不详|未知)"
    + "(?=\\s*(?:$|[\\u2028\\n。，,；;、）)】\\]|｜丨/／”\"]|图片|截图|整理|综合|公开|搜索|侵|如有|若有|等))"

  private static let altPlaceholder = FamilyRule(
    "image/alt-placeholder",
    .suggestion,
    summary: Localized("替代文字没有说图里是什么", "an alternative text that says nothing"),
    why: Localized(
      "「图片」「微信图片_2025」「IMG_001」读屏软件念出来等于没有。",
      "A file's name read aloud tells nobody what the image shows."
    ),
    basis: [Basis("accessibility-law", "第三十二条")],
    triggers: .images,
    cases: [
      .ok("说明内容", "![图1 手卫生五个时刻](a.jpg)"),
      .ok("中文文件名就是说明", "![七步洗手法](七步洗手法.jpg)"),
      .flags("文件名", "⟦![微信图片_20250301](a.jpg)⟧"),
      .flags("编辑器的默认文字", "<p>甲</p>⟦<img src=\"a.jpg\" alt=\"图片\">⟧"),
    ]
  ) { draft in
    let kinds = draft.fact(ImageKinds.self).kinds
    return try draft.draft.images.enumerated().compactMap { index, image in
      guard kinds[index] != .decorative, !image.isHidden,
        let alt = image.alt?.string.trimmingBlanks,
        (1...60).contains(alt.utf8.count), try saysNothing(alt, of: image)
      else { return nil }
      // The platform itself writes 图片 into every image.
      if draft.profile == .wechat, alt == "图片",
        try draft.fact(ImageNotes.self).captionText(of: image) != nil
      {
        return nil
      }
      let message = Localized(
        "替代文字「\(alt)」没有说图里是什么，宜用一句话写明",
        "“\(alt)” does not say what the image shows"
      )
      return Fault(range: 0..<0, message: message, source: image.source)
    }
  }

  private static func saysNothing(_ alt: String, of image: Image) throws -> Bool {
    if mayBePlaceholder(alt), try placeholder.matches(alt) { return true }
    let isASCII = alt.utf8.allSatisfy { $0 < 0x80 }
    return isASCII && image.fileName == alt
  }

  /// Whether a text that opens with a Han opens as placeholders do, or holds the point of a file's name.
  private static func mayBePlaceholder(_ alt: String) -> Bool {
    let bytes = alt.utf8
    guard let first = bytes.first, (0xE4...0xE9).contains(first) else { return true }
    return bytes.contains(UInt8(ascii: "."))
      || openings.contains { bytes.starts(with: $0.utf8) }
  }

  private static let openings = ["图", "照片", "未命名", "无标题", "微信", "截屏", "屏幕截图"]
  private static let placeholder = SentenceTest(
    "^(?i:图片?|照片|图像|image|img|pic|picture|photo|未命名|无标题|untitled|微信图片[_ ]?\\d*|微信截图[_ ]?\\d*|QQ图片\\d*|IMG[_-]?\\d+.*|DSC[_N]?\\d+"
      + "|mmexport\\d+|screenshot.*|截屏.*|屏幕截图[\\s\\d_-]*|image\\d+|\\d+|[\\w-]+\\.(?:jpe?g|png|gif|webp|bmp))(?i:\\.(?:jpe?g|png|gif|webp|bmp))?$"
  )

  private static let timeAndPlace = FamilyRule(
    "image/selfshot-time-place",
    .suggestion,
    summary: Localized("自己拍的新闻照片没有写时间", "a news photo of one's own without a date"),
    why: Localized(
      "自己拍摄的现场照片写上时间、地点，读者不会把旧照片当成新闻。",
      "With its date and place no reader takes an old photo for news."
    ),
    basis: [Basis("self-media-notice-2023", ""), Basis("wechat-account-management", "六、2")],
    triggers: .images,
    cases: [
      .ok(
        "图注有日期",
        "---\nclass: news\n---\n\n![演练](a.jpg)\n\n3月5日，急救演练现场（李强 摄）"
      ),
      .ok("不是新闻", "![演练](a.jpg)\n\n急救演练（李强 摄）"),
      .flags(
        "哪天拍的",
        "---\nclass: news\n---\n\n医院开展急救演练。\n\n![演练](a.jpg)\n\n⟦急救演练（李强 摄）⟧"
      ),
    ]
  ) { draft in
    guard try draft.fact(DocumentClass.self).isDeclared([.news, .interview]) else { return [] }
    return try draft.fact(ImageTexts.self).faults { text, entry in
      guard text.kind == .caption, events.stands(in: text.string),
        try shot.matches(text.string), !entry.mentions(still)
      else { return nil }
      let image = draft.draft.images[entry.index]
      let indices = [image.previousBlock, image.nextBlock].compactMap(\.self)
      let around = Set(indices.flatMap { [$0 - 1, $0, $0 + 1] })
      let isDated = try around.contains { index in
        guard draft.draft.blocks.indices.contains(index) else { return false }
        return try dated.matches(draft.draft.blocks[index].text, of: draft.text)
      }
      guard try !isDated && !dated.matches(text.string) else { return nil }
      let message = Localized(
        "现场照片宜写明拍摄的时间和地点",
        "say when and where the photo was taken"
      )
      return text.fault(message)
    }
  }

  private static let shot = SentenceTest(
    "[\\p{Han}]\\s*[/／]?\\s*(?:摄影|拍摄|摄)\\s*(?:$|[）)。，])|(?:摄影|拍摄)\\s*[:：/]"
  )
  private static let dated = SentenceTest(
    "\\d{1,2}月|\\d{1,2}日|(?:19|20)\\d{2}|今天|昨天|昨日|今日|近日|日前|上午|下午|周[一二三四五六日]|当天|当日|月[初底]|日,"
  )
  private static let events = LiteralSet([
    "现场", "活动", "演练", "义诊", "讲座", "培训", "比赛", "竞赛", "仪式", "会议", "宣教", "走访", "启动", "慰问", "接种",
  ])
  private static let still = LiteralSet([
    "头像", "肖像", "专家", "主任", "设备", "外景", "院景", "诊室", "病房", "大厅", "示意", "资料", "环境",
  ])
}
