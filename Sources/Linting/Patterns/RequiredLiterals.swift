/// Literals of a regular expression of which every match holds at least one.
///
/// Understands what packs use of ICU's syntax: literals, escapes, classes, groups, alternation, quantifiers and
/// look-around. What it does not understand requires nothing.
package struct RequiredLiterals {
  /// Nil where no set is known.
  package let literals: [String]?

  package init(of pattern: String) {
    var parser = LiteralParser(Array(pattern.unicodeScalars))
    let branch = parser.alternation()
    literals = parser.isAtEnd ? branch.best.map(Self.shortest) : nil
  }

  /// Without those that hold another: where they stand, so does the other.
  private static func shortest(_ literals: [String]) -> [String] {
    let byLength = Set(literals).map { Array($0.utf8) }.sorted { $0.count < $1.count }
    var kept: [[UInt8]] = []
    for literal in byLength where !kept.contains(where: { holds(literal, $0) }) {
      kept.append(literal)
    }
    return kept.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  // Bytes, because comparing texts by their graphemes took most of a cold start.
  private static func holds(_ literal: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= literal.count else { return part.isEmpty }
    return (0...literal.count - part.count).contains { at in
      literal[at] == first && literal[at..<at + part.count].elementsEqual(part)
    }
  }
}

/// What a part of an expression is known to match.
private struct Part {
  /// All texts that the part can match; nil where they are too many or unknown.
  var exact: [String]?
  /// The best required set found inside.
  var best: [String]?

  static let unknown = Part(exact: nil, best: nil)
  static let empty = Part(exact: [""], best: nil)

  /// At most this many texts are told apart.
  static let limit = 64

  /// The part followed by another.
  func followed(by next: Part) -> Part {
    if let left = exact, let right = next.exact, left.count * right.count <= Part.limit {
      return Part(exact: left.flatMap { head in right.map { head + $0 } }, best: nil)
        .choosing(best)
        .choosing(next.best)
    }
    return Part(exact: nil, best: nil)
      .choosing(required)
      .choosing(next.required)
  }

  /// The part or another.
  func or(_ other: Part) -> Part {
    var texts: [String]?
    if let left = exact, let right = other.exact, left.count + right.count <= Part.limit {
      texts = left + right
    }
    var required: [String]?
    if let left = self.required, let right = other.required { required = left + right }
    return Part(exact: texts, best: required)
  }

  /// The exact texts or the best set, whichever is the longer at its shortest.
  var required: [String]? {
    Part(exact: nil, best: usable(exact)).choosing(best).best
  }

  private func choosing(_ other: [String]?) -> Part {
    guard let other = usable(other) else { return self }
    guard let best, score(best) >= score(other) else { return Part(exact: exact, best: other) }
    return self
  }

  private func usable(_ texts: [String]?) -> [String]? {
    guard let texts, !texts.isEmpty, texts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return texts
  }

  private func score(_ texts: [String]) -> Int {
    texts.map(\.unicodeScalars.count).min() ?? 0
  }
}

/// Recursive descent over the scalars of an expression.
private struct LiteralParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  var isAtEnd: Bool { position == scalars.count }

  private var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

  mutating func alternation() -> Part {
    var result = sequence()
    while next == "|" {
      position += 1
      result = result.or(sequence())
    }
    return Part(exact: result.exact, best: result.required)
  }

  private mutating func sequence() -> Part {
    var result = Part.empty
    while let scalar = next, scalar != "|", scalar != ")" {
      result = result.followed(by: quantified(atom()))
    }
    return result
  }

  private mutating func atom() -> Part {
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "(": return group()
    case "[": return characterClass()
    case "\\": return escape()
    case ".": return .unknown
    case "^", "$": return .empty
    default: return Part(exact: [String(Character(scalar))], best: nil)
    }
  }

  private mutating func group() -> Part {
    var isLookaround = false
    if next == "?" {
      position += 1
      while let scalar = next {
        position += 1
        if scalar == "=" || scalar == "!" { isLookaround = true }
        let isNamed = scalar == "<" && next != "=" && next != "!"
        if isNamed {
          while let scalar = next, scalar != ">" {
            _ = scalar
            position += 1
          }
        }
        if scalar == ":" || scalar == "=" || scalar == "!" || scalar == ">" { break }
        if scalar == ")" { return .empty }
      }
    }
    let inner = alternation()
    if next == ")" { position += 1 }
    return isLookaround ? .empty : inner
  }

  private mutating func characterClass() -> Part {
    var members: [String] = []
    var isPlain = next != "^"
    var depth = 1
    while let scalar = next {
      position += 1
      switch scalar {
      case "[":
        depth += 1
        isPlain = false
      case "]":
        depth -= 1
        if depth == 0 {
          let known = isPlain && members.count <= Part.limit
          return known ? Part(exact: members, best: nil) : .unknown
        }
      case "\\":
        isPlain = false
        if !isAtEnd { position += 1 }
      case "-" where !members.isEmpty && next != "]": isPlain = false
      case "&", "^": isPlain = false
      default: members.append(String(Character(scalar)))
      }
    }
    return .unknown
  }

  private mutating func escape() -> Part {
    guard let scalar = next else { return .unknown }
    position += 1
    if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      if "pPNxuU".unicodeScalars.contains(scalar), next == "{" {
        while let inner = next, inner != "}" {
          _ = inner
          position += 1
        }
        if !isAtEnd { position += 1 }
      }
      return scalar == "b" || scalar == "B" ? .empty : .unknown
    }
    return Part(exact: [String(Character(scalar))], best: nil)
  }

  private mutating func quantified(_ part: Part) -> Part {
    guard let scalar = next else { return part }
    var result = part
    switch scalar {
    case "?":
      position += 1
      result = part.or(.empty)
      result.best = nil
    case "*":
      position += 1
      result = .unknown
    case "+":
      position += 1
      result = Part(exact: nil, best: part.required)
    case "{": result = counted(part)
    default: return part
    }
    if next == "?" || next == "+" { position += 1 }
    return result
  }

  private mutating func counted(_ part: Part) -> Part {
    position += 1
    var minimum = 0
    var digits = true
    while let scalar = next, scalar != "}" {
      if digits, ("0"..."9").contains(scalar) {
        minimum = min(minimum * 10 + Int(scalar.value - 48), 1000)
      } else {
        digits = false
      }
      position += 1
    }
    if !isAtEnd { position += 1 }
    return minimum == 0 ? .unknown : Part(exact: nil, best: part.required)
  }
}
