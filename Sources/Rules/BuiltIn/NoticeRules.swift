import ChineseText
import Linting
import Reading
import SourceText

/// What a notice needs besides its text: who issues it and when, and what it says it encloses.
enum NoticeRules {
  static let all: [any Rule] = [elements, attachments]
}

extension NoticeRules {
  private static let elements = FamilyRule(
    "metadata/notice-elements-missing",
    .warning,
    summary: Localized("通知缺落款单位或日期", "a notice without issuer or date"),
    why: Localized(
      "没有单位和日期的通知，群众不知道是谁发的、还算不算数。",
      "Without issuer and date nobody knows whose notice it is and whether it still holds."
    ),
    basis: [Basis("wechat-account-management", "三、2"), Basis("gbt-9704", "")],
    cases: [
      .ok("有落款", "# 停诊通知\n\n\(text)\n\n青禾镇卫生院\n\n2026年3月1日"),
      .ok("来源行有单位和日期", "# 停诊通知\n\n来源：青禾镇卫生院　发布日期：2026年3月1日\n\n\(text)"),
      .flags(
        "说了是通知，没有落款",
        "---\nclass: notice\nsource: 青禾镇卫生院\ndate: 2026-03-01\n---\n\n# 停诊\n\n\(text)"
      ),
      .ok("一句话提示", "# 停水通知\n\n今天下午停水。"),
      .ok("写了联系方式", "\(asking)有疑问请拨打0571-88888888。\n\n青禾镇卫生院\n\n2026年3月1日"),
      .flags("请人登记，没有联系方式", "\(asking)\n\n青禾镇卫生院\n\n2026年3月1日"),
      .ok("不是通知", "# 预防中风\n\n\(text)"),
      .flags("没有落款", "# 停诊通知\n\n来源：青禾镇卫生院\n\n\(text)"),
    ]
  ) { draft in
    let parts = try draft.fact(NoticeParts.self)
    let metadata = draft.draft.metadata
    guard parts.isNotice, isLong(draft.draft, than: metadata["class"] == nil ? 180 : 100) else {
      return []
    }
    // What is declared a notice ends as one; a form's fields are not its signature.
    if metadata["class"] != nil, parts.issuer == nil, parts.date == nil {
      return [Fault(range: 0..<0, message: .unsigned, source: .init(0, 0))]
    }
    var lacking: [Localized] = []
    let hasIssuer =
      try parts.issuer != nil || NoticeParts.isNamedInTitle(draft.draft)
      || metadata["source"] != nil || metadata["department"] != nil
      || metadata["author"] != nil
    if !hasIssuer { lacking.append(Localized("落款单位", "the issuer")) }
    if parts.date == nil, metadata["date"] == nil {
      lacking.append(Localized("成文日期", "the date"))
    }
    if lacking.isEmpty, try asksWithoutContact(draft) {
      lacking.append(Localized("联系方式", "whom to ask"))
    }
    // Where a line names source and writer, the date is missing there: `timeliness/publish-date-missing`.
    let hasByLine =
      draft.profile != .wechat
      && metadata.entries.contains {
        $0.origin == .visibleLine && ["author", "editor", "reviewer"].contains($0.key)
      }
    guard !lacking.isEmpty, !(hasIssuer && hasByLine && parts.date == nil) else { return [] }
    let message = Localized(
      "通知缺" + lacking.map(\.zh).joined(separator: "、"),
      "the notice lacks " + lacking.map(\.en).joined(separator: " and ")
    )
    return [Fault(range: 0..<0, message: message, source: .init(0, 0))]
  }

  /// Whether a long notice, declared as one, asks its readers to sign up and tells nobody whom they may ask.
  private static func asksWithoutContact(_ draft: ScannedDraft) throws -> Bool {
    guard try draft.fact(DocumentClass.self).isDeclared([.notice]), isLong(draft.draft, than: 700),
      draft.scan.tokens(of: phones).isEmpty
    else { return false }
    let visible = draft.draft.blocks.filter { !$0.isHidden }
    return visible.contains { requests.stands(in: $0.text, of: draft.text) }
      && !visible.contains { contacts.stands(in: $0.text, of: draft.text) }
  }

  private static let phones = TokenKinds([.phone])
  private static let requests = LiteralSet(["报名", "登记", "预约", "申请", "申报", "投标", "缴费", "递交"])
  private static let contacts = LiteralSet([
    "联系", "咨询", "拨打", "热线", "邮箱", "微信", "QQ", "服务台", "导诊", "窗口", "电话：", "电话:", "120", "12320",
    "12345",
  ])
  private static let asking =
    "---\nclass: notice\n---\n\n# 接种安排\n\n"
    + String(repeating: "请先在小程序登记姓名和住址，护士按先后安排接种，有变动会提前告知，请留意短信。", count: 9)

  private static let text =
    "因设备检修，门诊楼三层口腔科停诊一天，已预约的患者由导医台逐一电话改期，急诊照常开放，给大家带来不便请谅解。停诊期间可以到东院区就诊，医保结算不受影响。"

  /// Whether the text below the title has more bytes.
  private static func isLong(_ draft: Draft, than limit: Int) -> Bool {
    var count = 0
    for (index, block) in draft.blocks.enumerated() where !block.isHidden {
      if index != draft.titleBlock { count += block.text.count }
      if count > limit { return true }
    }
    return false
  }

  private static let attachments = FamilyRule(
    "metadata/attachment-unlisted",
    .warning,
    summary: Localized("提到的附件没有列出或没有链接", "an enclosure that is not listed or not linked"),
    why: Localized(
      "正文说「见附件」，读者却找不到附件，事情就办不成。",
      "Readers who cannot find the enclosure cannot do what the text asks."
    ),
    basis: [Basis("wechat-account-management", "三、2"), Basis("wechat-account-management", "三、3")],
    patterns: [mention, list, EnclosureNumbers.mention],
    triggers: .patterns([mention, list, EnclosureNumbers.mention]),
    cases: [
      .ok("有链接", "请填写附件1。\n\n附件：1. [报名表](baoming.docx)"),
      .ok("附件的内容在后面", "报名条件见附件。\n\n## 附件\n\n| 姓名 | 科室 |\n| --- | --- |\n| 李敏 | 内科 |"),
      .ok("子宫附件", "妇科超声看子宫和附件。\n\n附件：未见异常。"),
      .flags("没有列出", "报名条件⟦见附件1⟧，请于周五前报名。"),
      .flags(
        "只给了附件1",
        "填写[附件1：计划表](files/jihua.xlsx)和《登记表》（⟦附件2⟧）。"
      ),
      .ok("连着编号", "填写登记表（附件2）。\n\n附件：\n1. [计划表](a.xlsx)\n2. [登记表](b.docx)"),
      .ok("别的文件的附件", "按《筛查方案》附件2执行，填写[附件1](a.docx)。"),
      .flags("列了，没有链接", "请按要求报名。\n\n⟦附件：报名表⟧"),
    ]
  ) { draft in
    let listed = try list.matches(in: draft).filter { try isList($0, in: draft) }
    let mentioned = try mention.matches(in: draft).filter {
      try isProse($0, in: draft)
        && !elsewhere.matches(draft.sentence(at: $0.lowerBound), of: draft.text)
    }
    guard let place = listed.first ?? mentioned.first, try !isEnclosed(draft) else {
      return try EnclosureNumbers(draft).unlisted.map { Fault(range: $0, message: .notListed) }
    }
    // 附件：知情同意书, itself a link.
    if let block = draft.block(at: place.lowerBound),
      draft.draft.links.contains(where: {
        block.text.contains($0.text.lowerBound) && !$0.destination.string.isEmpty
      })
    {
      return []
    }
    if let list = listed.first {
      // A plain text can hold no link.
      guard draft.draft.format != .text else { return [] }
      let end = draft.draft.blocks[draft.blockIndex(at: list.lowerBound) ?? 0].text.upperBound
      let stop = draft.scan.marks(in: list.upperBound..<end).first {
        "。；，".unicodeScalars.contains($0.scalar)
      }
      let lineEnd = lines(of: list.lowerBound..<end, in: draft.text).first?.upperBound ?? end
      return [
        Fault(range: list.lowerBound..<min(stop?.offset ?? lineEnd, lineEnd), message: .notLinked)
      ]
    }
    return [Fault(range: place, message: .notListed)]
  }

  private static let mention = gated(
    "(?:详?见|参见|参照|填写|填报|按照?|下载|提交)附件\\s?[0-9０-９一二三四五六七八九十]{0,2}(?!炎|区|包|肿|囊|扭|切)"
  )
  private static let list = gated(
    "(?<![\\p{Han}A-Za-z])附件\\s?[0-9０-９一二三四五六七八九十]{0,2}\\s*[:：]\\s*(?=[\\p{Han}0-9０-９《“【])"
  )
  private static let elsewhere = SentenceTest(
    "^\\s*第[一二三四五六七八九十百]+条|本办法|本条例|本规定|纸质|另附|另发|附件略|随函|邮寄|领取|微信群|工作群|邮箱|OA|办公系统"
  )
  private static let anatomy = SentenceTest("未见|正常|双侧|左侧|右侧|区|囊|包块|压痛|增厚|大小|回声")

  private static func isProse(_ match: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let block = draft.block(at: match.lowerBound) else { return false }
    return block.kind == .paragraph || block.kind == .listItem
  }

  private static func isList(_ match: Range<Int>, in draft: ScannedDraft) throws -> Bool {
    guard isProse(match, in: draft), let block = draft.block(at: match.lowerBound) else {
      return false
    }
    let rest = match.upperBound..<min(block.text.upperBound, match.upperBound + 60)
    return try !anatomy.matches(draft.draft.string(in: rest))
  }

  /// Whether the draft brings what it names along: a linked file, a table, a part headed 附件.
  private static func isEnclosed(_ draft: ScannedDraft) throws -> Bool {
    let page = draft.draft
    if page.links.contains(where: { isFile($0.destination.string) }) { return true }
    if page.links.contains(where: {
      page.text.firstOffset(of: "附件", in: $0.text) != nil
        || page.text.firstOffset(of: "下载", in: $0.text) != nil
        || page.text.firstOffset(of: "表", in: $0.text) != nil
    }) {
      return true
    }
    for block in page.blocks where !block.isHidden && block.text.count <= 90 {
      if try heading.matches(block.text, of: page.text) { return true }
    }
    for word in ["阅读原文", "网盘", "提取码", "扫码", "后台回复", "二维码"]
    where page.text.firstOffset(of: word, in: 0..<page.text.count) != nil {
      return true
    }
    return false
  }

  private static let heading = SentenceTest(
    "^\\s*附件\\s?[0-9０-９一二三四五六七八九十]{0,2}\\s*$|^\\s*附件\\s?[0-9０-９一二三四五六七八九十]{1,2}\\s+\\p{Han}"
  )

  static func isFile(_ address: String) -> Bool {
    let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
    return [
      ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".rar", ".wps", ".et", ".ofd", ".ppt",
      ".pptx",
    ]
    .contains { path.hasSuffix($0) }
  }
}

extension Localized {
  fileprivate static let unsigned = Self(
    "通知没有落款：请在文末写发文单位和日期",
    "the notice is not signed: end it with the issuer and the date"
  )
  fileprivate static let notListed = Self(
    "正文提到附件，文中没有列出也没有链接，请补上",
    "the text names an enclosure that is neither listed nor linked"
  )
  fileprivate static let notLinked = Self(
    "列出的附件没有链接，请核对是否已上传",
    "the enclosure has no link: has it been uploaded?"
  )
}
