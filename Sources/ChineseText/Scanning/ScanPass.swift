/// The one pass over a block's text: classes every scalar, and reads words and numbers where they start.
struct ScanPass {
  let text: [UInt8]
  private let table = CharacterTable.shared
  private(set) var marks: [Mark] = []
  private(set) var oddities: [Oddity] = []
  private(set) var hanCount = 0

  init(text: [UInt8]) { self.text = text }

  /// Scans a stretch of one block without code.
  mutating func scan(_ stretch: Range<Int>) {
    let end = stretch.upperBound
    var index = stretch.lowerBound
    var han = 0
    while index < end {
      let lead = UInt32(text[index])
      if lead >= 0xE0, lead < 0xF0, index + 2 < end {
        let value =
          (lead & 0xF) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
        let kind = table.basicPlane[Int(value)]
        if kind < CharacterClass.otherLetter.rawValue {
          han += 1
          index += 3
          continue
        }
      }
      guard let scalar = text.scalar(at: index) else { break }
      let kind = table.kind(of: scalar)
      if kind.isHan { han += 1 }
      index = look(at: scalar, of: kind, from: index, in: stretch)
    }
    hanCount += han
  }

  /// Notes what there is to say of one scalar and returns where the next one starts.
  private mutating func look(
    at scalar: Unicode.Scalar,
    of kind: CharacterClass,
    from index: Int,
    in stretch: Range<Int>
  ) -> Int {
    let next = index + UTF8.width(scalar)
    switch kind {
    case .otherLetter, .hanNumeral, .space, .latin, .alphabetic, .script, .hanLevel1, .hanLevel2,
      .hanWhitelisted:
      return next
    case .digit, .mark, .emoji:
      if let end = emojiEnd(at: index, next: next, before: stretch.upperBound) {
        oddities.append(Oddity(offset: index, scalar: scalar, kind: .emoji))
        return end
      }
      if kind == .mark { marks.append(Mark(offset: index, scalar: scalar)) }
    case .chineseMark:
      marks.append(Mark(offset: index, scalar: scalar))
    case .fullwidthSign:
      marks.append(Mark(offset: index, scalar: scalar))
      oddities.append(Oddity(offset: index, scalar: scalar, kind: .fullwidthSign))
    case .invisible:
      if !isUsefulJoiner(scalar, at: index, in: stretch) {
        oddities.append(Oddity(offset: index, scalar: scalar, kind: .invisible))
      }
    default:
      if let oddity = kind.oddity {
        oddities.append(Oddity(offset: index, scalar: scalar, kind: oddity))
      }
    }
    return next
  }

  /// Only a scalar from U+231A on, or one before U+FE0F or U+20E3, can start an emoji.
  private func emojiEnd(at index: Int, next: Int, before end: Int) -> Int? {
    guard text[index] >= 0xE2 || (next + 2 < end && text[next] >= 0xE2) else { return nil }
    return EmojiSequence.end(at: index, in: text, before: end)
  }

  /// Joiners belong to Arabic, Indic and Mongolian writing, and selectors of shape to other scripts than Han.
  private func isUsefulJoiner(
    _ scalar: Unicode.Scalar,
    at index: Int,
    in stretch: Range<Int>
  ) -> Bool {
    guard index > stretch.lowerBound, let before = text.scalar(before: index) else { return false }
    switch scalar.value {
    case 0x200C, 0x200D:
      return (0x600...0x109F).contains(before.value) || (0x1800...0x18AF).contains(before.value)
    case 0xFE00...0xFE0E: return !table.kind(of: before).isHan && before.value > 0xFF
    default: return false
    }
  }
}
