/// Which parts of a page are the draft: its article, where it can be told, and never less.
struct PageChoice {
  private let regions: [PageParts.Region]
  /// Nil where the page is read whole.
  private let rank: PageParts.Region.Rank?
  private let dropsEdges: Bool
  private let isPage: Bool
  /// Visible blocks outside the article that belong to it: headings and captured metadata above it.
  private var extra: Set<Int> = []
  private let blocks: [TextStream.RawBlock]

  init(_ builder: DraftBuilder, isPage: Bool) {
    self.isPage = isPage
    regions = builder.parts.regions
    blocks = builder.visible.blocks
    rank = isPage ? Self.rank(builder) : nil
    dropsEdges = isPage && builder.isPage
    if rank != nil { extra = Self.surroundings(builder, keeps: keeps) }
  }

  func keepsVisible(_ index: Int) -> Bool { keeps(blocks[index].frame) || extra.contains(index) }

  func keeps(_ frame: Frame) -> Bool {
    guard isPage else { return true }
    if frame.flags.contains(.chrome) { return false }
    guard let rank else { return !(dropsEdges && frame.flags.contains(.edge)) }
    return isInside(frame, rank)
  }

  private func isInside(_ frame: Frame, _ rank: PageParts.Region.Rank) -> Bool {
    Self.isInside(frame, rank, regions)
  }

  private static func isInside(
    _ frame: Frame,
    _ rank: PageParts.Region.Rank,
    _ regions: [PageParts.Region]
  ) -> Bool {
    frame.region >= 0 && regions[Int(frame.region)].isInside(rank)
  }

  /// The most certain kind of container that holds enough of the page.
  private static func rank(_ builder: DraftBuilder) -> PageParts.Region.Rank? {
    let regions = builder.parts.regions
    guard !regions.isEmpty else { return nil }
    // A saved WeChat page says itself which part is the article.
    if regions.contains(where: { $0.isInside(.weChat) }), holdsAny(builder, .weChat) {
      return .weChat
    }
    let blocks = builder.visible.blocks.filter {
      $0.frame.flags.isDisjoint(with: [.chrome, .edge])
    }
    let whole = blocks.reduce(0) { $0 + $1.text.count }
    for rank in [PageParts.Region.Rank.system, .article, .main, .likely]
    where regions.contains(where: { $0.isInside(rank) }) {
      let inside = blocks.reduce(0) {
        $0 + (isInside($1.frame, rank, regions) ? $1.text.count : 0)
      }
      let hasImage = builder.parts.images.contains { isInside($0.frame, rank, regions) }
      if isEnough(rank, inside, whole, hasImage: hasImage) { return rank }
    }
    return nil
  }

  private static func holdsAny(_ builder: DraftBuilder, _ rank: PageParts.Region.Rank) -> Bool {
    let regions = builder.parts.regions
    return builder.visible.blocks.contains { isInside($0.frame, rank, regions) }
      || builder.parts.images.contains { isInside($0.frame, rank, regions) }
  }

  private static func isEnough(
    _ rank: PageParts.Region.Rank,
    _ inside: Int,
    _ whole: Int,
    hasImage: Bool
  ) -> Bool {
    switch rank {
    case .weChat: true
    case .system: inside >= 90 || (hasImage && inside * 10 >= whole)
    case .article: inside >= 90 && inside * 5 >= whole
    case .main: inside * 4 >= whole
    case .likely: inside * 2 >= whole
    }
  }

  private static func surroundings(
    _ builder: DraftBuilder,
    keeps: (Frame) -> Bool
  ) -> Set<Int> {
    let blocks = builder.visible.blocks
    var result: Set<Int> = []
    for capture in builder.parts.captures {
      guard let stretch = builder.visible.marks.stretches[capture.stretch] else { continue }
      let index = firstBlock(of: blocks, endingBehind: stretch.lowerBound)
      if index < blocks.count { result.insert(index) }
    }
    guard let first = blocks.firstIndex(where: { keeps($0.frame) }) else { return result }
    for index in 0..<first where blocks[index].frame.flags.isDisjoint(with: [.chrome, .edge]) {
      if hasMetadataLabel(builder.visible.text, blocks[index].text) { result.insert(index) }
    }
    let title = blocks[..<first].lastIndex {
      $0.frame.kind == .h1 && !$0.frame.flags.contains(.chrome)
    }
    if let title {
      let headings = (title..<first).filter { blocks[$0].frame.kind.rawValue <= 3 }
      result.formUnion(headings)
    }
    return result
  }
}

extension DraftBuilder {
  /// Visible blocks set in a lighter grey than most of the text.
  func greyBlocks(_ keep: PageChoice) -> [Int] {
    let kept = visible.blocks.indices.filter { keep.keepsVisible($0) }
    let grey = kept.filter { visible.blocks[$0].frame.flags.contains(.grey) }
    let size = { (blocks: [Int]) in blocks.reduce(0) { $0 + visible.blocks[$1].text.count } }
    return size(grey) * 2 > size(kept) ? [] : grey
  }
}
