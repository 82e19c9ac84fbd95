import ChineseText
import Linting
import Reading
import SourceText

/// What a draft has too much or too little of as a whole.
enum StructureWhole {
  static let all: [any Rule] = [
    mixedScript, boldPile, allInPicture, unfinished, tableCells,
  ]
}

extension StructureWhole {
  private static let mixedScript = FamilyRule(
    "structure/mixed-script",
    .warning,
    summary: Localized("多处夹有繁体字或日本汉字", "traditional or Japanese characters in many places"),
    why: Localized(
      "一篇文章多处字形不一，多半是从几处拼来的，应通篇核对。",
      "Scattered forms mostly come from pasting: read the whole again."
    ),
    basis: [Basis("language-law", "第三条")],
    triggers: .oddities([.traditional, .japanese]),
    cases: [
      .ok("一处", "請坐。\n\n喝水。\n\n休息。"),
      .ok("通篇繁体", "請坐。\n\n喝杯熱水。\n\n休息幾天。"),
      .flags("三段", "⟦請⟧坐。\n\n喝杯熱水。\n\n休息幾天。" + String(repeating: "\n\n多休息。", count: 4)),
    ]
  ) { draft in
    var blocks: Set<Int> = []
    var first: Range<Int>?
    for oddity in draft.scan.oddities {
      guard oddity.kind == .traditional || oddity.kind == .japanese,
        draft.scan.span(covering: oddity.range, of: [.name, .titleMarks]) == nil,
        !draft.isForeign(at: oddity.offset), let block = draft.blockIndex(at: oddity.offset)
      else { continue }
      blocks.insert(block)
      first = first ?? oddity.range
    }
    // A draft that is traditional throughout is not mixed.
    guard let first, blocks.count >= 3, blocks.count * 2 < draft.draft.blocks.count else {
      return []
    }
    let message = Localized(
      "有 \(blocks.count) 段夹有非规范字形，请通篇核对",
      "\(blocks.count) paragraphs have forms that are not standard"
    )
    return [Fault(range: first, message: message)]
  }

  private static let boldPile = FamilyRule(
    "structure/bold-pile",
    .suggestion,
    summary: Localized("加粗过多", "too much in bold"),
    why: Localized("重点应突出；处处加粗就没有重点。", "Where all is stressed nothing is."),
    basis: [Basis("wechat-account-management", "六、2")],
    cases: [
      .ok("关键词", "记住**多喝水**这三个字，" + String(repeating: "别的都可以慢慢来。", count: 8)),
      .flags("整段加粗", "**⟦" + String(repeating: "多喝水勤洗手常通风", count: 12) + "⟧**\n\n正文。"),
    ]
  ) { draft in
    draft.draft.spans.compactMap { span in
      guard span.kind == .strong, span.text.count > 300,
        let block = draft.block(at: span.text.lowerBound), block.kind == .paragraph,
        span.text.count * 10 > block.text.count * 9
      else { return nil }
      let message = Localized("整段加粗，宜只加粗关键词", "a whole paragraph in bold: stress key words only")
      return Fault(range: span.text, message: message)
    }
  }

  private static let allInPicture = FamilyRule(
    "structure/all-in-picture",
    .suggestion,
    summary: Localized("内容全在图片里", "a draft whose text is all in pictures"),
    why: Localized(
      "图片里的文字搜不到、读不出，也没法审核；应附文字版。",
      "Text in pictures cannot be searched, read aloud or checked."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    triggers: .images,
    cases: [
      .ok("有文字", "![门诊安排海报](a.png)\n\n" + String(repeating: "国庆期间门诊照常。", count: 8)),
      .flags("只有长图", "⟦![](a.png)⟧\n\n长按保存。"),
    ]
  ) { draft in
    guard let image = draft.draft.images.first(where: { !$0.isHidden && !$0.isPresentation }),
      draft.draft.images.allSatisfy({ ($0.alt?.string ?? "").unicodeScalars.count < 20 })
    else { return [] }
    let size = draft.draft.blocks.enumerated().reduce(0) { sum, item in
      item.element.isHidden || item.offset == draft.draft.titleBlock
        ? sum : sum + item.element.text.count
    }
    guard size < 150 else { return [] }
    let message = Localized(
      "正文几乎没有文字，请附上图片内容的文字版",
      "hardly any text: add the pictures’ text in words"
    )
    return [Fault(range: 0..<0, message: message, source: image.source)]
  }

  private static let unfinished = FamilyRule(
    "structure/unfinished",
    .warning,
    summary: Localized("文章好像没有写完", "a text that seems to break off"),
    why: Localized(
      "发布前应检查内容是否完整；末尾是逗号、顿号，多半是漏了后文。",
      "A text that ends in a comma has mostly lost its end."
    ),
    basis: [Basis("wechat-account-management", "三、2")],
    triggers: .marks("，、："),
    cases: [
      .ok("写完了", "请大家多喝水。"),
      .ok("冒号后面是图", "扫码关注：\n\n![二维码](a.png)"),
      .flags("末尾是逗号", "请大家多喝水⟦，⟧"),
    ]
  ) { draft in
    guard let block = draft.draft.blocks.last(where: { !$0.isHidden }), block.kind == .paragraph,
      let mark = draft.scan.marks(in: block.text).last,
      mark.range.upperBound == block.text.upperBound, "，、：".unicodeScalars.contains(mark.scalar),
      !draft.draft.images.contains(where: { $0.anchor >= block.text.upperBound }),
      !draft.draft.media.contains(where: { $0.anchor >= block.text.upperBound })
    else { return [] }
    let message = Localized(
      "文章以「\(mark.scalar)」结束，后文是不是漏了",
      "the text ends in \(mark.scalar): is its end lost?"
    )
    return [Fault(range: mark.range, message: message)]
  }

  private static let tableCells = FamilyRule(
    "structure/table-cells",
    .suggestion,
    summary: Localized("表头有空格子", "an empty cell in a table's head"),
    why: Localized("图表应清晰、准确；表头空着，这一列是什么就不知道。", "Without its head nobody knows what a column is."),
    basis: [Basis("wechat-account-management", "六、2")],
    triggers: .tables,
    cases: [
      .ok("左上角可以空", "|  | 上午 | 下午 |\n| --- | --- | --- |\n| 周一 | 内科 | 外科 |"),
      .ok("整列都空", "| 日期 | 上午 |  |\n| --- | --- | --- |\n| 周一 | 内科 |  |"),
      .flags("表头空", "| 日期 | 上午 ⟦|  |⟧\n| --- | --- | --- |\n| 周一 | 内科 | 外科 |"),
    ]
  ) { draft in
    draft.draft.tables.compactMap { table in
      guard table.rows.count > 1, let head = table.rows.first, head.count > 2,
        head.count(where: { $0 < 0 }) == 1, let empty = head.firstIndex(where: { $0 < 0 }),
        empty > 0, table.rows.contains(where: { $0.count > empty && $0[empty] >= 0 }),
        head[empty - 1] >= 0
      else { return nil }
      let message = Localized("表头有一格是空的", "a cell of the table's head is empty")
      let before = draft.draft.blocks[head[empty - 1]].text
      let next = empty + 1 < head.count ? draft.draft.blocks[head[empty + 1]].text : nil
      guard let place = emptyCell(behind: before, before: next, in: draft.draft) else {
        return Fault(range: before, message: message)
      }
      return Fault(range: 0..<0, message: message, source: place)
    }
  }

  /// Where an empty cell stands in the source, between the cells beside it.
  private static func emptyCell(
    behind cell: Range<Int>,
    before next: Range<Int>?,
    in draft: Draft
  ) -> SourceRange? {
    let bytes = draft.source.bytes
    let start = min(draft.sourceRange(of: cell).end, bytes.count)
    let limit = next.map { draft.sourceRange(of: $0).start } ?? min(start + 400, bytes.count)
    guard start < limit else { return nil }
    // The bytes of a Word document are a package's.
    guard draft.format == .html || draft.format == .markdown else { return nil }
    let (opening, closing) = draft.format == .html ? ("<t", "</t") : ("|", "|")
    guard let open = bytes.firstOffset(of: opening, in: start..<limit),
      let close = bytes.firstOffset(of: closing, in: open + 1..<limit)
    else { return nil }
    return SourceRange(open, close + closing.utf8.count)
  }
}
