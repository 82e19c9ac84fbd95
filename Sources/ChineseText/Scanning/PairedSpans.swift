/// What stands between title marks (P7) and quotation marks (P8) of one block.
struct PairedSpans {
  let text: [UInt8]
  let block: Range<Int>

  private enum Pair: Int, CaseIterable {
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

  func spans(in marks: ArraySlice<Mark>) -> [ProtectedSpan] {
    var found: [ProtectedSpan] = []
    var open: [Open] = []
    var waiting = [Int](repeating: 0, count: Pair.allCases.count)
    for mark in marks where mark.scalar.value >= 0x2018 {
      if let pair = Self.pair(openedBy: mark.scalar) {
        open.append(Open(pair: pair, start: mark.range.upperBound))
        waiting[pair.rawValue] += 1
      } else if let pair = Self.pair(closedBy: mark.scalar), waiting[pair.rawValue] > 0,
        !isApostrophe(mark)
      {
        while let last = open.popLast() {
          waiting[last.pair.rawValue] -= 1
          if last.pair == pair || last.pair.kind == .quotation {
            found.append(ProtectedSpan(last.pair.kind, last.start..<mark.offset))
          }
          if last.pair == pair { break }
        }
      }
    }
    // An author who forgot the closing mark still quotes; a title without an end is none.
    for rest in open where rest.pair.kind == .quotation && rest.start < block.upperBound {
      found.append(ProtectedSpan(.quotation, rest.start..<block.upperBound))
    }
    return found.filter { !$0.range.isEmpty }
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
