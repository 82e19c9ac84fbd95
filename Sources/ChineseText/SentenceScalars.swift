/// Which scalars each of many short texts holds, so that most literals that do not stand in one are told at a glance.
///
/// It may take a text to hold what it does not, never the other way round.
package struct SentenceScalars: Sendable {
  /// The scalars of one text, or of several together: a bit for each hash of a scalar, a cache line in all.
  package struct Scalars: Sendable {
    fileprivate var words = InlineArray<8, UInt64>(repeating: 0)

    /// Whether both ends of a literal may stand there.
    @inline(__always)
    fileprivate func mayHold(_ ends: LiteralEnds) -> Bool {
      let (first, last) = (Int(ends.first), Int(ends.last))
      return words[first >> 6] >> UInt64(first & 63) & words[last >> 6] >> UInt64(last & 63) & 1
        != 0
    }
  }

  /// Text after text.
  private let scalars: [Scalars]

  /// Of parts of a text, valid UTF-8.
  package init(_ parts: [Range<Int>], of text: [UInt8]) {
    let text = text.span
    scalars = parts.map { part in
      var scalars = Scalars()
      var offset = part.lowerBound
      while offset < part.upperBound {
        let (key, width) = scalarKey(in: text, at: offset)
        let place = LiteralEnds.place(of: key)
        scalars.words[place >> 6] |= 1 << UInt64(place & 63)
        offset &+= width
      }
      return scalars
    }
  }

  /// Those of some of the texts together.
  package func union(_ texts: Range<Int>) -> Scalars {
    var union = scalars[texts.lowerBound]
    for index in texts.dropFirst() {
      for word in union.words.indices { union.words[word] |= scalars[index].words[word] }
    }
    return union
  }
}

/// The hashes of a literal's first and last scalar, nine bits each.
private struct LiteralEnds {
  let first: UInt16
  let last: UInt16

  init(_ sign: TextGrams.Sign) {
    first = UInt16(Self.place(of: Int(sign.firstKey)))
    last = UInt16(Self.place(of: Int(sign.lastKey)))
  }

  @inline(__always)
  static func place(of key: Int) -> Int {
    Int((UInt32(truncatingIfNeeded: key) &* 0x9E37_79B1) >> 23)
  }
}

/// Literals of which the matches of an expression need some: of one branch at least, one of each link.
package struct NeededLiterals: Sendable {
  /// Branch after branch, of each link the end of its own among all literals, below 0 where it is a branch's last.
  private var linkEnds: [Int] = []
  private var signs: [TextGrams.Sign] = []
  /// By sign.
  private var ends: [LiteralEnds] = []

  /// By branch and link, the signs of its literals; a branch without links may match anything.
  package init(_ branches: [[[TextGrams.Sign]]]) {
    guard branches.allSatisfy({ !$0.isEmpty }) else { return }
    for branch in branches {
      // A link of few literals is told to be missing soonest.
      for link in branch.sorted(by: { $0.count < $1.count }) {
        signs += link
        linkEnds.append(signs.count)
      }
      linkEnds[linkEnds.count - 1] = -signs.count
    }
    ends = signs.map(LiteralEnds.init)
  }

  /// Whether a match may be in a text; false only where there is none.
  package func mayStand(in text: TextGrams) -> Bool {
    mayStand { text.mayHold(anyOf: signs, in: $0) }
  }

  /// Whether a match may be among some scalars; false only where there is none.
  package func mayStand(among scalars: SentenceScalars.Scalars) -> Bool {
    let ends = ends.span
    return mayStand { link in
      for index in link where scalars.mayHold(ends[index]) { return true }
      return false
    }
  }

  /// Whether of a branch each link passes; true where nothing is needed.
  @inline(__always)
  private func mayStand(_ passes: (Range<Int>) -> Bool) -> Bool {
    guard !linkEnds.isEmpty else { return true }
    var start = 0
    var isPossible = true
    for end in linkEnds {
      if isPossible { isPossible = passes(start..<abs(end)) }
      start = abs(end)
      guard end < 0 else { continue }
      if isPossible { return true }
      isPossible = true
    }
    return false
  }
}
