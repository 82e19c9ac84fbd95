/// What a draft's title is: the first of these that there is.
enum TitleChoice: Equatable {
  /// Of front matter or `<meta name="hegui:title">`, or of the page's own metadata.
  case metadata(Placed)
  /// A visible block, by index in the builder.
  case block(Int)
  /// A block of the page's `<title>`.
  case pageTitle(Int)
  case none

  init(_ builder: DraftBuilder, _ keep: PageChoice, _ metadata: Metadata) {
    let titles = metadata.entries.filter { $0.key == "title" && !$0.value.string.isBlankText }
    if let own = titles.first(where: { $0.origin == .frontMatter }) {
      self = .metadata(own.value)
    } else if let string = builder.parts.ownTitle,
      let own = titles.first(where: { $0.value.string == string })
    {
      self = .metadata(own.value)
    } else if let block = Self.weChatTitle(builder) ?? Self.heading(builder, keep, level: 1) {
      self = .block(block)
    } else if builder.isWeChat, let page = titles.first(where: { $0.origin == .metaElement }) {
      self = .metadata(page.value)
    } else if !builder.pageTitle.blocks.isEmpty {
      self = .pageTitle(0)
    } else if let block = Self.heading(builder, keep, level: nil) {
      self = .block(block)
    } else {
      self = .none
    }
  }

  private static func weChatTitle(_ builder: DraftBuilder) -> Int? {
    for capture in builder.parts.captures where capture.kind == .title {
      guard let stretch = builder.visible.marks.stretches[capture.stretch] else { continue }
      return builder.visible.blocks.firstIndex { $0.text.upperBound > stretch.lowerBound }
    }
    return nil
  }

  /// The first heading that is kept, of a level or of any.
  private static func heading(_ builder: DraftBuilder, _ keep: PageChoice, level: Int?) -> Int? {
    builder.visible.blocks.indices.first { index in
      guard case .heading(let own) = builder.visible.blocks[index].frame.kind.blockKind else {
        return false
      }
      return (level == nil || own == level) && keep.keepsVisible(index)
    }
  }
}

extension String {
  var isBlankText: Bool { allSatisfy(\.isWhitespace) }
}
