import ChineseText
import Linting
import Reading
import SourceText

/// Statements about rights that do not hold.
enum RightsStatements {
  static let all: [any Rule] = [deleteNotice, originalConflict]
}

extension RightsStatements {
  private static let deleteNotice = FamilyRule(
    "copyright/delete-notice",
    .error,
    summary: Localized("用「侵删」代替授权", "a notice of deletion in the place of permission"),
    why: Localized(
      "先用后删不是许可：使用他人作品要事先取得授权，「侵删」声明不能免除责任。",
      "An offer to delete is no licence: what is another’s needs leave beforehand."
    ),
    basis: [
      Basis("wechat-account-management", "六、3"), Basis("copyright-law", "第五十三条"),
      Basis("civil-code", "第一千一百九十四条"),
    ],
    patterns: [notice],
    triggers: .patterns([notice]),
    cases: [
      .ok("写明来源和授权", "图源：本院宣传科；文字由作者授权。"),
      .ok("维护自己的权利", "未经许可不得转载，如有侵权，依法追究责任。"),
      .ok("投诉指引", "# 权利人投诉指引\n\n如认为本站内容侵权，请联系我们删除。"),
      .flags("侵删", "少吃盐。\n\n图文来源于网络⟦，侵删⟧。", fixed: "少吃盐。\n\n图文来源于网络。"),
      .flags(
        "不用「如有」",
        "少吃盐。\n\n⟦哪位老师觉得侵犯了您的权利，留个言，小编马上撤下⟧。",
        fixed: "少吃盐。\n\n"
      ),
      .flags(
        "认出自己的文章",
        "少吃盐。\n\n⟦哪位老师认出是自己的文章，招呼一声，我们马上撤下⟧。",
        fixed: "少吃盐。\n\n"
      ),
      .flags(
        "若有不妥",
        "少吃盐。\n\n文字版权归原作者所有⟦，若有不妥请后台留言，我们会在第一时间删除⟧。",
        fixed: "少吃盐。\n\n文字版权归原作者所有。"
      ),
      .flags(
        "权利属于作者",
        "少吃盐。\n\n文字的权利属于作者⟦，若有不妥请在后台留言，我们马上撤下⟧。",
        fixed: "少吃盐。\n\n文字的权利属于作者。"
      ),
      .flags(
        "版权问题",
        "少吃盐。\n\n⟦如有版权问题，请在留言区告诉我们，一经核实马上处理删除⟧。",
        fixed: "少吃盐。\n\n"
      ),
      .flags(
        "请作者联系",
        "少吃盐。\n\n图文来自书刊⟦，请作者看到后与我们联系，不愿刊出的我们立即撤掉⟧。",
        fixed: "少吃盐。\n\n图文来自书刊。"
      ),
      .ok("公示的异议", "公示期间如有异议，请向监察室反映，我们将及时核实。"),
      .flags(
        "换了说法",
        "少吃盐。\n\n⟦如涉及哪位老师的权益，烦请在后台吱一声，我们马上撤换⟧。",
        fixed: "少吃盐。\n\n"
      ),
      .flags(
        "联系删除",
        "少吃盐。\n\n版权归原作者所有⟦，如有侵权请联系我们删除⟧。",
        fixed: "少吃盐。\n\n版权归原作者所有。"
      ),
    ]
  ) { draft in
    let matches = try notice.matches(in: draft)
    guard !matches.isEmpty, try !isNoticePage(draft) else { return [] }
    return try matches.compactMap { match in
      guard let block = draft.block(at: match.lowerBound), !block.isCode, block.kind != .title,
        !draft.scan.isOpaque(at: match.lowerBound),
        try !discussed.matches(draft.sentence(at: match.lowerBound), of: draft.text)
      else { return nil }
      var start = match.lowerBound
      if start > block.text.lowerBound, let left = draft.text.scalar(before: start),
        left == "，" || left == ","
      {
        start -= UTF8.width(left)
      }
      let range = start..<match.upperBound
      // A sentence of its own goes with its stop.
      let isWhole = start == draft.sentence(at: match.lowerBound).lowerBound
      let hasStop = draft.text.scalar(at: range.upperBound) == "。"
      let end = isWhole && hasStop ? range.upperBound + "。".utf8.count : range.upperBound
      let fix = draft.fix(
        Localized("删去", "delete it"),
        .unsafe,
        replacing: start..<end,
        with: ""
      )
      return Fault(range: range, message: .delete, fix: fix)
    }
  }

  private static let notice = gated(
    "(?:侵删|侵权删|侵权必删|侵权即删|侵必删|侵权立删|侵立删|侵权请删|侵权可删|侵权则删)除?"
      + "|(?:如有|若有|如|若|如果|倘)(?:存在|涉及|有|认为[^，。；]{0,12})?(?:任何)?(?:侵权|侵犯|侵害)(?![^。；]{0,30}(?:追究|必究|维权))[^。；\\u2028\\n]{0,40}?(?:删除|删帖|撤除|撤下|下架|撤稿|[即就必立]删|(?:第一时间|马上|立即|立刻|及时|会)删)(?:处理)?"
      + "|(?:哪位|谁|有人|作者|老师)[^。；，,\\n]{0,8}?(?:认出|发现|看到)(?:这?是|了)?自己的(?:文章|作品|照片|图片|文字|东西)[^。；\\n]{0,16}?(?:小编|我们|本号|马上|立即|立刻|第一时间)[^。；\\n]{0,6}?(?:删除|删掉|撤下|撤掉|撤除|下架|撤稿)"
      + "|(?:哪位|谁|有人|作者|老师|权利人|版权方|您)[^。；，,\\n]{0,10}?(?:侵权|侵犯|侵害)[^。；\\n]{0,24}?(?:小编|我们|本号|马上|立即|立刻|第一时间)[^。；\\n]{0,6}?(?:删除|删掉|撤下|撤掉|撤除|下架|撤稿)"
      + "|(?:如果?|若|倘若)?(?:涉及|侵犯|侵害|触及|损害|冒犯)[^。；，,\\n]{0,14}(?:权益|权利|版权|著作权|肖像|作品)[^。；\\n]{0,30}?(?:后台|留言|私信|联系|告知|告诉|吱一?声|打个?招呼|说一声|来电|来信|通知|提醒)[^。；\\n]{0,20}?(?:撤换|撤下|撤掉|删除|删掉|换掉|更换|下架|移除|拿掉|[即就必立]删|(?:第一时间|马上|立即|立刻|及时|会)删)"
      + "|(?:联系不上|找不到|未能联系|没能联系)[^。；，,]{0,8}(?:作者|版权)[^。；\\n]{0,30}?(?:撤换|撤下|删除|删掉|换掉|稿酬|下架)"
      + "|(?:请|望|敬请|烦请|如|若)(?:原)?(?:作者|权利人|著作权人|版权人|版权方|摄影者)[^。；，,\\n]{0,10}?(?:与我们|与本|联系|告知|来电|来函|留言|认领)[^。；\\n]{0,30}?(?:撤换|撤下|撤掉|撤稿|删除|删掉|下架|移除|稿酬|稿费|付酬)"
      + "|侵权(?:请|可|烦请|者请)?(?:及时)?联系[^。；\\u2028\\n]{0,16}?(?:删除|删帖|处理)"
      + "|(?<=作者所有[，,；;])(?:如有|若有|如)?侵权[^。；\\u2028\\n]{0,4}(?:联系|告知|通知)"
      + "|(?<=作者所有)[，,；;](?:如有|若有|如果有|如|若)[^。；，,\\n]{0,4}?(?:不妥|异议|争议|问题|冒犯|不当)[^。；\\n]{0,24}?(?:删除|删掉|撤下|下架|处理)"
      + "|(?:如果?|若|倘若|倘|要是)(?:存在|发现|有|您认为|觉得)?[^。；，,\\n]{0,8}?(?:不妥|异议|争议|冒犯|不当|不合适|不愿意|不同意)[^。；\\n]{0,20}?(?:我们|小编|本号|本站|马上|立即|立刻|第一时间|随时|尽快|及时|会|将)[^。；\\n]{0,8}?(?:删除|删掉|撤下|撤掉|下架|撤换|移除|撤稿|拿掉)"
      + "|(?:如有|若有|如果有|如存在|若存在|如涉|若涉)及?(?:任何)?(?:版权|著作权|侵权)(?:问题|纠纷|争议|异议)[^。；\\u2028\\n]{0,36}?(?:删除|删帖|删掉|撤下|下架|撤换|移除|[即就必立]删)"
      + "|(?:如有?|若有?)?涉及?(?:版权|侵权)(?:问题)?[^。；\\u2028\\n]{0,24}?(?:联系[^。；\\u2028\\n]{0,16}?)?(?:删除|删帖)"
  )
  private static let discussed = SentenceTest(
    "追究|必究|维权|不(?:要|能|得|可|应|该|再)(?:写|用|以|标|加|靠)|不等于|不能(?:代替|免除|免责)|代替不了|并不|写上|写着|写个|一句|所谓|误区|无效|网络用户|服务提供者|有权"
  )

  /// A page that tells holders of rights where to turn.
  private static func isNoticePage(_ draft: ScannedDraft) throws -> Bool {
    try draft.draft.blocks.contains { block in
      guard block.headingLevel != nil || block.kind == .title else { return false }
      return try noticePage.matches(block.text, of: draft.text)
    }
  }

  private static let noticePage = SentenceTest("版权声明|免责声明|法律声明|投诉|权利人|侵权通知|知识产权|版权保护|著作权")

  private static let originalConflict = FamilyRule(
    "copyright/original-conflict",
    .error,
    summary: Localized("标了原创，又写明是转载", "marked as original, and said to be taken over"),
    why: Localized(
      "转载、搬运的内容标「原创」是伪造原创，侵犯原作者的权利。",
      "To mark as original what was taken over robs the author."
    ),
    basis: [
      Basis("official-account-rules", ""), Basis("wechat-account-management", "六、3"),
    ],
    patterns: Reprints.patterns + [taken],
    cases: [
      .ok("原创，署本院", "---\noriginal: true\n---\n\n# 防中风\n\n少吃盐。\n\n策划：本院宣传科"),
      .ok("转载，没有标原创", "# 防中风\n\n少吃盐。\n\n转自《健康时报》2025年3月2日。"),
      .flags(
        "署名行写原创",
        "# 晒被子\n\n⟦原创⟧：何某（某市疾病预防控制中心 主管医师）　来源：转自“某某健康”公众号2026年3月30日文章\n\n天晴就晒。"
      ),
      .flags("本号原创", "# 防花粉\n\n出门戴口罩。\n\n本号⟦原创⟧｜转自《临江日报》2026年4月18日第6版"),
      .flags("稿件性质", "# 防流感\n\n稿件性质：⟦原创⟧\n\n少聚集。\n\n本文转自“某某健康”公众号2026年1月12日的推送。"),
      .flags("文末写转自", "# 【原创】防中风\n\n少吃盐。\n\n⟦转自《健康时报》2025年3月2日。⟧"),
      .flags("图文来自网络", "---\noriginal: true\n---\n\n# 防中风\n\n少吃盐。\n\n⟦图文来源于网络⟧，侵删"),
    ]
  ) { draft in
    let reprints = try draft.fact(Reprints.self)
    let place: Range<Int>
    if let statement = reprints.statements.first {
      place = statement.range
    } else if let taken = try taken.matches(in: draft).first {
      place = taken
    } else if let declaration = reprints.declaration {
      guard try isOriginal(draft) else { return [] }
      return [Fault(range: 0..<0, message: .conflict, source: declaration)]
    } else {
      return []
    }
    if let mark = try bodyMark(of: draft) { return [Fault(range: mark, message: .conflict)] }
    return try isOriginal(draft) ? [Fault(range: place, message: .conflict)] : []
  }

  private static let taken = gated(
    "(?:图文|文图|文章|本文|内容|文字|资料|全文|素材)(?:均|部分|都)?(?:来源|来自|源自|整理自|综合整理自|转自|摘自|综合自|取自|拼凑自)于?\\s*[:：]?\\s*(?:公开网络|各大网站|各大平台|网络|互联网|网上)(?!信息|安全|中心|直报)"
  )

  /// Whether the draft calls itself original: in its metadata, its title, at its head or its end.
  private static func isOriginal(_ draft: ScannedDraft) throws -> Bool {
    let page = draft.draft
    if page.metadata.entries.contains(where: {
      $0.key == "original" && isAffirmed($0.value.string)
    }) {
      return true
    }
    if let title = page.title, page.text.firstOffset(of: "原创", in: title.text) != nil {
      return true
    }
    for index in articleEnds(of: page) where !page.blocks[index].isCode {
      let block = page.blocks[index].text
      if try block.count <= 120 && claim.matches(block, of: page.text) { return true }
    }
    let bytes = page.source.bytes
    return page.isWeChat
      && (bytes.firstOffset(of: "id=\"copyright_logo\"", in: 0..<bytes.count) != nil
        || bytes.firstOffset(of: ">原创<", in: 0..<bytes.count) != nil)
  }

  /// The word at the head of a paragraph or a line that says so.
  private static func bodyMark(of draft: ScannedDraft) throws -> Range<Int>? {
    let page = draft.draft
    for index in articleEnds(of: page) where index != page.titleBlock && !page.blocks[index].isCode
    {
      let block = page.blocks[index].text
      for line in lines(of: block, in: page.text) where try mark.matches(line, of: page.text) {
        guard let start = page.text.firstOffset(of: "原创", in: line) else { continue }
        return start..<start + "原创".utf8.count
      }
    }
    return nil
  }

  private static let claim = SentenceTest(
    "本文(?:为|系|属于?)?[^，。；]{0,8}原创|^原创(?:声明|作品|文章|稿件|首发)"
  )
  /// At the head of a paragraph, or of a line: 【原创】, 原创：李某.
  private static let mark = SentenceTest(
    "^(?:\\s*(?:稿件|文章|内容|作品)?(?:性质|类型|类别|形式)\\s*[:：]\\s*原创|\\s*[【\\[［（(]\\s*原创(?:首发|作品)?\\s*[】\\]］）)]|[\\s【\\[［]*(?:本[号院刊站文]|独家)?原创(?:首发|作者)?[\\s】\\]］]*(?:$|[:：|｜丨/·]))"
  )
}

extension Localized {
  fileprivate static let delete = Self(
    "「侵删」不是授权：请事先取得许可并写明来源，没有许可的换掉",
    "an offer to delete is no licence: obtain leave and name the source, or use something else"
  )
  fileprivate static let conflict = Self(
    "文章标了原创，这里又说来自别处：请取消原创声明，写明转载来源",
    "the text is marked as original but says it is taken over: drop the mark and name the source"
  )
}
