/// Literals of which the matches of an expression need some: of one branch at least, one of each link.
///
/// A class: what is in it would be counted anew at each look.
package final class NeededLiterals: Sendable {
  /// By link, branch after branch: whether it is the last of its branch.
  private let isLast: [Bool]
  /// Link after link, by the hash of the last scalar.
  private let signs: [TextGrams.Sign]
  /// By sign.
  private let ends: [LiteralEnds]
  /// The hashes of the last scalars of a link's literals, as a text has those of its scalars: eight words a link.
  private let lasts: [UInt64]
  /// By word of these, where the literals start whose bits are there; one more at the end.
  private let starts: [UInt32]

  /// By branch and link, the signs of its literals; a branch without links may match anything.
  package init(_ branches: [[[TextGrams.Sign]]]) {
    let isUseful = branches.allSatisfy { !$0.isEmpty }
    var isLast: [Bool] = []
    var signs: [TextGrams.Sign] = []
    var ends: [LiteralEnds] = []
    var lasts: [UInt64] = []
    var starts: [UInt32] = []
    for branch in isUseful ? branches : [] {
      // A link of few literals is told to be missing soonest.
      for link in branch.sorted(by: { $0.count < $1.count }) {
        let literals = link.map { (sign: $0, ends: LiteralEnds($0)) }
          .sorted { $0.ends.last < $1.ends.last }
        var words = InlineArray<8, UInt64>(repeating: 0)
        let end = starts.count + 8
        for literal in literals {
          let word = Int(literal.ends.last) >> 6
          while starts.count + 8 - end <= word { starts.append(UInt32(signs.count)) }
          words[word] |= 1 << UInt64(literal.ends.last & 63)
          signs.append(literal.sign)
          ends.append(literal.ends)
        }
        while starts.count < end { starts.append(UInt32(signs.count)) }
        for word in words.indices { lasts.append(words[word]) }
        isLast.append(false)
      }
      isLast[isLast.count - 1] = true
    }
    starts.append(UInt32(signs.count))
    self.isLast = isLast
    self.signs = signs
    self.ends = ends
    self.lasts = lasts
    self.starts = starts
  }

  /// Whether a match may be in a text; false only where there is none.
  package func mayStand(in text: TextGrams) -> Bool {
    mayStand { text.mayHold(anyOf: signs, in: literals(of: $0)) }
  }

  /// Whether a match may be among some scalars; false only where there is none.
  package func mayStand(among scalars: SentenceScalars.Scalars) -> Bool {
    mayStand { isAny(of: $0, among: scalars) }
  }

  /// Whether one of a link's literals may stand among some scalars.
  @inline(__always)
  private func isAny(of link: Int, among scalars: SentenceScalars.Scalars) -> Bool {
    let literals = literals(of: link)
    // Few are looked at sooner than the words.
    if literals.count < 10 { return scalars.mayHold(anyOf: ends, in: literals) }
    for word in 0..<8 where lasts[link << 3 | word] & scalars.words[word] != 0 {
      let place = link << 3 | word
      let ending = Int(starts[place])..<Int(starts[place + 1])
      if scalars.mayHold(anyOf: ends, in: ending) { return true }
    }
    return false
  }

  @inline(__always)
  private func literals(of link: Int) -> Range<Int> {
    Int(starts[link << 3])..<Int(starts[(link + 1) << 3])
  }

  /// Whether of a branch each link passes; true where nothing is needed.
  @inline(__always)
  private func mayStand(_ passes: (Int) -> Bool) -> Bool {
    guard !isLast.isEmpty else { return true }
    var isPossible = true
    for link in isLast.indices {
      if isPossible { isPossible = passes(link) }
      guard isLast[link] else { continue }
      if isPossible { return true }
      isPossible = true
    }
    return false
  }
}
