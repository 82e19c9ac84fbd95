import ChineseText
import Linting
import Reading

/// Whether a part of the prose is mentioned only to be refuted (handbook, compliance §1.3, guard D).
struct Debunking {
  let draft: ScannedDraft

  /// The part's sentence or the next one, the heading of its column, the cell right of it, the words that lead to
  /// its list, what stands below the heading that quotes it, the headings above it or the title say so.
  func covers(_ offset: Int) throws -> Bool {
    guard let index = draft.blockIndex(at: offset) else { return false }
    let block = draft.draft.blocks[index]
    var sentence = draft.sentence(at: offset)
    if sentence.upperBound < block.text.upperBound {
      sentence = sentence.lowerBound..<draft.sentence(at: sentence.upperBound).upperBound
    }
    if try Self.words.matches(sentence, of: draft.text) { return true }
    if let lead = lead(of: index), try Self.words.matches(lead, of: draft.text) { return true }
    if let answer = answer(to: index),
      try Self.words.matches(answer, of: draft.text)
        || Self.labelWords.matches(answer, of: draft.text)
    {
      return true
    }
    if let said = said(below: index, at: offset),
      try Self.words.matches(said, of: draft.text) || Self.answers.matches(said, of: draft.text)
    {
      return true
    }
    for heading in headings(above: index)
    where try Self.headingWords.matches(draft.draft.blocks[heading].text, of: draft.text) {
      return true
    }
    guard let label = label(above: index) else { return false }
    return try Self.labelWords.matches(draft.draft.blocks[label].text, of: draft.text)
  }

  /// The nearest paragraph above that is set as a heading, as pages of WeChat have no others.
  ///
  /// It is short and has no full stop; what stands under it is no longer than a screen.
  private func label(above index: Int) -> Int? {
    let blocks = draft.draft.blocks
    for above in blocks.indices[max(0, index - 12)..<index].reversed() {
      guard blocks[above].headingLevel == nil else { return nil }
      if blocks[above].kind == .paragraph, isLabel(blocks[above].text) { return above }
    }
    return nil
  }

  private func isLabel(_ text: Range<Int>) -> Bool {
    guard text.count <= 72 else { return false }
    let words = draft.draft.string(in: text).trimmingBlanks
    guard let last = words.unicodeScalars.last else { return false }
    return !"。；;，,！!…".unicodeScalars.contains(last)
  }

  /// The part's own sentence, its nearest heading or the title only asks whether something is so.
  func asks(_ offset: Int) throws -> Bool {
    guard let index = draft.blockIndex(at: offset) else { return false }
    if try Self.question.matches(draft.sentence(at: offset), of: draft.text) { return true }
    var asked = draft.draft.titleBlock.map { [$0] } ?? []
    if let nearest = draft.draft.blocks[..<index].lastIndex(where: { $0.headingLevel != nil }) {
      asked.append(nearest)
    }
    return try asked.contains {
      try Self.question.matches(draft.draft.blocks[$0].text, of: draft.text)
    }
  }

  /// The head of a cell's column, or the block before a list.
  private func lead(of index: Int) -> Range<Int>? {
    let blocks = draft.draft.blocks
    if blocks[index].kind == .tableCell { return columnHead(of: index) }
    guard blocks[index].kind == .listItem || blocks[index].context.contains(.list) else {
      return nil
    }
    let lead = blocks[..<index].lastIndex { $0.kind != .listItem && !$0.context.contains(.list) }
    return lead.map { blocks[$0].text }
  }

  /// The first two sentences below a heading or label that quotes what stands at an offset.
  private func said(below index: Int, at offset: Int) -> Range<Int>? {
    let blocks = draft.draft.blocks
    guard index + 1 < blocks.count, blocks[index + 1].kind == .paragraph,
      blocks[index].headingLevel != nil || isLabel(blocks[index].text),
      draft.scan.span(covering: offset..<offset + 1, of: [.quotation]) != nil
    else { return nil }
    let below = blocks[index + 1].text
    let first = draft.sentence(at: below.lowerBound)
    guard first.upperBound < below.upperBound else { return first }
    return first.lowerBound..<draft.sentence(at: first.upperBound).upperBound
  }

  /// The cell right of a cell, which may say what is wrong in it.
  private func answer(to index: Int) -> Range<Int>? {
    cellPlace(of: index).flatMap { text(ofCell: $0.column + 1, in: $0.table.rows[$0.row]) }
  }

  /// The first cell of a cell's column; nil for that one itself.
  private func columnHead(of index: Int) -> Range<Int>? {
    cellPlace(of: index).flatMap { place in
      place.row > 0 ? text(ofCell: place.column, in: place.table.rows[0]) : nil
    }
  }

  private func cellPlace(of index: Int) -> (table: Table, row: Int, column: Int)? {
    guard draft.draft.blocks[index].kind == .tableCell else { return nil }
    for table in draft.draft.tables {
      for (row, cells) in table.rows.enumerated() {
        if let column = cells.firstIndex(of: index) { return (table, row, column) }
      }
    }
    return nil
  }

  /// Nil where a row has no such cell, or an empty one.
  private func text(ofCell column: Int, in row: [Int]) -> Range<Int>? {
    row.indices.contains(column) && row[column] >= 0 ? draft.draft.blocks[row[column]].text : nil
  }

  /// The title and the headings that a block stands under.
  private func headings(above index: Int) -> [Int] {
    var found: [Int] = draft.draft.titleBlock.map { [$0] } ?? []
    var level = 7
    for block in draft.draft.blocks.indices[..<index].reversed() {
      guard let own = draft.draft.blocks[block].headingLevel, own < level else { continue }
      level = own
      found.append(block)
      if own == 1 { break }
    }
    return found
  }

  private static let rumours =
    "谣言|谣传|流言|传言|辟谣|误区|误解|真相|不实|要避免|应避免|要不得|不可取|别这[么样]做|不要这[么样]做|谬误|别信|不可信|不[要能足可]?[轻相]信|勿信|别再信|骗局|骗术|陷阱|伪科学|不靠谱|忽悠|虚假宣传"
    + "|错误(?:的?做法|认识|观念|说法|观点|理解)|不科学|的说法|求真|靠谱吗|可信吗|是真的吗"

  private static let words = SentenceTest(
    rumours
      + "|警惕|谨防|当心|没有(?:任何)?(?:科学|医学|循证)*(?:上的)?(?:依据|根据|证据)|缺乏(?:科学|医学)?(?:依据|证据)|尚无(?:证据|定论)|并不能"
      + "|是错误的|是错的|说法错误|并不存在|无稽之谈|所谓|违法|不属实|假消息|假的[！!。]|不符合事实|不准确|不要盲目|智商税"
      + "|号称|宣称|声称|标榜|听信|轻信|误信|打着[^。，]{0,12}(?:旗号|幌子|名义)|(?:偷偷|非法|违法|违规|擅自)添加|上当|被骗|受骗"
      + "|奉为圭臬|真的(?:好|对|有用|管用|靠谱|是这样)吗|自称|冒充|违反《|责令|立案查处|(?:请|可|应)[^。，]{0,10}举报|拨打[^。，]{0,10}举报"
      + "|(?:有人|有的人|很多人|不少人|一些人|老人们?|家长们?)[^。，]{0,4}(?:认为|以为|觉得|相信)"
  )
  /// Of those words the ones that tell what a whole chapter is about: 警惕高血压 refutes nothing.
  private static let headingWords = SentenceTest(
    rumours + "|(?:警惕|谨防|当心|小心)[^。]{0,14}(?:骗|虚假|套路|宣传|广告|神药|秘方|偏方|保健品|产品)|所谓|违法|智商税|不能信|不是真的"
      + "|网传[^。]{0,40}(?:说明|声明|回应|通报|核查)|情况说明|澄清"
  )
  /// A label says so of the few lines under it only, so a word is enough.
  private static let labelWords = SentenceTest(
    rumours
      + "|(?:做法|说法|想法|观念|认识)(?:都|全|是|全都)*(?:错|不对|不可取|不正确)|都错了|错误示范|不要这样做|别这样做|不要做|不能做|千万别|切忌|禁忌|不可取|踩坑|避坑"
  )
  /// How what a heading quotes is answered below it.
  private static let answers = SentenceTest(
    "假话|瞎话|鬼话|不等于|查不到|站不住脚|没有这回事|没这回事|不能治|治不了|误了?事|耽误|夸大|(?:是|属)错|不对[，。]"
  )
  private static let question = SentenceTest(
    "(?:吗|么|能不能[^。]{0,12}|要不要[^。]{0,12}|该不该[^。]{0,12}|是不是[^。]{0,12}|会不会[^。]{0,12}|可不可以[^。]{0,12}|是否[^。]{0,12}|真的[^。]{0,12})\\s*[？?]+[！!]?\\s*[”」』]?\\s*$|吗\\s*$|^\\s*(?:问|Q[0-9]*)\\s*[:：].*[？?]\\s*$"
  )
}
