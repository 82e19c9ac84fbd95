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
    if isUnit(range, before: right, in: draft) { return true }
    let end = min(draft.text.count, range.upperBound + 6)
    let tail = String(decoding: draft.text[range.upperBound..<end], as: UTF8.self)
    return ["基因", "突变", "蛋白", "受体", "抗体", "牌"].contains { tail.opens(with: $0) }
  }

  /// Whether the letters stand between a number and the clause's end, as units do: `限值≤1 NTU，`.
  private static func isUnit(
    _ range: Range<Int>,
    before next: Unicode.Scalar?,
    in draft: ScannedDraft
  ) -> Bool {
    let start = range.lowerBound
    let end = start > 0 && draft.text[start - 1] == 0x20 ? start - 1 : start
    guard let digit = draft.text.scalar(before: end), isASCIIDigit(digit) else { return false }
    return next.map { "，。；、）)/｜|～—".unicodeScalars.contains($0) } ?? true
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

  /// Whether a note further down tells it, as notes below tables do: `注：NTU为散射浊度单位`.
  private static func isToldInNote(_ text: String, behind start: Int, in draft: ScannedDraft)
    -> Bool
  {
    var start = start
    for _ in 0..<8 {
      guard let found = draft.text.firstOffset(of: text, in: start..<draft.text.count) else {
        return false
      }
      start = found + text.utf8.count
      if let gloss = AbbreviationGloss(of: found..<start, in: draft), gloss.isInNote, gloss.isThere
      {
        return true
      }
    }
    return false
  }

  /// Whether the cell of a table holds the abbreviation alone, or `S或DS`, and a cell beside it says in Chinese what it is.
  private static func isKeyOfRow(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    let blocks = draft.draft.blocks
    guard let index = draft.blockIndex(at: range.lowerBound), blocks[index].kind == .tableCell,
      draft.scan.hanCount(in: blocks[index].text) <= 1
    else { return false }
    return [index - 1, index + 1].contains { beside in
      blocks.indices.contains(beside) && blocks[beside].kind == .tableCell
        && draft.scan.hanCount(in: blocks[beside].text) >= 3
    }
  }

  /// Whether the abbreviation closed brackets before, behind its words in another language (`(total hip
  /// arthroplasty, THA)`), or one of the full names stands before the end of the range, in brackets right behind
  /// it, or a few words behind it in the same sentence: `COPD，即慢性阻塞性肺疾病`, or where its paragraph uses it again.
  static func isExplained(_ range: Range<Int>, by names: [String], in draft: ScannedDraft) -> Bool {
    if AbbreviationGloss(of: range, in: draft)?.isThere ?? false { return true }
    if isKeyOfRow(range, in: draft) { return true }
    let own = draft.draft.string(in: range)
    let introductions = [",\(own))", ", \(own))", "，\(own)）"]
    if draft.text.contains(anyOf: introductions, in: 0..<range.lowerBound) { return true }
    let blockEnd = draft.block(at: range.lowerBound)?.text.upperBound ?? range.upperBound
    if let again = draft.text.firstOffset(of: own, in: range.upperBound..<blockEnd),
      AbbreviationGloss(of: again..<again + range.count, in: draft)?.isThere ?? false
    {
      return true
    }
    if isToldInNote(own, behind: blockEnd, in: draft) { return true }
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
