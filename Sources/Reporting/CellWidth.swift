/// A code point as a terminal shows it.
struct TerminalGlyph {
  /// What is written: the code point itself, or a visible name for one that has no look of its own.
  let text: String
  /// How many cells it takes.
  let width: Int
}

/// Measures code points one after another as a terminal lays them out.
///
/// East Asian wide and full-width ones take two cells, ambiguous ones one, as `wcwidth` has it; tabs end at
/// every fourth cell; control and format characters are shown by name, so that a draft cannot steer the
/// terminal and an invisible character can be seen.
struct TerminalRuler {
  private var column = 0
  private var isAfterEmoji = false
  private var isJoining = false

  mutating func glyph(of scalar: Unicode.Scalar) -> TerminalGlyph {
    let glyph = measured(scalar)
    column += glyph.width
    return glyph
  }

  private mutating func measured(_ scalar: Unicode.Scalar) -> TerminalGlyph {
    // Looking up properties costs more than all the rest, and most text is one of these.
    switch scalar.value {
    case 0x20..<0x7F: return plain(scalar, 1)
    case 0x4E00...0x9FFF, 0x3041...0x3096, 0x3001...0x3011, 0xFF01...0xFF5E:
      return plain(scalar, 2)
    default: break
    }
    if scalar == "\t" {
      let width = tabStop - column % tabStop
      isAfterEmoji = false
      return TerminalGlyph(text: String(repeating: " ", count: width), width: width)
    }
    if isAfterEmoji {
      if scalar.value == 0x200D {
        isJoining = true
        return TerminalGlyph(text: String(scalar), width: 0)
      }
      if scalar.properties.isEmojiModifier { return TerminalGlyph(text: String(scalar), width: 0) }
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return TerminalGlyph(text: String(scalar), width: 0)
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse:
      isAfterEmoji = false
      let name = "<U+\(padded(scalar.value))>"
      return TerminalGlyph(text: name, width: name.utf8.count)
    default: break
    }
    let isEmoji = scalar.properties.isEmoji
    defer {
      isAfterEmoji = isEmoji
      isJoining = false
    }
    if isJoining, isEmoji { return TerminalGlyph(text: String(scalar), width: 0) }
    return TerminalGlyph(text: String(scalar), width: isWide(scalar) ? 2 : 1)
  }

  private mutating func plain(_ scalar: Unicode.Scalar, _ width: Int) -> TerminalGlyph {
    isAfterEmoji = false
    isJoining = false
    return TerminalGlyph(text: String(scalar), width: width)
  }
}

/// The cells that a text takes in a terminal.
package func cellWidth(of text: String) -> Int {
  var ruler = TerminalRuler()
  return text.unicodeScalars.reduce(0) { $0 + ruler.glyph(of: $1).width }
}

/// A text without characters that steer a terminal.
package func terminalText(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
  var ruler = TerminalRuler()
  return text.unicodeScalars.reduce(into: "") { $0 += ruler.glyph(of: $1).text }
}

private let tabStop = 4

private func padded(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  let value = scalar.value
  if value < 0x1100 { return false }
  if (0x4E00...0x9FFF).contains(value) { return true }
  return scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(value)
    || wideRanges.contains { $0.contains(value) }
}

/// East_Asian_Width W and F of Unicode 16, without emoji.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
  0x3041...0x4DFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
  0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
  0x1AFF0...0x1B2FF, 0x1D300...0x1D37F, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
]
