extension TokenReader {
  /// The end of digits that are a number and nothing more; nil where only the long way tells.
  ///
  /// Most numbers of a text end before a Chinese character that goes on with no expression. Everything that
  /// `phoneOrIdentifier`, `dateOrTime`, `quantity` and `range` take behind digits is either no Chinese
  /// character or named in `goesOn`.
  func plainNumber(at start: Int) -> Int? {
    guard let digits = digits(at: start), value(before: start) != 0x2B, !isCandidate(digits),
      let next = plainHan(at: digits.end), !Self.goesOn(behindDigits: next)
    else { return nil }
    // `3次/日`
    return Self.counters.contains(next) && !isFree(at: digits.end + 3) ? nil : digits.end
  }

  /// Whether a Chinese numeral is only part of a word, as before most Chinese characters; false where only
  /// the long way tells.
  func isLoneNumeral(at start: Int) -> Bool {
    guard let next = plainHan(at: start + 3) else { return false }
    switch next {
    case 0x5E74, 0x6708, 0x65F6, 0x70B9, 0x5206: return false  // 年月时点分
    default: return true
    }
  }

  /// The plain Chinese character, or the comma or stop, at an offset.
  private func plainHan(at start: Int) -> UInt32? {
    guard start + 2 < bounds.upperBound else { return nil }
    let lead = UInt32(text[start])
    guard lead >= 0xE3, lead <= 0xEF else { return nil }
    let value =
      (lead & 0xF) << 12 | UInt32(text[start + 1] & 0x3F) << 6 | UInt32(text[start + 2] & 0x3F)
    switch value {
    case 0x3001, 0x3002, 0xFF0C, 0xFF1B: return value
    case 0x4E00...0x9FFF:
      let kind = CharacterTable.shared.kind(of: value)
      return kind.rawValue < CharacterClass.otherLetter.rawValue ? value : nil
    default: return nil
    }
  }

  /// Whether what stands at an offset is neither a slash nor invisible, as a look at one byte tells.
  private func isFree(at offset: Int) -> Bool {
    guard offset < bounds.upperBound else { return true }
    let byte = text[offset]
    return byte < 0x80 ? byte != 0x2F : byte >= 0xE3 && byte < 0xEF
  }

  private static func goesOn(behindDigits value: UInt32) -> Bool {
    switch value {
    case 0x5E74, 0x6708, 0x65F6, 0x70B9: true  // 年月时点
    case 0x81F3, 0x5230: true  // 至到
    case 0x5143, 0x7F8E, 0x6B27, 0x6E2F, 0x65E5, 0x82F1: true  // 元美欧港日英, as `money` begins
    default: false
    }
  }
}
