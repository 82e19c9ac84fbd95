import ChineseText

/// Texts that are looked for together, byte for byte, in valid UTF-8.
///
/// There are thousands of them and most hold a few texts, so each is small: what is looked at between two drafts
/// would else not stay in the processor's cache.
package final class LiteralSet: Sendable {
  private struct Literal {
    let key: Int
    let bytes: Range<Int>
    /// What tells it from the others.
    let tags: UInt64
  }

  private let bytes: [UInt8]
  /// By ascending keys.
  private let literals: [Literal]
  /// A bit for the low nine bits of each key that a literal starts with.
  private let keys: InlineArray<8, UInt64>

  package convenience init(_ literals: [String]) {
    self.init(literals.map { ($0, 1) })
  }

  /// Literals each with its tags; empty ones are left out.
  init(_ tagged: [(literal: String, tags: UInt64)]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tagged.reduce(0) { $0 + $1.literal.utf8.count })
    var literals: [Literal] = []
    literals.reserveCapacity(tagged.count)
    var keys = InlineArray<8, UInt64>(repeating: 0)
    for (literal, tags) in tagged where !literal.isEmpty {
      let start = bytes.count
      bytes += literal.utf8
      let key = Self.key(in: bytes.span, at: start).key
      literals.append(Literal(key: key, bytes: start..<bytes.count, tags: tags))
      keys[key >> 6 & 7] |= 1 << UInt64(key & 63)
    }
    if literals.count > 1 { literals.sort { $0.key < $1.key } }
    self.bytes = bytes
    self.literals = literals
    self.keys = keys
  }

  /// Whether one of the texts stands in a text.
  package func stands(in text: String) -> Bool { stands(in: text.utf8.span) }

  /// Whether one of the texts stands in a part of a text.
  package func stands(in range: Range<Int>, of text: [UInt8]) -> Bool {
    stands(in: text.span.extracting(range))
  }

  private func stands(in text: Span<UInt8>) -> Bool {
    var place = Place()
    return advance(&place, in: text)
  }

  /// The tags of all that stand in a text.
  func tags(in text: Span<UInt8>) -> UInt64 {
    var place = Place()
    var found: UInt64 = 0
    while let key = candidate(&place, in: text) {
      found |= tags(of: key, at: place.offset, in: text)
      place.step(in: text)
    }
    return found
  }

  /// Moves the place to the next of the texts, at the place itself or behind it; false where there is none.
  func advance(_ place: inout Place, in text: Span<UInt8>) -> Bool {
    if literals.count == 1, place.scalars == Int.max {
      let bytes = bytes
      let rest = text.extracting(place.offset..<text.count)
      let found = ChineseText.firstOffset(of: bytes.span, in: rest)
      place.offset += found ?? rest.count
      return found != nil
    }
    while let key = candidate(&place, in: text) {
      if tags(of: key, at: place.offset, in: text) != 0 { return true }
      place.step(in: text)
    }
    return false
  }

  /// Moves the place to the next scalar whose key a literal may have; gives the key.
  private func candidate(_ place: inout Place, in text: Span<UInt8>) -> Int? {
    if place.scalars == Int.max {
      var offset = place.offset
      while offset < text.count {
        let (key, width) = Self.key(in: text, at: offset)
        if mayStart(with: key) {
          place.offset = offset
          return key
        }
        offset += width
      }
      return nil
    }
    while place.offset < text.count, place.scalars > 0 {
      let key = Self.key(in: text, at: place.offset).key
      if mayStart(with: key) { return key }
      place.step(in: text)
    }
    return nil
  }

  @inline(__always)
  private func mayStart(with key: Int) -> Bool {
    keys[key >> 6 & 7] >> UInt64(key & 63) & 1 != 0
  }

  /// The tags of the literals with a key that stand at an offset.
  private func tags(of key: Int, at offset: Int, in text: Span<UInt8>) -> UInt64 {
    let letters = bytes
    let bytes = letters.span
    var found: UInt64 = 0
    var index = firstIndex(of: key)
    while index < literals.count, literals[index].key == key {
      let literal = literals[index]
      index += 1
      guard literal.bytes.count <= text.count - offset else { continue }
      var length = 0
      while length < literal.bytes.count,
        bytes[literal.bytes.lowerBound + length] == text[offset + length]
      {
        length += 1
      }
      if length == literal.bytes.count { found |= literal.tags }
    }
    return found
  }

  /// The index of the first literal whose key is not below a key.
  private func firstIndex(of key: Int) -> Int {
    var (start, count) = (0, literals.count)
    // Without a branch, which would be guessed wrong half the time.
    while count > 1 {
      let half = count / 2
      start += literals[start + half - 1].key < key ? half : 0
      count -= half
    }
    return count == 1 && literals[start].key < key ? start + 1 : start
  }

  /// Twelve bits of a scalar, different for most that stand in one text, and how many bytes it has.
  @inline(__always)
  fileprivate static func key(in text: Span<UInt8>, at offset: Int) -> (key: Int, width: Int) {
    let lead = Int(text[offset])
    if lead & 0xF0 == 0xE0, offset + 2 < text.count {
      return ((Int(text[offset + 1]) & 0x3F) << 6 | Int(text[offset + 2]) & 0x3F, 3)
    }
    if lead < 0xC0 { return (lead, 1) }
    let width = lead < 0xE0 ? 2 : 4
    guard offset + width <= text.count else { return (lead, text.count - offset) }
    return ((lead & 0x3F) << 6 | Int(text[offset + 1]) & 0x3F, width)
  }
}

extension LiteralSet {
  /// How far a search has come in a text.
  struct Place {
    fileprivate(set) var offset = 0
    /// How many more scalars the search may pass, white space apart; `Int.max` is any number.
    fileprivate(set) var scalars: Int

    init(offset: Int = 0, scalars: Int = Int.max) {
      self.offset = offset
      self.scalars = scalars
    }

    init(_ place: Place, scalars: Int) {
      offset = place.offset
      self.scalars = scalars
    }

    /// Passes the scalar that stands there.
    mutating func step(in text: Span<UInt8>) {
      let (key, width) = LiteralSet.key(in: text, at: offset)
      if scalars < Int.max, !mayBeBlank(text[offset], key) { scalars -= 1 }
      offset += width
    }

    /// The start of the scalar that many scalars before the place, and of white space before that.
    func start(before scalars: Int, in text: Span<UInt8>) -> Int {
      guard scalars < Int.max else { return 0 }
      var start = offset
      var left = scalars
      while start > 0 {
        var previous = start - 1
        while previous > 0, text[previous] & 0xC0 == 0x80 { previous -= 1 }
        if !mayBeBlank(text[previous], LiteralSet.key(in: text, at: previous).key) {
          guard left > 0 else { return start }
          left -= 1
        }
        start = previous
      }
      return start
    }

    /// Whether a scalar may be white space: more than that may be taken for it.
    private func mayBeBlank(_ lead: UInt8, _ key: Int) -> Bool {
      lead <= 0x20 || lead == 0xC2 || lead == 0xE1 || lead == 0xE2 || key == 0
    }
  }
}
