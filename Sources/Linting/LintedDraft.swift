import ChineseText
import Reading
import SourceText

extension Finding {
  /// Source order, then by rule id.
  static func stands(_ left: Finding, before right: Finding) -> Bool {
    (left.range.start, left.range.end, left.rule, left.message.zh)
      < (right.range.start, right.range.end, right.rule, right.message.zh)
  }
}

extension Draft {
  /// Whether there is nothing in it that a reader would see.
  var isEmpty: Bool {
    blocks.allSatisfy(\.isHidden) && images.isEmpty && media.isEmpty
  }
}

extension TextScan {
  init(_ draft: Draft, blocks: ArraySlice<Block>, foreign: [Range<Int>]) {
    guard let first = blocks.first, let last = blocks.last else {
      self.init()
      return
    }
    let part = first.text.lowerBound..<last.text.upperBound
    let spans = draft.spans.filter { part.contains($0.text.lowerBound) }
    self.init(
      draft.text,
      blocks: blocks.map { BlockExtent(range: $0.text, isCode: $0.isCode) },
      code: spans.filter { $0.kind == .code }.map(\.text),
      foreign: foreign.filter { part.contains($0.lowerBound) }
    )
  }
}
