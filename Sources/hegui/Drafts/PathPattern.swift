/// A pattern of paths: `*` and `?` within a name, `[a-z]`, `**` over folders, `\` before a character meant as is.
struct PathPattern: Sendable {
  private enum Token: Sendable {
    case scalar(Unicode.Scalar)
    case anyScalar
    case anyRun
    case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)

    func matches(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .scalar(let wanted): scalar == wanted
      case .anyScalar: true
      case .anyRun: false
      case .oneOf(let ranges, let isNegated):
        ranges.contains { $0.contains(scalar) } != isNegated
      }
    }
  }

  private enum Part: Sendable {
    case anyFolders
    case name([Token])
  }

  private let parts: [Part]

  init(_ pattern: String) {
    parts = pattern.split(separator: "/").map { part in
      part == "**" ? .anyFolders : .name(Self.tokens(of: part))
    }
  }

  /// Whether a text looks like a pattern rather than a plain path.
  static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }
  }

  func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map { Array($0.unicodeScalars) }
    // Whether the names from an index on match the parts behind the one at hand.
    var rest = Array(repeating: false, count: names.count) + [true]
    for (index, part) in parts.enumerated().reversed() {
      var current = Array(repeating: false, count: names.count + 1)
      for start in stride(from: names.count, through: 0, by: -1) {
        switch part {
        case .anyFolders:
          // At the end, `**` means all that stands inside a folder, not the folder.
          let isLast = index == parts.count - 1
          current[start] =
            isLast ? start < names.count : rest[start] || start < names.count && current[start + 1]
        case .name(let tokens):
          current[start] =
            start < names.count && rest[start + 1] && Self.match(tokens, names[start])
        }
      }
      rest = current
    }
    return rest[0]
  }

  private static func match(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
    var token = 0
    var scalar = 0
    var lastRun: (token: Int, scalar: Int)?
    while scalar < name.count {
      if token < tokens.count, case .anyRun = tokens[token] {
        lastRun = (token, scalar)
        token += 1
      } else if token < tokens.count, tokens[token].matches(name[scalar]) {
        token += 1
        scalar += 1
      } else if let run = lastRun {
        lastRun = (run.token, run.scalar + 1)
        token = run.token + 1
        scalar = run.scalar + 1
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { if case .anyRun = $0 { true } else { false } }
  }

  private static func tokens(of part: Substring) -> [Token] {
    let scalars = Array(part.unicodeScalars)
    var tokens: [Token] = []
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "*": tokens.append(.anyRun)
      case "?": tokens.append(.anyScalar)
      case "\\" where index + 1 < scalars.count:
        index += 1
        tokens.append(.scalar(scalars[index]))
      case "[":
        if let (token, end) = set(in: scalars, from: index) {
          tokens.append(token)
          index = end
        } else {
          tokens.append(.scalar("["))
        }
      case let scalar: tokens.append(.scalar(scalar))
      }
      index += 1
    }
    return tokens
  }

  /// The set that opens at an index and the index of its `]`; nil where it is never closed.
  private static func set(
    in scalars: [Unicode.Scalar],
    from start: Int
  ) -> (token: Token, end: Int)? {
    var index = start + 1
    let isNegated = index < scalars.count && (scalars[index] == "!" || scalars[index] == "^")
    if isNegated { index += 1 }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    let first = index
    while index < scalars.count, scalars[index] != "]" || index == first {
      let low = scalars[index]
      if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index + 2] != "]" {
        let high = scalars[index + 2]
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    guard index < scalars.count else { return nil }
    return (.oneOf(ranges, isNegated: isNegated), index)
  }
}
