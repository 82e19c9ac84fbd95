import ChineseText
import Linting
import Reading

/// Tells entries of references.
///
/// There GB/T 7714 prescribes ASCII marks between the parts, also of Chinese works: `王某,李某.手卫生[J].`
struct ReferenceStyle {
  private let draft: ScannedDraft
  private lazy var list = draft.fact(ReferenceList.self)
  /// The block whose marks of type are `marks`, so that each block is searched once.
  private var markedBlock = 0..<0
  private var marks: [Int] = []

  init(_ draft: ScannedDraft) { self.draft = draft }

  /// Whether an offset stands in such an entry.
  mutating func holds(_ offset: Int) -> Bool {
    guard let block = draft.block(at: offset) else { return false }
    return block.context.contains(.references) || hasTypeMark(around: offset, in: block.text)
      || list.holds(offset)
  }

  /// Whether a mark of a work's type such as `[J]` or `[EB/OL]` stands within a hundred characters.
  private mutating func hasTypeMark(around offset: Int, in block: Range<Int>) -> Bool {
    if block != markedBlock {
      markedBlock = block
      marks = typeMarkOffsets(in: block, of: draft)
    }
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle] < offset - 300 { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low] <= offset + 300
  }
}

/// Where `[J]` and the like stand, ascending.
private func typeMarkOffsets(in block: Range<Int>, of draft: ScannedDraft) -> [Int] {
  draft.scan.marks(in: block).compactMap { mark in
    guard mark.scalar == "[" else { return nil }
    let text = draft.text[mark.range.upperBound..<block.upperBound]
    let name = text.prefix(6).prefix { $0 != UInt8(ascii: "]") }
    guard name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: "]") else {
      return nil
    }
    return typeMarks.contains(String(decoding: name, as: UTF8.self)) ? mark.offset : nil
  }
}

/// The types of GB/T 7714, of paper and online.
private let typeMarks: Set<String> = {
  let types = ["M", "C", "G", "N", "J", "D", "R", "S", "P", "DB", "CP", "EB", "A", "CM", "DS", "Z"]
  return Set(types.flatMap { [$0, $0 + "/OL", $0 + "/CD", $0 + "/MT", $0 + "/DK"] })
}()
