/// A scalar and where it stands.
struct Glyph {
  let value: UInt32
  let start: Int
  let end: Int
}

extension [UInt8] {
  /// The scalar that starts at an offset inside; broken bytes give some value and at least one byte.
  func glyph(at start: Int) -> Glyph {
    let lead = UInt32(self[start])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1 else { return Glyph(value: lead, start: start, end: start + 1) }
    guard start + length <= count else { return Glyph(value: 0xFFFD, start: start, end: count) }
    var value = lead & (0x7F >> UInt32(length))
    for index in start + 1..<start + length { value = value << 6 | UInt32(self[index] & 0x3F) }
    return Glyph(value: value, start: start, end: start + length)
  }

  /// The scalar that ends before an offset; nil at the start.
  func glyph(before end: Int) -> Glyph? {
    guard end > 0, end <= count else { return nil }
    var start = end - 1
    while start > 0, end - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return Glyph(value: glyph(at: start).value, start: start, end: end)
  }

  /// The offset after what never parts two characters of a word: invisible scalars, and a line break with
  /// the blanks around it.
  func skippingInvisible(from start: Int) -> Int {
    var at = start
    while at < count {
      let glyph = glyph(at: at)
      switch Skipped(of: glyph.value) {
      case .invisible:
        at = glyph.end
      case .lineBreak, .space:
        let run = blankRun(at: at)
        guard run.hasBreak else { return at }
        at = run.end
      case .no, .symbol:
        return at
      }
    }
    return at
  }

  /// The same backwards: the offset before it.
  func skippingInvisible(before end: Int) -> Int {
    var at = end
    while let glyph = glyph(before: at) {
      switch Skipped(of: glyph.value) {
      case .invisible:
        at = glyph.start
      case .lineBreak, .space:
        var start = at
        while start > 0, isBlank(self[start - 1]) { start -= 1 }
        guard start < at, self[start..<at].contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
          return at
        }
        at = start
      case .no, .symbol:
        return at
      }
    }
    return at
  }

  /// The offset after invisible scalars.
  func skippingZeroWidth(from start: Int) -> Int {
    var at = start
    while at < count {
      let glyph = glyph(at: at)
      guard Skipped(of: glyph.value) == .invisible else { return at }
      at = glyph.end
    }
    return at
  }

  /// The offset before invisible scalars.
  func skippingZeroWidth(before end: Int) -> Int {
    var at = end
    while let glyph = glyph(before: at), Skipped(of: glyph.value) == .invisible { at = glyph.start }
    return at
  }

  /// The end of a run of ASCII blanks and line breaks, and whether it has a line break.
  func blankRun(at start: Int) -> (end: Int, hasBreak: Bool) {
    var end = start
    var hasBreak = false
    while end < count, isBlank(self[end]) {
      if self[end] == 0x0A || self[end] == 0x0D { hasBreak = true }
      end += 1
    }
    return (end, hasBreak)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
