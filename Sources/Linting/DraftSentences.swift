import ChineseText
import Reading

/// The sentences of a draft: where each stands, and what it may hold.
///
/// A class: it is asked thousands of times a draft, and a copy would count references.
final class DraftSentences: Sendable {
  /// Of all blocks, ascending.
  private let ranges: [Range<Int>]
  /// By sentence: the index of its block.
  private let blocks: [UInt32]
  /// By block: its first sentence; one more at the end.
  private let firsts: [UInt32]
  /// Nil where the sentences are so short that this would take many times the memory of the text.
  private let scalars: SentenceScalars?
  /// By so many bytes of the text: the last sentence that starts at or before the first of them; 0 where none does.
  private let nearest: [UInt32]

  private static let step = 32

  init(_ draft: Draft) {
    let text = draft.text
    var ranges: [Range<Int>] = []
    var blocks: [UInt32] = []
    ranges.reserveCapacity(text.count / 64)
    blocks.reserveCapacity(text.count / 64)
    var firsts: [UInt32] = [0]
    firsts.reserveCapacity(draft.blocks.count + 1)
    var starts: [Int] = []
    for (index, block) in draft.blocks.enumerated() {
      starts.removeAll(keepingCapacity: true)
      appendSentenceStarts(in: block.text, of: text, to: &starts)
      for place in starts.indices {
        let end = place + 1 < starts.count ? starts[place + 1] : block.text.upperBound
        ranges.append(starts[place]..<min(end, text.count))
        blocks.append(UInt32(index))
      }
      firsts.append(UInt32(ranges.count))
    }
    self.ranges = ranges
    self.blocks = blocks
    self.firsts = firsts
    scalars = ranges.count > text.count / 8 + 64 ? nil : SentenceScalars(ranges, of: text)
    var nearest: [UInt32] = []
    nearest.reserveCapacity(text.count / Self.step + 1)
    var index = 0
    for offset in stride(from: 0, to: text.count, by: Self.step) {
      while index + 1 < ranges.count, ranges[index + 1].lowerBound <= offset { index += 1 }
      nearest.append(UInt32(index))
    }
    self.nearest = nearest
  }

  /// The index of the sentence that holds an offset; nil between blocks.
  private func index(at offset: Int) -> Int? {
    let slot = offset / Self.step
    guard offset >= 0, slot < nearest.count, !ranges.isEmpty else { return nil }
    var index = Int(nearest[slot])
    while index + 1 < ranges.count, ranges[index + 1].lowerBound <= offset { index += 1 }
    return ranges[index].contains(offset) ? index : nil
  }

  /// The index of the block that holds an offset; nil between blocks.
  func block(at offset: Int) -> Int? { index(at: offset).map { Int(blocks[$0]) } }

  /// The sentence that holds an offset; empty between blocks.
  func sentence(at offset: Int, in draft: Draft) -> Range<Int> {
    guard let index = index(at: offset) else { return offset..<offset }
    // Of a longer one only what is near is the sentence.
    guard ranges[index].count <= sentenceReach else {
      let block = draft.blocks[Int(blocks[index])].text
      return sentenceRange(around: offset, in: block, of: draft.text)
    }
    return ranges[index]
  }

  /// Whether a match of an expression may be within the sentence that holds an offset; false only where none is.
  func mayHold(matchWith needed: NeededLiterals, inSentenceAt offset: Int) -> Bool {
    end(ofLackingSentenceAt: offset, needed) == nil
  }

  /// Whether a match of an expression may be within one of the sentences that hold some offsets; false only where none
  /// is.
  func mayHold(matchWith needed: NeededLiterals, inSentencesAt offsets: [Int]) -> Bool {
    guard let scalars else { return true }
    var union = SentenceScalars.Scalars()
    var last = -1
    for offset in offsets {
      guard let index = index(at: offset), index != last else { continue }
      if ranges[index].count > sentenceReach { return true }
      union.formUnion(scalars.union(index..<index + 1))
      last = index
    }
    return needed.mayStand(among: union)
  }

  /// Where the sentence that holds an offset ends, if no match of an expression is within it; nil where one may be.
  func end(ofLackingSentenceAt offset: Int, _ needed: NeededLiterals) -> Int? {
    guard let index = index(at: offset) else { return offset }
    guard let scalars, ranges[index].count <= sentenceReach else { return nil }
    return needed.mayStand(among: scalars.union(index..<index + 1)) ? nil : ranges[index].upperBound
  }

  /// Whether a match of an expression may be within the block that holds an offset; false only where none is.
  func mayHold(matchWith needed: NeededLiterals, inBlockAt offset: Int) -> Bool {
    guard let block = block(at: offset) else { return false }
    let sentences = Int(firsts[block])..<Int(firsts[block + 1])
    // Many together hold nearly anything.
    guard let scalars, sentences.count <= 8 else { return true }
    return needed.mayStand(among: scalars.union(sentences))
  }
}
