import ICU

/// A regular expression asked of single sentences; it needs no literal, as it never scans a draft.
package struct SentenceTest: Sendable {
  package let pattern: String
  private let expression: RegularExpression

  package init(_ pattern: String) {
    self.pattern = pattern
    expression = RegularExpression(pattern)
  }

  /// Compiles the expression, which otherwise waits for its first use.
  package func validate() throws(PatternError) {
    do {
      try expression.validate()
    } catch {
      throw .invalid(pattern: pattern, reason: "\(error)")
    }
  }

  /// Whether the expression matches anywhere in a part of a text.
  package func matches(_ range: Range<Int>, of text: [UInt8]) throws -> Bool {
    let utf16 = Array(String(decoding: text[range], as: UTF8.self).utf16)
    return try !expression.matches(in: utf16).isEmpty
  }
}
