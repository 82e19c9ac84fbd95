import ICU

/// What a run of Latin letters and digits counts as (handbook, language §4).
package enum CountingMode: String, CaseIterable, Sendable {
  /// One.
  case word
  /// Half of its characters, rounded up.
  case half
  /// Its characters.
  case char
}

/// The number of 字 in a range of the prose: Han, marks, emoji sequences and other letters one each, `——` and
/// `……` one, spaces and what has no width none.
package func countedLength(of range: Range<Int>, in text: [UInt8], mode: CountingMode) -> Int {
  let reader = TokenReader(text: text, bounds: range.clamped(to: 0..<text.count))
  return LengthCounter(reader: reader, mode: mode).count()
}

private struct LengthCounter {
  let reader: TokenReader
  let mode: CountingMode

  func count() -> Int {
    let text = reader.text
    let end = reader.bounds.upperBound
    var total = 0
    var index = reader.bounds.lowerBound
    while index < end, let scalar = text.scalar(at: index) {
      let next = index + UTF8.width(scalar)
      let kind = CharacterTable.shared.kind(of: scalar)
      if let emoji = EmojiSequence.end(at: index, in: text, before: end) {
        total += 1
        index = emoji
      } else if kind.isAlphanumeric {
        let run = runEnd(from: index)
        total += length(of: index..<run)
        index = run
      } else if scalar == "—" || scalar == "…" || scalar == "⋯" {
        total += 1
        index = next < end && text.scalar(at: next) == scalar ? next + UTF8.width(scalar) : next
      } else if kind == .otherLetter {
        let run = lettersEnd(from: next)
        total += graphemeCount(text[index..<run])
        index = run
      } else {
        if !Self.isWidthless(kind) { total += 1 }
        index = next
      }
    }
    return total
  }

  private static func isWidthless(_ kind: CharacterClass) -> Bool {
    switch kind {
    case .space, .invisible, .bidiControl, .control: true
    default: false
    }
  }

  private func length(of run: Range<Int>) -> Int {
    if mode == .word { return 1 }
    let count = graphemeCount(reader.text[run])
    return mode == .half ? (count + 1) / 2 : count
  }

  /// The end of a run of letters and digits with `. , % : / - +` inside; `%` may end it.
  private func runEnd(from start: Int) -> Int {
    var end = start
    while true {
      let next = reader.step(at: end)
      switch next.value {
      case 0x25: end = next.next
      case 0x2E, 0x2C, 0x3A, 0x2F, 0x2D, 0x2B:
        guard reader.isWordPart(reader.step(at: next.next).value) else { return end }
        end = next.next
      default:
        guard reader.isWordPart(next.value) else { return end }
        end = next.next
      }
    }
  }

  private func lettersEnd(from start: Int) -> Int {
    var index = start
    while index < reader.bounds.upperBound, let scalar = reader.text.scalar(at: index),
      CharacterTable.shared.kind(of: scalar) == .otherLetter
    {
      index += UTF8.width(scalar)
    }
    return index
  }
}
