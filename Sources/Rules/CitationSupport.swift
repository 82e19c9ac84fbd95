import ChineseText
import Linting
import Reading

/// Tells whether a statement of a draft says where it comes from (handbook, compliance §4.2).
struct CitationSupport {
  private let citations: Citations
  private let draft: ScannedDraft
  private let isCoveredWhole: Bool

  /// A list of references that no mark points to covers the whole text unless it is left out of account.
  init(_ draft: ScannedDraft, ignoringList: Bool = false) throws {
    self.draft = draft
    citations = draft.fact(Citations.self)
    let cover = try draft.fact(WholeCover.self)
    isCoveredWhole = cover.isBySource || cover.isByList && !ignoringList
  }

  /// Whether a mark stands behind a part of the prose, in its sentence.
  func hasMark(at range: Range<Int>) -> Bool {
    guard !citations.marks.isEmpty, let block = draft.block(at: range.lowerBound) else {
      return false
    }
    return hasMark(for: draft.sentence(at: range.lowerBound), in: block.text)
  }

  /// Whether a part of the prose is covered by a mark, a note of source, a link or a source named in the text.
  func covers(_ range: Range<Int>) throws -> Bool {
    if try leadsToSource(range) { return true }
    guard let index = draft.blockIndex(at: range.lowerBound) else { return false }
    let block = draft.draft.blocks[index].text
    let end = draft.sentence(at: range.lowerBound).upperBound
    let start = draft.text.scalarStart(atOrAfter: max(block.lowerBound, end - Self.reach))
    if try namesSource(min(start, end)..<end) {
      return true
    }
    return try isCoveredByLeadIn(index)
  }

  /// The same where the name of an institution is not enough, as when it is what makes a claim sound good.
  func leadsToSource(_ range: Range<Int>) throws -> Bool {
    if isCoveredWhole { return true }
    guard let block = draft.block(at: range.lowerBound)?.text else { return false }
    let sentence = draft.sentence(at: range.lowerBound)
    if hasMark(for: sentence, in: block) || hasLink(in: sentence) { return true }
    if try Self.authorYear.matches(sentence, of: draft.text) { return true }
    let reach = min(block.upperBound, sentence.lowerBound + Self.reach)
    let end = max(sentence.lowerBound, draft.text.scalarStart(atOrAfter: reach))
    return try Self.parenthesis.matches(sentence.lowerBound..<end, of: draft.text)
  }

  /// How far from a statement its paragraph may name the source, in bytes; longer paragraphs are rare.
  private static let reach = 6_000

  /// Whether a part of the prose names a work, an institution or a person with a post as its source.
  func namesSource(_ range: Range<Int>) throws -> Bool {
    let text = draft.text
    return try Self.named.anyMatches(text.span.extracting(range))
  }

  /// A mark in the sentence, right behind it, or at the paragraph's end.
  private func hasMark(for sentence: Range<Int>, in block: Range<Int>) -> Bool {
    let start = max(block.lowerBound, sentence.lowerBound)
    let marks = citations.marks(startingIn: start..<max(start, block.upperBound))
    guard let next = marks.first, let last = marks.last else { return false }
    if next.range.lowerBound < sentence.upperBound { return true }
    let isRightBehind = isBlank(sentence.upperBound..<next.range.lowerBound, allowing: 0)
    let end = last.range.upperBound
    return isRightBehind || isBlank(end..<max(end, block.upperBound), allowing: 1)
  }

  /// Whether a stretch has no more than so many visible characters; a long one has more.
  private func isBlank(_ range: Range<Int>, allowing count: Int) -> Bool {
    range.count < 200 && draft.draft.string(in: range).visibleCount <= count
  }

  private func hasLink(in sentence: Range<Int>) -> Bool {
    let starts = draft.fact(CredibleLinks.self).starts
    let next = starts.partitioningIndex { $0 >= sentence.lowerBound }
    return next < starts.count && starts[next] < sentence.upperBound
  }

  /// A list item is covered by the sentence that leads to its list.
  private func isCoveredByLeadIn(_ index: Int) throws -> Bool {
    let blocks = draft.draft.blocks
    guard blocks[index].kind == .listItem || blocks[index].context.contains(.list) else {
      return false
    }
    let lead = blocks[..<index].lastIndex { $0.kind != .listItem && !$0.context.contains(.list) }
    guard let lead, blocks[lead].headingLevel == nil else { return false }
    let text = blocks[lead].text
    return try !citations.marks(startingIn: text).isEmpty || namesSource(text)
  }

  static let wholeSource = gated(
    "(?:本文|全文|本稿|文中)[^。]{0,16}(?:依据|根据|参考|来源|来自|整理自|引自|摘自|摘编自|出自)[^。]{0,8}[《\\p{Han}]{4,}[^。]*"
      + "|(?:资料来源|数据来源|参考来源|参考资料|参考文献)[:：丨|｜]\\s*[《\\p{Han}A-Za-z]{2,}[^。]*"
  )
  private static let authorYear = SentenceTest(
    "[（(][^（()）]{2,40}[,，]\\s?(?:19|20)\\d{2}年?[a-z]?[）)]"
  )
  private static let parenthesis = SentenceTest(
    "[（(]\\s*(?:数据|资料|信息|文献|内容)?(?:来源|引自|摘自|出自|参考|源自|据|见)(?!\\s*[:：]?\\s*(?:\(SourceNote.nobody)))"
      + "[^（()）]{3,80}[）)]|(?:以上|上述|这些|该)(?:数据|数字|资料|内容)[^。]{0,6}(?:来自|来源|引自|出自|摘自)"
  )

  private static let verbs =
    "(?:数据|统计|报告|公报|通报|公布|发布|监测|调查|估计|估算|提示|显示|表明|指出|表示|认为|介绍|称|建议|推荐|强调|披露"
    + "|报道|研究|印发|分析|测算|提醒|证实|发现|宣布|透露|说)"

  private static let named = SentenceTests([
    "《[^》]{2,80}》",
    "(?:世界卫生组织|世卫组织|WHO|联合国|国务院|卫健委|卫生健康委|卫生健康局|卫健局|卫计委|疾控|疾病预防控制中心|统计局|医保局|药监局"
      + "|癌症中心|癌症研究机构|心血管病中心|学会|协会|联合会|委员会|理事会|银行|央行|海关|政府|官方|智库|事务处|管理处|发言人|部长|研究院|研究所|大学|学院|医院|卫生院|集团|基金会|组织|气象|红十字会"
      + "|新华社|新华网|人民网|央视|总台|[日晚时]报|电视台|杂志|期刊|(?<!有关|相关|权威)部门|国家[\\p{Han}]{1,12}[局委部署院会]|[省市县区]\\p{Han}{0,6}[局委办])"
      + "[^。；]{0,30}" + verbs,
    "(?:警方|军方|公司|[\\p{Han}]{2,}[部省厅局委])[^。；，]{0,20}(?:公布|发布|通报|宣布|披露)",
    "据(?!媒体|相关|有关|权威|消息|外媒|知情|报道|了解|介绍|悉|说|传|网)[\\p{Han}A-Za-z]{2,24}(?:局|委|部(?!门)|署|中心|社|报(?!道)|网|组织|台|会|院|大学|公司|集团|所|厅|司|海关|交警|警方|办)",
    "柳叶刀|新英格兰医学|Lancet|NEJM|JAMA|BMJ|Nature|Science|doi|DOI|PMID|发表于|发表在|刊发于|刊登于|刊登在",
    "(?:19|20)\\d{2}年[^。；]{0,30}(?:发布|公布|发表|普查|调查|监测|统计|数据显示|报告)",
  ])
}

/// Whether one source covers the whole text, or a list without marks does.
private struct WholeCover: DraftFact {
  let isByList: Bool
  let isBySource: Bool

  init(_ draft: ScannedDraft) throws {
    isByList =
      draft.fact(Citations.self).marks.isEmpty
      && !draft.fact(ReferenceList.self).entries.isEmpty
    isBySource = try Self.hasSource(draft)
  }

  /// `本文依据《……（2023）》编写`, `资料来源：国家疾控局`.
  private static func hasSource(_ draft: ScannedDraft) throws -> Bool {
    for hit in try CitationSupport.wholeSource.matches(in: draft) {
      guard let index = draft.blockIndex(at: hit.lowerBound),
        draft.draft.blocks[index].text.count <= 400, !isOfFigure(index, in: draft.draft)
      else { continue }
      let list = draft.fact(ReferenceList.self)
      if list.entries.count > 1, list.holds(hit.lowerBound) { continue }
      if try !nobody.matches(hit, of: draft.text) { return true }
    }
    return false
  }

  /// Whether a line stands right behind a table or a picture, whose source it then tells.
  private static func isOfFigure(_ index: Int, in draft: Draft) -> Bool {
    let kind = draft.blocks[index].kind
    if kind == .caption || kind == .tableCell { return true }
    guard index > 0, !draft.blocks[index].isHidden else { return false }
    let before = draft.blocks[index - 1]
    if before.kind == .tableCell || before.kind == .caption { return true }
    let gap = before.text.upperBound...draft.blocks[index].text.lowerBound
    return draft.images.contains { !$0.isHidden && gap.contains($0.anchor) }
  }

  private static let nobody = SentenceTest(
    "(?:来源|来自|自)\\s*[:：]?\\s*(?:\(SourceNote.nobody))"
  )
}

/// The links with a text that lead to a source to rely on.
private struct CredibleLinks: DraftFact {
  /// Where their texts start, ascending.
  let starts: [Int]

  init(_ draft: ScannedDraft) {
    starts = draft.draft.links.filter { link in
      guard !link.text.isEmpty, let host = link.destination.string.hostInAddress else {
        return false
      }
      return credibleHosts.contains { host.isHost(within: $0) }
    }.map(\.text.lowerBound).sorted()
  }
}

private let credibleHosts = [
  "gov.cn", "edu.cn", "org.cn", "who.int", "doi.org", "nih.gov", "cdc.gov", "thelancet.com",
  "nejm.org",
  "bmj.com", "jamanetwork.com", "nature.com", "science.org", "xinhuanet.com", "news.cn",
  "people.com.cn",
  "cctv.com", "chinacdc.cn", "yiigle.com", "cnki.net",
]
