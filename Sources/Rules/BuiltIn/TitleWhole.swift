import ChineseText
import ICU
import Linting
import Reading
import SourceText

/// The title as a whole: what platforms take, what is too little, what does not belong in it.
enum TitleWhole {
  static let all: [any Rule] = [
    platformLength, tooShort, emoji, spaces, lineBreak, fullwidth, columnTwice,
  ]

  /// What WeChat's editor takes at most, in characters.
  private static let platformMaximum = 64
}

extension TitleWhole {
  private static let platformLength = FamilyRule(
    "title/platform-length",
    .error,
    summary: Localized("标题超过公众号平台的上限", "a title longer than the platform takes"),
    why: Localized(
      "公众号后台的标题最多64个字符，超出的存不进去。",
      "The editor of official accounts takes titles of 64 characters at most."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    cases: [
      .ok("64个字符", "# " + String(repeating: "健康教育", count: 16), profile: .wechat),
      .flags(
        "65个字符",
        "# ⟦" + String(repeating: "健康教育", count: 16) + "好⟧",
        profile: .wechat
      ),
    ]
  ) { draft in
    let title = draft.titleRange
    guard draft.profile == .wechat, title.count > platformMaximum else { return [] }
    let count = graphemeCount(draft.text[title])
    guard count > platformMaximum else { return [] }
    let message = Localized(
      "标题 \(count) 个字符，平台最多 \(platformMaximum) 个",
      "the title has \(count) characters; the platform takes \(platformMaximum)"
    )
    return [Fault(range: title, message: message)]
  }

  private static let generic: Set = [
    "通知", "公告", "简讯", "通告", "公示", "快讯", "义诊", "招聘", "健康科普", "科普", "提醒", "温馨提示", "喜报",
  ]

  private static let tooShort = FamilyRule(
    "title/too-short",
    .suggestion,
    summary: Localized("标题没有说出内容", "a title that does not say what the text is about"),
    why: Localized("标题应准确概括信息内容，只写「通知」读者不知道是什么事。", "A title sums up what the text says."),
    basis: [Basis("wechat-account-management", "六、2")],
    cases: [
      .ok("短而明白", "# 停诊公告"),
      .ok("日子的名称", "# 世界无烟日"),
      .flags("只有文种", "# ⟦通知⟧"),
    ]
  ) { draft in
    guard let title = draft.draft.title else { return [] }
    let count = countedLength(of: title.text, in: draft.text, mode: .word)
    guard count > 0, count < 4 || (count < 6 && generic.contains(draft.draft.string(of: title)))
    else { return [] }
    let message = Localized("标题没有说出是什么事", "the title does not say what it is about")
    return [Fault(range: title.text, message: message)]
  }

  /// Symbols that decorate, besides emoji.
  private static let ornaments: Set<Unicode.Scalar> = Set(
    "★☆●◆◇■□▲▼►◄♥♡♪✔✘☞➤❤✨❀✿❥▶◀".unicodeScalars
  )

  private static let emoji = FamilyRule(
    "title/emoji",
    .warning,
    summary: Localized("标题里有表情或装饰符号", "emoji or ornaments in the title"),
    why: Localized("标题只用规范的文字、标点和数字。", "A title is set in standard characters, marks and digits."),
    basis: [Basis("wechat-account-management", "六、1")],
    cases: [
      .ok("符号和编号不是表情", "# 气温10℃→25℃，①号门诊和Ⅱ型糖尿病"),
      .flags("开头的表情", "# ⟦🔥⟧流感来了", fixed: "# 流感来了"),
      .flags("装饰符号", "# ⟦★★⟧流感来了", fixed: "# 流感来了"),
    ]
  ) { draft in
    ornamentRuns(in: draft).map { range in
      let message = Localized("标题里不用表情和装饰符号", "no emoji or ornaments in a title")
      return draft.fault(at: range, message, writing: "", .safe)
    }
  }

  /// Emoji and ornaments of the title, neighbouring ones in one range.
  private static func ornamentRuns(in draft: ScannedDraft) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    let title = draft.titleRange
    var index = title.lowerBound
    while index < title.upperBound, let scalar = draft.text.scalar(at: index) {
      var end = EmojiSequence.end(at: index, in: draft.text, before: title.upperBound)
      if end == nil, ornaments.contains(scalar) { end = index + UTF8.width(scalar) }
      if let end { runs.appendJoining(index..<end) }
      index = end ?? index + UTF8.width(scalar)
    }
    return runs
  }

  private static let spaces = FamilyRule(
    "title/spaces",
    .warning,
    summary: Localized("标题里有多余的空格", "spaces too many in the title"),
    why: Localized("标题里一处停顿最多空一格。", "A pause in a title is one space at most."),
    basis: [Basis("wechat-account-management", "六、1")],
    cases: [
      .ok("两个分句之间空一格", "# 预防近视 从小做起"),
      .flags("连着两格", "# 流感疫苗⟦\u{3000}\u{3000}⟧开打了", fixed: "# 流感疫苗 开打了"),
    ]
  ) { draft in
    var faults: [Fault] = []
    var start: Int?
    let title = draft.titleRange
    var index = title.lowerBound
    while index < title.upperBound, let scalar = draft.text.scalar(at: index) {
      let next = index + UTF8.width(scalar)
      if isBlank(scalar) {
        start = start ?? index
        let ends = next == title.upperBound || !isBlank(draft.text.scalar(at: next) ?? "a")
        if ends, let from = start, next - from > UTF8.width(scalar) {
          let message = Localized("标题里连着空了几格", "several spaces in a row in the title")
          faults.append(draft.fault(at: from..<next, message, writing: " ", .safe))
        }
      } else {
        start = nil
      }
      index = next
    }
    return faults
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{3000}" || scalar == "\t"
  }

  private static let lineBreak = FamilyRule(
    "title/line-break",
    .error,
    summary: Localized("标题里有换行", "a line break in the title"),
    why: Localized(
      "标题是一行；里面的换行在列表和转发里会变成断裂的两截。",
      "A title is one line; a break tears it in lists."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    cases: [
      .ok("另起一段的副标题", "# 把健康送到家\n\n——家庭医生签约纪实"),
      .flags("换行", "<h1>国庆假期⟦<br>⟧停诊通知</h1>", fixed: "<h1>国庆假期停诊通知</h1>"),
    ]
  ) { draft in
    let title = draft.titleRange
    return title.compactMap { offset -> Fault? in
      guard draft.text[offset] == 0xE2, draft.text.scalar(at: offset) == "\u{2028}" else {
        return nil
      }
      let isBetweenHan =
        draft.text.scalar(before: offset).map(isHan) ?? false
        && draft.text.scalar(at: offset + 3).map(isHan) ?? false
      let message = Localized("标题里不换行", "no line break in a title")
      return draft.fault(
        at: offset..<offset + 3,
        message,
        writing: isBetweenHan ? "" : " ",
        .safe
      )
    }
  }

  private static let fullwidth = FamilyRule(
    "title/fullwidth-latin-digit",
    .warning,
    summary: Localized("标题里有全角字母或数字", "full-width letters or digits in the title"),
    why: Localized("阿拉伯数字和外文字母用半角。", "Digits and Latin letters take half width."),
    basis: [Basis("gbt-15835", "5.1.7"), Basis("wechat-account-management", "六、1")],
    triggers: .oddities([.fullwidthLatin, .fullwidthDigit, .fullwidthSign]),
    cases: [
      .ok("全角的是标点", "# 通知：2025年HPV疫苗接种（第二批）"),
      .flags("全角", "# ⟦２０２５⟧年⟦ＨＰＶ⟧疫苗接种公告", fixed: "# 2025年HPV疫苗接种公告"),
    ]
  ) { draft in
    guard !draft.titleRange.isEmpty else { return [] }
    return fullwidthRuns(in: draft, of: [.fullwidthLatin, .fullwidthDigit, .fullwidthSign])
      .filter {
        draft.isInTitle($0.range.lowerBound) && !$0.kinds.isSubset(of: [.fullwidthSign])
      }
      .map { run in
        let message = Localized("应为半角「\(run.halfwidth)」", "write \(run.halfwidth)")
        return draft.fault(at: run.range, message, writing: run.halfwidth, .safe)
      }
  }

  private static let columnTwice = FamilyRule(
    "title/duplicate-of-column",
    .suggestion,
    summary: Localized("栏目名在标题里又说了一遍", "a title that repeats its column"),
    why: Localized("标题应简洁，栏目名不必再说一遍。", "A title is concise; the column need not be said twice."),
    basis: [Basis("wechat-account-management", "六、2")],
    triggers: .marks("【"),
    cases: [
      .ok("只是同一个词", "# 【健康科普】健康体重怎么算"),
      .flags("开头重复", "# ⟦【停诊】⟧停诊通知"),
      .flags("末尾重复", "# ⟦【通知】⟧关于国庆放假的通知"),
    ]
  ) { draft in
    let title = draft.titleRange
    guard let pair = draft.brackets.pairs.first(where: { $0.range.lowerBound == title.lowerBound }),
      !title.isEmpty, pair.open.scalar == "【", pair.inside.count >= 6
    else { return [] }
    let tag = draft.text[pair.inside]
    let rest = draft.text[pair.range.upperBound..<max(pair.range.upperBound, title.upperBound)]
    guard rest.starts(with: tag) || rest.reversed().starts(with: tag.reversed()) else { return [] }
    let message = Localized(
      "「\(draft.draft.string(in: pair.inside))」在标题里说了两遍",
      "the title says its column twice"
    )
    return [Fault(range: pair.range, message: message)]
  }
}
