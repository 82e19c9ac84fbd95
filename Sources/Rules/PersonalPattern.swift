import ChineseText
import Linting
import SourceText

/// An expression for a person's data, searched for wherever such may stand.
struct PersonalPattern: Sendable {
  let pattern: GatedPattern

  init(_ pattern: String) { self.pattern = gated(pattern) }

  func matches(in draft: ScannedDraft) throws -> [PersonalMatch] {
    guard draft.holdsLiteral(of: pattern) else { return [] }
    var matches: [PersonalMatch] = []
    for text in draft.fact(PersonalTexts.self).all {
      for range in try text.matches(of: pattern, in: draft) {
        matches.append(PersonalMatch(text: text, range: range))
      }
    }
    return matches
  }
}

/// A stretch of one of the texts that may hold a person's data.
struct PersonalMatch {
  let text: PersonalText
  var range: Range<Int>

  var string: String { text.string(in: range) }

  /// The ASCII letters, digits and inner signs that the match ends with.
  var code: PersonalMatch {
    var start = range.upperBound
    while start > range.lowerBound, let scalar = text.bytes.scalar(before: start),
      isCodePart(scalar)
    {
      start -= UTF8.width(scalar)
    }
    while start < range.upperBound, let scalar = text.bytes.scalar(at: start),
      !isAlphanumeric(scalar), scalar.value < 0x80
    {
      start += 1
    }
    var match = self
    match.range = start..<range.upperBound
    return match
  }

  /// Whether one of the words stands among the characters before the match.
  func stands(_ words: [String], within count: Int, before draft: ScannedDraft) -> Bool {
    let before = text.context(of: range, before: count, after: 0, in: draft).before
    return words.contains { before.contains($0) }
  }

  /// Whether one of the words stands in the sentence of the match.
  func isBeside(_ words: [String], in draft: ScannedDraft) -> Bool {
    text.bytes.contains(anyOf: words, in: text.sentence(at: range.lowerBound, in: draft))
  }

  /// Whether the number stands in a guide to a form, or is none: one digit over and over.
  func isExample(in draft: ScannedDraft) -> Bool {
    let digits = text.bytes[range].filter(isDigitByte)
    if let first = digits.first, digits.count > 3, digits.allSatisfy({ $0 == first }) {
      return true
    }
    let around = text.context(of: range, before: 30, after: 12, in: draft)
    func stands(_ word: String) -> Bool {
      around.before.contains(word) || around.after.contains(word)
    }
    // 例如 may lead to a real one, too.
    return exampleWords.contains(where: stands)
      || likeWords.contains(where: stands) && formWords.contains(where: stands)
  }

  func fault(
    _ message: Localized,
    in draft: ScannedDraft,
    fix: Fix? = nil,
    severity: Severity? = nil,
    escalation: Escalation? = nil
  ) -> Fault {
    Fault(
      range: range,
      message: message,
      fix: fix,
      severity: severity,
      escalation: escalation,
      source: text.source(of: range, in: draft)
    )
  }
}

/// Words of a guide to a form, beside which numbers are nobody's.
let exampleWords = ["示例", "样例", "样表", "举例", "范例", "填写说明", "如：", "（如", "仅供参考"]
private let likeWords = ["例如", "比如"]
private let formWords = ["填", "格式", "写作", "写成", "输入", "录入", "样"]

private func isCodePart(_ scalar: Unicode.Scalar) -> Bool {
  isAlphanumeric(scalar) || "-_@.+".unicodeScalars.contains(scalar)
    || [0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A].contains { $0.contains(scalar.value) }
}
