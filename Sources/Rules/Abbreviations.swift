import ChineseText
import Linting
import Reading

/// The Latin abbreviations of a draft's prose.
struct Abbreviations {
  /// One of capitals that stands in the prose.
  struct Use {
    let text: String
    let range: Range<Int>
  }

  static let list = "abbreviations"

  /// Tokens that look like abbreviations, in order: two to six letters and digits, at least two of them capitals.
  static func uses(in draft: ScannedDraft) -> [Use] {
    draft.scan.tokens.compactMap { token in
      guard token.kind == .latin, token.range.count <= 12,
        !draft.scan.isOpaque(at: token.range.lowerBound)
      else { return nil }
      let text = draft.draft.string(in: token.range)
      guard looksLikeAbbreviation(text), !isPartOfName(token.range, in: draft) else { return nil }
      return Use(text: text, range: token.range)
    }
  }

  /// Whether the letters go on from a code (`3'-UTR`, `13912AB`), name a gene or a brand (`MLH1基因`), or are a symbol.
  private static func isPartOfName(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    let left = draft.scalar(before: range.lowerBound)
    if let left, left == "-" || left == "'" || isAlphanumeric(left) { return true }
    let right = draft.scalar(from: range.upperBound, skippingSpaces: true)
    // A symbol of statistics: `OR=2.1`.
    if let right, "=＝<>＜＞≤≥≈".unicodeScalars.contains(right) { return true }
    let end = min(draft.text.count, range.upperBound + 6)
    let tail = String(decoding: draft.text[range.upperBound..<end], as: UTF8.self)
    return ["基因", "突变", "蛋白", "受体", "抗体", "牌"].contains { tail.hasPrefix($0) }
  }

  private static func looksLikeAbbreviation(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard (2...6).contains(scalars.count), scalars.allSatisfy(isAlphanumeric) else { return false }
    let capitals = scalars.count { ("A"..."Z").contains($0) }
    let digits = scalars.count { ("0"..."9").contains($0) }
    // `XXX` stands for a name left out; a digit before the last letter is a gene's: `CDKN2A`.
    if scalars.allSatisfy({ $0 == "X" }) { return false }
    if let digit = scalars.firstIndex(where: { ("0"..."9").contains($0) }),
      digit != scalars.startIndex, scalars.index(after: digit) != scalars.endIndex
    {
      return false
    }
    return capitals >= 2 && capitals + digits == scalars.count && digits <= 1
  }

  /// Whether one of the full names stands before the end of the range, in brackets right behind it, or a few
  /// words behind it in the same sentence: `COPD，即慢性阻塞性肺疾病`.
  static func isExplained(_ range: Range<Int>, by names: [String], in draft: ScannedDraft) -> Bool {
    if AbbreviationGloss(of: range, in: draft)?.isThere ?? false { return true }
    let blockEnd = draft.block(at: range.lowerBound)?.text.upperBound ?? range.upperBound
    return names.contains { name in
      let bytes = Array(name.utf8)
      if draft.text.firstOffset(of: bytes, in: 0..<range.lowerBound) != nil { return true }
      let reach = range.upperBound..<min(blockEnd, range.upperBound + 24 + bytes.count)
      guard let start = draft.text.firstOffset(of: bytes, in: reach) else { return false }
      let gap = draft.draft.string(in: range.upperBound..<start)
      return !gap.contains { "。！？；".contains($0) }
    }
  }
}
