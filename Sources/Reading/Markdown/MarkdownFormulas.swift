import SourceText

extension Draft {
  /// Has `$…$` and `$$…$$` count as code in the prose of a Markdown draft where they are formulae beyond doubt.
  ///
  /// Markdown itself knows none; sums of money are left alone.
  mutating func markFormulas() {
    guard text.contains(dollar) else { return }
    var code = CodeWalk(spans)
    let found = blocks.filter { !$0.isCode }.flatMap { formulas(in: $0, besides: &code) }
    guard !found.isEmpty else { return }
    spans += found.map { InlineSpan(.code, $0) }
    spans.sort {
      ($0.text.lowerBound, -$0.text.upperBound) < ($1.text.lowerBound, -$1.text.upperBound)
    }
  }

  private func formulas(in block: Block, besides code: inout CodeWalk) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var offset = block.text.lowerBound
    while let start = text[offset..<block.text.upperBound].firstIndex(of: dollar) {
      let isDisplayed = isDollar(start + 1, in: block)
      let width = isDisplayed ? 2 : 1
      let isInCode = code.covers(start + width)
      if !isInCode, let end = endOfFormula(from: start + width, isDisplayed, in: block) {
        found.append(start..<end)
        offset = end
      } else {
        offset = start + width
      }
    }
    return found
  }

  /// Behind the mark that ends a formula whose inside starts at an offset; nil where there is none.
  private func endOfFormula(from start: Int, _ isDisplayed: Bool, in block: Block) -> Int? {
    let width = isDisplayed ? 2 : 1
    let limit = min(block.text.upperBound, start + (isDisplayed ? 4_000 : 400))
    guard start < limit, !isEscaped(start - width) else { return nil }
    var offset = start
    while let end = text[offset..<limit].firstIndex(of: dollar) {
      offset = end + 1
      if isEscaped(end) || isDisplayed && !isDollar(end + 1, in: block) { continue }
      let content = FormulaContent(text[start..<end])
      if isDisplayed { return content.hasSign ? end + 2 : nil }
      let isBesideNumber =
        isWordByte(at: start - 2, in: block) || isDigit(at: end + 1, in: block)
      return content.isFormula && !isBesideNumber ? end + 1 : nil
    }
    return nil
  }

  private func isDollar(_ offset: Int, in block: Block) -> Bool {
    offset < block.text.upperBound && text[offset] == dollar
  }

  private func isDigit(at offset: Int, in block: Block) -> Bool {
    offset < block.text.upperBound && (0x30...0x39).contains(text[offset])
  }

  private func isWordByte(at offset: Int, in block: Block) -> Bool {
    guard offset >= block.text.lowerBound else { return false }
    return (0x30...0x39).contains(text[offset]) || (0x61...0x7A).contains(text[offset] | 0x20)
  }

  /// Whether a backslash of the source says that the character is itself.
  private func isEscaped(_ offset: Int) -> Bool {
    let place = sourceRange(of: offset..<offset + 1).start
    return place > 0 && place <= source.bytes.count && source.bytes[place - 1] == UInt8(ascii: "\\")
  }
}

/// The code of a draft, asked about ascending offsets.
private struct CodeWalk {
  /// That which starts behind the last offset.
  private var rest: ArraySlice<Range<Int>>
  /// How far the other reaches.
  private var end = 0

  /// Spans are sorted by start.
  init(_ spans: [InlineSpan]) { rest = spans.filter { $0.kind == .code }.map(\.text)[...] }

  mutating func covers(_ offset: Int) -> Bool {
    while let next = rest.first, next.lowerBound <= offset {
      end = max(end, next.upperBound)
      rest.removeFirst()
    }
    return offset < end
  }
}

/// What stands between two marks that may be those of a formula.
private struct FormulaContent {
  private var hasCommand = false
  /// `^` or `_`.
  private var hasIndex = false
  private var hasRelation = false
  private var hasLineBreak = false
  /// Characters beyond ASCII outside of braces, mathematical ones apart.
  private var hasWords = false
  private var hasChineseMark = false
  private var letters = 0
  private var isPadded = false

  /// Whether something stands there that prose does not write.
  var hasSign: Bool { hasCommand || hasIndex || hasRelation && !hasChineseMark }

  /// Whether it is a formula within a line.
  var isFormula: Bool {
    if hasLineBreak || isPadded || hasChineseMark { return false }
    if hasWords { return hasCommand || hasIndex }
    return hasCommand || hasIndex || hasRelation && letters > 0 || isVariable
  }

  /// Whether it is one letter and nothing else.
  private let isVariable: Bool

  init(_ bytes: ArraySlice<UInt8>) {
    isVariable = bytes.count == 1 && bytes.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    isPadded = bytes.first.map { $0 <= 0x20 } ?? true || bytes.last.map { $0 <= 0x20 } ?? true
    var depth = 0
    var isBehindBackslash = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "{": depth += 1
      case "}": depth -= 1
      case "^", "_": hasIndex = true
      case "=", "<", ">", "+", "≤", "≥", "≈", "≠", "×", "÷", "±", "∑", "√": hasRelation = true
      case "\n", "\r", "\u{2028}": hasLineBreak = true
      case "a"..."z", "A"..."Z":
        letters += 1
        if isBehindBackslash { hasCommand = true }
      case "，", "。", "；", "：", "、", "！", "？", "“", "”", "（", "）":
        if depth == 0 { hasChineseMark = true }
      default: if scalar.value >= 0x2E80, depth == 0 { hasWords = true }
      }
      isBehindBackslash = scalar == "\\"
    }
  }
}

private let dollar = UInt8(ascii: "$")
