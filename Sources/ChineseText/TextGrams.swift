/// Which neighbouring scalars a text holds, so that most literals that do not stand in it are told at a glance.
///
/// It may take a text to hold what it does not, never the other way round. Before its start and behind its end a text
/// is taken to have U+2029, which parts blocks.
package struct TextGrams: Sendable {
  /// A bit for each hash of a pair, and behind these one for each key of a scalar.
  private let bits: [UInt64]

  private static let pairWords = 1024

  /// Of valid UTF-8.
  package init(_ text: [UInt8]) {
    var bits = [UInt64](repeating: 0, count: Self.pairWords + 64)
    let text = text.span
    var slots = bits.mutableSpan
    var (offset, previous) = (0, Self.separator)
    while offset < text.count {
      let (key, width) = scalarKey(in: text, at: offset)
      let pair = Self.pair(previous, key)
      slots[pair >> 6] |= 1 << UInt64(pair & 63)
      slots[Self.pairWords + key >> 6] |= 1 << UInt64(key & 63)
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
    for index in part {
      let (first, last) = (Int(signs[index].first), Int(signs[index].last))
      let common = bits[first >> 6] >> UInt64(first & 63) & bits[last >> 6] >> UInt64(last & 63)
      if common & 1 != 0 { return true }
    }
    return false
  }

  /// Whether a literal of that sign may stand in the text.
  package func mayHold(_ sign: Sign) -> Bool { mayHold(anyOf: [sign]) }

  /// The places of a literal's first and last pair of scalars or, where it is a single scalar, of that.
  package struct Sign: Hashable, Sendable {
    fileprivate let first: UInt32
    fileprivate let last: UInt32

    /// That of a literal, valid UTF-8, not empty.
    package init(of literal: String) {
      let text = literal.utf8.span
      var (previous, offset) = scalarKey(in: text, at: 0)
      var places: (first: Int, last: Int)?
      while offset < text.count {
        let (key, width) = scalarKey(in: text, at: offset)
        let pair = TextGrams.pair(previous, key)
        places = (places?.first ?? pair, pair)
        previous = key
        offset += width
      }
      let single = TextGrams.pairWords << 6 + previous
      first = UInt32(places?.first ?? single)
      last = UInt32(places?.last ?? single)
    }
  }

  /// The key of U+2029.
  private static let separator = 0x29

  /// A hash of two keys, sixteen bits.
  @inline(__always)
  private static func pair(_ first: Int, _ second: Int) -> Int {
    Int((UInt32(truncatingIfNeeded: first << 12 | second) &* 0x9E37_79B1) >> 16)
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
