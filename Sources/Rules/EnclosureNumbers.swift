import ChineseText
import Linting
import Reading

/// The numbers of enclosures that a draft speaks of, where it brings others along.
struct EnclosureNumbers {
  /// The first mention of each number that no link, list or heading has.
  private(set) var unlisted: [Range<Int>] = []

  static let mention = gated("附件\\s?[一二三四五六七八九十](?![一二三四五六七八九十起并同定些般样切直次个律])|附件\\s?[0-9０-９]{1,2}")

  init(_ draft: ScannedDraft) throws {
    let matches = try Self.mention.matches(in: draft)
    guard !matches.isEmpty else { return }
    let page = draft.draft
    let links = Stretches(page.links.map(\.text))
    var brought: Set<Int> = []
    var mentioned: Set<Int> = []
    var mentions: [(number: Int, range: Range<Int>)] = []
    for match in matches {
      guard let number = Self.number(in: match, of: draft),
        let block = draft.block(at: match.lowerBound)
      else { continue }
      if links.cover(match.lowerBound) || Self.leads(block, match, in: draft)
        || block.kind != .paragraph && block.kind != .listItem
      {
        brought.insert(number)
      } else if !mentioned.contains(number),
        try !Self.foreign.matches(
          min(draft.sentence(at: match.lowerBound).lowerBound, match.lowerBound)..<match.lowerBound,
          of: draft.text
        ),
        try !Self.elsewhere.matches(draft.sentence(at: match.lowerBound), of: draft.text)
      {
        mentioned.insert(number)
        mentions.append((number, match))
      }
    }
    // Without any that is brought along the rule speaks of the first mention.
    let files = Set(page.links.map(\.destination.string).filter(NoticeRules.isFile)).count
    guard !brought.isEmpty || files > 0 else { return }
    for (number, range) in mentions
    where !brought.contains(number) && number > files && !Self.lists(number, in: draft) {
      unlisted.append(range)
    }
  }

  /// Whether a mention opens its block or line, as the head of what it names or its place in a list.
  private static func leads(_ block: Block, _ match: Range<Int>, in draft: ScannedDraft) -> Bool {
    let text = draft.text
    var start = match.lowerBound
    while start > block.text.lowerBound, let scalar = text.scalar(before: start),
      scalar != "\n", scalar != "\u{2028}"
    {
      let before = start - UTF8.width(scalar)
      guard visibleCount(text.span.extracting(before..<start)) == 0 else { return false }
      start = before
    }
    return true
  }

  /// Whether a list below 附件： has a line of the number.
  private static func lists(_ number: Int, in draft: ScannedDraft) -> Bool {
    let blocks = draft.draft.blocks
    guard
      let head = blocks.lastIndex(where: { block in
        !block.isHidden && draft.text[block.text].starts(with: "附件".utf8)
          && !isDigitByte(draft.text[min(block.text.lowerBound + 6, draft.text.count - 1)])
      })
    else { return false }
    let items = blocks[head...].prefix(12)
    if items.count(where: { $0.kind == .listItem }) >= number { return true }
    return items.contains { block in
      ["\(number).", "\(number)．", "\(number)、"].contains {
        draft.text.firstOffset(of: $0, in: block.text) != nil
      }
    }
  }

  private static func number(in match: Range<Int>, of draft: ScannedDraft) -> Int? {
    var start = match.lowerBound + "附件".utf8.count
    while start < match.upperBound, draft.text[start] == 0x20 { start += 1 }
    return calendarNumber(in: start..<match.upperBound, of: draft.text)?.value
  }

  /// The enclosure of another document.
  private static let foreign = SentenceTest(
    "》[^，。；]{0,6}(?:的|之)?$(?<![（(])|(?:该|原|上述)(?:通知|文件|方案)的?$"
  )
  private static let elsewhere = SentenceTest("纸质|另附|另发|附件略|随函|邮寄|领取|微信群|工作群|邮箱|OA|办公系统|二维码|扫码|网盘")
}
