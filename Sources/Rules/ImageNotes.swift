import ChineseText
import Linting
import Reading
import SourceText

/// Finds what a draft says about where its images come from (handbook, compliance §3.2).
struct ImageNotes {
  private let draft: Draft
  private let lines: ArticleLines
  /// Numbers of images that a line such as `图1—图3：急诊科供图` covers.
  private let galleries: [ClosedRange<Int>]
  private let hasArticleCredit: Bool

  init(_ draft: Draft) throws {
    self.draft = draft
    lines = ArticleLines(draft)
    galleries = try Self.galleries(in: draft)
    hasArticleCredit = try lines.hold(imageCreditIn: draft)
  }

  /// The best note there is for an image; `number` counts the draft's content images from 1.
  func note(for image: Image, number: Int) throws -> SourceNote {
    var best = SourceNote.none
    for text in texts(about: image) {
      switch try SourceNote(in: text) {
      case .named: return .named
      case .vague: best = .vague
      case .none: break
      }
    }
    if galleries.contains(where: { $0.contains(number) }) { return .named }
    if hasArticleCredit, try !Self.chart.matches(texts(about: image).joined(separator: " ")) {
      return .named
    }
    return best
  }

  /// The text beside an image that serves as its caption; nil where there is none.
  func captionText(of image: Image) throws -> String? {
    if let caption = image.caption, let text = string(ofBlock: caption) { return text }
    for (index, isNext) in [(image.nextBlock, true), (image.previousBlock, false)] {
      guard let index, let text = string(ofBlock: index), text.visibleCount <= 60 else { continue }
      guard isNext ? !pointsDown(text) : pointsDown(text) else { continue }
      let isNamed = try SourceNote(in: text) == .named && !lines.isArticleLine(index)
      if isCaption(index, text) || isNamed { return text }
    }
    return nil
  }

  /// All texts that may hold the image's note.
  private func texts(about image: Image) -> [String] {
    var texts: [String] = []
    if let caption = image.caption, let text = string(ofBlock: caption) { texts.append(text) }
    for table in draft.tables where table.source.contains(image.source) {
      if let caption = table.caption, let text = string(ofBlock: caption) { texts.append(text) }
    }
    if let block = image.block, draft.blocks.indices.contains(block) {
      let range = draft.blocks[block].text
      // A character takes four bytes at most; a long block is not copied for each of its images.
      let whole = range.count <= 400 ? draft.string(in: range) : nil
      if let whole, whole.visibleCount <= 60 {
        texts.append(whole)
      } else {
        let start = max(image.anchor, range.lowerBound)
        let behind = draft.string(in: start..<max(start, min(range.upperBound, start + 240)))
        texts.append(String(behind.prefix(60)))
      }
    }
    texts += textsBehind(image) + textsBefore(image)
    return texts + [image.title?.string, image.alt?.string].compactMap(\.self)
  }

  /// The next short block, and the one behind it where the next is a caption.
  private func textsBehind(_ image: Image) -> [String] {
    guard let next = image.nextBlock, let text = shortText(next), !pointsDown(text) else {
      return []
    }
    guard isCaption(next, text) || isLabel(next, text),
      !draft.images.contains(where: {
        $0.previousBlock == next && !$0.isHidden && $0.source != image.source
      }),
      let second = shortText(next + 1), !pointsDown(second)
    else { return [text] }
    return [text, second]
  }

  /// The block before, where it points down or is nobody else's caption.
  private func textsBefore(_ image: Image) -> [String] {
    guard let index = image.previousBlock, let text = shortText(index) else { return [] }
    if pointsDown(text) { return [text] }
    let isTaken = draft.images.contains { $0.nextBlock == index || $0.caption == index }
    return isCaption(index, text) && !isTaken ? [text] : []
  }

  private func shortText(_ index: Int) -> String? {
    guard let text = string(ofBlock: index), text.visibleCount <= 60, !lines.isArticleLine(index)
    else { return nil }
    return text
  }

  /// The text of a visible block.
  private func string(ofBlock index: Int) -> String? {
    guard draft.blocks.indices.contains(index), !draft.blocks[index].isHidden else { return nil }
    return draft.string(of: draft.blocks[index])
  }

  private func isCaption(_ index: Int, _ text: String) -> Bool {
    let block = draft.blocks[index]
    if block.kind == .caption || block.context.contains(.captionStyle) { return true }
    guard block.headingLevel == nil, let first = text.first(where: { !$0.isWhitespace }) else {
      return false
    }
    return "图▲△↑▼▽↓（(©".contains(first)
  }

  /// A few words without a stop, as stand below a picture and above the line about its source.
  private func isLabel(_ index: Int, _ text: String) -> Bool {
    draft.blocks[index].headingLevel == nil && text.visibleCount <= 20
      && !text.contains { "。！？；：".contains($0) }
  }

  private func pointsDown(_ text: String) -> Bool {
    text.first { !$0.isWhitespace }.map { "▼▽↓⬇".contains($0) } ?? false
  }

  private static func galleries(in draft: Draft) throws -> [ClosedRange<Int>] {
    guard !draft.images.isEmpty else { return [] }
    var ranges: [ClosedRange<Int>] = []
    for block in draft.blocks where !block.isHidden && !block.isCode && block.text.count <= 300 {
      guard draft.text.contains(anyOf: ["图"], in: block.text) else { continue }
      let text = draft.string(of: block)
      guard text.visibleCount <= 60, try gallery.matches(text),
        try SourceNote(in: text) == .named
      else { continue }
      let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
      guard numbers.count >= 2, numbers[0] < numbers[1] else { continue }
      ranges.append(numbers[0]...numbers[1])
    }
    return ranges
  }

  private static let gallery = SentenceTest(
    "^\\W*图\\s*\\d{1,2}\\s*[—\\-–~～至到]{1,2}\\s*图?\\s*\\d{1,2}"
  )
  private static let chart = SentenceTest("统计图|柱状图|折线图|饼图|趋势图|数据图|图表")
}
