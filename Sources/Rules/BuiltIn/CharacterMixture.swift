import ChineseText
import Linting
import Reading

/// Characters that look like others, stand in for words, or are left over from other programs.
enum CharacterMixture {
  static let all: [any Rule] = [privateUse, homoglyph, emojiInBody, entityLeft, rareWithoutGloss]
}

extension CharacterMixture {
  private static let privateUse = FamilyRule(
    "character/private-use",
    .error,
    summary: Localized("用了自造字符", "a character of private use"),
    why: Localized(
      "自造字符只在个别字体里有字形，别人的手机上显示为方框。",
      "Characters of private use have a shape in one font only; other readers see a box."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    triggers: .oddities([.privateUse]),
    cases: [
      .ok("通用的符号", "地址：门诊楼★一层。"),
      .flags("从文档带来的符号", "地址：⟦\u{F0A8}⟧门诊楼一层。"),
    ]
  ) { draft in
    var runs: [Range<Int>] = []
    for oddity in draft.scan.oddities where oddity.kind == .privateUse {
      runs.appendJoining(oddity.range)
    }
    let message = Localized(
      "自造字符，别人看不到，请换成通用的字",
      "a character of private use that others cannot see"
    )
    return runs.map { Fault(range: $0, message: message) }
  }

  /// Cyrillic and Greek letters that look like Latin ones.
  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = "АAВBЕEКKМMНHОOРPСCТTУYХXаaеeоoрpсcуyхxіiјjѕsΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo"
    let scalars = Array(pairs.unicodeScalars)
    return Dictionary(
      stride(from: 0, to: scalars.count, by: 2).map { (scalars[$0], scalars[$0 + 1]) },
      uniquingKeysWith: { first, _ in first }
    )
  }()

  private static let homoglyph = FamilyRule(
    "character/homoglyph",
    .error,
    summary: Localized("用了形似的别种字母或圆圈", "a letter or circle that only looks right"),
    why: Localized(
      "西里尔、希腊字母混在英文里，圆圈代替〇，搜索和审核都认不出。",
      "Letters of other scripts inside Latin words, and circles for 〇, defeat search and review."
    ),
    basis: [Basis("wechat-account-management", "六、1"), Basis("gbt-15835", "5.2.5")],
    patterns: [zero],
    triggers: [.tokens(words), .marks(circles), .patterns([zero])],
    cases: [
      .ok("希腊字母、血型、圆圈", "β受体、μg、Ω、O型血；○ 未选。"),
      .ok("俄文", "俄文 «Москва» 指莫斯科。"),
      .flags("西里尔字母", "⟦H\u{0420}V⟧疫苗", fixed: "HPV疫苗"),
      .flags("圆圈代替〇", "二⟦○⟧二五年", fixed: "二〇二五年"),
      .flags("数字和字母代替〇", "二⟦0⟧二六年四月，二⟦O⟧二六年", fixed: "二〇二六年四月，二〇二六年"),
    ]
  ) { draft in
    try draft.scan.tokens(of: words).compactMap { mixedWord($0, in: draft) }
      + draft.scan.marks(among: circles).compactMap { circle($0, in: draft) }
      + zero.matches(in: draft).map { year in
        let sign = year.lowerBound + 3..<year.lowerBound + 4
        let shown = draft.draft.string(in: year)
        let message = Localized(
          "「\(shown)」里的零应写作「〇」",
          "the nought of \(shown) is written 〇"
        )
        // A digit is never changed unattended.
        return draft.fault(at: sign, message, writing: "〇", .unsafe)
      }
  }

  /// A year in Han digits with another sign for its nought.
  private static let zero = gated("(?:二0|二O|二o)[一二三四五六七八九〇零][一二三四五六七八九〇零]年")

  private static let words = TokenKinds([.latin])
  private static let circles: MarkSet = "○◯"

  /// A Latin word with letters of another script, all of which have a Latin look-alike.
  private static func mixedWord(_ token: Token, in draft: ScannedDraft) -> Fault? {
    guard !draft.text[token.range].allSatisfy({ $0 < 0x80 }) else { return nil }
    var word = String.UnicodeScalarView()
    var foreignCount = 0
    for scalar in draft.draft.string(in: token.range).unicodeScalars {
      if let latin = lookAlikes[scalar] {
        word.append(latin)
        foreignCount += 1
      } else if scalar.isASCII {
        word.append(scalar)
      } else {
        return nil
      }
    }
    let hasLatin = foreignCount < word.count(where: isLetter)
    // A word of look-alikes alone is Latin where it is as short as an abbreviation and stands at Han.
    guard foreignCount > 0, hasLatin || (word.count <= 5 && draft.isBesideChinese(token.range)),
      !draft.isForeign(at: token.range.lowerBound)
    else { return nil }
    let form = String(word)
    let message = Localized(
      "「\(form)」里混有形似的别种字母",
      "\(form) is written with letters of another script"
    )
    return draft.fault(at: token.range, message, writing: form, .safe)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
  }

  /// A circle between Han digits.
  private static func circle(_ mark: Mark, in draft: ScannedDraft) -> Fault? {
    guard let left = draft.scalar(before: mark.offset), isHanDigit(left),
      let right = draft.scalar(from: mark.range.upperBound),
      isHanDigit(right) || right == "年" || right == mark.scalar
    else { return nil }
    let message = Localized("「\(mark.scalar)」应为「〇」", "write 〇, not \(mark.scalar)")
    var fault = draft.fault(at: mark.range, message, writing: "〇", .safe)
    fault.severity = .warning
    return fault
  }

  private static func isHanDigit(_ scalar: Unicode.Scalar) -> Bool {
    "〇零一二三四五六七八九○◯".unicodeScalars.contains(scalar)
  }

  /// Pictures that stand for a word rather than a feeling, with the last characters of words that they depict.
  private static let things: [Unicode.Scalar: Phrases] = {
    let pairs = [
      ("💧💦", "水 汗 泪 尿"), ("💤", "觉 眠 睡 休息"), ("💉", "针 疫苗 接种 注射 抽血"), ("💊", "药 药片 药物 药品"),
      ("🏥", "院 医院"),
      ("🚗", "车"), ("🚑", "车"), ("🍎", "果"), ("🍉", "瓜 果"), ("🥛", "奶"), ("🍚", "饭"), ("🥚", "蛋"),
      ("🐟", "鱼"),
      ("🥬🥦", "菜"), ("🍺🍷", "酒"), ("🚬", "烟"), ("🦷", "牙 齿"), ("👀", "眼 看 眼睛"), ("🧠", "脑"),
      ("🏃🚶", "步 动 运动 路"),
      ("🛏🛌", "床 觉"), ("😷", "口罩"), ("🌡", "温 体温 计"), ("🩺", "诊 查 医"), ("🩸", "血"), ("🧂", "盐"),
      ("🍬🍭", "糖"),
      ("☕", "咖啡 茶"),
    ]
    return Dictionary(
      pairs.flatMap { pictures, words in pictures.unicodeScalars.map { ($0, Phrases(words)) } },
      uniquingKeysWith: { first, _ in first }
    )
  }()

  private static let emojiInBody = FamilyRule(
    "character/emoji-body",
    .suggestion,
    summary: Localized("正文里有表情符号", "emoji in the body"),
    why: Localized(
      "信息发布用规范的文字表述；用表情代替词语，读屏软件和部分手机读不出来。",
      "Public information is written in words; emoji in place of words are lost on some readers."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    triggers: .oddities([.emoji]),
    cases: [
      .ok("联系方式前的图标、编号、单位", "📞 咨询电话：0571-12345678\n\n①体温37℃，②血压正常。"),
      .flags("装饰", "谢谢大家的支持⟦❤️⟧"),
      .flags("代替词语", "天气热，记得多喝⟦💧⟧，早点休息。"),
      .flags("词语后面的装饰", "天气热，记得多喝水⟦💧⟧。"),
    ]
  ) { draft in
    var faults: [Fault] = []
    var block = -1
    for oddity in draft.scan.oddities
    where oddity.kind == .emoji && !draft.isInTitle(oddity.offset) {
      let index = draft.blockIndex(at: oddity.offset) ?? -1
      let replacesWord = replacesWord(oddity, in: draft)
      // A block has one finding, besides those of words.
      guard index != block || replacesWord, !isContactIcon(oddity, in: draft) else { continue }
      block = index
      let limit = draft.draft.blocks[max(index, 0)].text.upperBound
      let end = EmojiSequence.end(at: oddity.offset, in: draft.text, before: limit)
      let range = oddity.offset..<(end ?? oddity.range.upperBound)
      let shown = draft.draft.string(in: range)
      let message =
        replacesWord
        ? Localized("「\(shown)」代替了词语，请写成文字", "\(shown) stands for a word: write the word")
        : Localized("正文里的表情「\(shown)」宜删去", "\(shown) is best left out")
      let severity: Severity = replacesWord ? .warning : .suggestion
      faults.append(Fault(range: range, message: message, severity: severity))
    }
    return faults
  }

  private static func replacesWord(_ oddity: Oddity, in draft: ScannedDraft) -> Bool {
    // Behind the very word that it depicts it is decoration.
    guard let words = things[oddity.scalar], let left = draft.scalar(before: oddity.offset),
      !draft.stands(words, before: oddity.offset)
    else { return false }
    let right = draft.scalar(from: oddity.range.upperBound)
    return isHan(left) && right.map { isHan($0) || isChineseMark($0) } ?? false
  }

  /// A telephone, a letter, a pin at the start of its line.
  private static func isContactIcon(_ oddity: Oddity, in draft: ScannedDraft) -> Bool {
    guard "☎📞📱📍📧✉🏠🕐🕘⏰📅".unicodeScalars.contains(oddity.scalar) else { return false }
    guard let before = draft.text.scalar(before: oddity.offset) else { return true }
    return before == "\u{2029}" || before == "\u{2028}" || before == "\n"
  }

  /// Names of character references with what they stand for; a space is what remains of `&nbsp;`.
  private static let entities: [String: String] = [
    "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ldquo": "“",
    "rdquo": "”", "lsquo": "‘", "rsquo": "’", "middot": "·", "mdash": "—", "ndash": "–",
    "hellip": "…", "emsp": "\u{3000}", "ensp": " ", "times": "×", "deg": "°", "bull": "•",
    "copy": "©", "reg": "®", "ge": "≥", "le": "≤", "plusmn": "±", "#39": "'", "#160": " ",
    "#34": "\"",
  ]

  private static let entityLeft = FamilyRule(
    "character/html-entity-left",
    .warning,
    summary: Localized("正文里露出了网页代码", "a character reference left in the text"),
    why: Localized(
      "「&nbsp;」一类代码是转换时留下的，读者看到的是乱码；发布前应检查版面。",
      "References such as &nbsp; are left by conversion and read as rubbish."
    ),
    basis: [Basis("wechat-account-management", "三、3")],
    marks: "&",
    cases: [
      .ok("参数里的&", "见 https://example.cn/?a=1&lt=2 ，R&D部门。"),
      .flags("双重转义", "<p>预约挂号⟦&amp;nbsp;⟧电话</p>", fixed: "<p>预约挂号电话</p>"),
      .flags("字母旁边", "<p>做CT⟦&amp;nbsp;⟧检查</p>", fixed: "<p>做CT 检查</p>"),
    ]
  ) { mark, draft in
    guard draft.scan.span(covering: mark.range, of: [.address, .code]) == nil,
      let block = draft.block(at: mark.offset), !block.isCode
    else { return nil }
    let tail = draft.text[mark.offset + 1..<min(mark.offset + 9, block.text.upperBound)]
    guard let end = tail.firstIndex(of: UInt8(ascii: ";")),
      let form = entities[String(decoding: tail[..<end], as: UTF8.self)]
    else { return nil }
    let range = mark.offset..<end + 1
    let shown = draft.draft.string(in: range)
    let message = Localized("「\(shown)」是网页代码，不是文字", "\(shown) is a character reference, not text")
    // Han has no blanks between its words.
    let neighbours = [draft.scalar(before: mark.offset), draft.scalar(from: end + 1)]
    let isAmongHan = neighbours.allSatisfy { $0.map(isHan) ?? false }
    let plain = isAmongHan && form.trimmingBlanks.isEmpty ? "" : form
    return draft.fault(at: range, message, writing: plain, .safe)
  }

  private static let rareWithoutGloss = FamilyRule(
    "character/rare-no-gloss",
    .suggestion,
    summary: Localized("难认的专业用字没有注音", "a technical character without its reading"),
    why: Localized(
      "应确保信息易于理解；普通读者不认得的字，首次出现时注上读音。",
      "Information must be easy to understand: give the reading at first use."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    lists: ["character-gloss"],
    triggers: .lists(["character-gloss"]),
    cases: [
      .ok("已经注音", "腘（guó）窝，就是膝盖后面的凹陷处。"),
      .ok("常见的字", "活血化瘀。"),
      .ok("注音在上面", "<p>次<ruby>髎<rt>liáo</rt></ruby>穴</p>"),
      .flags("没有注音", "⟦腘⟧窝疼痛要警惕，腘窝在膝盖后面。"),
    ]
  ) { draft in
    var seen: Set<String> = []
    // Neighbours such as 耵聍 are one word.
    var words: [Range<Int>] = []
    for range in draft.hitRanges(in: "character-gloss") { words.appendJoining(range) }
    return words.compactMap { range in
      let shown = draft.draft.string(in: range)
      guard seen.insert(shown).inserted, !hasGloss(behind: range, in: draft),
        !draft.scan.isOpaque(at: range.lowerBound),
        draft.scan.span(covering: range, of: [.titleMarks, .name]) == nil
      else { return nil }
      let message = Localized(
        "「\(shown)」不易认读，首次出现宜注音，如「\(shown)（拼音）」",
        "\(shown) is hard to read: give its reading at first use"
      )
      return Fault(range: range, message: message)
    }
  }

  /// Whether a bracket opens within a word of the character, with a reading or a plain name in it.
  private static func hasGloss(behind range: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let block = draft.block(at: range.lowerBound) else { return false }
    let end = min(block.text.upperBound, range.upperBound + 12)
    let isRead = draft.draft.spans.contains {
      $0.kind == .ruby && (range.upperBound...end).contains($0.text.lowerBound)
    }
    return isRead
      || draft.brackets.pairs.contains { pair in
        (range.upperBound..<max(end, range.upperBound + 1)).contains(pair.open.offset)
      }
  }
}
