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
  package convenience init(_ branches: [[[TextGrams.Sign]]]) {
    let isUseful = branches.allSatisfy { !$0.isEmpty }
    var links: [Link] = []
    for branch in isUseful ? branches : [] {
      // A link of few literals is told to be missing soonest.
      for link in branch.sorted(by: { $0.count < $1.count }) {
        let literals = link.map { (sign: $0, last: LiteralEnds($0).last) }
          .sorted { $0.last < $1.last }
        links.append(Link(isLast: false, signs: literals.map(\.sign)))
      }
      links[links.count - 1].isLast = true
    }
    self.init(links)
  }

  private struct Link {
    var isLast: Bool
    /// By the hash of the last scalar.
    let signs: [TextGrams.Sign]
  }

  private init(_ links: [Link]) {
    let count = links.reduce(0) { $0 + $1.signs.count }
    var signs: [TextGrams.Sign] = []
    var ends: [LiteralEnds] = []
    var lasts: [UInt64] = []
    var starts: [UInt32] = []
    signs.reserveCapacity(count)
    ends.reserveCapacity(count)
    lasts.reserveCapacity(links.count * 8)
    starts.reserveCapacity(links.count * 8 + 1)
    for link in links {
      var words = InlineArray<8, UInt64>(repeating: 0)
      let end = starts.count + 8
      for sign in link.signs {
        let literal = LiteralEnds(sign)
        let word = Int(literal.last) >> 6
        while starts.count + 8 - end <= word { starts.append(UInt32(signs.count)) }
        words[word] |= 1 << UInt64(literal.last & 63)
        signs.append(sign)
        ends.append(literal)
      }
      while starts.count < end { starts.append(UInt32(signs.count)) }
      for word in words.indices { lasts.append(words[word]) }
    }
    starts.append(UInt32(signs.count))
    isLast = links.map(\.isLast)
    self.signs = signs
    self.ends = ends
    self.lasts = lasts
    self.starts = starts
  }

  /// What `words` gave; nil where it gives none such.
  package convenience init?(words: [UInt64]) {
    var links: [Link] = []
    var place = 0
    while place < words.count {
      let (head, start) = (words[place], place + 1)
      guard head >> 1 <= UInt64(words.count - start) else { return nil }
      place = start + Int(head >> 1)
      var (signs, last): ([TextGrams.Sign], UInt16) = ([], 0)
      signs.reserveCapacity(place - start)
      for word in words[start..<place] {
        guard let sign = TextGrams.Sign(word), LiteralEnds(sign).last >= last else { return nil }
        last = LiteralEnds(sign).last
        signs.append(sign)
      }
      links.append(Link(isLast: head & 1 != 0, signs: signs))
    }
    guard links.last?.isLast ?? true else { return nil }
    self.init(links)
  }

  /// All of it: of each link how many literals it has and whether it is the last of its branch, then their signs.
  package var words: [UInt64] {
    isLast.indices.flatMap { link in
      let signs = signs[literals(of: link)]
      return [UInt64(signs.count) << 1 | (isLast[link] ? 1 : 0)] + signs.map(\.word)
    }
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
