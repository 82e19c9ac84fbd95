import ChineseText
import Linting
import Reading
import SourceText

/// Rules about words that are too many in a draft as a whole.
enum DraftHabits {
  static let all: [any Rule] = [slangDensity, defineOnce]

  private static let slangLists = [
    "slang-words", "slang-letters", "slang-digits", "slang-homophones", "slang-mixed",
    "slang-evasion", "slang-emoticons",
  ]

  private static let slangDensity = FamilyRule(
    "slang/density",
    .warning,
    summary: Localized("一篇里网络用语过多", "too much net slang in one draft"),
    why: Localized(
      "信息发布用规范的语言文字；网络用语成片，整篇都要重写，不是换几个词。",
      "Where slang abounds the whole text is to be rewritten, not a word here and there."
    ),
    basis: [Basis("wechat-account-management", "六、1"), Basis("language-law", "")],
    lists: slangLists,
    triggers: .lists(slangLists),
    cases: [
      .ok("只有一处", "姐妹们，这个方法绝绝子。"),
      .ok("介绍网络用语", "# 网络用语小词典\n\nyyds、绝绝子、集美、栓Q、蚌埠住了都是网络用语。"),
      .flags("成片", "yyds，绝绝子，集美们，栓Q，真是蚌埠住了。"),
    ]
  ) { draft in
    let count = slangLists.reduce(0) { count, list in
      count + draft.hitRanges(in: list).count { isUsed($0, in: draft) }
    }
    let title = draft.draft.title.map { draft.draft.string(of: $0) } ?? ""
    guard count > 3, !topics.stands(in: title) else { return [] }
    let message = Localized(
      "全文有\(count)处网络用语，宜整篇改用规范的说法",
      "\(count) pieces of slang: rewrite the text in standard language"
    )
    return [Fault(range: 0..<0, message: message, source: SourceRange(0, 0))]
  }

  private static let topics = LiteralSet(["网络用语", "网络语言", "流行语", "热词", "网络词"])

  private static func isUsed(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    !draft.scan.isOpaque(at: range.lowerBound)
      && draft.scan.span(covering: range, of: [.quotation, .titleMarks]) == nil
  }

  private static let defineOnce = FamilyRule(
    "abbreviation/define-once",
    .suggestion,
    summary: Localized("同一个缩写注了两次", "an abbreviation introduced twice"),
    why: Localized(
      "缩写在正文里第一次出现时注明一次就够了，再注显得啰唆，两次名称不同还会让人糊涂。",
      "Once is enough; two names for one abbreviation confuse."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    lists: [Abbreviations.list],
    triggers: .lists([Abbreviations.list]),
    cases: [
      .ok("标题和正文各一次", "# 磁共振成像（MRI）须知\n\n做磁共振成像（MRI）前摘下首饰，MRI全程约20分钟。"),
      .ok("别的括注", "增强CT（CTA），头颅CT，磁共振成像（MRI）。"),
      .flags("正文两次", "做磁共振成像（MRI）前摘下首饰。磁共振检查⟦（MRI）⟧噪声大。"),
    ]
  ) { draft in
    var seen: Set<String> = []
    return draft.hitRanges(in: Abbreviations.list).compactMap { hit in
      guard let note = note(around: hit, in: draft) else { return nil }
      let shown = draft.draft.string(in: hit)
      guard !seen.insert(shown).inserted else { return nil }
      let message = Localized("「\(shown)」前面已经注明，不必再注", "\(shown) is introduced already")
      return Fault(range: note, message: message)
    }
  }

  /// The brackets around an abbreviation that stand behind a name in the body's prose.
  private static func note(around hit: Range<Int>, in draft: ScannedDraft) -> Range<Int>? {
    guard let open = openers.start(in: draft.text, before: hit.lowerBound),
      let close = closers.end(in: draft.text, at: hit.upperBound),
      draft.scalar(before: open).map(isHan) ?? false, let block = draft.block(at: open),
      block.kind == .paragraph || block.kind == .listItem,
      block.context.isDisjoint(with: [.quote, .table, .figure, .references, .captionStyle]),
      isUsed(hit, in: draft)
    else { return nil }
    return open..<close
  }

  private static let openers = Phrases("（ (")
  private static let closers = Phrases("） )")
}
