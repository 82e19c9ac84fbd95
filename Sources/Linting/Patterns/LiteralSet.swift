package import ChineseText

/// Texts that are looked for together, byte for byte, in valid UTF-8.
///
/// There are thousands of them and most hold a few texts, so each is small: what is looked at between two drafts
/// would else not stay in the processor's cache.
package final class LiteralSet: Sendable {
  private struct Literal {
    /// Its first bytes, eight at most, the first lowest.
    let head: UInt64
    /// What tells it from the others.
    let tags: UInt64
    /// Where it starts in `bytes`.
    let start: Int
    /// In bytes.
    let count: Int
  }

  private let bytes: [UInt8]
  /// Bucket after bucket.
  private let literals: [Literal]
  /// A bit for each bucket: of the low nine bits of the keys that literals start with.
  private let buckets: InlineArray<8, UInt64>
  /// By word of these: how many buckets there are before.
  private let ranks: InlineArray<8, Int32>
  /// By bucket: where its literals start; one more at the end.
  private let starts: [Int32]
  /// Of the literals.
  let signs: [TextGrams.Sign]

  package convenience init(_ literals: [String]) {
    self.init(literals.map { ($0, 1) })
  }

  /// Literals each with its tags; empty ones are left out.
  init(_ tagged: [(literal: String, tags: UInt64)]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tagged.reduce(0) { $0 + $1.literal.utf8.count })
    var keyed: [(bucket: Int, literal: Literal)] = []
    keyed.reserveCapacity(tagged.count)
    var signs: [TextGrams.Sign] = []
    signs.reserveCapacity(tagged.count)
    var buckets = InlineArray<8, UInt64>(repeating: 0)
    for (text, tags) in tagged where !text.isEmpty {
      let start = bytes.count
      bytes += text.utf8
      let bucket = scalarKey(in: bytes.span, at: start).key & 511
      let head = word(of: bytes.span, at: start)
      let literal = Literal(head: head, tags: tags, start: start, count: bytes.count - start)
      keyed.append((bucket, literal))
      signs.append(TextGrams.Sign(of: text))
      buckets[bucket >> 6] |= 1 << UInt64(bucket & 63)
    }
    if keyed.count > 1 { keyed.sort { $0.bucket < $1.bucket } }
    var starts: [Int32] = []
    for index in keyed.indices where index == 0 || keyed[index].bucket != keyed[index - 1].bucket {
      starts.append(Int32(index))
    }
    starts.append(Int32(keyed.count))
    var ranks = InlineArray<8, Int32>(repeating: 0)
    for word in 1..<8 { ranks[word] = ranks[word - 1] + Int32(buckets[word - 1].nonzeroBitCount) }
    self.bytes = bytes
    self.literals = keyed.map(\.literal)
    self.buckets = buckets
    self.ranks = ranks
    self.starts = starts
    self.signs = signs
  }

  /// Whether one of the texts may stand in a text; false only where none does.
  package func mayStand(in text: TextGrams) -> Bool { text.mayHold(anyOf: signs) }

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
        let (key, width) = scalarKey(in: text, at: offset)
        if mayStart(with: key) {
          place.offset = offset
          return key
        }
        offset += width
      }
      return nil
    }
    while place.offset < text.count, place.scalars > 0 {
      let key = scalarKey(in: text, at: place.offset).key
      if mayStart(with: key) { return key }
      place.step(in: text)
    }
    return nil
  }

  @inline(__always)
  private func mayStart(with key: Int) -> Bool {
    buckets[key >> 6 & 7] >> UInt64(key & 63) & 1 != 0
  }

  /// The tags of the literals that stand at an offset, where a bucket in use has the key.
  private func tags(of key: Int, at offset: Int, in text: Span<UInt8>) -> UInt64 {
    let before = buckets[key >> 6 & 7] & (1 << UInt64(key & 63) - 1)
    let rank = Int(ranks[key >> 6 & 7]) + before.nonzeroBitCount
    let word = word(of: text, at: offset)
    var found: UInt64 = 0
    for index in Int(starts[rank])..<Int(starts[rank + 1]) {
      let count = literals[index].count
      let others = word ^ literals[index].head
      // Of a shorter literal only its own bytes count.
      guard others &<< UInt64(max(0, 8 - count) * 8) == 0, count <= text.count - offset else {
        continue
      }
      if count <= 8 || isWhole(literals[index], at: offset, in: text) {
        found |= literals[index].tags
      }
    }
    return found
  }

  /// Whether the bytes of a literal behind its head stand in a text that has room for it.
  private func isWhole(_ literal: Literal, at offset: Int, in text: Span<UInt8>) -> Bool {
    for index in 8..<literal.count where bytes[literal.start + index] != text[offset + index] {
      return false
    }
    return true
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
      let (key, width) = scalarKey(in: text, at: offset)
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
        if !mayBeBlank(text[previous], scalarKey(in: text, at: previous).key) {
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

/// Eight bytes of a text from an offset, the first lowest; zeros behind its end.
@inline(__always)
private func word(of text: Span<UInt8>, at offset: Int) -> UInt64 {
  if offset <= text.count - 8 {
    return unsafe UInt64(
      littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    )
  }
  var word: UInt64 = 0
  for index in offset..<text.count { word |= UInt64(text[index]) << UInt64((index - offset) * 8) }
  return word
}
