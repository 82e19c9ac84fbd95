/// Runs of a foreign language (P6) among the tokens of one block.
struct ForeignRuns {
  let text: [UInt8]
  let block: Range<Int>

  /// Three words and more, or twelve letters and more, small letters among them.
  func spans(in tokens: ArraySlice<Token>) -> [ProtectedSpan] {
    var found: [ProtectedSpan] = []
    var run = Run()
    var previousEnd = block.lowerBound
    for token in tokens {
      if !isJoined(previousEnd..<token.range.lowerBound) {
        if let span = span(of: run) { found.append(span) }
        run = Run()
      }
      previousEnd = token.range.upperBound
      run.add(token, of: text)
    }
    if let span = span(of: run) { found.append(span) }
    return found
  }

  private struct Run {
    private(set) var range: Range<Int>?
    private var words = 0
    private var letters = 0
    private var smallLetters = 0

    mutating func add(_ token: Token, of text: [UInt8]) {
      guard token.kind == .latin || range != nil else { return }
      range = (range?.lowerBound ?? token.range.lowerBound)..<token.range.upperBound
      guard token.kind == .latin else { return }
      let before = letters
      for byte in text[token.range] where (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 {
        letters += 1
        if byte > 0x60 { smallLetters += 1 }
      }
      if letters > before + 1 || (letters > before && words > 0) { words += 1 }
    }

    var isForeign: Bool { smallLetters >= 3 && (words >= 3 || letters >= 12) }
  }

  /// Whether only spaces and marks of a Latin sentence stand between two tokens.
  private func isJoined(_ gap: Range<Int>) -> Bool {
    guard gap.count <= 4 else { return false }
    var index = gap.lowerBound
    while index < gap.upperBound, let scalar = text.scalar(at: index) {
      switch scalar {
      case " ", ",", ".", ";", ":", "'", "\"", "(", ")", "!", "?", "&", "/", "-", "’", "“", "”",
        "[", "]", "\u{A0}", "\n":
        index += UTF8.width(scalar)
      default: return false
      }
    }
    return true
  }

  private func span(of run: Run) -> ProtectedSpan? {
    guard run.isForeign, let range = run.range else { return nil }
    return ProtectedSpan(.foreign, range.lowerBound..<withStop(range.upperBound))
  }

  /// The end of a run with its full stop, where a Chinese sentence does not go on behind it.
  private func withStop(_ end: Int) -> Int {
    guard end < block.upperBound, [0x2E, 0x3F, 0x21].contains(text[end]) else { return end }
    guard end + 1 < block.upperBound, let next = text.scalar(at: end + 1) else { return end + 1 }
    return isHan(next) ? end : end + 1
  }
}
