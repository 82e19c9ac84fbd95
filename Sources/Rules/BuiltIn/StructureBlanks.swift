import ChineseText
import Linting
import Reading
import SourceText

/// Rules about what is blank: paragraphs without text, spaces at the ends of paragraphs.
enum StructureBlanks {
  static let all: [any Rule] = [emptyParagraph, trailingSpace]

  private static let emptyParagraph = FamilyRule(
    "structure/empty-paragraph",
    .suggestion,
    summary: Localized("用空段落隔开内容", "empty paragraphs between the others"),
    why: Localized(
      "段落之间的距离用段前段后间距设置；空段落在手机上成了大片空白，读屏软件还会念出来。",
      "Distances are set by style; empty paragraphs are large gaps on a phone."
    ),
    basis: [Basis("wechat-account-management", "三、3")],
    cases: [
      .ok("没有空段落", "<p>多喝水。</p><p>勤洗手。</p>"),
      .ok("段落里是图", "<p>多喝水。</p><p>&nbsp;<img src=\"a.jpg\" alt=\"门诊楼\"></p><p>勤洗手。</p>"),
      .flags("一个", "<p>多喝水。</p><p>⟦&nbsp;⟧</p><p>勤洗手。</p>"),
      .flags("连着两个", "<p>多喝水。</p><p>⟦&nbsp;⟧</p><p>&nbsp;</p><p>勤洗手。</p>"),
    ]
  ) { draft in
    let blanks = draft.draft.blankBlocks.filter { !$0.isHeading }.map(\.source)
    guard !blanks.isEmpty else { return [] }
    var faults: [Fault] = []
    var hasSingle = false
    for run in runs(of: blanks, in: draft.draft) where run.count > 1 || !hasSingle {
      hasSingle = hasSingle || run.count == 1
      let message =
        run.count > 1
        ? Localized("连着\(run.count)个空段落，请改用段间距", "\(run.count) empty paragraphs in a row")
        : Localized("用空段落隔开内容，宜改用段间距", "an empty paragraph: set the distance by style")
      faults.append(
        Fault(
          range: 0..<0,
          message: message,
          severity: run.count > 1 ? .warning : .suggestion,
          source: run[run.startIndex]
        )
      )
    }
    return faults
  }

  /// Blank blocks with nothing between them, run by run.
  private static func runs(of blanks: [SourceRange], in draft: Draft) -> [ArraySlice<SourceRange>] {
    let content = (draft.blocks.map(\.source.start) + draft.images.map(\.source.start)).sorted()
    var runs: [ArraySlice<SourceRange>] = []
    var first = 0
    var next = 0
    for index in blanks.indices {
      while next < content.count, content[next] < blanks[index].start { next += 1 }
      let isLast = index + 1 == blanks.count
      if isLast || next < content.count && content[next] < blanks[index + 1].start {
        runs.append(blanks[first...index])
        first = index + 1
      }
    }
    return runs
  }

  private static let trailingSpace = FamilyRule(
    "structure/trailing-space",
    .suggestion,
    summary: Localized("段末有空格", "spaces at the end of a paragraph"),
    why: Localized("段末的空格看不见，却会在手机上多折出一行。", "Unseen spaces may break into a line of their own."),
    basis: [Basis("wechat-account-management", "三、3")],
    cases: [
      .ok("段首的空格是另一回事", "<p>\u{3000}\u{3000}多喝水。</p><p>勤洗手。</p>"),
      .flags(
        "段末",
        "<p>多喝水。⟦\u{3000}⟧</p><p>勤洗手。\u{3000}</p>",
        fixed: "<p>多喝水。</p><p>勤洗手。</p>"
      ),
    ]
  ) { draft in
    let ends = draft.draft.blocks.compactMap { spaces(endingIn: $0, of: draft) }
    guard let first = ends.first else { return [] }
    let fix = draft.fix(
      Localized("删去段末空格", "delete the spaces"),
      .safe,
      replacing: ends.map { ($0, "") }
    )
    let message = Localized("段末有空格，全文\(ends.count)处", "spaces end \(ends.count) paragraphs")
    return [Fault(range: first, message: message, fix: fix)]
  }

  /// The wide and no-break spaces at the end of a paragraph.
  private static func spaces(endingIn block: Block, of draft: ScannedDraft) -> Range<Int>? {
    switch block.kind {
    case .paragraph, .heading, .listItem: break
    default: return nil
    }
    var start = block.text.upperBound
    while start > block.text.lowerBound, let scalar = draft.text.scalar(before: start),
      scalar == "\u{3000}" || scalar == "\u{A0}"
    { start -= UTF8.width(scalar) }
    return start < block.text.upperBound ? start..<block.text.upperBound : nil
  }
}
