import ChineseText
import ICU
import Reading

/// Why a pattern cannot be used.
package enum PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  case invalid(pattern: String, reason: String)
  /// No text of two characters or more that every match must hold.
  case noLiteral(pattern: String)

  package var description: String {
    switch self {
    case .invalid(let pattern, let reason):
      "the pattern \(pattern) is not a regular expression of ICU: \(reason)"
    case .noLiteral(let pattern):
      "the pattern \(pattern) has no text of two characters that every match holds, so it would run "
        + "over every draft: reword it, or write a rule in Swift"
    }
  }
}

/// An ICU regular expression that runs only in blocks where one of its required literals stands.
package struct GatedPattern: Sendable {
  package let pattern: String
  /// Every match holds at least one of these, each at least two scalars long.
  package let literals: [String]
  /// The name under which its literals stand in the vocabulary: short and ASCII, as it is looked up for every draft.
  let listName: String
  private let expression: RegularExpression

  package init(_ pattern: String) throws(PatternError) {
    self.pattern = pattern
    // FNV-1a, 64 bits.
    let hash = pattern.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    listName = "pattern:" + String(hash, radix: 16)
    let literals = RequiredLiterals(of: pattern).literals ?? []
    guard !literals.isEmpty, literals.allSatisfy({ $0.unicodeScalars.count >= 2 }) else {
      throw .noLiteral(pattern: pattern)
    }
    self.literals = Array(Set(literals)).sorted()
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

  /// All matches in the visible prose, ascending, in bytes of it.
  package func matches(in draft: ScannedDraft) throws -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var searched = -1
    for hit in draft.literalHits(of: self) {
      guard let index = draft.blockIndex(at: hit.lowerBound), index > searched else { continue }
      searched = index
      matches += try self.matches(in: draft.draft.blocks[index].text, of: draft.text)
    }
    return matches
  }

  /// All matches in a part of a text, ascending, in bytes of the text.
  package func matches(in range: Range<Int>, of text: [UInt8]) throws -> [Range<Int>] {
    let utf16 = Array(String(decoding: text[range], as: UTF8.self).utf16)
    var cursor = OffsetCursor(text: text, byteOffset: range.lowerBound)
    return try expression.matches(in: utf16).map { match in
      let start = cursor.byteOffset(ofUTF16: match.lowerBound)
      return start..<cursor.byteOffset(ofUTF16: match.upperBound)
    }
  }
}

/// Turns ascending UTF-16 offsets into byte offsets.
private struct OffsetCursor {
  let text: [UInt8]
  var byteOffset: Int
  var utf16Offset = 0

  init(text: [UInt8], byteOffset: Int) {
    self.text = text
    self.byteOffset = byteOffset
  }

  mutating func byteOffset(ofUTF16 target: Int) -> Int {
    while utf16Offset < target, let scalar = text.scalar(at: byteOffset) {
      byteOffset += UTF8.width(scalar)
      utf16Offset += UTF16.width(scalar)
    }
    return byteOffset
  }
}
