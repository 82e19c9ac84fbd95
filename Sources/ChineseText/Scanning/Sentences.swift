/// How far around an offset its sentence reaches at most, in bytes each way.
package let sentenceReach = 1200

/// The sentence of a block that holds an offset (handbook, language §2.2), as far as it is within reach.
package func sentenceRange(around offset: Int, in block: Range<Int>, of text: [UInt8]) -> Range<Int>
{
  let block = block.clamped(to: 0..<text.count)
  guard block.contains(offset) else { return offset..<offset }
  let finder = SentenceFinder(text: text, block: block)
  let start = finder.start(before: offset, notBefore: offset - sentenceReach)
  let end = finder.end(after: start, beyond: offset, notAfter: offset + sentenceReach)
  return start..<end
}

/// The sentences of a block, one after another without a gap.
package func sentences(in block: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
  var starts: [Int] = []
  appendSentenceStarts(in: block, of: text, to: &starts)
  return starts.indices.map { index in
    starts[
      index
    ]..<(index + 1 < starts.count ? starts[index + 1] : min(block.upperBound, text.count))
  }
}

/// Adds where the sentences of a block start.
package func appendSentenceStarts(in block: Range<Int>, of text: [UInt8], to starts: inout [Int]) {
  let block = block.clamped(to: 0..<text.count)
  let finder = SentenceFinder(text: text, block: block)
  var start = block.lowerBound
  while start < block.upperBound {
    starts.append(start)
    start = finder.end(after: start, beyond: start, notAfter: block.upperBound)
  }
}

private struct SentenceFinder {
  let text: [UInt8]
  let block: Range<Int>

  /// The end of the sentence that starts at `start`, where it lies beyond `offset`.
  func end(after start: Int, beyond offset: Int, notAfter limit: Int) -> Int {
    var index = start
    while index < block.upperBound {
      if index >= limit, index > offset { return index }
      // From U+4000 to U+9FFF nothing ends a sentence, and in ASCII three marks alone do.
      let lead = text[index]
      if lead &- 0xE4 < 6 {
        index += 3
        continue
      }
      if lead < 0x80, lead != 0x21, lead != 0x2E, lead != 0x3F {
        index += 1
        continue
      }
      guard let scalar = text.scalar(at: index) else { break }
      let next = index + UTF8.width(scalar)
      if Self.isLineBreak(scalar), next > offset { return next }
      guard Self.isTerminator(scalar) else {
        index = next
        continue
      }
      let run = terminators(from: index)
      if let end = run.sentenceEnd, end > offset { return end }
      index = run.end
    }
    return block.upperBound
  }

  /// The start of the sentence that holds the offset.
  func start(before offset: Int, notBefore limit: Int) -> Int {
    let isInRun = text.scalar(at: offset).map(Self.isTerminator) == true
    var index = isInRun ? runStart(before: offset) : offset
    while index > block.lowerBound, let scalar = text.scalar(before: index) {
      let previous = index - UTF8.width(scalar)
      if Self.isLineBreak(scalar) {
        return index
      } else if Self.isTerminator(scalar) {
        let first = runStart(before: index)
        if let end = terminators(from: first).sentenceEnd, end <= offset { return end }
        index = first
      } else {
        index = previous
      }
      if index < limit { return index }
    }
    return block.lowerBound
  }

  /// Where the run of marks before an offset starts, so that one run is judged once.
  private func runStart(before offset: Int) -> Int {
    var index = offset
    while index > block.lowerBound, let scalar = text.scalar(before: index),
      Self.isTerminator(scalar)
    {
      index -= UTF8.width(scalar)
    }
    return index
  }

  /// Judges the run of marks that starts at an offset: where it ends, and where the sentence does.
  private func terminators(from start: Int) -> (end: Int, sentenceEnd: Int?) {
    var run = TerminatorRun()
    var index = start
    while index < block.upperBound, let scalar = text.scalar(at: index),
      Self.isTerminator(scalar)
    {
      run.add(scalar)
      index += UTF8.width(scalar)
    }
    let runEnd = index
    while index < block.upperBound, let scalar = text.scalar(at: index), Self.isCloser(scalar) {
      index += UTF8.width(scalar)
    }
    let next = index < block.upperBound ? text.scalar(at: index) : nil
    let before = start > block.lowerBound ? text.scalar(before: start) : nil
    let ends = run.endsSentence(before: before, isClosed: index > runEnd, next: next)
    return (runEnd, ends ? index : nil)
  }

  static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "!", "?", ".", "…", "⋯", "．": true
    default: false
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "”", "’", "）", "》", "】", "」", "』", "〉", "〕", "］", ")", "]", "\"": true
    default: false
    }
  }
}

/// Marks that stand together and may end a sentence.
private struct TerminatorRun {
  private var hasStop = false
  private var hasQuestion = false
  private var hasASCIIMark = false
  private var points = 0
  private var dots = 0

  mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "。", "．": hasStop = true
    case "！", "？": hasQuestion = true
    case "!", "?":
      hasQuestion = true
      hasASCIIMark = true
    case ".": points += 1
    default: dots += 1
    }
  }

  func endsSentence(before: Unicode.Scalar?, isClosed: Bool, next: Unicode.Scalar?) -> Bool {
    guard let next, !next.isSpace else {
      return points != 1 || hasStop || isFullStop(after: before)
    }
    if isContinuation(next) { return false }
    if hasQuestion { return !isClosed && !(hasASCIIMark && next.isASCIIAlphanumeric) }
    if hasStop { return true }
    if points == 1 && dots == 0 { return before.map { isHan($0) } == true && isHan(next) }
    return !"等的地得了都也就而和与及或是".unicodeScalars.contains(next)
  }

  /// A single point before a space ends a sentence after a word, not after a number or an initial.
  private func isFullStop(after before: Unicode.Scalar?) -> Bool {
    guard let before, dots == 0 else { return true }
    return !("0"..."9").contains(before) && !("A"..."Z").contains(before)
  }

  private func isContinuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "、", "；", "：", ",", ";", ":", "—", "”", "’", "）", "》", "】", "」", "』": true
    default: false
    }
  }
}

extension Unicode.Scalar {
  var isSpace: Bool {
    self == " " || (value < 0x0E && value > 8)
      || (value >= 0xA0 && CharacterTable.shared.kind(of: self) == .space)
  }

  var isASCIIAlphanumeric: Bool {
    ("0"..."9").contains(self) || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }
}
