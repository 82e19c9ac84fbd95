/// One line of Markdown, as far as it matters before md4c reads it.
struct MarkdownLine {
  let start: Int
  /// Behind its last byte, without the line's end.
  let end: Int
  /// The start of the next line.
  let next: Int
  /// The first byte that is not blank.
  let text: Int
  /// Columns of blanks before that; tabs reach to the next multiple of four.
  let indent: Int

  init(at start: Int, in input: [UInt8]) {
    self.start = start
    var offset = start
    var indent = 0
    while offset < input.count, input[offset].isBlank {
      indent += input[offset] == 0x09 ? 4 - indent % 4 : 1
      offset += 1
    }
    text = offset
    self.indent = indent
    while offset < input.count, !input[offset].isLineEnd { offset += 1 }
    end = offset
    let isPair =
      offset + 1 < input.count && input[offset] == 0x0D && input[offset + 1] == 0x0A
    next = offset < input.count ? offset + (isPair ? 2 : 1) : offset
  }

  var isBlank: Bool { text == end }

  /// Whether the line ends a paragraph before it.
  func startsBlock(in input: [UInt8]) -> Bool {
    let isBeforeBlank = text + 1 >= end || input[text + 1].isBlank
    switch input[text] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "<"): return true
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isBeforeBlank || input[text + 1] == input[text]
    case UInt8(ascii: "_"): return text + 1 < end && input[text + 1] == UInt8(ascii: "_")
    case UInt8(ascii: "["): return text + 1 < end && input[text + 1] == UInt8(ascii: "^")
    case 0x30...0x39:
      let mark = input[text..<end].first { !(0x30...0x39).contains($0) }
      return mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    default: return fence(in: input) != nil
    }
  }

  /// Lists and quotes that may start or go on in the line.
  func nesting(in input: [UInt8]) -> Int {
    var depth = indent / 2
    var offset = text
    while offset < end {
      let digits = input[offset..<min(end, offset + 9)].prefix { (0x30...0x39).contains($0) }.count
      let mark = input[min(end - 1, offset + digits)]
      let isMark =
        digits > 0 ? mark == 0x2E || mark == 0x29 : mark == 0x2D || mark == 0x2A || mark == 0x2B
      if input[offset] == UInt8(ascii: ">") || isMark {
        depth += 1
      } else if !input[offset].isBlank {
        break
      }
      offset += digits + 1
    }
    return depth
  }

  /// The character and the length of the fence that the line starts with, behind the marks of lists and quotes.
  func fence(in input: [UInt8]) -> (mark: UInt8, length: Int, isNested: Bool)? {
    var offset = text
    while offset < end {
      let byte = input[offset]
      let isMark = byte == 0x2D || byte == 0x2A || byte == 0x2B
      guard byte == 0x3E || byte.isBlank || isMark && offset + 1 < end && input[offset + 1].isBlank
      else { break }
      offset += 1
    }
    guard offset < end, input[offset] == UInt8(ascii: "`") || input[offset] == UInt8(ascii: "~")
    else { return nil }
    let mark = input[offset]
    let length = input[offset..<end].prefix { $0 == mark }.count
    let info = input[offset + length..<end]
    guard length >= 3, mark == UInt8(ascii: "~") || !info.contains(mark) else { return nil }
    return (mark, length, offset > text)
  }
}

/// Code between fences or a comment, in which nothing is a definition.
struct VerbatimPart {
  private enum State {
    case none
    case fence(mark: UInt8, length: Int, isNested: Bool)
    case comment
  }

  private var state = State.none

  /// Whether a line belongs to such a part.
  mutating func takes(_ line: MarkdownLine, in input: [UInt8]) -> Bool {
    switch state {
    case .comment:
      if holds("-->", line, input) { state = .none }
      return true
    case .fence(let mark, let length, let isNested):
      // Code in a list or a quote ends with it: at a line that is not indented.
      if isNested, line.indent == 0, !line.isBlank, input[line.text] != UInt8(ascii: ">") {
        state = .none
        return takes(line, in: input)
      }
      if let fence = line.fence(in: input), fence.mark == mark, fence.length >= length {
        state = .none
      }
      return true
    case .none:
      if let fence = line.fence(in: input), line.indent < 4 || fence.isNested {
        state = .fence(mark: fence.mark, length: fence.length, isNested: fence.isNested)
        return true
      }
      if line.indent < 4, input[line.text..<line.end].starts(with: Array("<!--".utf8)) {
        if !holds("-->", line, input) { state = .comment }
        return true
      }
      return false
    }
  }

  private func holds(_ word: String, _ line: MarkdownLine, _ input: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    guard line.end - line.start >= word.count else { return false }
    return (line.start...line.end - word.count).contains { input[$0...].starts(with: word) }
  }
}
