import SourceText

/// What follows the text of a link or an image, from its `]` on.
struct LinkTail {
  let end: Int
  /// Destination and title as written; empty at the end where they stand elsewhere or nowhere.
  let target: SourceRange
  let title: SourceRange

  init(end: Int, target: SourceRange? = nil, title: SourceRange? = nil) {
    self.end = end
    self.target = target ?? SourceRange(end, end)
    self.title = title ?? SourceRange(self.target.end, self.target.end)
  }
}

/// Tokenises destinations and titles as CommonMark 0.30 §6.3 defines them.
extension MarkdownLowering {
  func endOfLink(from start: Int, span: OpenSpan, target: MarkdownAttribute) -> LinkTail {
    if span.isAutolink {
      return LinkTail(end: start + run(from: start, limit: 1) { $0 == UInt8(ascii: ">") })
    }
    guard start < input.count, input[start] == UInt8(ascii: "]") else {
      return LinkTail(end: start)
    }
    let next = start + 1
    if let tail = inlineTail(from: next),
      target.place.map({ $0.lowerBound == tail.target.start }) ?? true
    {
      return tail
    }
    return LinkTail(end: endOfLabel(from: next) ?? next)
  }

  /// The `]` before a destination that is known to stand in `](…)`; nil where it does not.
  func bracketBefore(destination: Int) -> Int? {
    var offset = destination - run(before: destination, limit: 1) { $0 == UInt8(ascii: "<") }
    offset -= run(before: offset, limit: .max) { $0.isBlankOrLineEnd || $0 == 0x3E }
    guard offset >= 2, input[offset - 1] == UInt8(ascii: "("),
      input[offset - 2] == UInt8(ascii: "]")
    else { return nil }
    return offset - 2
  }

  /// `(destination "title")` at an offset.
  private func inlineTail(from start: Int) -> LinkTail? {
    guard start < input.count, input[start] == UInt8(ascii: "(") else { return nil }
    var offset = afterBlanks(start + 1)
    guard let target = destination(at: offset) else { return nil }
    offset =
      target.end
      + run(from: target.end, limit: input[target.start - 1] == 0x3C ? 1 : 0) {
        $0 == UInt8(ascii: ">")
      }
    let titleStart = afterBlanks(offset)
    var title: SourceRange?
    if titleStart > offset, let found = self.title(at: titleStart) {
      title = found
      offset = found.end + 1
    }
    offset = afterBlanks(offset)
    guard offset < input.count, input[offset] == UInt8(ascii: ")") else { return nil }
    return LinkTail(end: offset + 1, target: target, title: title)
  }

  /// Without the pointed brackets.
  private func destination(at start: Int) -> SourceRange? {
    guard start < input.count else { return nil }
    let isBracketed = input[start] == UInt8(ascii: "<")
    var offset = start + (isBracketed ? 1 : 0)
    let first = offset
    var depth = 0
    while offset < input.count {
      switch input[offset] {
      case UInt8(ascii: "\\") where offset + 1 < input.count && input[offset + 1].isPunctuation:
        offset += 1
      case 0x0A, 0x0D: return isBracketed ? nil : SourceRange(first, offset)
      case UInt8(ascii: "<") where isBracketed: return nil
      case UInt8(ascii: ">") where isBracketed: return SourceRange(first, offset)
      case 0...0x20 where !isBracketed: return SourceRange(first, offset)
      case UInt8(ascii: "(") where !isBracketed: depth += 1
      case UInt8(ascii: ")") where !isBracketed:
        if depth == 0 { return SourceRange(first, offset) }
        depth -= 1
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Without its quotation marks.
  private func title(at start: Int) -> SourceRange? {
    guard start < input.count else { return nil }
    let closing: UInt8
    switch input[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = input[start]
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    var offset = start + 1
    while offset < input.count {
      switch input[offset] {
      case closing: return SourceRange(start + 1, offset)
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "(") where closing == UInt8(ascii: ")"): return nil
      case 0x0A where offset + 1 < input.count && input[offset + 1] == 0x0A: return nil
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Behind the `[label]` or `[]` at an offset.
  private func endOfLabel(from start: Int) -> Int? {
    guard start < input.count, input[start] == UInt8(ascii: "[") else { return nil }
    var offset = start + 1
    // A label has at most 999 characters.
    while offset < min(input.count, start + 4000) {
      switch input[offset] {
      case UInt8(ascii: "]"): return offset + 1
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): offset += 1
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// Behind blanks, line ends, and the marks of quotes at the starts of lines.
  private func afterBlanks(_ start: Int) -> Int {
    var offset = start
    while offset < input.count {
      let startsLine = input[offset - 1].isLineEnd
      let blanks = run(from: offset, limit: .max) { $0.isBlank || startsLine && $0 == 0x3E }
      let ends = run(from: offset + blanks, limit: .max) { $0.isLineEnd }
      offset += blanks + ends
      if ends == 0 { break }
    }
    return offset
  }
}
