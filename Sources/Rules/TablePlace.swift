import ChineseText
import Linting
import Reading

/// A table with the blocks around it.
struct TablePlace {
  let table: Table
  /// The first block of the table, its caption included, and the last.
  let blocks: ClosedRange<Int>
  private let draft: Draft

  /// Nil for a table without text.
  init?(_ table: Table, in draft: Draft) {
    let cells = table.rows.joined().filter { $0 >= 0 && $0 < draft.blocks.count }
    let all = cells + [table.caption].compactMap(\.self)
    guard let first = all.min(), let last = all.max(), draft.blocks.indices.contains(last) else {
      return nil
    }
    self.table = table
    blocks = first...last
    self.draft = draft
  }

  /// Whether the table has rows and columns of text, and is no frame for a layout.
  var isOfData: Bool {
    let rows = table.rows.filter { $0.contains { $0 >= 0 } }
    guard rows.count >= 3, rows.count(where: { $0.count >= 2 }) >= 3,
      let first = rows.first, first.count >= 2
    else { return false }
    // Where a cell holds paragraphs the table only places them.
    return table.rows.joined().allSatisfy { $0 < 0 || draft.blocks[$0].text.count <= 360 }
  }

  var previous: Block? { visible(blocks.lowerBound - 1) }
  var next: Block? { visible(blocks.upperBound + 1) }

  private func visible(_ index: Int) -> Block? {
    guard draft.blocks.indices.contains(index), !draft.blocks[index].isHidden else { return nil }
    return draft.blocks[index]
  }

  /// Whether a column headed 单位 holds units, and not organisations.
  var hasUnitColumn: Bool {
    guard let head = table.rows.first else { return false }
    return head.indices.contains { column in
      string(of: head[column]) == "单位"
        && table.rows.dropFirst().contains { row in
          column < row.count && Self.units.contains(string(of: row[column]))
        }
    }
  }

  private func string(of cell: Int) -> String {
    cell < 0 ? "" : draft.string(in: draft.blocks[cell].text)
  }

  private static let units: Set = [
    "人", "人次", "人份", "例", "名", "次", "份", "件", "处", "个", "家", "户", "台", "套", "张", "床", "天", "元",
    "万元", "%", "％", "‰",
    "项", "场", "期", "支", "吨", "千克", "毫升",
  ]

  /// The cells of the first row.
  var head: [Range<Int>] {
    (table.rows.first ?? []).compactMap { $0 < 0 ? nil : draft.blocks[$0].text }
  }

  /// The texts that say what the table is about: caption, head, the line or heading before it, its first column.
  var labels: [Range<Int>] {
    var labels = head
    if let caption = table.caption { labels.append(draft.blocks[caption].text) }
    if let previous, previous.text.count <= 240 { labels.append(previous.text) }
    if let before = visible(blocks.lowerBound - 2), before.headingLevel != nil {
      labels.append(before.text)
    }
    if let next, next.text.count <= 90, draft.text[next.text].starts(with: "表".utf8) {
      labels.append(next.text)
    }
    if let title = draft.title { labels.append(title.text) }
    for row in table.rows.dropFirst() {
      if let cell = row.first, cell >= 0 { labels.append(draft.blocks[cell].text) }
    }
    return labels
  }

  /// The same, of the paragraph before only the sentence that leads to the table.
  func kinds(in scanned: ScannedDraft) -> [Range<Int>] {
    guard let previous, previous.kind == .paragraph, previous.text.count > 3 else { return labels }
    let last = scanned.sentence(at: previous.text.upperBound - 3)
    return labels.map { label in
      label == previous.text && label.contains(last.lowerBound)
        ? last.lowerBound..<label.upperBound : label
    }
  }

  /// Whether something before the table says what it lists.
  func isIntroduced(in scanned: ScannedDraft) throws -> Bool {
    guard table.caption == nil, let previous else { return true }
    if previous.headingLevel != nil || previous.kind == .caption || previous.kind == .title {
      return true
    }
    if previous.kind == .tableCell { return false }
    // Under a heading with one paragraph the heading says it.
    if visible(blocks.lowerBound - 2)?.headingLevel != nil { return true }
    let text = previous.text
    // A short line that ends in no stop stands as a title.
    let last = draft.text.scalar(before: text.upperBound)
    if let last, !"。！？；".unicodeScalars.contains(last) { return true }
    if Self.pointers.stands(in: text, of: draft.text) { return true }
    // 传言 | 真相 and 问 | 答 say themselves what the table lists.
    if head.count <= 3, head.contains(where: { Self.telling.stands(in: $0, of: draft.text) }) {
      return true
    }
    return next.map { draft.text[$0.text].starts(with: "表".utf8) } ?? false
  }

  private static let telling = LiteralSet([
    "误区", "谣言", "传言", "真相", "说法", "听到的话", "怎么看", "常见问题", "问题", "疑问", "解答", "应该这样", "正确做法",
  ])
  private static let pointers = LiteralSet([
    "如下", "下表", "下列", "以下", "表1", "表2", "表3", "见表", "附表", "表格",
  ])
}
