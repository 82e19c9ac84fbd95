import ChineseText
import Linting

/// A pattern of a rule in Swift; one that is not valid is a programmer's mistake.
func gated(_ pattern: String) -> GatedPattern {
  do {
    return try GatedPattern(pattern)
  } catch {
    preconditionFailure("\(error)")
  }
}

extension SentenceTest {
  /// Whether the expression matches anywhere in a text.
  func matches(_ text: String) throws -> Bool {
    let bytes = Array(text.utf8)
    return try matches(0..<bytes.count, of: bytes)
  }
}

extension String {
  /// How many characters a reader sees, white space apart.
  var visibleCount: Int { count { !$0.isWhitespace } }
}
