import ChineseText

/// Texts that are looked for together, byte for byte, in valid UTF-8.
package final class LiteralSet: Sendable {
  private struct Literal {
    let bytes: Range<Int>
    /// What tells it from the others.
    let tags: UInt64
  }

  private let bytes: [UInt8]
  /// Those that start with the same key side by side, by ascending keys.
  private let literals: [Literal]
  /// A bit for each key that a literal starts with.
  private let keys: [UInt64]
  /// By word of `keys`: how many bits are set in those before it.
  private let ranks: [Int]
  /// By key that a literal starts with: the first of its literals; one more at the end.
  private let groups: [Int]

  package convenience init(_ literals: [String]) {
    self.init(literals.map { ($0, 1) })
  }

  /// Literals each with its tags; empty ones are left out.
  init(_ tagged: [(literal: String, tags: UInt64)]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tagged.reduce(0) { $0 + $1.literal.utf8.count })
    var placed: [(key: Int, literal: Literal)] = []
    placed.reserveCapacity(tagged.count)
    for (literal, tags) in tagged where !literal.isEmpty {
      let start = bytes.count
      bytes += literal.utf8
      let key = Self.key(in: bytes.span, at: start).key
      placed.append((key, Literal(bytes: start..<bytes.count, tags: tags)))
    }
    if placed.count > 1 { placed.sort { $0.key < $1.key } }
    var keys = [UInt64](repeating: 0, count: 64)
    var groups: [Int] = []
    groups.reserveCapacity(placed.count + 1)
    for index in placed.indices {
      let key = placed[index].key
      guard keys[key >> 6] >> UInt64(key & 63) & 1 == 0 else { continue }
      keys[key >> 6] |= 1 << UInt64(key & 63)
      groups.append(index)
    }
    groups.append(placed.count)
    var ranks: [Int] = []
    ranks.reserveCapacity(keys.count)
    var rank = 0
    for word in keys {
      ranks.append(rank)
      rank += word.nonzeroBitCount
    }
    self.bytes = bytes
    literals = placed.map(\.literal)
    self.keys = keys
    self.ranks = ranks
    self.groups = groups
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

  /// Moves the place to the next scalar whose key a literal has; gives the key.
  private func candidate(_ place: inout Place, in text: Span<UInt8>) -> Int? {
    // A span needs an owner that stays.
    let bits = keys
    let keys = bits.span
    if place.scalars == Int.max {
      var offset = place.offset
      while offset < text.count {
        let (key, width) = Self.key(in: text, at: offset)
        if keys[key >> 6] >> UInt64(key & 63) & 1 != 0 {
          place.offset = offset
          return key
        }
        offset += width
      }
      return nil
    }
    while place.offset < text.count, place.scalars > 0 {
      let key = Self.key(in: text, at: place.offset).key
      if keys[key >> 6] >> UInt64(key & 63) & 1 != 0 { return key }
      place.step(in: text)
    }
    return nil
  }

  /// The tags of the literals with a key that stand at an offset.
  private func tags(of key: Int, at offset: Int, in text: Span<UInt8>) -> UInt64 {
    let letters = bytes
    let bytes = letters.span
    let below = keys[key >> 6] & (1 << UInt64(key & 63) - 1)
    let group = ranks[key >> 6] + below.nonzeroBitCount
    var found: UInt64 = 0
    for index in groups[group]..<groups[group + 1] {
      let literal = literals[index]
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
