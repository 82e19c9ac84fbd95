/// What stands between title marks (P7) and quotation marks (P8) of one block.
struct PairedSpans {
  private enum Pair: Int {
    case title
    case innerTitle
    case double
    case single
    case corner
    case innerCorner

    var kind: ProtectedSpan.Kind { rawValue < 2 ? .titleMarks : .quotation }
  }

  private struct Open {
    let pair: Pair
    let start: Int
  }

  let text: [UInt8]
  /// The spans of all blocks so far.
  private(set) var spans: [ProtectedSpan] = []
  private var open: [Open] = []
  /// How many of each pair are open.
  private var waiting = SIMD8<Int32>()

  init(text: [UInt8]) { self.text = text }

  /// Takes the marks of a block one after the other.
  mutating func take(_ mark: Mark) {
    if let pair = Self.pair(openedBy: mark.scalar) {
      open.append(Open(pair: pair, start: mark.range.upperBound))
      waiting[pair.rawValue] += 1
    } else if let pair = Self.pair(closedBy: mark.scalar), waiting[pair.rawValue] > 0,
      !isApostrophe(mark)
    {
      while let last = open.popLast() {
        waiting[last.pair.rawValue] -= 1
        if last.pair == pair || last.pair.kind == .quotation {
          add(last.pair.kind, last.start..<mark.offset)
        }
        if last.pair == pair { break }
      }
    }
  }

  /// Ends a block, before the marks of the next one.
  mutating func finish(_ block: Range<Int>) {
    guard !open.isEmpty else { return }
    // An author who forgot the closing mark still quotes; a title without an end is none.
    for rest in open where rest.pair.kind == .quotation && rest.start < block.upperBound {
      add(.quotation, rest.start..<block.upperBound)
    }
    open.removeAll(keepingCapacity: true)
    waiting = SIMD8()
  }

  private mutating func add(_ kind: ProtectedSpan.Kind, _ range: Range<Int>) {
    if !range.isEmpty { spans.append(ProtectedSpan(kind, range)) }
  }

  private static func pair(openedBy mark: Unicode.Scalar) -> Pair? {
    switch mark {
    case "《": .title
    case "〈": .innerTitle
    case "“": .double
    case "‘": .single
    case "「": .corner
    case "『": .innerCorner
    default: nil
    }
  }

  private static func pair(closedBy mark: Unicode.Scalar) -> Pair? {
    switch mark {
    case "》": .title
    case "〉": .innerTitle
    case "”": .double
    case "’": .single
    case "」": .corner
    case "』": .innerCorner
    default: nil
    }
  }

  private func isApostrophe(_ mark: Mark) -> Bool {
    guard mark.scalar == "’", let next = text.scalar(at: mark.range.upperBound),
      let previous = text.scalar(before: mark.offset)
    else { return false }
    return next.isASCIIAlphanumeric && previous.isASCIIAlphanumeric
  }
}
