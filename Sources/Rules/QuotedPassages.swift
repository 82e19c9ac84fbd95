import ChineseText
import Linting
import Reading

/// A long quotation: a run of block quotes, or what stands between quotation marks.
struct QuotedPassage: Sendable {
  let range: Range<Int>
  /// Of the blocks it lies in, by index in `Draft.blocks`.
  let blocks: Range<Int>
  let isBlock: Bool
  /// How many characters a reader sees.
  let count: Int
}

/// The quotations of a draft that are long enough to need a source, in reading order.
struct QuotedPassages: DraftFact {
  private(set) var all: [QuotedPassage] = []

  init(_ draft: ScannedDraft) {
    addBlockQuotes(of: draft.draft)
    let text = draft.text
    for pair in draft.quotes.pairs where pair.depth == 0 && pair.inside.count >= 90 {
      guard let index = draft.blockIndex(at: pair.open.offset),
        Self.isProse(draft.draft.blocks[index])
      else { continue }
      let count = visibleCount(text.span.extracting(pair.inside))
      guard count >= 30 else { continue }
      all.append(
        QuotedPassage(range: pair.range, blocks: index..<index + 1, isBlock: false, count: count)
      )
    }
    all.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func addBlockQuotes(of draft: Draft) {
    var start: Int?
    for index in draft.blocks.indices {
      let block = draft.blocks[index]
      let isQuote = block.context.contains(.quote) && !block.isHidden && !block.isCode
      if isQuote, start == nil { start = index }
      if let first = start, !isQuote {
        addBlockQuote(first..<index, of: draft)
        start = nil
      }
    }
    if let first = start { addBlockQuote(first..<draft.blocks.count, of: draft) }
  }

  private mutating func addBlockQuote(_ blocks: Range<Int>, of draft: Draft) {
    let range = draft.blocks[blocks.lowerBound].text.lowerBound
    let whole = range..<draft.blocks[blocks.upperBound - 1].text.upperBound
    let count = blocks.reduce(0) {
      $0 + visibleCount(draft.text.span.extracting(draft.blocks[$1].text))
    }
    all.append(QuotedPassage(range: whole, blocks: blocks, isBlock: true, count: count))
  }

  private static func isProse(_ block: Block) -> Bool {
    guard block.kind == .paragraph || block.kind == .listItem else { return false }
    return block.context.isDisjoint(with: [.references, .quote, .foreign])
  }
}
