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

  /// Reads a column in the handbook's notation, `¬前{a,b}须后{c}`, with names of guards that the list's header tells;
  /// nil where it holds something else.
  static func read(_ column: Range<Int>, of bytes: [UInt8]) -> [Self]? {
    read(column, of: bytes, namesAreKnown: true)
  }

  /// Reads what a header line says of a named guard.
  static func readNamed(_ text: Range<Int>, of bytes: [UInt8]) -> [Self]? {
    read(text, of: bytes, namesAreKnown: false)
  }

  private static func read(_ column: Range<Int>, of bytes: [UInt8], namesAreKnown: Bool) -> [Self]?
  {
    var guards: [Self] = []
    var at = column.lowerBound
    while true {
      while at < column.upperBound, isSeparator(bytes.glyph(at: at).value) {
        at = bytes.glyph(at: at).end
      }
      guard at < column.upperBound else { return guards.isEmpty ? nil : guards }
      if namesAreKnown, let name = bytes.guardName(at: at, in: column) {
        guard let text = bytes.guardText(named: bytes[name]),
          let named = readNamed(text, of: bytes)
        else { return nil }
        guards += named
        at = name.upperBound
        continue
      }
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
  /// The name of a guard, in capitals, digits and hyphens, that starts at an offset.
  fileprivate func guardName(at start: Int, in range: Range<Int>) -> Range<Int>? {
    var end = start
    while end < range.upperBound, isNamePart(self[end]) { end += 1 }
    return end > start ? start..<end : nil
  }

  /// What the header line `# guard NAME: …` says; the lines before the first entry are the header.
  fileprivate func guardText(named name: ArraySlice<UInt8>) -> Range<Int>? {
    let opening = Array("# guard ".utf8) + name + [UInt8(ascii: ":")]
    var start = 0
    while start < count, self[start] == UInt8(ascii: "#") || self[start] <= 0x20 {
      let end = self[start...].firstIndex(of: 0x0A) ?? count
      if self[start..<end].starts(with: opening) { return start + opening.count..<end }
      start = end + 1
    }
    return nil
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  /// A stretch without the spaces at its ends.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, self[low] == 0x20 { low += 1 }
    while high > low, self[high - 1] == 0x20 { high -= 1 }
    return low..<high
  }
}
