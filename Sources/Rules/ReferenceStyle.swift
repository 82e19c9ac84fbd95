import ChineseText
import Linting
import Reading

/// Tells entries of references.
///
/// There GB/T 7714 prescribes ASCII marks between the parts, also of Chinese works: `王某,李某.手卫生[J].`
struct ReferenceStyle {
  private let draft: ScannedDraft
  private lazy var list = ReferenceList(draft.draft)

  init(_ draft: ScannedDraft) { self.draft = draft }

  /// Whether an offset stands in such an entry.
  mutating func holds(_ offset: Int) -> Bool {
    guard let block = draft.block(at: offset) else { return false }
    return block.context.contains(.references) || hasTypeMark(around: offset, in: block.text)
      || list.holds(offset)
  }

  /// Whether a mark of a work's type such as `[J]` or `[EB/OL]` stands within a hundred characters.
  private func hasTypeMark(around offset: Int, in block: Range<Int>) -> Bool {
    let range = max(block.lowerBound, offset - 300)..<min(block.upperBound, offset + 300)
    var index = range.lowerBound
    while index < range.upperBound {
      if draft.text[index] == UInt8(ascii: "["), isTypeMark(from: index + 1, to: range.upperBound) {
        return true
      }
      index += 1
    }
    return false
  }

  private func isTypeMark(from start: Int, to end: Int) -> Bool {
    let name = draft.text[start..<end].prefix(6).prefix { $0 != UInt8(ascii: "]") }
    guard draft.text[start..<end].dropFirst(name.count).first == UInt8(ascii: "]") else {
      return false
    }
    return typeMarks.contains(String(decoding: name, as: UTF8.self))
  }
}

/// The types of GB/T 7714, of paper and online.
private let typeMarks: Set<String> = {
  let types = ["M", "C", "G", "N", "J", "D", "R", "S", "P", "DB", "CP", "EB", "A", "CM", "DS", "Z"]
  return Set(types.flatMap { [$0, $0 + "/OL", $0 + "/CD", $0 + "/MT", $0 + "/DK"] })
}()
