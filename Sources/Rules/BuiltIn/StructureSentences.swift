import ChineseText
import Linting
import Reading

/// The length of sentences and the breaking of lines.
enum StructureSentences {
  static let all: [any Rule] = [sentenceTooLong, noParagraphs, hardWrap, manualIndent]

  private static let maximum = 80
}

extension StructureSentences {
  private static let sentenceTooLong = FamilyRule(
    "structure/sentence-too-long",
    .suggestion,
    summary: Localized("句子过长", "a sentence that is too long"),
    why: Localized(
      "内容应简洁明了；超过80个字的句子读者要读两遍。",
      "A sentence of more than 80 characters is read twice."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    cases: [
      .ok("短句", String(repeating: "多喝水，勤洗手，常通风。", count: 12)),
      .ok(
        "写明出处",
        "据中华医学会肝病学分会、中华医学会感染病学分会发布的《慢性乙型肝炎防治指南（2022年版）》引用的资料，我国一般人群乙肝病毒表面抗原流行率为5%至6%，慢性感染者约7000万例。"
      ),
      .ok("用分号列举", String(repeating: "多喝水，勤洗手，常通风；", count: 12)),
      .flags("一逗到底", "⟦" + String(repeating: "要多喝水勤洗手常通风，", count: 9) + "这样身体才好。⟧"),
    ]
  ) { draft in
    var faults: [Fault] = []
    for block in draft.draft.blocks where isBody(block) && block.text.count > maximum {
      for sentence in longSentences(in: block.text, of: draft) {
        let count = length(of: sentence, in: draft)
        guard count > maximum, !isEnumeration(sentence, in: draft) else { continue }
        let message = Localized(
          "这句话有 \(count) 个字，宜分成几句",
          "the sentence has \(count) characters: divide it"
        )
        faults.append(Fault(range: sentence, message: message))
      }
    }
    return faults
  }

  /// The characters of a sentence without the titles it names, which nobody can shorten.
  private static func length(of sentence: Range<Int>, in draft: ScannedDraft) -> Int {
    let whole = countedLength(of: sentence, in: draft.text, mode: .word)
    guard whole > maximum else { return whole }
    return draft.brackets.pairs.reduce(whole) { count, pair in
      guard pair.open.scalar == "《", pair.depth == 0, sentence.contains(pair.open.offset) else {
        return count
      }
      return count - countedLength(of: pair.inside, in: draft.text, mode: .word)
    }
  }

  private static func isBody(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph, .listItem: block.context.isDisjoint(with: apart)
    default: false
    }
  }

  private static let apart: Block.Context = [.quote, .table, .figure, .references, .foreign]

  /// The stretches between the ends of sentences that have bytes enough to be too long.
  private static func longSentences(in block: Range<Int>, of draft: ScannedDraft) -> [Range<Int>] {
    var start = block.lowerBound
    var long: [Range<Int>] = []
    func close(at end: Int) {
      // Han take three bytes: less cannot be more than the maximum unless Latin stands in it.
      if end - start > maximum * 2 { long.append(start..<end) }
      start = end
    }
    for mark in draft.scan.marks(in: block) where endsClause(mark.scalar) {
      close(at: mark.range.upperBound)
    }
    close(at: block.upperBound)
    return long
  }

  private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "!", "?", "…", "；", ";", "：", ":": true
    default: false
    }
  }

  /// Names, places, works: many items in a row, which dividing would not help.
  private static func isEnumeration(_ sentence: Range<Int>, in draft: ScannedDraft) -> Bool {
    draft.scan.marks(in: sentence).count { $0.scalar == "、" || $0.scalar == "《" } >= 6
  }

  private static let noParagraphs = FamilyRule(
    "structure/no-paragraphs",
    .warning,
    summary: Localized("正文没有分段", "a body without paragraphs"),
    why: Localized(
      "正文内容应分段表述，条理清晰；用换行代替分段，排版和读屏都不认。",
      "The body is set in paragraphs, not in line breaks."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    cases: [
      .ok("短通知", "请带好身份证件。"),
      .flags(
        "用空行代替分段",
        "<p>⟦多喝水。<br><br>勤洗手。<br><br>常通风⟧</p>"
      ),
    ]
  ) { draft in
    guard !draft.fact(HardBreaks.self).offsets.isEmpty else { return [] }
    return draft.draft.blocks.compactMap { block in
      guard isBody(block), block.text.count > 20, blankLineCount(in: block.text, of: draft) >= 2
      else { return nil }
      let message = Localized("用换行隔出空行，宜改成分段", "blank lines made with line breaks: make paragraphs")
      return Fault(range: block.text, message: message)
    }
  }

  private static func blankLineCount(in block: Range<Int>, of draft: ScannedDraft) -> Int {
    lineEnds(in: block, of: draft).reduce(into: (count: 0, last: -1)) { state, end in
      if end == state.last + 3 { state.count += 1 }
      state.last = end
    }.count
  }

  /// Where hard line breaks stand.
  private static func lineEnds(in block: Range<Int>, of draft: ScannedDraft) -> ArraySlice<Int> {
    let ends = draft.fact(HardBreaks.self).offsets
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < block.lowerBound { low = middle + 1 } else { high = middle }
    }
    return ends[low...].prefix { $0 < block.upperBound }
  }

  private static let hardWrap = FamilyRule(
    "structure/hard-wrap",
    .warning,
    summary: Localized("一句话被断成几行", "a sentence broken into lines"),
    why: Localized(
      "从PDF复制的文字每行末尾带有换行，手机上会断得支离破碎；发布前应检查版面。",
      "Lines copied from PDF break at the wrong places on a phone."
    ),
    basis: [Basis("wechat-account-management", "三、3")],
    cases: [
      .ok("诗句", "<p>床前明月光，<br>疑是地上霜。<br>举头望明月，<br>低头思故乡。</p>"),
      .ok(
        "一行一项，长短不一",
        "<p>请带好身份证和医保卡以及以往的检查报告<br>早上空腹到门诊楼二层抽血处排队取号等候<br>"
          + "孕妇和怀疑怀孕的人请先告诉登记台的工作人员不要拍胸片<br>结果三天后在自助机上打印或者到体检中心前台领取</p>"
      ),
      .flags(
        "从PDF复制",
        "<p>⟦高血压是最常见的慢性病之一，也是心脑血管病最<br>主要的危险因素，脑卒中、心肌梗死、心力衰竭及慢<br>"
          + "性肾脏病是其主要并发症。国内外的实践证明，高血<br>压是可以预防和控制的疾病⟧。</p>"
      ),
    ]
  ) { draft in
    guard !draft.fact(HardBreaks.self).offsets.isEmpty else { return [] }
    return draft.draft.blocks.compactMap { block in
      guard isBody(block), block.text.count > 90 else { return nil }
      let ends = lineEnds(in: block.text, of: draft)
      guard ends.count >= 3 else { return nil }
      var start = block.text.lowerBound
      var lengths: [Int] = []
      for end in ends {
        let scalars = (end - start) / 3
        let isBroken =
          (15...45).contains(scalars) && draft.text.scalar(before: end).map(isHan) == true
          && draft.text.scalar(at: end + 3).map(isHan) == true
        lengths = isBroken ? lengths + [scalars] : []
        if lengths.count >= 3, isEven(lengths.suffix(3)) {
          let message = Localized("一句话被换行断成几行，宜连起来", "lines broken inside a sentence: join them")
          return Fault(
            range: block.text.lowerBound..<lastHan(in: block.text, draft),
            message: message
          )
        }
        start = end + 3
      }
      return nil
    }
  }

  /// Whether lines are of nearly equal length, as a page breaks them; items of a list are not.
  private static func isEven(_ lengths: ArraySlice<Int>) -> Bool {
    guard let shortest = lengths.min(), let longest = lengths.max() else { return false }
    return longest - shortest <= 3
  }

  private static func lastHan(in block: Range<Int>, _ draft: ScannedDraft) -> Int {
    var end = block.upperBound
    while end > block.lowerBound, let scalar = draft.text.scalar(before: end), !isHan(scalar) {
      end -= UTF8.width(scalar)
    }
    return end
  }

  private static let manualIndent = FamilyRule(
    "structure/manual-indent",
    .suggestion,
    summary: Localized("段首用空格缩进", "paragraphs indented with spaces"),
    why: Localized(
      "首行缩进用段落样式，不敲空格；有的段空、有的段不空，手机上参差不齐。",
      "Indents are set by style; spaces look ragged on phones."
    ),
    basis: [Basis("wechat-account-management", "三、3")],
    cases: [
      .ok("没有缩进", "<p>高血压是常见病。</p><p>要少吃盐。</p>"),
      .ok("对齐的附件", "<p>附件：1.分组表</p><p>\u{3000}\u{3000}\u{3000}2.评分表</p>"),
      .flags(
        "都空两格",
        "<p>⟦\u{3000}\u{3000}⟧高血压是常见病。</p><p>\u{3000}\u{3000}要少吃盐。</p>",
        fixed: "<p>高血压是常见病。</p><p>要少吃盐。</p>"
      ),
    ]
  ) { draft in
    var indents: [Range<Int>] = []
    var plainCount = 0
    for (index, block) in draft.draft.blocks.enumerated()
    where block.kind == .paragraph && isBody(block) && !isAligned(index, in: draft) {
      let end = indentEnd(of: block.text, in: draft)
      if end > block.text.lowerBound {
        indents.append(block.text.lowerBound..<end)
      } else if block.text.count > 60 {
        plainCount += 1
      }
    }
    guard let first = indents.first else { return [] }
    let isMixed = indents.count > 1 && plainCount > 1
    let message =
      isMixed
      ? Localized("有的段首空格缩进，有的没有，宜统一用样式", "some paragraphs are indented with spaces, some are not")
      : Localized("段首用空格缩进，宜改用段落样式", "indent by style, not by spaces")
    let fix = draft.fix(
      Localized("删去段首空格", "delete the spaces"),
      .safe,
      replacing: indents.map { ($0, "") }
    )
    return [Fault(range: first, message: message, fix: fix, severity: isMixed ? .warning : nil)]
  }

  /// Whether a paragraph goes on a list of attachments, whose numbers stand below each other: `附件：1.…`.
  private static func isAligned(_ index: Int, in draft: ScannedDraft) -> Bool {
    let blocks = draft.draft.blocks
    let end = indentEnd(of: blocks[index].text, in: draft)
    guard draft.text.scalar(at: end).map(isASCIIDigit) ?? false else { return false }
    let above = blocks[..<index].suffix(9).reversed()
      .first { indentEnd(of: $0.text, in: draft) == $0.text.lowerBound }
    return above.map { draft.stands(attachments, at: $0.text.lowerBound) } ?? false
  }

  private static let attachments = Phrases("附件 附表 附：")

  /// The end of one to four wide spaces, or of two spaces and more that do not collapse.
  private static func indentEnd(of block: Range<Int>, in draft: ScannedDraft) -> Int {
    var end = block.lowerBound
    while end < block.upperBound, let scalar = draft.text.scalar(at: end),
      scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\u{2003}"
    {
      end += UTF8.width(scalar)
    }
    return end
  }
}

/// Where U+2028 stands in the visible prose; few drafts have any.
private struct HardBreaks: DraftFact {
  private(set) var offsets: [Int] = []

  init(_ draft: ScannedDraft) {
    guard draft.grams.mayHold(Self.sign) else { return }
    let text = draft.text
    var start = 0
    while let offset = text.firstOffset(of: "\u{2028}", in: start..<text.count) {
      offsets.append(offset)
      start = offset + 3
    }
  }

  private static let sign = TextGrams.Sign(of: "\u{2028}")
}
