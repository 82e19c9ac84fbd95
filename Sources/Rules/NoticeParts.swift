import ChineseText
import Linting
import Reading

/// What stands at the end of a notice: who issues it, and when.
struct NoticeParts: DraftFact {
  /// Whether the draft is a notice, by its class or its title.
  let isNotice: Bool
  /// The line that names the organisation.
  let issuer: Range<Int>?
  /// The date of issue.
  let date: Range<Int>?

  init(_ draft: ScannedDraft) throws {
    let page = draft.draft
    let own = try draft.fact(DocumentClass.self)
    var title = page.title.map { page.string(of: $0).trimmingBlanks } ?? ""
    while let last = title.last, "。！!.，；：:）)".contains(last) { title.removeLast() }
    let words = ["通知", "公告", "通告", "启事"]
    isNotice =
      own.isDeclared([.notice]) || !own.isDeclared && words.contains { title.closes(with: $0) }
    guard isNotice else {
      (issuer, date) = (nil, nil)
      return
    }
    (issuer, date) = try Self.signature(of: page)
  }

  /// The issuer and the date among the last lines of a draft.
  static func signature(of page: Draft) throws -> (issuer: Range<Int>?, date: Range<Int>?) {
    var issuer: Range<Int>?
    var date: Range<Int>?
    let visible = page.blocks.firstIndex { $0.isHidden } ?? page.blocks.count
    for block in page.blocks[max(0, visible - 6)..<visible] where block.text.count <= 150 {
      for line in lines(of: block.text, in: page.text) where line.count <= 120 {
        if mayNameOrganisation(line, of: page.text),
          try Self.organisation.matches(line, of: page.text)
        {
          issuer = line
        }
        if mayEndInDay(line, of: page.text), try Self.day.matches(line, of: page.text) {
          date = line
        }
      }
    }
    return (issuer, date)
  }

  /// Whether `organisation`, which costs more to try, may match: between brackets alone it takes marks that part
  /// words.
  private static func mayNameOrganisation(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    !parting.stands(in: line, of: text) || enclosing.stands(in: line, of: text)
  }

  /// Whether `day`, which costs more to try, may match: it ends in a digit, 日 or a bracket.
  private static func mayEndInDay(_ line: Range<Int>, of text: [UInt8]) -> Bool {
    guard let last = text.scalar(before: line.upperBound) else { return false }
    return !isHan(last) || last == "日"
  }

  private static let parting = LiteralSet(["，", "。", "：", "、", "；"])
  private static let enclosing = LiteralSet(["（", "(", "特此"])

  /// Whether the title names who announces: `瑞城市人民医院设备采购中标公告`.
  static func isNamedInTitle(_ page: Draft) throws -> Bool {
    guard let title = page.title else { return false }
    return try announcement.matches(title.text, of: page.text)
  }

  private static let announcement = SentenceTest(
    "^\\s*[\\p{Han}（）()]{2,24}?(?:医院|卫生院|保健院|中心|委员会|局|学院)[\\p{Han}0-9（）()、]{2,40}(?:公告|公示|通告|启事|简章)\\s*$"
  )
  private static let organisation = SentenceTest(
    "^[\\s（(]*(?:特此(?:通知|公告)[。！]?\\s*)?[\\p{Han}\\s·（）()]{2,30}(?:医院|卫生院|中心|服务站|委员会|局|办公室|科|部|处|委|所|公司|集团|工会|支部|院|站|领导小组)"
      + "(?:办公室|[（(][^（()）]{2,10}[）)])?\\s*(?:[（(]?(?:盖章|印章)[）)]?)?\\s*(?:(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日)?\\s*$"
  )
  private static let day = SentenceTest(
    "(?:^|[\\s\\p{Han}])(?:(?:19|20)\\d{2}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{1,2}\\s*日?|[二〇零一三四五六七八九○]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)[\\s）)]*$"
  )
}
