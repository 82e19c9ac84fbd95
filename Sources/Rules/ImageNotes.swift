import ChineseText
import Linting
import Reading
import SourceText

/// Finds what a draft says about where its images come from (handbook, compliance §3.2).
struct ImageNotes: DraftFact {
  private let draft: Draft
  private let lines: ArticleLines
  private let neighbours: ImageNeighbours
  /// Numbers of images that a line such as `图1—图3：急诊科供图` covers.
  private let galleries: [ClosedRange<Int>]
  private let hasArticleCredit: Bool

  init(_ draft: ScannedDraft) throws {
    self.draft = draft.draft
    lines = ArticleLines(self.draft)
    neighbours = ImageNeighbours(self.draft)
    galleries = try Self.galleries(in: self.draft)
    hasArticleCredit = try lines.hold(imageCreditIn: draft, beside: neighbours)
  }

  /// The best note there is for an image; `number` counts the draft's content images from 1.
  func note(for image: Image, number: Int) throws -> SourceNote {
    if galleries.contains(where: { $0.contains(number) }) { return .named }
    var best = SourceNote.none
    let blocks = blocks(about: image)
    for block in blocks where best != .named {
      best = max(best, try SourceNote(in: draft.text.span.extracting(block)))
    }
    if best == .named { return isBare(image, blocks) ? .none : best }
    for other in otherTexts(of: image) where best != .named {
      best = max(best, try SourceNote(in: other.utf8.span))
    }
    if best == .named { return isBare(image, blocks) ? .none : best }
    guard hasArticleCredit else { return best }
    // A chart has its own numbers, which the article's photographer has not.
    return isChart(image) ? best : .named
  }

  /// Whether a chart only says who drew it: 制图 tells nothing of where its numbers are from.
  private func isBare(_ image: Image, _ blocks: [Range<Int>]) -> Bool {
    isChart(image) && !blocks.contains { Self.data.stands(in: $0, of: draft.text) }
      && !otherTexts(of: image).contains(where: Self.data.stands(in:))
  }

  private static let data = LiteralSet([
    "来源", "源：", "源:", "出处", "引自", "摘自", "源自", "来自", "据", "统计科", "统计室", "病案", "信息科", "供图", "提供", "《",
    "图/",
  ])

  private func otherTexts(of image: Image) -> [String] {
    [image.title?.string, image.alt?.string, textBehind(image)].compactMap(\.self)
  }

  /// The text beside an image that serves as its caption; nil where there is none.
  func captionText(of image: Image) throws -> String? {
    try captionBlocks(of: image).first.map(draft.string(in:))
  }

  /// The texts that serve as an image's caption; `loosely` also takes a few words right behind it or in its block.
  func captionBlocks(of image: Image, loosely: Bool = false) throws -> [Range<Int>] {
    if let text = image.caption.flatMap(visibleText) { return [text] }
    var blocks: [Range<Int>] = []
    for (index, isNext) in [(image.nextBlock, true), (image.previousBlock, false)] {
      guard let index, let text = visibleText(index), isShort(text) else { continue }
      guard isNext != pointsDown(text) else { continue }
      // By what it costs to find out.
      if try isCaption(index, text) || loosely && isNext && isLabel(index, text)
        || !lines.isArticleLine(index)
          && SourceNote(in: draft.text.span.extracting(text)) == .named
      {
        blocks.append(text)
      }
    }
    if loosely, let own = ownBlock(of: image), isShort(own) { blocks.append(own) }
    return blocks
  }

  /// Where the note stands that names nobody.
  enum VaguePlace {
    /// By index.
    case block(Int)
    /// In the image's own texts.
    case image
  }

  func vaguePlace(of image: Image) throws -> VaguePlace {
    for block in blocks(about: image) {
      guard try SourceNote(in: draft.text.span.extracting(block)) == .vague,
        let index = draft.blockIndex(at: block.lowerBound)
      else { continue }
      return .block(index)
    }
    return .image
  }

  /// Whether what stands beside an image says that it is a chart.
  func isChart(_ image: Image) -> Bool {
    blocks(about: image).contains { Self.chart.stands(in: $0, of: draft.text) }
      || otherTexts(of: image).contains(where: Self.chart.stands(in:))
      || image.fileName.map(Self.chart.stands(in:)) ?? false
  }

  /// The blocks that may hold the image's note.
  private func blocks(about image: Image) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    if let caption = image.caption.flatMap(visibleText) { blocks.append(caption) }
    for table in draft.tables where table.source.contains(image.source) {
      if let caption = table.caption.flatMap(visibleText) { blocks.append(caption) }
    }
    if let own = ownBlock(of: image), isShort(own) { blocks.append(own) }
    if let index = image.nextBlock, let next = shortText(index), !pointsDown(next) {
      blocks.append(next)
      if let second = secondBehind(image, index, next) { blocks.append(second) }
    }
    if let index = image.previousBlock, let before = shortText(index) {
      let isCaption = !neighbours.isCaptioning(index) && isCaption(index, before)
      if pointsDown(before) || isCaption { blocks.append(before) }
    }
    return blocks
  }

  /// What stands behind the image in a block that is longer than a caption; nil in others.
  private func textBehind(_ image: Image) -> String? {
    guard let own = ownBlock(of: image), !isShort(own) else { return nil }
    let start = max(image.anchor, own.lowerBound)
    let behind = draft.string(in: start..<max(start, min(own.upperBound, start + 240)))
    return String(behind.prefix(60))
  }

  /// The block behind the next one, where that is the image's caption.
  private func secondBehind(_ image: Image, _ index: Int, _ next: Range<Int>) -> Range<Int>? {
    guard isCaption(index, next) || isLabel(index, next), !neighbours.isBefore(index),
      let second = shortText(index + 1), !pointsDown(second)
    else { return nil }
    return second
  }

  private func shortText(_ index: Int) -> Range<Int>? {
    guard let text = visibleText(index), isShort(text), !lines.isArticleLine(index) else {
      return nil
    }
    return text
  }

  private func visibleText(_ index: Int) -> Range<Int>? {
    guard draft.blocks.indices.contains(index), !draft.blocks[index].isHidden else { return nil }
    return draft.blocks[index].text
  }

  private func ownBlock(of image: Image) -> Range<Int>? {
    guard let index = image.block, draft.blocks.indices.contains(index) else { return nil }
    return draft.blocks[index].text
  }

  /// Whether a text is as short as captions are.
  private func isShort(_ text: Range<Int>) -> Bool {
    text.count <= 60 || visibleCount(draft.text.span.extracting(text)) <= 60
  }

  private func isCaption(_ index: Int, _ text: Range<Int>) -> Bool {
    let block = draft.blocks[index]
    if block.kind == .caption || block.context.contains(.captionStyle) { return true }
    guard block.headingLevel == nil else { return false }
    switch firstVisible(of: text) {
    case "图", "▲", "△", "↑", "▼", "▽", "↓", "（", "(", "©": return true
    default: return false
    }
  }

  /// A few words without a stop, as stand below a picture and above the line about its source.
  private func isLabel(_ index: Int, _ text: Range<Int>) -> Bool {
    guard draft.blocks[index].headingLevel == nil,
      visibleCount(draft.text.span.extracting(text)) <= 20
    else { return false }
    return !Self.stops.stands(in: text, of: draft.text)
      || !draft.string(in: text).contains { "。！？；：".contains($0) }
  }

  private func pointsDown(_ text: Range<Int>) -> Bool {
    switch firstVisible(of: text) {
    case "▼", "▽", "↓", "⬇": true
    default: false
    }
  }

  /// The first character that is no white space, where it is a single code point.
  private func firstVisible(of text: Range<Int>) -> Unicode.Scalar? {
    if let first = draft.text.scalar(at: text.lowerBound), standsAlone(first) {
      let end = text.lowerBound + UTF8.width(first)
      guard end < text.upperBound, let next = draft.text.scalar(at: end) else { return first }
      if isHan(next) || (0x20...0x7E).contains(next.value) { return first }
    }
    let first = draft.string(in: text).first { !$0.isWhitespace }
    return first.flatMap { $0.unicodeScalars.count == 1 ? $0.unicodeScalars.first : nil }
  }

  /// Whether a scalar is no white space and a character of its own before Han and ASCII.
  private func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    (0x21...0x7E).contains(scalar.value)
      || (0x2190...0xFFFF).contains(scalar.value) && scalar != "\u{3000}"
  }

  private static func galleries(in draft: Draft) throws -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for block in draft.blocks where !block.isHidden && !block.isCode && block.text.count <= 300 {
      let text = draft.text.span.extracting(block.text)
      guard opensWithFigure(text), visibleCount(text) <= 60, try gallery.matches(text),
        try SourceNote(in: text) == .named
      else { continue }
      let numbers = draft.string(of: block).split { !$0.isASCII || !$0.isNumber }
        .compactMap { Int($0) }
      guard numbers.count >= 2, numbers[0] < numbers[1] else { continue }
      ranges.append(numbers[0]...numbers[1])
    }
    return ranges
  }

  /// Whether the first Han is 图, without which `gallery` does not match.
  private static func opensWithFigure(_ text: Span<UInt8>) -> Bool {
    let figure = ("图".utf8.span[0], "图".utf8.span[1], "图".utf8.span[2])
    let first = text.indices.first { (0xE4...0xE9).contains(text[$0]) }
    guard let first, first + 2 < text.count else { return false }
    return (text[first], text[first + 1], text[first + 2]) == figure
  }

  private static let gallery = SentenceTest(
    "^\\W*图\\s*\\d{1,2}\\s*[—\\-–~～至到]{1,2}\\s*图?\\s*\\d{1,2}"
  )
  private static let chart = LiteralSet([
    "统计图", "柱状图", "条形图", "折线图", "饼图", "饼状图", "趋势图", "曲线图", "数据图", "图表", "流行曲线", "构成图",
  ])
  private static let stops = LiteralSet(["。", "！", "？", "；", "："])
}

/// The blocks beside the images of a draft.
struct ImageNeighbours {
  private struct Place: OptionSet {
    let rawValue: UInt8

    static let beside = Place(rawValue: 1 << 0)
    static let before = Place(rawValue: 1 << 1)
    static let captioning = Place(rawValue: 1 << 2)
  }

  /// By block.
  private var places: [Place]

  init(_ draft: Draft) {
    places = [Place](repeating: [], count: draft.blocks.count)
    for image in draft.images {
      add(image.isHidden ? .beside : [.beside, .before], image.previousBlock)
      add([.beside, .captioning], image.nextBlock)
      add(.captioning, image.caption)
    }
  }

  private mutating func add(_ place: Place, _ block: Int?) {
    if let block, places.indices.contains(block) { places[block].formUnion(place) }
  }

  /// Whether a block stands right before or right behind an image.
  func isBeside(_ block: Int) -> Bool { has(.beside, block) }

  /// Whether a block stands right before an image that is shown.
  func isBefore(_ block: Int) -> Bool { has(.before, block) }

  /// Whether a block is an image's caption, or stands where one would.
  func isCaptioning(_ block: Int) -> Bool { has(.captioning, block) }

  private func has(_ place: Place, _ block: Int) -> Bool {
    places.indices.contains(block) && places[block].contains(place)
  }
}
