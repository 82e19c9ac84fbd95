/// Which scalars each of many short texts holds, so that most literals that do not stand in one are told at a glance.
///
/// It may take a text to hold what it does not, never the other way round.
package struct SentenceScalars: Sendable {
  /// The scalars of one text, or of several together: a bit for each hash of a scalar, a cache line in all.
  package struct Scalars: Sendable {
    fileprivate(set) var words = InlineArray<8, UInt64>(repeating: 0)

    package init() {}

    package mutating func formUnion(_ others: Scalars) {
      for word in words.indices { words[word] |= others.words[word] }
    }

    /// Whether both ends of a literal may stand there.
    @inline(__always)
    private func mayHold(_ ends: LiteralEnds) -> Bool {
      let (first, last) = (Int(ends.first), Int(ends.last))
      return words[first >> 6] >> UInt64(first & 63) & words[last >> 6] >> UInt64(last & 63) & 1
        != 0
    }

    /// Whether both ends of one of some literals may stand there.
    @inline(__always)
    func mayHold(anyOf literals: [LiteralEnds], in part: Range<Int>) -> Bool {
      for index in part where mayHold(literals[index]) { return true }
      return false
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
struct LiteralEnds {
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
