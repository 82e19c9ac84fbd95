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
      guard token.kind == .latin, looksLikeAbbreviation(draft.draft.text[token.range]),
        !draft.scan.isOpaque(at: token.range.lowerBound), !isPartOfName(token.range, in: draft)
      else { return nil }
      return Use(text: draft.draft.string(in: token.range), range: token.range)
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
    return ["基因", "突变", "蛋白", "受体", "抗体", "牌"].contains { tail.opens(with: $0) }
  }

  private static func looksLikeAbbreviation(_ text: ArraySlice<UInt8>) -> Bool {
    guard (2...6).contains(text.count) else { return false }
    var capitals = 0
    var digit: Int?
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where digit == nil: digit = index
      default: return false
      }
    }
    guard capitals >= 2 else { return false }
    // `XXX` stands for a name left out; a digit before the last letter is a gene's: `CDKN2A`.
    if text.allSatisfy({ $0 == UInt8(ascii: "X") }) { return false }
    return digit.map { $0 == text.startIndex || $0 == text.endIndex - 1 } ?? true
  }

  /// Whether the abbreviation closed brackets before, behind its words in another language (`(total hip
  /// arthroplasty, THA)`), or one of the full names stands before the end of the range, in brackets right behind
  /// it, or a few words behind it in the same sentence: `COPD，即慢性阻塞性肺疾病`, or where its paragraph uses it again.
  static func isExplained(_ range: Range<Int>, by names: [String], in draft: ScannedDraft) -> Bool {
    if AbbreviationGloss(of: range, in: draft)?.isThere ?? false { return true }
    let own = draft.draft.string(in: range)
    let introductions = [",\(own))", ", \(own))", "，\(own)）"]
    if draft.text.contains(anyOf: introductions, in: 0..<range.lowerBound) { return true }
    let blockEnd = draft.block(at: range.lowerBound)?.text.upperBound ?? range.upperBound
    if let again = draft.text.firstOffset(of: own, in: range.upperBound..<blockEnd),
      AbbreviationGloss(of: again..<again + range.count, in: draft)?.isThere ?? false
    {
      return true
    }
    return names.contains { name in
      let text = draft.draft.text
      if text.firstOffset(of: name, in: 0..<range.lowerBound) != nil { return true }
      let reach = range.upperBound..<min(blockEnd, range.upperBound + 24 + name.utf8.count)
      guard let start = text.firstOffset(of: name, in: reach) else { return false }
      let gap = draft.draft.string(in: range.upperBound..<start)
      return !gap.contains { "。！？；".contains($0) }
    }
  }
}
