import ChineseText
import Linting
import Reading

/// What stands around dates, for the rules about what happens on them.
extension ScannedDraft {
  /// Whether one of the words leads to an offset: right before it, or with a colon and small joints between, or as
  /// the head of a table cell.
  func leads(_ words: Phrases, to offset: Int) -> Bool {
    var end = offset
    for _ in 0..<5 {
      if stands(words, before: end) { return true }
      guard let earlier = wordsEnd(before: end) else { return false }
      end = earlier
    }
    return false
  }

  /// Where the words before one joint end; nil where no joint stands there.
  private func wordsEnd(before end: Int) -> Int? {
    if end > 0, text[end - 1] == 0x20 { return end - 1 }
    return dateJoints.start(in: text, before: end) ?? headCell(before: end)
  }

  /// The label of a field whose value starts at an offset: `活动时间` of `活动时间：3月1日`.
  func fieldLabel(before offset: Int) -> Range<Int>? {
    var end = offset
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    guard let joint = fieldJoints.start(in: text, before: end) ?? headCell(before: end) else {
      return nil
    }
    end = joint
    while end > 0, text[end - 1] == 0x20 { end -= 1 }
    guard stands(fieldEnds, before: end), let block = block(at: end - 1) else { return nil }
    var start = end
    while start > block.text.lowerBound, end - start < 30, let scalar = text.scalar(before: start),
      isHan(scalar)
    { start -= UTF8.width(scalar) }
    return start..<end
  }

  /// Where the words of the table cell before one that starts at an offset end.
  private func headCell(before offset: Int) -> Int? {
    guard let index = blockIndex(at: offset), index > 0,
      draft.blocks[index].text.lowerBound == offset, draft.blocks[index].context.contains(.table)
    else { return nil }
    return draft.blocks[index - 1].text.upperBound
  }

  /// Whether a date stands in a quotation, a title or among references: it is another text's.
  func isQuoted(_ date: DraftDate) -> Bool {
    let block = draft.blocks[date.block]
    return !block.context.isDisjoint(with: [.quote, .references]) || block.kind == .note
      || scan.span(covering: date.range, of: [.titleMarks, .quotation]) != nil
  }

  /// Whether the class or the title say that the draft announces something to come.
  func announces() throws -> Bool {
    let documentClass = try fact(DocumentClass.self)
    guard let title = draft.title else { return documentClass.isDeclared(announcing) }
    guard !resultWords.stands(in: title.text, of: text) else { return false }
    if documentClass.isDeclared { return documentClass.isAmong(announcing) }
    return announcementWords.stands(in: title.text, of: text)
      || arrangementWords.stands(in: title.text, of: text)
        && !documentClass.isAmong([.news, .kepu, .interview, .policy, .qa])
  }
}

private let announcing: DocumentClass.Kinds = [.notice, .publicity, .recruit, .procure]

private let dateJoints = Phrases("： : 为 是 至 到 于 在 自 从 （ (")
private let fieldJoints = Phrases("： : 为")
private let fieldEnds = Phrases("时间 日期 期限")

private let announcementWords = LiteralSet([
  "通知", "公告", "通告", "启事", "停诊", "停水", "停电", "预告", "招聘", "公示", "招募",
])
private let arrangementWords = LiteralSet(["安排", "报名", "征集", "邀请"])

/// Notices about what is over.
private let resultWords = LiteralSet([
  "结果", "成绩", "名单", "中标", "成交", "拟录用", "拟聘", "更正", "总结", "回顾", "通报", "侧记",
])

extension Day {
  /// As prose writes days.
  var chinese: String { "\(year)年\(month)月\(day)日" }
}
