import ChineseText
import Linting
import Reading

/// Who signs an article in its running text: `（儿科 姚远 供稿）` at its end, `本网讯（通讯员 高远）` at its start.
struct ArticleSignature: DraftFact {
  /// Whether somebody is named.
  private(set) var namesAuthor = false
  /// Whether the outlet speaks of itself, or somebody is named.
  private(set) var namesSource = false

  init(_ draft: ScannedDraft) throws {
    let page = draft.draft
    let visible = page.blocks.prefix { !$0.isHidden }.indices
    let isReported = Self.reporter.mayMatch(in: draft.grams)
    let isFromOutlet = Self.outlet.mayMatch(in: draft.grams)
    for index in visible.prefix(8) where index != page.titleBlock {
      let block = page.blocks[index].text
      var end = min(block.upperBound, block.lowerBound + 150)
      while end < block.upperBound, page.text[end] & 0xC0 == 0x80 { end += 1 }
      let head = block.lowerBound..<end
      if isReported, try Self.reporter.matches(head, of: page.text) { namesAuthor = true }
      if isFromOutlet, try Self.outlet.matches(head, of: page.text) { namesSource = true }
    }
    let isSigned = Self.signature.mayMatch(in: draft.grams)
    for index in visible.suffix(isSigned ? 4 : 0) where index != page.titleBlock {
      let block = page.blocks[index].text
      var start = max(block.lowerBound, block.upperBound - 150)
      while start > block.lowerBound, page.text[start] & 0xC0 == 0x80 { start -= 1 }
      let tail = start..<block.upperBound
      if try Self.signature.matches(tail, of: page.text) { namesAuthor = true }
    }
    if namesAuthor { namesSource = true }
  }

  private static let outlet = SentenceTest(
    "^\\s*(?:本网|本院|本站|本报|本台|本刊|[\\p{Han}]{2,8}(?:网|报|社))(?:[\\p{Han}0-9]{0,10})(?:讯|电)(?:[\\s（(:：　]|$)"
  )
  private static let reporter = SentenceTest(
    "^[^。！？]{0,24}[（(](?:本[网报院台])?(?:特约)?(?:通讯员|记者|供稿)[\\s:：/　][^（()）]{1,40}[）)]"
  )
  private static let signature = SentenceTest(
    "[（(](?:[^（()）]{1,24}(?:供稿|撰稿|撰文|报道)|(?:供稿|撰稿|撰文|通讯员|文/图|图/文|文图|图文|文)\\s*[:：/／|｜\\s　][^（()）]{1,24}"
      + "|[^（()）]{2,24}\\s(?:文/图|图/文|文图|图文|文)"
      + "|[\\p{Han}]{1,12}(?:科|部|办|室|中心|处|医院|站|院)[\\s　·:：/]+(?!供图|摄影|提供|制图|拍摄)[\\p{Han}]{2,4}(?<!摄)(?:[\\s　、]+[\\p{Han}]{2,4}){0,3})\\s*[）)]\\s*$"
  )
}
