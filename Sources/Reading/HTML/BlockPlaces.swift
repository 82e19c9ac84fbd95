/// Where the blocks of a stream have come to stand in the draft.
struct BlockPlaces {
  private let blocks: [TextStream.RawBlock]
  private let newIndex: [Int]
  private let new: [Block]

  init(_ blocks: [TextStream.RawBlock], _ newIndex: [Int], _ new: [Block]) {
    self.blocks = blocks
    self.newIndex = newIndex
    self.new = new
  }

  /// Of the hidden blocks, which stand behind all others.
  init(hiddenOf blocks: [TextStream.RawBlock], _ new: [Block], _ keep: PageChoice) {
    var next = new.count - blocks.count { keep.keeps($0.frame) }
    var places: [Int] = []
    for block in blocks {
      places.append(keep.keeps(block.frame) ? next : -1)
      if keep.keeps(block.frame) { next += 1 }
    }
    self.init(blocks, places, new)
  }

  func index(_ old: Int) -> Int? {
    old < newIndex.count && newIndex[old] >= 0 ? newIndex[old] : nil
  }

  /// The new place of an offset of the stream's text; behind the last kept block before it where its own is gone.
  func offset(_ old: Int) -> Int {
    let following = firstBlock(endingAtOrBehind: old)
    if following < blocks.count, blocks[following].text.lowerBound <= old,
      newIndex[following] >= 0
    {
      return new[newIndex[following]].text.lowerBound + old - blocks[following].text.lowerBound
    }
    return newIndex[..<min(following, newIndex.count)].last { $0 >= 0 }.map {
      new[$0].text.upperBound
    } ?? 0
  }

  /// The last block before an image in a block, or at an anchor between blocks.
  func lastIndex(before block: Int?, _ anchor: Int) -> Int? {
    let end = block ?? firstBlock(endingBehind: anchor)
    return newIndex[..<min(end, newIndex.count)].last { $0 >= 0 }
  }

  func firstIndex(after block: Int?, _ anchor: Int) -> Int? {
    let start = block.map { $0 + 1 } ?? firstBlock(endingBehind: anchor)
    guard start < newIndex.count else { return nil }
    return newIndex[start...].first { $0 >= 0 }
  }

  private func firstBlock(endingAtOrBehind offset: Int) -> Int {
    partition { $0.text.upperBound >= offset }
  }

  private func firstBlock(endingBehind offset: Int) -> Int {
    partition { $0.text.upperBound > offset }
  }

  private func partition(_ isBehind: (TextStream.RawBlock) -> Bool) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(blocks[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
