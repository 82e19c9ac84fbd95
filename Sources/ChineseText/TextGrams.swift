/// Which neighbouring scalars a text holds, so that most literals that do not stand in it are told at a glance.
///
/// It may take a text to hold what it does not, never the other way round. Before its start and behind its end a text
/// is taken to have U+2029, which parts blocks.
package struct TextGrams: Sendable {
  /// A bit for each key of a scalar, and behind these one for each hash of a pair.
  ///
  /// The scalars tell most literals from those that stand there; they are few, so that what is looked at stays small.
  private let bits: [UInt64]

  private static let scalarWords = 64
  private static let pairWords = 1024

  /// Of valid UTF-8.
  package init(_ text: [UInt8]) {
    var bits = [UInt64](repeating: 0, count: Self.scalarWords + Self.pairWords)
    let text = text.span
    var slots = bits.mutableSpan
    slots[Self.separator >> 6] |= 1 << UInt64(Self.separator & 63)
    var (offset, previous) = (0, Self.separator)
    while offset < text.count {
      let (key, width) = scalarKey(in: text, at: offset)
      let pair = Self.pair(previous, key)
      slots[pair >> 6] |= 1 << UInt64(pair & 63)
      slots[key >> 6] |= 1 << UInt64(key & 63)
      previous = key
      offset += width
    }
    let pair = Self.pair(previous, Self.separator)
    slots[pair >> 6] |= 1 << UInt64(pair & 63)
    self.bits = bits
  }

  /// Whether a literal of one of the signs may stand in the text.
  package func mayHold(anyOf signs: [Sign]) -> Bool { mayHold(anyOf: signs, in: signs.indices) }

  /// Whether a literal of one of a part of the signs may stand in the text.
  package func mayHold(anyOf signs: [Sign], in part: Range<Int>) -> Bool {
    let bits = bits.span
    func stands(_ place: Int) -> UInt64 { bits[place >> 6] >> UInt64(place & 63) }
    for index in part {
      let sign = signs[index]
      guard stands(Int(sign.firstKey)) & stands(Int(sign.lastKey)) & 1 != 0 else { continue }
      if stands(Int(sign.firstPair)) & stands(Int(sign.lastPair)) & 1 != 0 { return true }
    }
    return false
  }

  /// Whether a literal of that sign may stand in the text.
  package func mayHold(_ sign: Sign) -> Bool { mayHold(anyOf: [sign]) }

  /// The keys of a literal's first and last scalar, and the places of its first and last pair of scalars or, where it
  /// is a single scalar, of that.
  package struct Sign: Hashable, Sendable {
    let firstKey: UInt16
    let lastKey: UInt16
    fileprivate let firstPair: UInt32
    fileprivate let lastPair: UInt32

    /// That of a literal, valid UTF-8, not empty.
    package init(of literal: String) {
      let text = literal.utf8.span
      let (first, width) = scalarKey(in: text, at: 0)
      var (previous, offset) = (first, width)
      var places: (first: Int, last: Int)?
      while offset < text.count {
        let (key, width) = scalarKey(in: text, at: offset)
        let pair = TextGrams.pair(previous, key)
        places = (places?.first ?? pair, pair)
        previous = key
        offset += width
      }
      firstKey = UInt16(first)
      lastKey = UInt16(previous)
      firstPair = UInt32(places?.first ?? previous)
      lastPair = UInt32(places?.last ?? previous)
    }

    /// What `word` gave; nil where it gives none such.
    init?(_ word: UInt64) {
      firstKey = UInt16(word & 0xFFF)
      lastKey = UInt16(word >> 12 & 0xFFF)
      firstPair = UInt32(word >> 24 & 0x1_FFFF)
      lastPair = UInt32(word >> 41 & 0x1_FFFF)
      let bits = (TextGrams.scalarWords + TextGrams.pairWords) << 6
      guard word >> 58 == 0, Int(max(firstPair, lastPair)) < bits else { return nil }
    }

    /// All of it: two keys of twelve bits, two places of seventeen.
    var word: UInt64 {
      UInt64(firstKey) | UInt64(lastKey) << 12 | UInt64(firstPair) << 24 | UInt64(lastPair) << 41
    }
  }

  /// The key of U+2029.
  private static let separator = 0x29

  /// The place of two keys that stand side by side: a hash of sixteen bits, behind the scalars.
  @inline(__always)
  private static func pair(_ first: Int, _ second: Int) -> Int {
    scalarWords << 6
      + Int((UInt32(truncatingIfNeeded: first << 12 | second) &* 0x9E37_79B1) >> 16)
  }
}

/// Twelve bits of a scalar, different for most that stand in one text, and how many bytes it has.
@inlinable
@inline(__always)
package func scalarKey(in text: Span<UInt8>, at offset: Int) -> (key: Int, width: Int) {
  let lead = Int(text[offset])
  if lead & 0xF0 == 0xE0, offset + 2 < text.count {
    return ((Int(text[offset + 1]) & 0x3F) << 6 | Int(text[offset + 2]) & 0x3F, 3)
  }
  if lead < 0xC0 { return (lead, 1) }
  let width = lead < 0xE0 ? 2 : 4
  guard offset + width <= text.count else { return (lead, text.count - offset) }
  return ((lead & 0x3F) << 6 | Int(text[offset + 1]) & 0x3F, width)
}
