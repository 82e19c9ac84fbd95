/// The pieces of sentences that `SentenceModel` weighs: each scalar, and each two that stand side by side.
///
/// White space and invisible scalars are left out, ASCII letters are small, and a run of digits is one `0`, so that a
/// sentence has the same pieces however it is set. `scripts/make-sentence-model` cuts the same pieces.
struct SentencePieces {
  /// How many pieces were cut.
  private(set) var count = 0

  /// Hands over the hash of each piece of a part of a text, valid UTF-8.
  mutating func cut(_ part: Range<Int>, of text: Span<UInt8>, _ take: (UInt32) -> Void) {
    var previous: UInt32 = 0
    var offset = part.lowerBound
    while offset < part.upperBound {
      let (scalar, width) = Self.scalar(in: text, at: offset, before: part.upperBound)
      offset += width
      let plain = Self.plain(scalar)
      if plain == 0 || plain == Self.digit && previous == Self.digit { continue }
      take(Self.hash(0, plain))
      count += 1
      if previous != 0 {
        take(Self.hash(previous, plain))
        count += 1
      }
      previous = plain
    }
  }

  private static let digit: UInt32 = 0x30

  @inline(__always)
  private static func hash(_ first: UInt32, _ second: UInt32) -> UInt32 {
    var hash = first &* 0x9E37_79B1 &+ second &* 0x85EB_CA6B
    hash ^= hash >> 15
    hash = hash &* 0x2C1B_3C6D
    return hash ^ hash >> 13
  }

  @inline(__always)
  private static func scalar(
    in text: Span<UInt8>,
    at offset: Int,
    before end: Int
  ) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(text[offset])
    if lead & 0xF0 == 0xE0, offset + 2 < end {
      let tail = (UInt32(text[offset + 1]) & 0x3F) << 6 | UInt32(text[offset + 2]) & 0x3F
      return ((lead & 0xF) << 12 | tail, 3)
    }
    if lead < 0xC0 { return (lead, 1) }
    let width = lead < 0xE0 ? 2 : 4
    guard offset + width <= end else { return (0, end - offset) }
    var scalar = lead & (width == 2 ? 0x1F : 7)
    for index in 1..<width { scalar = scalar << 6 | UInt32(text[offset + index]) & 0x3F }
    return (scalar, width)
  }

  /// What a scalar counts as; 0 for one that is left out.
  @inline(__always)
  private static func plain(_ scalar: UInt32) -> UInt32 {
    // Han and most of their punctuation are what they are.
    if scalar > 0x3000, scalar < 0xFE00 { return scalar }
    switch scalar {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0x3000,
      0xFE00...0xFE0F, 0xFEFF:
      return 0
    case 0x30...0x39, 0xFF10...0xFF19: return digit
    case 0x41...0x5A: return scalar | 0x20
    default: return scalar
    }
  }
}
