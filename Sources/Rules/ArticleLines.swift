import ChineseText
import Linting
import Reading
import SourceText

/// The lines about the article as a whole, such as `来源：… 编辑：… 审核：…` (handbook, compliance §4.4).
struct ArticleLines {
  private var indices: Set<Int> = []

  init(_ draft: Draft) {
    var keys: [Int: [String]] = [:]
    for entry in draft.metadata.entries where entry.origin == .visibleLine {
      let index = draft.blocks.firstIndex {
        !$0.isHidden && $0.source.contains(entry.value.source)
      }
      if let index { keys[index, default: []].append(entry.key) }
    }
    for (index, keys) in keys {
      let isMore = keys.count > 1 || keys[0] != "source"
      if isMore || Self.isHead(index, of: draft) || Self.isTail(index, of: draft) {
        indices.insert(index)
      }
    }
  }

  func isArticleLine(_ block: Int) -> Bool { indices.contains(block) }

  /// Whether a line says where all the images come from: `本文图片均由宣传科拍摄`, `文/王丽 图/李强`.
  func hold(
    imageCreditIn scanned: ScannedDraft,
    beside neighbours: ImageNeighbours
  ) throws -> Bool {
    let draft = scanned.draft
    guard
      Self.credit.mayMatch(in: scanned.grams) || Self.photographer.mayMatch(in: scanned.grams)
    else { return false }
    let visible = draft.blocks.prefix { !$0.isHidden }.count
    for index in 0..<visible where index < 12 || index >= visible - 12 {
      let block = draft.blocks[index]
      guard !block.isCode, block.text.count <= 480,
        Self.imageWords.stands(in: block.text, of: draft.text)
      else { continue }
      let text = draft.text.span.extracting(block.text)
      let isCredit =
        try Self.credit.matches(text)
        || isLabelled(index, text, isBesideImage: neighbours.isBeside(index))
      if isCredit, try SourceNote(in: text) == .named { return true }
    }
    return false
  }

  /// A line with a photographer's label and another label, on it or on the line above or below.
  private func isLabelled(_ index: Int, _ text: Span<UInt8>, isBesideImage: Bool) throws -> Bool {
    guard try Self.photographer.matches(text) else { return false }
    if try Self.otherLabel.matches(text) { return true }
    return !isBesideImage && (indices.contains(index - 1) || indices.contains(index + 1))
  }

  /// Whether nothing but the title stands before a block.
  private static func isHead(_ index: Int, of draft: Draft) -> Bool {
    index == 0 || (index == 1 && draft.titleBlock == 0)
  }

  /// Whether no more prose stands behind a block.
  private static func isTail(_ index: Int, of draft: Draft) -> Bool {
    !draft.blocks[(index + 1)...].contains {
      !$0.isHidden && visibleCount(draft.text.span.extracting($0.text)) >= 30
    }
  }

  // `credit` and `photographer` match nothing without one of these, and cost more to try.
  private static let imageWords = LiteralSet(["图", "摄", "照片", "漫画"])

  private static let credit = SentenceTest(
    "(?:本文|文中|全文|以上|本期|上述|文内|本篇)(?:的|所有|全部|所用|部分)?(?:图片|照片|配图|插图|图文|图表|漫画|图)"
      + "|^\\W*(?:图片|照片|配图|插图)(?:均|都|全部)"
  )
  private static let photographer = SentenceTest(
    "(?:^|[\\s（(|｜丨，,；;、])(?:摄影|摄|供图|图片|照片|配图|图|图文|文图|文\\s*[、/／·]?\\s*图)\\s*[:：/／|｜丨│]"
  )
  private static let otherLabel = SentenceTest(
    "(?:^|[\\s（(|｜丨，,；;、])(?:文|文字|作者|撰稿|撰文|编辑|责编|审核|校对|来源|供稿|通讯员|初审|复审|终审|监制|排版|美编|策划"
      + "|图文|文图)\\s*[:：/／|｜丨│]"
  )
}
