import SourceText

/// Prose under construction: text, its runs and its blocks, in HTML coordinates.
struct TextStream {
  struct RawBlock {
    let text: Range<Int>
    let runs: Range<Int>
    let frame: Frame
  }

  private(set) var text: [UInt8] = []
  private(set) var runs: [TextMap.Run] = []
  private(set) var blocks: [RawBlock] = []
  private(set) var marks = OpenMarks()
  private(set) var isOpen = false
  /// Of the last block that was left out because it had blanks only.
  private(set) var lastBlank: (source: SourceRange, frame: Frame)?
  private var frame = Frame()
  private var start = 0
  private var firstRun = 0

  init(capacity: Int) {
    text.reserveCapacity(capacity)
    runs.reserveCapacity(capacity / 64)
    blocks.reserveCapacity(capacity / 128)
  }

  /// Adds text that stands verbatim in the HTML.
  mutating func append(_ html: [UInt8], _ range: Range<Int>, in frame: Frame) {
    var range = range
    if !isOpen {
      var first = range.lowerBound
      while first < range.upperBound, isBlank(html[first]) { first += 1 }
      guard first < range.upperBound else { return }
      range = first..<range.upperBound
      open(at: first, in: frame)
    }
    marks.begin(at: text.count)
    let offset = text.count
    text.append(contentsOf: html[range])
    if runs.count > firstRun, let last = runs.last, last.isVerbatim,
      last.source.end == range.lowerBound
    {
      runs[runs.count - 1] = TextMap.Run(
        text: last.text.lowerBound..<text.count,
        source: SourceRange(last.source.start, range.upperBound),
        isVerbatim: true
      )
    } else {
      let source = SourceRange(range.lowerBound, range.upperBound)
      runs.append(TextMap.Run(text: offset..<text.count, source: source, isVerbatim: true))
    }
  }

  /// Adds what a stretch of the HTML stands for as a whole.
  mutating func append(_ bytes: ByteView, standingFor range: Range<Int>, in frame: Frame) {
    if !isOpen {
      guard !(0..<bytes.count).allSatisfy({ isBlank(bytes[$0]) }) else { return }
      open(at: range.lowerBound, in: frame)
    }
    marks.begin(at: text.count)
    let offset = text.count
    bytes.append(to: &text)
    addRun(from: offset, standingFor: range)
  }

  mutating func lineBreak(_ tag: Range<Int>, in frame: Frame) {
    guard isOpen else { return }
    marks.begin(at: text.count)
    let offset = text.count
    text.append(contentsOf: lineSeparator)
    addRun(from: offset, standingFor: tag)
  }

  /// Notes where text from an offset on comes from as a whole.
  private mutating func addRun(from offset: Int, standingFor range: Range<Int>) {
    let source = SourceRange(range.lowerBound, range.upperBound)
    runs.append(TextMap.Run(text: offset..<text.count, source: source, isVerbatim: false))
  }

  /// Ends the block under way; whether that made a new one, with more than white space in it.
  mutating func close() -> Bool {
    guard isOpen else { return false }
    isOpen = false
    if isAllBlank(from: start) {
      if firstRun < runs.count, let last = runs.last {
        lastBlank = (SourceRange(runs[firstRun].source.start, last.source.end), frame)
      }
      truncate(to: start)
      marks.endBlock(at: start)
      dropSeparator()
      return false
    }
    truncate(to: trimmedEnd)
    marks.endBlock(at: text.count)
    blocks.append(RawBlock(text: start..<text.count, runs: firstRun..<runs.count, frame: frame))
    return true
  }

  /// Opens a mark; with `tracksStretch` returns where `marks.stretches` will tell its text.
  @discardableResult
  mutating func openMark(_ kind: InlineSpan.Kind?, tracksStretch: Bool = false) -> Int? {
    marks.open(kind, tracksStretch: tracksStretch)
  }

  mutating func closeMark() { marks.close(at: text.count) }
}

extension TextStream {
  private mutating func open(at source: Int, in frame: Frame) {
    if !text.isEmpty {
      let offset = text.count
      text.append(contentsOf: blockSeparator)
      let place = runs.last?.source.end ?? source
      runs.append(
        TextMap.Run(
          text: offset..<text.count,
          source: SourceRange(place, place),
          isVerbatim: false
        )
      )
    }
    isOpen = true
    self.frame = frame
    start = text.count
    firstRun = runs.count
    marks.beginBlock()
  }

  private mutating func dropSeparator() {
    guard let last = blocks.last else { return truncate(to: 0) }
    truncate(to: last.text.upperBound)
  }

  /// The end of the block under way without white space and line breaks.
  private var trimmedEnd: Int {
    var end = text.count
    while end > start {
      if isBlank(text[end - 1]) {
        end -= 1
      } else if end - start > 3, text[end - 3..<end].elementsEqual(lineSeparator) {
        end -= 3
      } else {
        break
      }
    }
    return end
  }

  private mutating func truncate(to end: Int) {
    guard end < text.count else { return }
    text.removeLast(text.count - end)
    while let last = runs.last, last.text.upperBound > end {
      runs.removeLast()
      guard last.text.lowerBound < end else { continue }
      let kept = last.text.lowerBound..<end
      let source =
        last.isVerbatim
        ? SourceRange(last.source.start, last.source.start + kept.count) : last.source
      runs.append(TextMap.Run(text: kept, source: source, isVerbatim: last.isVerbatim))
    }
  }

  /// Whether only white space stands behind an offset, no-break and ideographic spaces and line breaks included.
  private func isAllBlank(from offset: Int) -> Bool {
    var index = offset
    while index < text.count {
      switch text[index] {
      case 0x09...0x0D, 0x20: index += 1
      case 0xC2 where text[index + 1] == 0xA0: index += 2
      case 0xE2 where text[index + 1] == 0x80 && text[index + 2] == 0xA8: index += 3
      case 0xE3 where text[index + 1] == 0x80 && text[index + 2] == 0x80: index += 3
      default: return false
      }
    }
    return true
  }
}

/// U+2029.
let blockSeparator: [UInt8] = [0xE2, 0x80, 0xA9]
/// U+2028.
let lineSeparator: [UInt8] = [0xE2, 0x80, 0xA8]

/// Whether a byte is ASCII white space.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
