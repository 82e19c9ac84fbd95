import ChineseText
import Linting
import Reading

/// Rules about the stops of lists, of what leads to them and of captions.
enum ListStops {
  static let all: [any Rule] = [itemEnds, stopInItem, leadIn, captionEnd]

  private static let itemEnds = FamilyRule(
    "punctuation/list-item-end",
    .suggestion,
    summary: Localized("列表各项末尾的标点不一致", "list items that end in different marks"),
    why: Localized(
      "同一个列表各项末尾用同一种点号；用分号的，最后一项用句号。",
      "Items of a list end alike; after semicolons the last one takes a full stop."
    ),
    basis: [Basis("gbt-15834", "4.6.3.3")],
    triggers: .anything,
    cases: [
      .ok("有序号的小标题", "（一）提高认识\n\n（二）加强领导\n\n（三）狠抓落实"),
      .flags("有序号的段落", "（一）热爱乡村医疗工作；\n\n（二）年满十八周岁；\n\n（三）愿意在村卫生室工作满五⟦年⟧"),
      .ok("一致", "- 洗手；\n- 通风；\n- 戴口罩。\n\n完\n\n- 身份证\n- 医保卡"),
      .ok("问号、冒号", "- 洗手。\n- 为什么？\n- 下面各项：\n- 通风。"),
      .flags("最后一项没有", "- 勤洗手讲卫生；\n- 常通风换空气；\n- 出门戴好防护口⟦罩⟧"),
      .flags("最后一项也是分号", "- 勤洗手；\n- 常通风；\n- 戴口罩⟦；⟧\n\n请大家做到。"),
      .flags("中间一项是句号", "- 勤洗手；\n- 常通风⟦。⟧\n- 戴口罩；\n- 少聚集。"),
      .flags("中间一项是分号", "- 勤洗手。\n- 常通风⟦；⟧\n- 戴口罩。\n- 少聚集。"),
    ]
  ) { draft in
    var faults: [Fault] = []
    forEachList(in: draft) { items in
      if items.count >= 3, let fault = uneven(items, in: draft) { faults.append(fault) }
    }
    for items in numberedRuns(in: draft) where items.count >= 3 {
      if let fault = uneven(items, in: draft) { faults.append(fault) }
    }
    return faults
  }

  /// The runs of paragraphs that stand right behind each other and go on one series of numbers: `（一）…；（二）…；`.
  private static func numberedRuns(in draft: ScannedDraft) -> [Range<Int>] {
    let numbers = draft.fact(Numberings.self).all.filter {
      !$0.isDoubtful && draft.draft.blocks[$0.block].kind == .paragraph
    }
    var runs: [Range<Int>] = []
    var last: Numbering?
    for number in numbers {
      if let before = last, let run = runs.last, before.form == number.form,
        number.value == before.value + 1, run.upperBound == number.block
      {
        runs[runs.count - 1] = run.lowerBound..<number.block + 1
      } else {
        runs.append(number.block..<number.block + 1)
      }
      last = number
    }
    return runs
  }

  /// The runs of list items without a block between them, by index.
  private static func forEachList(in draft: ScannedDraft, _ body: (Range<Int>) -> Void) {
    let blocks = draft.draft.blocks
    var index = 0
    while index < blocks.count {
      guard blocks[index].kind == .listItem else {
        index += 1
        continue
      }
      let start = index
      while index < blocks.count, blocks[index].kind == .listItem { index += 1 }
      body(start..<index)
    }
  }

  /// How an item ends: its stop, nothing, or what rules do not judge.
  private enum Ending: Hashable {
    case semicolon
    case stop
    case plain
    case other
  }

  private static func ending(of index: Int, in draft: ScannedDraft) -> (Ending, PlacedScalar)? {
    let range = draft.draft.blocks[index].text
    guard let last = draft.scan.neighbour(before: range.upperBound, in: range) else { return nil }
    switch last.scalar {
    case "；": return (.semicolon, last)
    case "。": return (.stop, last)
    default:
      let isPlain = isHan(last.scalar) && range.count > 18
      return (isPlain ? .plain : .other, last)
    }
  }

  /// The first item that ends otherwise than the other ones.
  private static func uneven(_ items: Range<Int>, in draft: ScannedDraft) -> Fault? {
    var endings: [(ending: Ending, last: PlacedScalar)] = []
    for index in items {
      guard let (ending, last) = ending(of: index, in: draft) else { return nil }
      endings.append((ending, last))
    }
    let semicolons = endings.count { $0.ending == .semicolon }
    let stops = endings.count { $0.ending == .stop }
    guard let last = endings.last, semicolons + stops > 0 else { return nil }
    if semicolons >= 2, semicolons == endings.count - 1, last.ending == .plain {
      return fault(at: last.last, Localized("列表最后一项末尾缺句号", "the last item lacks its full stop"))
    }
    if items.lowerBound < draft.draft.blocks.count,
      draft.draft.blocks[items.lowerBound].kind == .listItem,
      let fault = mixed(endings, semicolons: semicolons, stops: stops)
    {
      return fault
    }
    let isMost = stops * 3 >= endings.count * 2 || semicolons * 3 >= endings.count * 2
    guard isMost, let odd = endings.dropLast().first(where: { $0.ending == .plain }) else {
      return nil
    }
    return fault(
      at: odd.last,
      Localized("这一项末尾缺点号，与别的项不一致", "the item lacks the stop of the others")
    )
  }

  /// The one stop among semicolons or semicolon among stops, or the semicolon that ends a list of them.
  private static func mixed(
    _ endings: [(ending: Ending, last: PlacedScalar)],
    semicolons: Int,
    stops: Int
  ) -> Fault? {
    guard semicolons + stops == endings.count, let last = endings.last else { return nil }
    if stops == 0 {
      return fault(at: last.last, Localized("列表最后一项末尾用句号", "the last item takes a full stop"))
    }
    let inner = endings.dropLast()
    let odd: Ending? =
      semicolons == 1 && last.ending == .stop
      ? .semicolon : semicolons > 1 && inner.count(where: { $0.ending == .stop }) == 1 ? .stop : nil
    guard let odd, endings.count > 2, let item = inner.first(where: { $0.ending == odd }),
      semicolons > 1 || stops > 2
    else { return nil }
    return fault(
      at: item.last,
      Localized("这一项末尾的标点与别的项不一致", "the item ends in another mark than the others")
    )
  }

  private static func fault(at last: PlacedScalar, _ message: Localized) -> Fault {
    Fault(range: last.range, message: message)
  }

  private static let stopInItem = FamilyRule(
    "punctuation/semicolon-after-period",
    .suggestion,
    summary: Localized(
      "分项里有句号，项末又用分号",
      "an item with a full stop inside and a semicolon at its end"
    ),
    why: Localized(
      "分项列举时，只要有一项里面用了句号，各项末尾都用句号。",
      "Where an item holds a full stop, items end in full stops."
    ),
    basis: [Basis("gbt-15834", "A.5")],
    triggers: .listItems,
    cases: [
      .ok("项内用逗号", "- 洗手，要用流水；\n- 通风。"),
      .ok("引号和括号里的句号", "- 听医生说：“按时服药。”然后照做；\n- 通风。"),
      .flags("项内有句号", "- 洗手。要用流动的水⟦；⟧\n- 通风。"),
    ]
  ) { draft in
    draft.draft.blocks.compactMap { block in
      guard block.kind == .listItem, let last = draft.scan.marks(in: block.text).last,
        last.scalar == "；", last.range.upperBound == block.text.upperBound,
        draft.scan.marks(in: block.text).contains(where: { mark in
          mark.scalar == "。" && draft.text.scalar(at: mark.range.upperBound).map(isHan) ?? false
        })
      else { return nil }
      let message = Localized("项内已有句号，项末也用句号", "the item holds a full stop, so it ends in one")
      return Fault(range: last.range, message: message)
    }
  }

  private static let leadIn = FamilyRule(
    "punctuation/colon-rulong",
    .suggestion,
    summary: Localized("引出列表的「如下」后面没用冒号", "a lead-in to a list without its colon"),
    why: Localized("「如下」「包括」引出下面的列表，末尾用冒号。", "如下 and 包括 before a list take a colon."),
    basis: [Basis("gbt-15834", "4.7.3.1")],
    triggers: .listItems,
    cases: [
      .ok("冒号", "具体安排如下：\n\n- 上午\n- 下午"),
      .ok("后面不是列表", "具体安排如下。\n\n上午开诊。"),
      .flags("逗号", "具体安排如下⟦，⟧\n\n- 上午\n- 下午", fixed: "具体安排如下：\n\n- 上午\n- 下午"),
    ]
  ) { draft in
    draft.draft.blocks.indices.compactMap { index in
      guard index + 1 < draft.draft.blocks.count,
        draft.draft.blocks[index + 1].kind == .listItem,
        draft.draft.blocks[index].kind == .paragraph
      else { return nil }
      let end = draft.draft.blocks[index].text.upperBound
      guard let last = draft.text.scalar(before: end), last == "，" || last == "。",
        draft.stands(leadWords, before: end - 3)
      else { return nil }
      let message = Localized("引出下面列表的话末尾用冒号", "a lead-in to the list ends in a colon")
      return draft.fault(at: end - 3..<end, message, writing: "：", .unsafe)
    }
  }

  private static let leadWords = Phrases("如下 包括 以下几点 以下事项 下列事项 以下内容 以下要求 以下材料")

  private static let captionEnd = FamilyRule(
    "punctuation/caption-final-stop",
    .suggestion,
    summary: Localized("图表的说明末尾用了句号", "a caption that ends in a full stop"),
    why: Localized(
      "图题、表题和简短的图注末尾不用句号。",
      "Titles and short notes of figures and tables take no full stop."
    ),
    basis: [Basis("gbt-15834", "A.1")],
    cases: [
      .ok("没有句号、几句话", "图1 七步洗手法\n\n图2 手心。手背。"),
      .ok("正文", "图书馆开放。"),
      .flags(
        "图下的小字",
        "<p>正文。</p><p><img src=\"a.jpg\" alt=\"患者做练习\"></p><p style=\"text-align:center;font-size:12px;color:#888888\">靠墙静蹲示范（康复科供图）⟦。⟧</p>",
        fixed:
          "<p>正文。</p><p><img src=\"a.jpg\" alt=\"患者做练习\"></p><p style=\"text-align:center;font-size:12px;color:#888888\">靠墙静蹲示范（康复科供图）</p>"
      ),
      .flags("图题", "图1 七步洗手法⟦。⟧", fixed: "图1 七步洗手法"),
      .flags(
        "图下一行的署名",
        "![包扎演练](a.png)\n\n救护组为伤员包扎（何苗 摄）⟦。⟧",
        fixed: "![包扎演练](a.png)\n\n救护组为伤员包扎（何苗 摄）"
      ),
      .ok("图后的正文", "![包扎演练](a.png)\n\n演练由急诊科组织，资料图由宣传科提供。"),
    ]
  ) { draft in
    draft.draft.blocks.compactMap { block in
      let end = block.text.upperBound
      guard block.text.count < 150,
        block.kind == .caption || isNumbered(block, in: draft) || isBelowImage(block, in: draft),
        draft.text.scalar(before: end) == "。",
        draft.scan.marks(in: block.text.lowerBound..<end - 3).allSatisfy({ $0.scalar != "。" })
      else { return nil }
      let message = Localized("图表的说明末尾不用句号", "a caption takes no full stop")
      return draft.fault(at: end - 3..<end, message, writing: "", .safe)
    }
  }

  /// Whether a paragraph right behind an image is set as captions are and names a picture (供图, 示范, 示意), or ends
  /// in a credit.
  private static func isBelowImage(_ block: Block, in draft: ScannedDraft) -> Bool {
    guard block.kind == .paragraph, let index = draft.blockIndex(at: block.text.lowerBound),
      block.context.contains(.captionStyle)
        ? draft.text.contains(anyOf: pictured, in: block.text)
        : draft.stands(credits, before: block.text.upperBound)
    else { return false }
    let before = index > 0 ? draft.draft.blocks[index - 1].text.upperBound : 0
    return draft.draft.images.contains { (before...block.text.lowerBound).contains($0.anchor) }
  }

  private static let credits = Phrases("摄）。 供图）。 制图）。 绘图）。 绘）。 摄影）。 拍摄）。 提供）。 摄)。 供图)。")

  private static let pictured = ["供图", "摄", "示意", "示范", "图为", "绘图", "制图", "图源", "图片", "资料图"]

  private static let figures = Phrases("图 表 附图 附表")

  /// `图1 …` in a paragraph of its own.
  private static func isNumbered(_ block: Block, in draft: ScannedDraft) -> Bool {
    switch draft.text.scalar(at: block.text.lowerBound) {
    case "图", "表", "附": break
    default: return false
    }
    guard block.kind == .paragraph,
      let end = figures.end(in: draft.text, at: block.text.lowerBound),
      end + 1 < block.text.upperBound, isDigitByte(draft.text[end])
    else { return false }
    let next = isDigitByte(draft.text[end + 1]) ? end + 2 : end + 1
    return draft.text.scalar(at: next) == " " || draft.text.scalar(at: next) == "　"
  }
}
