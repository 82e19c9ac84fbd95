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
  /// How many code points, white space apart.
  var visibleCount: Int { unicodeScalars.count { !$0.isBlank } }
}

extension Unicode.Scalar {
  /// White space that drafts hold; Unicode's property is too slow to ask for every character.
  fileprivate var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
