import SourceText

/// Text of the lowering, and the bytes that it writes.
extension MarkdownLowering {
  mutating func text(_ kind: MarkdownText, _ bytes: MarkdownBytes) {
    switch (kind, bytes) {
    case (.softBreak, _): lineBreak("\n")
    case (.hardBreak, _): lineBreak(imageDepth > 0 ? "\n" : "<br>", isHard: true)
    case (.nul, _):
      let start = input[cursor...].firstIndex(of: 0) ?? cursor
      let end = min(start + 1, input.count)
      place(before: start)
      noteSyntax(upTo: start)
      write("\u{FFFD}", from: SourceRange(start, end))
      advance(to: end)
    case (_, .made(let byte, let count)): made(byte, count)
    case (_, .input(let range)): copied(kind, range)
    }
  }

  private mutating func copied(_ kind: MarkdownText, _ range: Range<Int>) {
    let isEscaped = kind == .normal && hasEscape(before: range.lowerBound)
    place(before: range.lowerBound - (isEscaped ? 1 : 0))
    noteSyntax(upTo: range.lowerBound)
    switch kind {
    case .reference: appendVerbatim(range)
    case .html where imageDepth == 0: appendVerbatim(range)
    case .normal where imageDepth == 0 && linkDepth == 0: appendProse(range, isEscaped: isEscaped)
    default: appendEscaped(range, inAttribute: imageDepth > 0)
    }
    advance(to: range.upperBound)
  }

  /// A line end or an indentation that md4c made for code or raw HTML.
  private mutating func made(_ byte: UInt8, _ count: Int) {
    if byte == UInt8(ascii: "\n") { return lineBreak("\n") }
    if let span = spans.last, span.kind == .code { return lineBreak(" ") }
    pending.append(PendingMark(.indentation(count), segments: map.nextSegment, floor: cursor))
    html.append(contentsOf: repeatElement(byte, count: count))
    map.appendWhole(count, source: SourceRange(cursor, cursor))
  }

  private mutating func lineBreak(_ text: String, isHard: Bool = false) {
    // Before the first text of a block the cursor is not in its line yet.
    if pending.contains(where: { !$0.isIndentation }) || isHard && !unplaced.isEmpty {
      pending.append(PendingMark(.lineBreak, segments: map.nextSegment, floor: cursor))
      return write(text, from: SourceRange(cursor, cursor))
    }
    place(before: cursor)
    let end = lineEnd(from: cursor, isHard: isHard)
    noteSyntax(upTo: text == "<br>" ? cursor : end.start)
    if text == "\n", end.count == 1, input[end.start] == UInt8(ascii: "\n") {
      appendVerbatim(end.start..<end.end)
    } else {
      write(text, from: text == "<br>" ? SourceRange(cursor, end.end) : end)
    }
    advance(to: max(cursor, end.end))
  }

  mutating func advance(to offset: Int) {
    cursor = offset
    textEnd = offset
  }

  /// Lists what stands between the last text and an offset, but for blanks around it.
  mutating func noteSyntax(upTo offset: Int) {
    var start = textEnd
    var end = offset
    while start < end, input[start].isBlankOrLineEnd { start += 1 }
    while start < end, input[end - 1].isBlankOrLineEnd { end -= 1 }
    if start < end { skipped.append(Skipped(SourceRange(start, end), .syntax)) }
  }
}

extension MarkdownLowering {
  /// Writes HTML that belongs to a range of the source as a whole.
  mutating func write(_ text: String, from source: SourceRange) {
    html.append(contentsOf: text.utf8)
    map.appendWhole(text.utf8.count, source: source)
  }

  mutating func appendVerbatim(_ range: Range<Int>) {
    html.append(contentsOf: input[range])
    map.appendVerbatim(range.count, source: range.lowerBound)
  }

  /// Writes a value between quotation marks and tells which segments wait for their source.
  mutating func appendValue(_ value: MarkdownAttribute) -> Range<Int> {
    let first = map.segmentCount
    if let place = value.place {
      appendEscaped(place, inAttribute: true)
      return first..<first
    }
    html.append(contentsOf: value.escaped)
    map.appendWhole(value.escaped.count, source: SourceRange(cursor, cursor))
    return first..<map.segmentCount
  }

  mutating func appendEscaped(_ range: Range<Int>, inAttribute: Bool) {
    var start = range.lowerBound
    var offset = input.firstSpecial(in: range)
    while offset < range.upperBound {
      if let reference = escape(input[offset], inAttribute: inAttribute) {
        if start < offset { appendVerbatim(start..<offset) }
        write(reference, from: SourceRange(offset, offset + 1))
        start = offset + 1
      }
      offset = input.firstSpecial(in: offset + 1..<range.upperBound)
    }
    if start < range.upperBound { appendVerbatim(start..<range.upperBound) }
  }

  /// Writes text in which `[^label]` is the mark of a note, but not where an escape stands before it.
  ///
  /// A comment with `--` inside, which md4c takes for text, is one.
  mutating func appendProse(_ range: Range<Int>, isEscaped: Bool) {
    var start = range.lowerBound
    var offset = range.lowerBound + (isEscaped ? 1 : 0)
    if !isEscaped {
      offset = input.firstSpecial(in: range)
      if offset == range.upperBound { return appendVerbatim(range) }
    }
    var mayHoldComment = true
    while offset < range.upperBound {
      offset = input.firstSpecial(in: offset..<range.upperBound)
      if mayHoldComment, input.opensComment(at: offset, limit: range.upperBound) {
        if let end = input.endOfComment(from: offset, limit: range.upperBound) {
          if start < offset { appendEscaped(start..<offset, inAttribute: false) }
          appendVerbatim(offset..<end)
          start = end
          offset = end
          continue
        }
        mayHoldComment = false
      }
      guard offset < range.upperBound, input[offset] == UInt8(ascii: "["),
        let end = endOfNoteMark(from: offset, limit: range.upperBound)
      else {
        offset += 1
        continue
      }
      if start < offset { appendEscaped(start..<offset, inAttribute: false) }
      write("<span data-hegui-reference=\"", from: SourceRange(offset, offset))
      appendEscaped(offset + 2..<end - 1, inAttribute: true)
      write("\">", from: SourceRange(offset, offset))
      appendEscaped(offset..<end, inAttribute: false)
      write("</span>", from: SourceRange(end, end))
      start = end
      offset = end
    }
    if start < range.upperBound { appendEscaped(start..<range.upperBound, inAttribute: false) }
  }

  private func endOfNoteMark(from start: Int, limit: Int) -> Int? {
    guard let label = noteLabel(at: start, in: input), label.upperBound < limit else { return nil }
    return label.upperBound + 1
  }
}

/// The label of `[^label]` at an offset: no blanks, no brackets, at most 200 bytes.
func noteLabel(at start: Int, in input: [UInt8]) -> Range<Int>? {
  guard start + 3 < input.count, input[start] == UInt8(ascii: "["),
    input[start + 1] == UInt8(ascii: "^")
  else { return nil }
  var end = start + 2
  while end < input.count, end - start < 200, input[end] > 0x20, input[end] != UInt8(ascii: "["),
    input[end] != UInt8(ascii: "]")
  {
    end += 1
  }
  guard end < input.count, end > start + 2, input[end] == UInt8(ascii: "]") else { return nil }
  return start + 2..<end
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineEnd: Bool { self == 0x0A || self == 0x0D }
  var isBlankOrLineEnd: Bool { isBlank || isLineEnd }
}

extension [UInt8] {
  fileprivate func opensComment(at offset: Int, limit: Int) -> Bool {
    offset + 4 < limit && self[offset..<offset + 4].elementsEqual("<!--".utf8)
  }

  /// Behind the end of a comment that opens at an offset; nil where it does not end before a limit.
  fileprivate func endOfComment(from offset: Int, limit: Int) -> Int? {
    var end = offset + 7
    while end <= limit {
      if self[end - 3..<end].elementsEqual("-->".utf8) { return end }
      end += 1
    }
    return nil
  }

  /// Where a byte stands next that HTML or the lowering has its own use for (`<`, `&`, `"`, NUL, `[`).
  ///
  /// The end of the range where there is none.
  fileprivate func firstSpecial(in range: Range<Int>) -> Int {
    let bytes = unsafe span.bytes
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound {
      let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let found =
        mayHaveZero(word) | mayHaveZero(word ^ 0x3C &* ones) | mayHaveZero(word ^ 0x26 &* ones)
        | mayHaveZero(word ^ 0x22 &* ones) | mayHaveZero(word ^ 0x5B &* ones)
      if found & (0x80 &* ones) != 0 { break }
      offset += 8
    }
    while offset < range.upperBound, !self[offset].isSpecial { offset += 1 }
    return offset
  }
}

extension UInt8 {
  fileprivate var isSpecial: Bool {
    switch self {
    case 0, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "["): true
    default: false
    }
  }
}

private let ones: UInt64 = 0x0101_0101_0101_0101

/// Has a byte's high bit set where it is the lowest byte of the word that is zero.
private func mayHaveZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
