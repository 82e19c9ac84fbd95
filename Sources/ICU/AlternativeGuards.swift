/// Puts before each group of many alternatives a look at what they start with.
///
/// ICU tries alternatives one by one at every place where a group may stand; where none starts with the character there,
/// a look at one set tells. What the expression matches, and where, stays the same.
struct AlternativeGuards {
  private struct Group {
    /// Where its content starts.
    let start: Int
    var count = 1
    /// The scalars that its alternatives start with; nil where one may start with something else.
    var firsts: [ArraySlice<UInt8>]? = []
    var isAtStart = true
    /// Whether it is a look behind, or in one: ICU must know how long these are.
    let looksBehind: Bool
  }

  /// Of fewer alternatives each is tried.
  private static let fewest = 6

  private let bytes: [UInt8]
  private var place = 0
  private var groups: [Group] = []
  /// What is put where, ascending by place.
  private var insertions: [(place: Int, text: [UInt8])] = []

  private init(_ pattern: String) { bytes = Array(pattern.utf8) }

  /// The expression with such looks; itself where it has no such group, or something that is not understood.
  static func added(to pattern: String) -> String {
    guard pattern.utf8.reduce(0, { $0 + ($1 == UInt8(ascii: "|") ? 1 : 0) }) >= fewest - 1 else {
      return pattern
    }
    var guards = AlternativeGuards(pattern)
    return guards.isUnderstood() && !guards.insertions.isEmpty ? guards.text : pattern
  }

  private var text: String {
    var text: [UInt8] = []
    var start = 0
    // Of two at one place the outer group's comes first, which was closed last.
    let ordered = insertions.enumerated().sorted {
      ($0.element.place, -$0.offset) < ($1.element.place, -$1.offset)
    }
    for (_, insertion) in ordered {
      text += bytes[start..<insertion.place] + insertion.text
      start = insertion.place
    }
    return String(decoding: text + bytes[start...], as: UTF8.self)
  }

  /// Reads the expression; false where it has flags, comments or quotations.
  private mutating func isUnderstood() -> Bool {
    groups = [Group(start: 0, looksBehind: false)]
    // The whole has a group of its own, which is not looked at: ICU knows what matches start with.
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "("):
        begin()
        guard isOpened() else { return false }
      case UInt8(ascii: ")"):
        guard groups.count > 1 else { return false }
        close()
      case UInt8(ascii: "|"):
        endAlternative()
        groups[groups.count - 1].count += 1
        groups[groups.count - 1].isAtStart = true
        place += 1
      case UInt8(ascii: "["):
        begin()
        skipClass()
      case UInt8(ascii: "\\"):
        guard place + 1 < bytes.count, bytes[place + 1] != UInt8(ascii: "Q") else { return false }
        begin()
        place += 2
      default: passLiteral()
      }
    }
    return groups.count == 1
  }

  /// Notes that an alternative starts with something that is no literal, if one starts there.
  private mutating func begin() {
    let last = groups.count - 1
    if groups[last].isAtStart { groups[last].firsts = nil }
    groups[last].isAtStart = false
  }

  /// An empty alternative starts with anything.
  private mutating func endAlternative() {
    if groups[groups.count - 1].isAtStart { groups[groups.count - 1].firsts = nil }
  }

  /// Passes what opens a group; false for flags and comments.
  private mutating func isOpened() -> Bool {
    var looksBehind = groups[groups.count - 1].looksBehind
    place += 1
    if place < bytes.count, bytes[place] == UInt8(ascii: "?") {
      guard place + 2 < bytes.count else { return false }
      switch bytes[place + 1] {
      case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: ">"): place += 2
      case UInt8(ascii: "<"):
        guard "=!".utf8.contains(bytes[place + 2]) else { return false }
        looksBehind = true
        place += 3
      default: return false
      }
    }
    groups.append(Group(start: place, looksBehind: looksBehind))
    return true
  }

  private mutating func close() {
    endAlternative()
    let group = groups.removeLast()
    if group.count >= Self.fewest, !group.looksBehind, let firsts = group.firsts {
      let set = Set(firsts).sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
      insertions.append((group.start, Array("(?=[".utf8) + set + Array("])(?:".utf8)))
      insertions.append((place, [UInt8(ascii: ")")]))
    }
    place += 1
  }

  /// Passes a class and those in it.
  private mutating func skipClass() {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\\"): place += 1
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
  }

  private mutating func passLiteral() {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
    let last = groups.count - 1
    guard groups[last].isAtStart else { return }
    groups[last].isAtStart = false
    if Self.canStandInClass(bytes[start]), !isQuantified {
      groups[last].firsts?.append(bytes[start..<place])
    } else {
      groups[last].firsts = nil
    }
  }

  private var isQuantified: Bool {
    place < bytes.count && "?*+{".utf8.contains(bytes[place])
  }

  /// Whether a scalar that starts with a byte means itself in a class: letters, digits, and those of Han and their marks.
  private static func canStandInClass(_ lead: UInt8) -> Bool {
    switch Unicode.Scalar(lead) {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: (0xE4...0xE9).contains(lead)
    }
  }
}
