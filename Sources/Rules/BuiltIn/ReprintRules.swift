import ChineseText
import Linting
import Reading
import SourceText

/// What a text taken over from elsewhere must say: where from, and by whose leave.
enum ReprintRules {
  static let all: [any Rule] = [sourceMissing, authorisationMissing, translationOrigin]
}

extension ReprintRules {
  private static let sourceMissing = FamilyRule(
    "copyright/reprint-source-missing",
    .error,
    summary: Localized("转载没有写明原来的出处", "a reprint that does not say where it comes from"),
    why: Localized(
      "转载他人文章要写明原发布单位、原题和作者，读者才能找到原文，原作者的署名权才有着落。",
      "A reprint names the outlet, the title and the author, so that the original can be found."
    ),
    basis: [
      Basis("wechat-account-management", "六、3"), Basis("website-management", "四、（六）1"),
      Basis("copyright-law", "第五十三条"),
    ],
    patterns: Reprints.patterns,
    cases: [
      .ok("写全了", "# 防中风\n\n少吃盐。\n\n转载自《健康报》2025年3月2日，作者王某，原题《少一勺盐》，经授权转载。"),
      .ok(
        "单位写在前面",
        "---\nsource: 青禾镇卫生院\n---\n\n# 防中风\n\n少吃盐。\n\n本文经“岭南健康汇”公众号授权转载，作者：罗琪，原题《泡脚这件小事》。"
      ),
      .ok("自己的文章", "# 防中风\n\n少吃盐。\n\n原载本院2024年第3期院报。"),
      .ok("别人转载的条件", "# 防中风\n\n少吃盐。\n\n欢迎转载，转载请注明出处，未经许可不得转载。"),
      .flags(
        "一部分是别人的",
        "# 防中风\n\n来源：青禾镇卫生院\n\n少吃盐。\n\n⟦本稿有部分段落转自兄弟单位的院报，作了删改。⟧"
      ),
      .flags("没有出处", "# 防中风\n\n少吃盐。\n\n⟦转载文章，仅供学习。⟧"),
      .flags("表里写了，文中没有", "---\nsource: 健康周刊公众号\n---\n\n# 防中风\n\n少吃盐。\n\n⟦转载文章，仅供学习⟧"),
      .flags("没有说是哪个平台", "# 防中风\n\n来源：青禾镇卫生院\n\n少吃盐。\n\n⟦本文转自某健康平台，有删改。⟧"),
      .flags("只有单位，查不到原文", "# 防中风\n\n少吃盐。\n\n⟦转自：健康时报⟧"),
    ]
  ) { draft in
    let reprints = try draft.fact(Reprints.self)
    let explicit = reprints.statements.filter(\.isExplicit)
    guard let statement = explicit.first(where: { !$0.outlet.isEmpty }) ?? explicit.first else {
      guard let declaration = reprints.declaration, draft.draft.metadata["source"] == nil else {
        return []
      }
      return [Fault(range: 0..<0, message: .noOutlet, source: declaration)]
    }
    let text = draft.draft.string(in: statement.range)
    // 转自网络 is `copyright/source-network`'s.
    if try statement.outlet.isEmpty && namesNobody(text) { return [] }
    // Of a part taken over the line of sources tells nothing.
    let isPart = ["部分", "个别", "少量", "一些", "若干", "段", "节"].contains { text.prefix(12).contains($0) }
    // 转自某健康平台 is told by no line of sources.
    let isVeiled = statement.outlet.isEmpty && text.contains("自某")
    let isNamed =
      !statement.outlet.isEmpty || !isPart && !isVeiled && draft.draft.metadata["source"] != nil
    if !isNamed { return [Fault(range: statement.range, message: .noOutlet)] }
    // A form's field is not what readers see below the text.
    let isShown =
      !statement.outlet.isEmpty
      || draft.draft.metadata.entries.contains { $0.key == "source" && $0.origin != .frontMatter }
    guard !(statement.isTraceable && isShown) else { return [] }
    return [Fault(range: statement.range, message: .noTrace, severity: .warning)]
  }

  private static func namesNobody(_ text: String) throws -> Bool {
    guard let start = text.firstIndex(where: { "自于：:".contains($0) }) else { return false }
    return try Reprints.isNobody(
      String(text[text.index(after: start)...].drop { "：: ".contains($0) })
    )
  }

  private static let authorisationMissing = FamilyRule(
    "copyright/reprint-authorisation-missing",
    .error,
    summary: Localized("转载没有说明取得授权", "a reprint without a word of permission"),
    why: Localized(
      "引用外部资料应取得相关授权；只写来源不等于可以转载整篇文章。",
      "What is taken over needs its holder’s leave; to name the source is not enough."
    ),
    basis: [Basis("wechat-account-management", "六、3"), Basis("copyright-law", "第五十三条")],
    patterns: Reprints.patterns,
    cases: [
      .ok("已获授权", body + "经“青禾健康”公众号授权转载，原题《少一勺盐》。"),
      .ok("政府部门的信息", body + "转载自国家卫生健康委网站2025年3月2日通知。"),
      .flags(
        "疾控公众号的署名文章",
        body + "⟦本文转载自“川江疾控”公众号2026年6月3日推送的文章，作者罗琪，原题《热浪里怎样动起来》。⟧"
      ),
      .ok("本院科室", "# 防中风\n\n来源：青禾镇卫生院公众号\n\n" + filler),
      .flags("没有授权", body + "⟦转载自《健康报》2025年3月2日，作者王某，原题《少一勺盐》。⟧"),
      .flags("整篇搬运，只写公众号", "# 防中风\n\n⟦来源：“少盐生活”公众号⟧\n\n" + filler),
    ]
  ) { draft in
    let reprints = try draft.fact(Reprints.self)
    guard !reprints.isAuthorised, reprints.declaration != nil || !reprints.statements.isEmpty,
      isLong(draft.draft)
    else { return [] }
    if let declaration = reprints.declaration, reprints.statements.isEmpty {
      let source = draft.draft.metadata["source"]?.string ?? ""
      if try source.isEmpty || Reprints.isAuthority(source) || Reprints.isNobody(source) {
        return []
      }
      return [Fault(range: 0..<0, message: .noLeave, source: declaration)]
    }
    guard let statement = reprints.statements.first,
      try !Reprints.isAuthority(statement.outlet) || isSigned(statement, in: draft)
    else { return [] }
    let text = draft.draft.string(in: statement.range)
    if try statement.outlet.isEmpty && namesNobody(text) { return [] }
    return [
      Fault(
        range: statement.range,
        message: .noLeave,
        severity: statement.isExplicit ? .error : .warning
      )
    ]
  }

  /// Whether an account of an authority is named with an author, whose work it is and no document.
  private static func isSigned(_ statement: ReprintStatement, in draft: ScannedDraft) throws -> Bool
  {
    try signed.matches(statement.range, of: draft.text)
  }

  private static let signed = SentenceTest("(?:公众号|微信号|视频号|订阅号)[^。；]{0,60}(?:作者|文[/／]|撰文)[^。；]*原题")
  private static let filler = String(repeating: "少吃盐，多走路，按时测量血压，不舒服就早就医。", count: 12)
  private static let body = "# 防中风\n\n" + filler + "\n\n"

  /// A text of under 200 characters is a quotation at most.
  private static func isLong(_ draft: Draft) -> Bool {
    var count = 0
    for block in draft.blocks where !block.isHidden {
      count += visibleCount(draft.text.span.extracting(block.text))
      if count >= 200 { return true }
    }
    return false
  }

  private static let translationOrigin = FamilyRule(
    "copyright/translation-origin",
    .warning,
    summary: Localized("编译的文章没有写明原文", "a translation that does not name the original"),
    why: Localized(
      "翻译、编译外文作品要取得许可，并写明原题、刊物和日期；「编译自外刊」查不到原文。",
      "A translation needs leave, and names title, journal and date of the original."
    ),
    basis: [Basis("wechat-account-management", "六、3"), Basis("copyright-law", "第十三条")],
    patterns: Reprints.patterns,
    triggers: .patterns([Reprints.translated]),
    cases: [
      .ok("写明原文", "少吃盐。\n\n编译自 BMJ 2024;385:q1，已获许可。"),
      .ok("不是译文", "本院外文论文的中文摘要见附表，编译工作由科教科承担。"),
      .flags("没有题名", "少吃盐。\n\n⟦编译自外刊，有删节⟧。"),
    ]
  ) { draft in
    for match in try Reprints.translated.matches(in: draft) {
      guard let index = draft.blockIndex(at: match.lowerBound),
        articleEnds(of: draft.draft).contains(index),
        draft.draft.blocks[index].context.isDisjoint(with: [.references, .quote])
      else { continue }
      let block = draft.draft.blocks[index].text
      guard block.count <= 600,
        try !original.matches(match.lowerBound..<block.upperBound, of: draft.text),
        !draft.draft.links.contains(where: { block.contains($0.text.lowerBound) })
      else { continue }
      let stops = draft.scan.marks(in: match.upperBound..<block.upperBound)
      let end = stops.first { "。；！".unicodeScalars.contains($0.scalar) }?.offset
      return [Fault(range: match.lowerBound..<(end ?? block.upperBound), message: .noOriginal)]
    }
    return []
  }

  private static let original = SentenceTest(
    "《|〈|(?:19|20)\\d{2}|https?://|www\\.|(?i:doi)|原题|原文标题|[A-Za-z]{3,}\\s+[A-Za-z]{2,}"
  )
}

extension Localized {
  fileprivate static let noOutlet = Self(
    "没有写明转载自哪里：请写明原发布单位、原题、作者和日期或链接",
    "say where it was published first: outlet, title, author, and date or link"
  )
  fileprivate static let noTrace = Self(
    "只写了转载单位，请补上原题、作者、日期或链接",
    "besides the outlet give the title, author, date or link"
  )
  fileprivate static let noLeave = Self(
    "没有说明已取得授权：请取得授权并写明，如「经××授权转载」",
    "nothing tells of a licence: obtain it and say so, as 经××授权转载"
  )
  fileprivate static let noOriginal = Self(
    "没有写明原文：请补上原题、刊物和日期",
    "name the original: its title, journal and date"
  )
}
