/// Emoji sequences: joined by U+200D, with U+FE0F, skin tones, keycaps, pairs of regional indicators, tags.
package enum EmojiSequence {
  /// The end of the emoji sequence that starts at an offset; nil where none does.
  package static func end(at start: Int, in text: [UInt8], before limit: Int) -> Int? {
    guard let first = text.scalar(at: start), first.value >= 0x23 else { return nil }
    var index = start + UTF8.width(first)
    if isRegionalIndicator(first) {
      if index < limit, let second = text.scalar(at: index), isRegionalIndicator(second) {
        return index + 4
      }
      return index
    }
    let keycap = keycapEnd(first, after: index, in: text, before: limit)
    if first.value < 0x80 { return keycap }
    let isEmoji = CharacterTable.shared.kind(of: first) == .emoji
    guard isEmoji || hasEmojiSelector(after: first, at: index, in: text, before: limit) else {
      return nil
    }
    index = modifiersEnd(after: index, in: text, before: limit)
    while index < limit, text.scalar(at: index) == "\u{200D}",
      let joined = text.scalar(at: index + 3), index + 3 < limit, joined.properties.isEmoji
    {
      index = modifiersEnd(after: index + 3 + UTF8.width(joined), in: text, before: limit)
    }
    return index
  }

  /// The end of variation selectors, skin tones and tags.
  private static func modifiersEnd(after start: Int, in text: [UInt8], before limit: Int) -> Int {
    var index = start
    while index < limit, let scalar = text.scalar(at: index), isModifier(scalar) {
      index += UTF8.width(scalar)
    }
    return index
  }

  private static func isModifier(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE0E, 0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
    default: false
    }
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private static func keycapEnd(
    _ first: Unicode.Scalar,
    after start: Int,
    in text: [UInt8],
    before limit: Int
  ) -> Int? {
    guard ("0"..."9").contains(first) || first == "#" || first == "*", start < limit else {
      return nil
    }
    let mark = text.scalar(at: start) == "\u{FE0F}" ? start + 3 : start
    return mark < limit && text.scalar(at: mark) == "\u{20E3}" ? mark + 3 : nil
  }

  private static func hasEmojiSelector(
    after first: Unicode.Scalar,
    at index: Int,
    in text: [UInt8],
    before limit: Int
  ) -> Bool {
    index < limit && text.scalar(at: index) == "\u{FE0F}" && first.properties.isEmoji
  }
}
