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
      return looksLikeAbbreviation(text) ? Use(text: text, range: token.range) : nil
    }
  }

  private static func looksLikeAbbreviation(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard (2...6).contains(scalars.count), scalars.allSatisfy(isAlphanumeric) else { return false }
    let capitals = scalars.count { ("A"..."Z").contains($0) }
    let digits = scalars.count { ("0"..."9").contains($0) }
    return capitals >= 2 && capitals + digits == scalars.count && digits <= 1
  }

  /// Whether one of the full names stands before the end of the range, or in brackets right behind it.
  static func isExplained(_ range: Range<Int>, by names: [String], in draft: ScannedDraft) -> Bool {
    if isGlossed(range, in: draft) { return true }
    return names.contains {
      draft.text.firstOffset(of: Array($0.utf8), in: 0..<range.lowerBound) != nil
    }
  }

  /// Whether Han stand in brackets around or right behind the range: `感染（HPV）`, `HPV（…病毒）`, `简称HPV`.
  static func isGlossed(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard let block = draft.block(at: range.lowerBound) else { return false }
    let tail = draft.draft.string(
      in: range.upperBound..<min(block.text.upperBound, range.upperBound + 90)
    )
    let head = draft.draft.string(
      in: max(block.text.lowerBound, range.lowerBound - 60)..<range.lowerBound
    )
    let isBehindName =
      "（(，,".unicodeScalars.contains(head.unicodeScalars.last ?? " ")
      && head.unicodeScalars.dropLast().last.map { isHan($0) || $0 == "”" || $0 == "》" } ?? false
      && "）)，,".unicodeScalars.contains(tail.unicodeScalars.first ?? " ")
    let isShort =
      head.hasSuffix("简称") || head.hasSuffix("简称为") || head.hasSuffix("缩写为") || head.hasSuffix("即")
    let opensGloss = tail.unicodeScalars.first.map { $0 == "（" || $0 == "(" } ?? false
    let gloss = tail.unicodeScalars.dropFirst().prefix { $0 != "）" && $0 != ")" }
    return isBehindName || isShort || opensGloss && gloss.contains(where: isHan)
  }
}
