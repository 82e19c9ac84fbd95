/// Reads of a regular expression which literals its matches hold, by recursive descent over its scalars.
///
/// Understands literals, escapes, classes, groups, alternation, quantifiers and look-around, which it passes.
struct LiteralParser {
  /// What a part of an expression is known to match.
  private struct Part {
    /// All texts that the part can match; nil where they are too many or unknown.
    var exact: [PatternText]?
    /// Where they are not known: what is.
    var rest = LiteralChain(length: 0)

    static let empty = Part(exact: [PatternText()])

    static func unknown(length: Int?) -> Part { Part(rest: LiteralChain(length: length)) }

    var chain: LiteralChain { exact.map(LiteralChain.init(_:)) ?? rest }
  }

  /// At most this many texts of a part are told apart.
  private static let limit = 64
  /// Groups in groups; a pattern that goes deeper is not looked into.
  private static let depthLimit = 64

  private var cursor: PatternCursor
  private var depth = 0
  /// Whether flags such as `(?i)` change what the rest means.
  private(set) var hasFlags = false
  private var isUnderstood = true

  init(_ pattern: String) { cursor = PatternCursor(pattern) }

  /// The chains of the whole expression, of which each match holds one, with whether the match starts where
  /// the text does; nil where the expression is not understood.
  mutating func branches() -> [(chain: LiteralChain, isAnchored: Bool)]? {
    var branches: [(LiteralChain, Bool)] = []
    repeat {
      if !branches.isEmpty { cursor.pass() }
      let isAnchored = cursor.next == "^" && !cursor.isNextQuantified
      branches.append((sequence().chain, isAnchored))
    } while cursor.next == "|"
    return isUnderstood && cursor.next == nil ? branches : nil
  }

  private mutating func alternation() -> Part {
    // Of the alternatives that match certain texts only, these; of the others, what is known.
    var texts: [PatternText] = []
    var chains: [LiteralChain] = []
    while true {
      let start = cursor.takeLiterals() ?? PatternText()
      if cursor.isAtEndOfSequence {
        texts.append(start)
      } else {
        let part = sequence(startingWith: start)
        if texts.isEmpty, chains.isEmpty, cursor.next != "|" { return part }
        if let exact = part.exact { texts += exact } else { chains.append(part.rest) }
      }
      guard cursor.next == "|" else { break }
      cursor.pass()
    }
    if chains.isEmpty, texts.count <= Self.limit { return Part(exact: texts) }
    if !texts.isEmpty { chains.append(LiteralChain(texts)) }
    return Part(rest: LiteralChain(anyOf: chains))
  }

  private mutating func sequence(startingWith start: PatternText = PatternText()) -> Part {
    var known = LiteralChain(length: 0)
    /// All texts that what stands behind `known` can match.
    var run = [start]
    var isExact = true
    while let scalar = cursor.next, !cursor.isAtEndOfSequence {
      if let text = cursor.takeLiterals() {
        for index in run.indices { run[index].append(text) }
        continue
      }
      let part = quantified(atom(scalar))
      if let texts = part.exact, texts.count * run.count <= Self.limit {
        let isFirst = run.count == 1 && run[0].count == 0
        run = isFirst ? texts : run.flatMap { head in texts.map { head + $0 } }
        continue
      }
      isExact = false
      known.append(LiteralChain(run))
      run = part.exact ?? [PatternText()]
      if part.exact == nil { known.append(part.rest) }
    }
    if isExact { return Part(exact: run) }
    known.append(LiteralChain(run))
    return Part(rest: known)
  }

  private mutating func atom(_ scalar: Unicode.Scalar) -> Part {
    cursor.pass()
    switch scalar {
    case "(": return group()
    case "[": return characterClass()
    case "\\": return escape()
    case ".": return .unknown(length: 1)
    case "^", "$": return .empty
    default: return Part(exact: [PatternText(string: String(scalar), count: 1)])
    }
  }

  private mutating func group() -> Part {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      isUnderstood = false
      return .empty
    }
    var opening = GroupOpening.group
    if cursor.next == "?" {
      cursor.pass()
      opening = groupOpening()
    }
    switch opening {
    case .nothing: return .empty
    case .lookaround:
      skipGroup()
      return .empty
    case .group: break
    }
    let inner = alternation()
    if cursor.next == ")" { cursor.pass() }
    return inner
  }

  /// Passes the content of a group and its closing bracket.
  private mutating func skipGroup() {
    var depth = 1
    while depth > 0, let scalar = cursor.take() {
      switch scalar {
      case "(": depth += 1
      case ")": depth -= 1
      case "[": _ = characterClass()
      case "\\": _ = escape()
      default: break
      }
    }
  }

  private enum GroupOpening {
    case group
    case lookaround
    /// `(?i)` or a comment, closed again.
    case nothing
  }

  /// Reads what stands between `(?` and the group's content.
  private mutating func groupOpening() -> GroupOpening {
    while let scalar = cursor.take() {
      switch scalar {
      case ":", ">": return .group
      case "=", "!": return .lookaround
      case "<":
        if cursor.next == "=" || cursor.next == "!" { continue }
        cursor.skip(to: ">")
        return .group
      case "#":
        cursor.skip(to: ")")
        return .nothing
      case ")": return .nothing
      default: hasFlags = true
      }
    }
    return .nothing
  }

  private mutating func characterClass() -> Part {
    var members: [Unicode.Scalar] = []
    var isKnown = cursor.next != "^"
    var depth = 1
    while let scalar = cursor.take() {
      switch scalar {
      case "[":
        depth += 1
        isKnown = false
      case "]":
        depth -= 1
        if depth == 0 {
          guard isKnown, (1...Self.limit).contains(members.count) else {
            return .unknown(length: 1)
          }
          return Part(exact: members.map { PatternText(string: String($0), count: 1) })
        }
      case "\\":
        guard let escaped = cursor.take() else { break }
        if escaped.properties.isAlphabetic || ("0"..."9").contains(escaped) { isKnown = false }
        members.append(escaped)
      case "-" where !members.isEmpty && cursor.next != "]":
        if !takeRange(into: &members) { isKnown = false }
      case "&", "^": isKnown = false
      default: members.append(scalar)
      }
    }
    return .unknown(length: nil)
  }

  /// Reads the end of `0-9`; false where there is none, or the members are too many.
  private mutating func takeRange(into members: inout [Unicode.Scalar]) -> Bool {
    guard let end = cursor.next, let start = members.last, !"[\\&^-".unicodeScalars.contains(end),
      start.value <= end.value, end.value - start.value <= Self.limit
    else { return false }
    cursor.pass()
    members += (start.value..<end.value).compactMap { Unicode.Scalar($0 + 1) }
    return true
  }

  private mutating func escape() -> Part {
    guard let scalar = cursor.take() else { return .unknown(length: nil) }
    switch scalar {
    case "b", "B", "A", "z", "Z": return .empty
    case "p", "P", "N", "x", "u", "U":
      if cursor.next == "{" {
        cursor.skip(to: "}")
      } else {
        // Hexadecimal digits; a property has its braces.
        for _ in 0..<(scalar == "x" ? 2 : scalar == "U" ? 8 : 4) { _ = cursor.take() }
      }
      return .unknown(length: 1)
    // White space does not count in the lengths of chains.
    case "s", "h", "v", "t", "n", "r", "f": return .unknown(length: 0)
    case "d", "D", "S", "w", "W", "H", "V", "a", "e":
      return .unknown(length: 1)
    case "X", "R": return .unknown(length: nil)
    // Back references, quotations and what else there may be.
    case "0"..."9", "A"..."Z", "a"..."z":
      isUnderstood = false
      return .empty
    default: return Part(exact: [PatternText(string: String(scalar), count: 1)])
    }
  }

  private mutating func quantified(_ part: Part) -> Part {
    guard let scalar = cursor.next else { return part }
    let counts: (least: Int, most: Int?)
    switch scalar {
    case "?": counts = (0, 1)
    case "*": counts = (0, nil)
    case "+": counts = (1, nil)
    case "{":
      cursor.pass()
      counts = self.counts()
    default: return part
    }
    if scalar != "{" { cursor.pass() }
    if cursor.next == "?" || cursor.next == "+" { cursor.pass() }
    return repeated(part, least: counts.least, most: counts.most)
  }

  private func repeated(_ part: Part, least: Int, most: Int?) -> Part {
    if (least, most) == (0, 1), let texts = part.exact, texts.count < Self.limit {
      return Part(exact: texts + [PatternText()])
    }
    var chain = part.chain
    func length(times count: Int?) -> Int? {
      guard let length = chain.length, length > 0 else { return chain.length }
      return count.map { length * max(0, $0) }
    }
    if least == 0 { return .unknown(length: length(times: most)) }
    chain.extend(by: length(times: most.map { $0 - 1 }))
    return Part(rest: chain)
  }

  /// Reads `2,3}`; at most a thousand is told apart.
  private mutating func counts() -> (least: Int, most: Int?) {
    var numbers: [Int?] = [nil]
    while let scalar = cursor.next, scalar != "}" {
      if ("0"..."9").contains(scalar) {
        let number = (numbers[numbers.count - 1] ?? 0) * 10 + Int(scalar.value - 48)
        numbers[numbers.count - 1] = min(number, 1000)
      } else if scalar == "," {
        numbers.append(nil)
      }
      cursor.pass()
    }
    cursor.pass()
    let most = numbers.count > 1 ? numbers[1] : numbers[0]
    return (numbers[0] ?? 0, most == 1000 ? nil : most)
  }
}
