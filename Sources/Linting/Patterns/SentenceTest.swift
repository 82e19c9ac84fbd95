package import ChineseText
import ICU

/// A regular expression asked of single sentences; it needs no literal, as it never scans a draft.
package struct SentenceTest: Sendable {
  package let pattern: String
  private let gate: Deferred<PatternGate>
  private let expression: RegularExpression

  package init(_ pattern: String) {
    self.pattern = pattern
    gate = Deferred { RequiredLiterals(of: pattern).gate }
    expression = RegularExpression(pattern)
  }

  fileprivate init(_ pattern: String, needing needed: RequiredLiterals) {
    self.pattern = pattern
    gate = Deferred { needed.gate }
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

  /// Whether the expression may match a part of a text; false only where it matches none.
  package func mayMatch(in text: TextGrams) -> Bool { gate.value.mayMatch(in: text) }

  /// Whether the expression matches anywhere in a text, valid UTF-8.
  package func matches(_ text: Span<UInt8>) throws -> Bool {
    guard let start = gate.value.start(in: text) else { return false }
    return try expression.matches(text, from: start)
  }

  /// Whether the expression matches anywhere in a part of a text.
  package func matches(_ range: Range<Int>, of text: [UInt8]) throws -> Bool {
    try matches(text.span.extracting(range))
  }

  /// Whether the expression matches anywhere in a text.
  package func matches(_ text: String) throws -> Bool { try matches(text.utf8.span) }
}

/// Sentence tests asked together: one look at a text tells which of them may match it.
package struct SentenceTests: Sendable {
  private let tests: [SentenceTest]
  /// The literals of all tests, each tagged with the bits of its tests.
  private let literals: LiteralSet
  /// The tests of which no literal is known.
  private let always: UInt64

  /// At most 64 tests.
  package init(_ patterns: [String]) {
    precondition(patterns.count <= 64, "more tests than a word has bits")
    let needed = patterns.map(RequiredLiterals.init(of:))
    tests = zip(patterns, needed).map { SentenceTest($0, needing: $1) }
    var tagged: [(literal: String, tags: UInt64)] = []
    var always: UInt64 = 0
    for (index, needed) in needed.enumerated() {
      let tag: UInt64 = 1 << UInt64(index)
      let texts = needed.texts
      if needed.hasFlags || texts == nil { always |= tag }
      tagged += (texts ?? []).map { ($0.string, tag) }
    }
    literals = LiteralSet(tagged)
    self.always = always
  }

  /// Whether one of the expressions matches anywhere in a text, valid UTF-8.
  package func anyMatches(_ text: Span<UInt8>) throws -> Bool {
    var candidates = always | literals.tags(in: text)
    while candidates != 0 {
      if try tests[candidates.trailingZeroBitCount].matches(text) { return true }
      candidates &= candidates - 1
    }
    return false
  }
}
