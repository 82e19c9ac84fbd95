/// A condition on the text around a hit.
struct TermGuard: Hashable {
  enum Kind: Hashable {
    case before
    case after
    /// Inside a longer word that holds the term.
    case word
    case sentence
  }

  let kind: Kind
  /// Whether one of the texts must be there; otherwise none may be.
  let isNeeded: Bool
  /// Where the texts stand in the list.
  let texts: [Range<Int>]

  /// Reads a column in the handbook's notation, `¬前{a,b}须后{c}`; nil where it holds something else.
  static func read(_ column: Range<Int>, of bytes: [UInt8]) -> [Self]? {
    var guards: [Self] = []
    var at = column.lowerBound
    while true {
      while at < column.upperBound, isSeparator(bytes.glyph(at: at).value) {
        at = bytes.glyph(at: at).end
      }
      guard at < column.upperBound else { return guards.isEmpty ? nil : guards }
      let rest = bytes[at..<column.upperBound]
      guard let open = rest.firstIndex(of: UInt8(ascii: "{")),
        let close = rest.firstIndex(of: UInt8(ascii: "}")), open < close,
        let (kind, isNeeded) = sign(rest[..<open]),
        let texts = texts(in: open + 1..<close, of: bytes)
      else { return nil }
      guards.append(Self(kind: kind, isNeeded: isNeeded, texts: texts))
      at = close + 1
    }
  }

  private static func isSeparator(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0x3B || value == 0xFF1B || value == 0x3001  // ;；、
  }

  private static func sign(_ text: ArraySlice<UInt8>) -> (Kind, Bool)? {
    let signs: [(StaticString, Kind, Bool)] = [
      ("¬前", .before, false), ("¬后", .after, false), ("须前", .before, true),
      ("须后", .after, true), ("¬词", .word, false), ("¬句", .sentence, false),
      ("须句", .sentence, true),
    ]
    for (sign, kind, isNeeded) in signs
    where sign.withUTF8Buffer({ unsafe text.elementsEqual($0) }) {
      return (kind, isNeeded)
    }
    return nil
  }

  /// The texts between commas, the blanks around them left out; nil where there are none.
  private static func texts(in inside: Range<Int>, of bytes: [UInt8]) -> [Range<Int>]? {
    guard !bytes[inside].contains(UInt8(ascii: "{")) else { return nil }
    var texts: [Range<Int>] = []
    var start = inside.lowerBound
    var at = start
    while at <= inside.upperBound {
      let glyph = at < inside.upperBound ? bytes.glyph(at: at) : nil
      let isEnd = glyph.map { $0.value == 0x2C || $0.value == 0xFF0C } ?? true  // ,，
      if isEnd, start < at {
        let text = bytes.trimmed(start..<at)
        guard !text.isEmpty else { return nil }
        texts.append(text)
      }
      at = glyph.map { Swift.min($0.end, inside.upperBound) } ?? at + 1
      if isEnd { start = at }
    }
    return texts.isEmpty ? nil : texts
  }
}

extension [UInt8] {
  /// A stretch without the spaces at its ends.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, self[low] == 0x20 { low += 1 }
    while high > low, self[high - 1] == 0x20 { high -= 1 }
    return low..<high
  }
}
