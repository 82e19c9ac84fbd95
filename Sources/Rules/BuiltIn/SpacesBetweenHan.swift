import ChineseText
import Linting
import Reading

/// Flags spaces inside Chinese sentences.
enum SpacesBetweenHan {
  static let all: [any Rule] = [betweenHan]

  private static let betweenHan = FamilyRule(
    "punctuation/space-between-han",
    .warning,
    summary: Localized("汉字之间有空格", "a space between two Han characters"),
    why: Localized(
      "汉字之间不空格；空格多是复制时带来的，读屏软件会把一个词读成两段。",
      "Chinese is written without spaces; those left by copying tear words apart."
    ),
    basis: [Basis("gbt-15834", "5.1")],
    lists: evasions,
    cases: [
      .ok("署名、标题、口号", "撰文 王一 编辑 李二\n\n“听党话 跟党走”，第一章 总则，做 CT 检查。"),
      .ok("括号里的署名", "图为4月15日的培训现场，信息员在五楼会议室做练习（双桥县人民医院宣传科 牧歌 摄）"),
      .ok("没有标点的短行、标题的停顿", "内科 外科 妇产科\n\n多国遭遇持续的热浪 多地气温超过四十摄氏度的纪录。"),
      .ok("拉开的标题、名单", "第一章 总 则\n\n会 议 纪 要\n\n王 一 李 二 张 三"),
      .ok("加粗的时间", "**四点三十五** 一位独居的老人，自己走进来的，说是心慌。"),
      .flags("拉开的词", "⟦血 压 计⟧每年送检一次，新买的也要先比一比。", fixed: "血压计每年送检一次，新买的也要先比一比。"),
      .flags("句子里", "每天户外活动2小时。台灯⟦ ⟧放在写字手的对侧，屏幕亮度一致。", fixed: "每天户外活动2小时。台灯放在写字手的对侧，屏幕亮度一致。"),
    ]
  ) { draft in
    var faults = spacedWords(in: draft)
    for block in draft.draft.blocks where isProse(block) {
      let spaces = spaces(in: block.text, of: draft.text)
      guard (1...3).contains(spaces.count), !isLabelled(block, in: draft.draft) else { continue }
      faults += spaces.compactMap { space in
        faults.contains { $0.range.overlaps(space) } ? nil : fault(at: space, of: draft)
      }
    }
    return faults
  }

  /// Words drawn apart inside a line, `血 压 计每年送检`: three characters and more, of which the last touches what
  /// follows, or the first what stands before.
  private static func spacedWords(in draft: ScannedDraft) -> [Fault] {
    var faults: [Fault] = []
    for block in draft.draft.blocks where mayHoldSpacedWord(block) {
      var space = block.text.lowerBound
      while let start = draft.text.firstOffset(of: " ", in: space..<block.text.upperBound) {
        space = start + 1
        guard let word = spacedWord(around: start, in: draft) else { continue }
        space = word.upperBound
        let plain = draft.draft.string(in: word).replacing(" ", with: "")
        let message = Localized("「\(plain)」中间的空格应删去", "delete the spaces inside \(plain)")
        faults.append(draft.fault(at: word, message, writing: plain, .unsafe))
      }
    }
    return faults
  }

  private static let apart: Block.Context = [.table, .references, .foreign]
  private static let noProse: Block.Context = [
    .quote, .table, .figure, .references, .foreign, .captionStyle,
  ]

  private static func mayHoldSpacedWord(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph, .listItem, .heading:
      block.context.isDisjoint(with: apart)
    default: false
    }
  }

  /// The row of single characters that a space is the first one in.
  private static func spacedWord(around space: Int, in draft: ScannedDraft) -> Range<Int>? {
    let text = draft.text
    guard let first = text.scalar(before: space), isHan(first) else { return nil }
    let start = space - UTF8.width(first)
    let before = text.scalar(before: start)
    guard before != " " else { return nil }
    var end = space
    var count = 1
    while text.scalar(at: end) == " ", let next = text.scalar(at: end + 1), isHan(next) {
      end += 1 + UTF8.width(next)
      count += 1
      // The last one may touch the word behind it.
      if text.scalar(at: end) != " " { break }
    }
    let touches = text.scalar(at: end).map(isHan) ?? false
    guard (3...6).contains(count), !"章节编条篇部".unicodeScalars.contains(first),
      touches || before.map(isHan) ?? false,
      !draft.scan.isOpaque(at: space),
      draft.scan.span(covering: start..<end, of: [.titleMarks, .name]) == nil,
      !evasions.contains(where: { list in
        draft.hitRanges(in: list).contains { $0.overlaps(start..<end) }
      })
    else { return nil }
    return start..<end
  }

  private static func isProse(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph, .listItem:
      block.text.count > 45 && block.context.isDisjoint(with: noProse)
    default: false
    }
  }

  /// ASCII spaces with a byte of Han on both sides; the search is the standard library's own.
  private static func spaces(in block: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
    var spaces: [Range<Int>] = []
    var start = block.lowerBound
    while let space = text.firstOffset(of: " ", in: start..<block.upperBound) {
      start = space + 1
      if let left = text.scalar(before: space), isHan(left), let right = text.scalar(at: start),
        isHan(right)
      {
        spaces.append(space..<start)
        if spaces.count > 3 { break }
      }
    }
    return spaces
  }

  /// Whether a by-line or another line of fields stands in a block.
  private static func isLabelled(_ block: Block, in draft: Draft) -> Bool {
    draft.metadata.entries.contains {
      $0.origin == .visibleLine && block.holds($0.value.source)
    }
  }

  /// Whether a paragraph begins with words in bold that end at a space, as `**四点三十五** 一位老人来了。` does.
  private static func isBehindLabel(_ space: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let block = draft.block(at: space.lowerBound) else { return false }
    return draft.draft.spans.contains {
      $0.kind == .strong && $0.text == block.text.lowerBound..<space.lowerBound
    }
  }

  /// A fault where the clause around is a sentence's: of some length, and ended by a mark.
  private static func fault(at space: Range<Int>, of draft: ScannedDraft) -> Fault? {
    let before = runLength(before: space.lowerBound, in: draft)
    let after = runLength(behind: space.upperBound, in: draft)
    guard before >= 2, after >= 2, before + after >= 8,
      !draft.scan.isOpaque(at: space.lowerBound),
      !draft.stands(chapters, before: space.lowerBound), !isBehindLabel(space, in: draft),
      !draft.stands(credits, at: space.upperBound),
      isInSentence(space.lowerBound, in: draft), !isHidingWord(space, in: draft),
      !isCredit(space, in: draft),
      draft.scan.span(covering: space, of: [.titleMarks, .quotation, .label]) == nil
    else { return nil }
    let message = Localized("汉字之间的空格应删去", "delete the space between Han")
    return draft.fault(at: space, message, writing: "", .unsafe)
  }

  /// Whether a pair of brackets around tells who took or made a picture: `（宣传科 牧歌 摄）`.
  private static func isCredit(_ space: Range<Int>, in draft: ScannedDraft) -> Bool {
    let end = max(draft.sentence(at: space.lowerBound).upperBound, space.upperBound)
    let close = draft.scan.marks(in: space.upperBound..<end).first {
      $0.scalar == "）" || $0.scalar == ")"
    }
    return close.map { draft.stands(credits, before: $0.offset) } ?? false
  }

  /// Whether commas part the sentence around: headlines have spaces in their place.
  private static func isInSentence(_ offset: Int, in draft: ScannedDraft) -> Bool {
    draft.scan.marks(in: draft.sentence(at: offset)).contains { $0.scalar == "，" }
  }

  /// Whether the space hides a word that another rule finds.
  private static func isHidingWord(_ space: Range<Int>, in draft: ScannedDraft) -> Bool {
    evasions.contains { list in
      draft.hitRanges(in: list).contains { $0.contains(space.lowerBound) }
    }
  }

  private static let evasions = [
    "sensitive-fraud", "sensitive-gambling", "sensitive-illegal-drugs", "sensitive-vulgarity",
    "slang-evasion",
  ]

  private static let credits = Phrases("供图 摄影 摄 绘图 制图 文图 供稿 报道")
  private static let chapters = Phrases("章 节 条 编 篇 讯 电 记者 通讯员")

  /// How many Han stand in a row before an offset, up to 12.
  private static func runLength(before offset: Int, in draft: ScannedDraft) -> Int {
    var end = offset
    var count = 0
    while count < 12, let scalar = draft.text.scalar(before: end), isHan(scalar) {
      end -= UTF8.width(scalar)
      count += 1
    }
    return count
  }

  /// How many Han stand in a row from an offset on, up to 12.
  private static func runLength(behind offset: Int, in draft: ScannedDraft) -> Int {
    var start = offset
    var count = 0
    while count < 12, let scalar = draft.text.scalar(at: start), isHan(scalar) {
      start += UTF8.width(scalar)
      count += 1
    }
    return count
  }
}
