import ChineseText
import Reading

/// Where the sentences of a draft start, found once.
struct DraftSentences: DraftFact {
  /// Of all blocks, ascending.
  private let starts: [Int]

  init(_ draft: ScannedDraft) {
    var starts: [Int] = []
    for block in draft.draft.blocks {
      appendSentenceStarts(in: block.text, of: draft.text, to: &starts)
    }
    self.starts = starts
  }

  /// The sentence that holds an offset; empty between blocks.
  func sentence(at offset: Int, in draft: ScannedDraft) -> Range<Int> {
    guard let block = draft.block(at: offset) else { return offset..<offset }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    let start = low > 0 ? starts[low - 1] : block.text.lowerBound
    let end = low < starts.count ? min(starts[low], block.text.upperBound) : block.text.upperBound
    // Of a longer one only what is near is the sentence.
    guard end - start <= sentenceReach else {
      return sentenceRange(around: offset, in: block.text, of: draft.text)
    }
    return start..<end
  }
}
