import ChineseText
import Linting

/// Characters of which one stands right before or behind each mark that a rule judges; U+2029 parts blocks.
struct MarkNeighbours: Sendable {
  private let pairs: [TextGrams.Sign]
  /// A bit for each byte that ends one of the characters, and for each that starts one.
  private var lasts = InlineArray<4, UInt64>(repeating: 0)
  private var firsts = InlineArray<4, UInt64>(repeating: 0)

  /// Nil where there are none, which is any.
  init?(_ characters: String, of marks: MarkSet) {
    guard !characters.isEmpty else { return nil }
    pairs = marks.pairs(with: characters)
    for scalar in characters.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      for byte in bytes.prefix(1) { firsts[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
      for byte in bytes.suffix(1) { lasts[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    }
  }

  /// Whether one may stand beside any of the marks; false only where none does.
  func mayStand(in draft: ScannedDraft) -> Bool { draft.grams.mayHold(anyOf: pairs) }

  /// Whether one may stand beside a mark of a text; false only where none does.
  func mayStand(beside mark: Mark, in text: Span<UInt8>) -> Bool {
    let (start, end) = (mark.offset, mark.range.upperBound)
    guard start > 0, end < text.count else { return true }
    let (last, first) = (text[start - 1], text[end])
    return
      (lasts[Int(last >> 6)] >> UInt64(last & 63) | firsts[Int(first >> 6)]
      >> UInt64(first & 63)) & 1 != 0
  }
}
