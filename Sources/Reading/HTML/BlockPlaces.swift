/// Where the blocks of a stream have come to stand in the draft.
struct BlockPlaces {
  private let blocks: [TextStream.RawBlock]
  private let newIndex: [Int]
  private let new: [Block]
  /// Of each block, and behind the last: the last kept one before it, the first kept one from it on.
  private var keptBefore: [Int?] = []
  private var keptFrom: [Int?] = []

  init(_ blocks: [TextStream.RawBlock], _ newIndex: [Int], _ new: [Block]) {
    self.blocks = blocks
    self.newIndex = newIndex
    self.new = new
    var last: Int?
    for index in newIndex {
      keptBefore.append(last)
      if index >= 0 { last = index }
    }
    keptBefore.append(last)
    keptFrom = Array(repeating: nil, count: newIndex.count + 1)
    for (place, index) in newIndex.enumerated().reversed() {
      keptFrom[place] = index >= 0 ? index : keptFrom[place + 1]
    }
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
    let following = firstBlock(of: blocks, endingBehind: old - 1)
    if following < blocks.count, blocks[following].text.lowerBound <= old,
      newIndex[following] >= 0
    {
      return new[newIndex[following]].text.lowerBound + old - blocks[following].text.lowerBound
    }
    return keptBefore[following].map { new[$0].text.upperBound } ?? 0
  }

  /// The last block before an image in a block, or at an anchor between blocks.
  func lastIndex(before block: Int?, _ anchor: Int) -> Int? {
    keptBefore[block ?? firstBlock(of: blocks, endingBehind: anchor)]
  }

  func firstIndex(after block: Int?, _ anchor: Int) -> Int? {
    keptFrom[block.map { $0 + 1 } ?? firstBlock(of: blocks, endingBehind: anchor)]
  }
}

/// The index of the first block whose text ends behind an offset; their count where there is none.
func firstBlock(of blocks: [TextStream.RawBlock], endingBehind offset: Int) -> Int {
  var low = 0
  var high = blocks.count
  while low < high {
    let middle = (low + high) / 2
    if blocks[middle].text.upperBound > offset { high = middle } else { low = middle + 1 }
  }
  return low
}
