import ChineseText
import Linting
import Reading

/// Whether a part of the prose is mentioned only to be refuted (handbook, compliance §1.3, guard D).
struct Debunking {
  let draft: ScannedDraft

  /// The part's sentence, the next one, its headings or the title say so.
  func covers(_ offset: Int) throws -> Bool {
    guard let index = draft.blockIndex(at: offset) else { return false }
    let block = draft.draft.blocks[index]
    var sentence = draft.sentence(at: offset)
    if sentence.upperBound < block.text.upperBound {
      sentence = sentence.lowerBound..<draft.sentence(at: sentence.upperBound).upperBound
    }
    if try Self.words.matches(sentence, of: draft.text) { return true }
    for heading in headings(above: index)
    where try Self.words.matches(draft.draft.blocks[heading].text, of: draft.text) {
      return true
    }
    return false
  }

  /// The title and the headings that a block stands under.
  private func headings(above index: Int) -> [Int] {
    var found: [Int] = draft.draft.titleBlock.map { [$0] } ?? []
    var level = 7
    for block in draft.draft.blocks.indices[..<index].reversed() {
      guard let own = draft.draft.blocks[block].headingLevel, own < level else { continue }
      level = own
      found.append(block)
    }
    return found
  }

  private static let words = SentenceTest(
    "谣言|谣传|辟谣|误区|真相|不实|谬误|别信|不可信|不[要能足]相?信|勿信|骗局|骗术|陷阱|警惕|谨防|当心|伪科学"
      + "|没有(?:任何)?(?:科学)?(?:依据|根据|证据)|缺乏(?:科学)?(?:依据|证据)|尚无证据|并不能|是错误的|说法错误|不科学"
      + "|不靠谱|所谓|流言|忽悠|虚假宣传|违法|不属实|假消息|假的[！!。]|不符合事实|的说法|不准确|不要盲目"
  )
}
