/// What stands between title marks (P7) and quotation marks (P8) of one block.
struct PairedSpans {
  let text: [UInt8]
  let block: Range<Int>

  private struct Open {
    let closer: Unicode.Scalar
    let start: Int
    let kind: ProtectedSpan.Kind
  }

  func spans(in marks: ArraySlice<Mark>) -> [ProtectedSpan] {
    var found: [ProtectedSpan] = []
    var open: [Open] = []
    var waiting: [Unicode.Scalar: Int] = [:]
    for mark in marks {
      if let pair = Self.pairs[mark.scalar] {
        open.append(Open(closer: pair.closer, start: mark.range.upperBound, kind: pair.kind))
        waiting[pair.closer, default: 0] += 1
      } else if waiting[mark.scalar, default: 0] > 0, !isApostrophe(mark) {
        while let last = open.popLast() {
          waiting[last.closer, default: 0] -= 1
          if last.closer == mark.scalar || last.kind == .quotation {
            found.append(ProtectedSpan(last.kind, last.start..<mark.offset))
          }
          if last.closer == mark.scalar { break }
        }
      }
    }
    // An author who forgot the closing mark still quotes; a title without an end is none.
    for rest in open where rest.kind == .quotation && rest.start < block.upperBound {
      found.append(ProtectedSpan(.quotation, rest.start..<block.upperBound))
    }
    return found.filter { !$0.range.isEmpty }
  }

  private static let pairs: [Unicode.Scalar: (closer: Unicode.Scalar, kind: ProtectedSpan.Kind)] = [
    "《": ("》", .titleMarks), "〈": ("〉", .titleMarks), "“": ("”", .quotation),
    "‘": ("’", .quotation), "「": ("」", .quotation), "『": ("』", .quotation),
  ]

  private func isApostrophe(_ mark: Mark) -> Bool {
    guard mark.scalar == "’", let next = text.scalar(at: mark.range.upperBound),
      let previous = text.scalar(before: mark.offset)
    else { return false }
    return next.isASCIIAlphanumeric && previous.isASCIIAlphanumeric
  }
}
