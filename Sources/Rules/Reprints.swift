import ChineseText
import Linting
import Reading
import SourceText

/// A line that says that the text was published elsewhere first: `转载自《健康报》`, `来源：某日报`.
struct ReprintStatement: Sendable {
  /// From the statement's first word to the end of its sentence.
  let range: Range<Int>
  /// What is named as the place of the first publication; empty where nothing is.
  let outlet: String
  /// Whether it says so in words, not only by an outlet in the line of sources.
  let isExplicit: Bool
  /// Whether title, author, date or address of the original are given beside the outlet.
  let isTraceable: Bool
}

/// What a draft says of having been taken over from elsewhere.
struct Reprints: DraftFact {
  private(set) var statements: [ReprintStatement] = []
  /// `reprint: true` in the metadata.
  private(set) var declaration: SourceRange?
  /// Whether the draft says that the holder of the rights agrees.
  private(set) var isAuthorised = false

  /// What a rule that asks for this fact looks for.
  static let patterns = [statement, translated]

  init(_ draft: ScannedDraft) throws {
    let entries = draft.draft.metadata.entries
    declaration = entries.first { $0.key == "reprint" && isAffirmed($0.value.string) }?.value.source
    for match in try Self.statement.matches(in: draft) {
      if let found = try Self.statement(at: match, in: draft) { statements.append(found) }
    }
    if statements.isEmpty, declaration == nil { try addOutlets(of: draft) }
    guard !statements.isEmpty || declaration != nil else { return }
    isAuthorised =
      try entries.contains { $0.key == "license" && !$0.value.string.isBlank }
      || articleEnds(of: draft.draft).contains {
        try Self.authorised.matches(draft.draft.blocks[$0].text, of: draft.text)
      }
  }

  /// Media in the line of sources.
  private mutating func addOutlets(of draft: ScannedDraft) throws {
    for entry in draft.draft.metadata.entries where entry.key == "source" {
      let outlet = entry.value.string.trimmingBlanks
      guard entry.origin == .visibleLine || entry.origin == .frontMatter,
        try Self.media.matches(outlet), try !Self.own.matches(outlet),
        try !Self.authority.matches(outlet)
      else { continue }
      let block = draft.draft.blocks.first {
        !$0.isHidden && $0.source.contains(entry.value.source)
      }
      let range = block.flatMap { block in
        lines(of: block.text, in: draft.text).first {
          draft.text.firstOffset(of: outlet, in: $0) != nil
        }
      }
      guard let range else { continue }
      statements.append(
        ReprintStatement(range: range, outlet: outlet, isExplicit: false, isTraceable: true)
      )
      return
    }
  }

  private static func statement(at match: Range<Int>, in draft: ScannedDraft) throws
    -> ReprintStatement?
  {
    guard let index = draft.blockIndex(at: match.lowerBound),
      articleEnds(of: draft.draft).contains(index), !draft.scan.isOpaque(at: match.lowerBound)
    else { return nil }
    let block = draft.draft.blocks[index]
    guard block.kind == .paragraph || block.kind == .listItem || block.kind == .tableCell,
      block.context.isDisjoint(with: [.quote, .figure]), block.text.count <= 600,
      // Below a list of references the article may speak of itself again.
      block.context.isDisjoint(with: [.references])
        || draft.stands(selves, at: block.text.lowerBound)
    else { return nil }
    let sentence = draft.sentence(at: match.lowerBound)
    let end = max(match.upperBound, min(sentence.upperBound, block.text.upperBound))
    let before = min(sentence.lowerBound, match.lowerBound)..<match.lowerBound
    let behind = match.upperBound..<end
    if try refused.matches(before, of: draft.text) || discussed.matches(behind, of: draft.text) {
      return nil
    }
    let words = draft.draft.string(in: match)
    if try !originWords.matches(words),
      try !bareReprint.matches(match.lowerBound..<end, of: draft.text)
    {
      return nil
    }
    let rest = draft.draft.string(in: behind)
    let outlet = rest.prefix { !"，,。；;、（(）)】|｜丨\n\u{2028} 　".contains($0) }
    guard try !own.matches(String(outlet)) else { return nil }
    var holder = try isOutlet(String(outlet)) ? String(outlet) : ""
    // 经“青禾健康”公众号授权转载 has it before the word.
    if holder.isEmpty, let by = words.firstIndex(of: "经"),
      let end = words.firstRange(of: "授权") ?? words.firstRange(of: "同意")
        ?? words.firstRange(of: "许可"),
      by < end.lowerBound
    {
      let name = String(words[words.index(after: by)..<end.lowerBound])
      if try isOutlet(name) { holder = name }
    }
    return ReprintStatement(
      range: match.lowerBound..<draft.trimmedEnd(of: match.lowerBound..<end),
      outlet: holder,
      isExplicit: true,
      isTraceable: try isTraceable(block.text, in: draft)
    )
  }

  private static let selves = Phrases("本文 本篇 此文 全文 以上内容 以上文章 部分内容")

  private static func isOutlet(_ text: String) throws -> Bool {
    try text.unicodeScalars.count >= 2 && !noOutlet.matches(text)
  }

  private static func isTraceable(_ block: Range<Int>, in draft: ScannedDraft) throws -> Bool {
    if draft.draft.metadata["author"] != nil || draft.draft.metadata["date"] != nil { return true }
    return try details.matches(block, of: draft.text)
      || draft.draft.links.contains { block.contains($0.text.lowerBound) }
  }

  /// Whether an outlet is one whose texts the law leaves free: a public authority.
  static func isAuthority(_ outlet: String) throws -> Bool { try authority.matches(outlet) }

  /// Whether the words name nobody, so that `copyright/source-network` speaks of them.
  static func isNobody(_ words: String) throws -> Bool { try nobody.matches(words) }

  private static let subject =
    "(?:本文|本篇|此文|全文|文章|原文|稿件|文稿|(?:部分|个别|本文|文中)?(?:图文|文图|素材)|以上(?:内容|文章|文字)?|上述内容|部分内容|内容|文字|图文|[本这上下]一?[节段篇部]分?|第[一二三四五六七八九]部分|其余(?:内容|段落|部分)|(?:本[文稿篇])?(?:有|的)?(?:部分|个别|少量|一些|若干)(?:段落|文字|章节)|[下上]面这?一?[段篇节])(?:内容|文字)?(?:系|为|由|均|皆|乃|是)?"

  static let statement = gated(
    "(?<![\\p{Han}A-Za-z])(?:\(subject))?(?:经[^，。；]{0,24}(?:授权|同意|许可))?(?:"
      + "转载自|转载于|转载来源|授权转载|转载|转自|转发自|搬运自|搬自|照搬自|复制自|摘编自|改编自|改写自|缩编自|转摘自|转引自|摘录自|摘抄自|节录自|摘自|选自|节选自|原载于?|首发于|原刊于?|刊载于|刊于|刊发于|发表于)\\s*[:：丨|｜/／]?\\s*"
  )
  /// `编译自`, `译自`, `编译：`.
  static let translated = gated(
    "(?<![\\p{Han}A-Za-z])(?:\(subject))?(?:由[^，。；]{1,12})?(?:编译自|编译整理自|翻译自|翻译整理自|译自|(?:编译|翻译|译者|译文)\\s*[:：/／丨|｜])\\s*"
  )

  /// A bare 转载 states something only behind its subject, before a colon, or alone.
  private static let bareReprint = SentenceTest(
    "^(?:本文|本篇|此文|全文|文章|原文|稿件|内容|图文)[\\p{Han}]{0,6}转载|^转载\\s*[:：丨|｜]|^转载(?:文章|稿件|内容)?\\s*(?:$|[，,。；;）)】])"
      + "|(?:授权|同意|许可)转载"
  )
  private static let originWords = SentenceTest(
    "转载自|转载于|转载来源|转自|转发自|搬运自|搬自|照搬自|复制自|摘编自|转摘自|原载|首发于|原刊|(?:文|稿|文字|内容|图文)(?:系|为|由|均|皆|乃|是)?(?:摘自|选自|节选自|改编自|改写自|缩编自|刊载于|刊于|刊发于|发表于)|^经"
  )
  private static let refused = SentenceTest(
    "(?:未经|禁止|不得|谢绝|欢迎|如需|如要|若需|需要|允许|可以|严禁|请勿|擅自|纷纷|可供|不|勿|版权|若|凡)[^。；]{0,16}$"
  )
  private static let discussed = SentenceTest(
    "^(?:请|须|需|务必|时|前|后|权|量|率|和|与|、|或|及|等|的|者|行为|必究|必须|应|注明|分享|到|至|使用|规定|管理|声明|说明|别人|他人|未|不)"
  )
  private static let own = SentenceTest("本院|我院|本报|本刊|(?<!的)院[报刊]|本号|本公众号|我科|本科|本网|本站|本中心|我中心|我局|本局")
  private static let noOutlet = SentenceTest(
    "^(?:文章|稿件|内容|仅供|供|如有|侵|版权|若|请|学习|参考|分享|交流)|^(?:某|兄弟(?:单位|医院)|友邻|外院|外单位|同行|别处|别家|网友|朋友圈)|^(?:\(SourceNote.nobody))"
  )
  private static let nobody = SentenceTest("^\\s*[“\"]?(?:\(SourceNote.nobody))")
  private static let details = SentenceTest(
    "原题|原标题|原文标题|题为|题目|标题\\s*[:：]|作者|记者|撰文|文[/／]|https?://|www\\.|(?:19|20)\\d{2}\\s*[年./-]|第\\s?\\d+\\s?[期版]|原文链接|阅读原文"
      + "|《[^》]+》[^。]*《[^》]+》"
  )
  private static let authorised = SentenceTest(
    "(?:已获|获得?|经|取得|得到|已经)[^，。；]{0,24}(?:授权|许可|同意)|授权(?:转载|发布|使用)|(?:许可|同意)转载"
  )
  private static let media = SentenceTest(
    "(?:[日晚时早]报|健康报|法制报|[\\p{Han}]{1,6}(?:报|周刊|杂志|电视台|广播电台|新闻网|在线|客户端|头条))》?$|(?:公众号|视频号|头条号|百家号|订阅号)[”\"》]?$"
      + "|^[“\"《]?(?:新华社|新华网|人民网|人民日报|央视(?:新闻|网)?|中新网|中国新闻网|光明网|澎湃新闻|丁香医生|丁香园|腾讯|网易|搜狐|新浪)"
  )
  private static let authority = SentenceTest(
    "国务院|人大|政府|政协|卫健|卫生健康|卫生局|卫生部|疾控|疾病预防控制|医保局|医疗保障|药监|药品监督|市场监管|市场监督|中医药管理|公安|应急管理|气象|教育[部厅局]|民政|财政"
      + "|[部委厅署局办]$|红十字会|健康中国|gov\\.cn|医院|卫生院|卫生服务|保健院|党委"
  )
}

/// Whether a value says yes.
func isAffirmed(_ value: String) -> Bool {
  ["true", "yes", "是", "1", "on"].contains(value.trimmingBlanks.lowercased())
}

/// The first and the last twelve visible blocks, where a text speaks of itself.
func articleEnds(of draft: Draft) -> [Int] {
  let count = draft.blocks.firstIndex { $0.isHidden } ?? draft.blocks.count
  return (0..<count).filter { $0 < 12 || $0 >= count - 12 }
}

extension ScannedDraft {
  /// A range's end without white space and the bracket around it.
  fileprivate func trimmedEnd(of range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, let scalar = text.scalar(before: end),
      scalar.properties.isWhitespace || scalar == "）" || scalar == ")"
    {
      end -= UTF8.width(scalar)
    }
    return end
  }
}
