import ChineseText

/// Tells, at a small part of the expression's own cost, where a match of an expression may be, if anywhere.
///
/// A class: what is in it would be counted anew at each look.
final class PatternGate: Sendable {
  /// What tells, without a search, that a text holds no match.
  let needed: Deferred<NeededLiterals>
  /// Of each branch; none where nothing is known.
  private let chains: [LiteralChain]
  /// Waits until a look at what must stand does not settle it; most gates of a run never come so far.
  private let search: Deferred<BranchSearch>

  init(_ branches: [(chain: LiteralChain, isAnchored: Bool)]) {
    let isUseful = branches.allSatisfy { !$0.chain.links.isEmpty }
    let known = isUseful ? branches : []
    chains = known.map(\.chain)
    needed = Deferred { NeededLiterals(known.map { $0.chain.links.map(\.signs) }) }
    search = Deferred { BranchSearch(known) }
  }

  /// Whether a match may be anywhere in a text; false only where there is none.
  func mayMatch(in text: TextGrams) -> Bool { needed.value.mayStand(in: text) }

  /// What a match needs besides one of some words, which stands there already.
  func needed(beside words: [String]) -> NeededLiterals {
    NeededLiterals(
      chains.map { chain in
        chain.links.filter { link in !words.allSatisfy(link.isHeld) }.map(\.signs)
      }
    )
  }

  /// An offset before which no match starts, at the start of a scalar; nil where there is no match at all.
  ///
  /// Of the links that the expression's literals are taken from all stand in `literals`, where that is told.
  func start(in text: Span<UInt8>, literalsIn literals: Range<Int>? = nil) -> Int? {
    search.value.start(in: text, literalsIn: literals)
  }
}

extension LiteralChain.Link {
  fileprivate var signs: [TextGrams.Sign] { texts.map { TextGrams.Sign(of: $0.string) } }

  /// Whether one of its literals is a part of a word.
  fileprivate func isHeld(by word: String) -> Bool {
    texts.contains { firstOffset(of: $0.string.utf8.span, in: word.utf8.span) != nil }
  }
}

/// The chains of literals of which each match of an expression holds one.
private final class BranchSearch: Sendable {
  /// None where nothing is known.
  private let branches: [Branch]
  /// The literals of each branch's best link, tagged with the branch's bit: of many branches most need no look of
  /// their own.
  ///
  /// Nil where there are few, or more than there are bits.
  private let starters: LiteralSet?

  init(_ branches: [(chain: LiteralChain, isAnchored: Bool)]) {
    self.branches = branches.map(Branch.init)
    starters = (3...64).contains(branches.count) ? Self.starters(of: branches) : nil
  }

  private static func starters(
    of branches: [(chain: LiteralChain, isAnchored: Bool)]
  ) -> LiteralSet {
    LiteralSet(
      branches.enumerated().flatMap { index, branch in
        branch.chain.links[branch.chain.best ?? 0].texts.map { ($0.string, 1 << UInt64(index)) }
      }
    )
  }

  func start(in text: Span<UInt8>, literalsIn literals: Range<Int>?) -> Int? {
    guard !branches.isEmpty else { return 0 }
    let candidates = starters.map { $0.tags(in: text) } ?? .max
    var earliest: Int?
    for index in branches.indices where candidates >> UInt64(index & 63) & 1 != 0 {
      if let start = branches[index].start(in: text, literals ?? 0..<text.count) {
        earliest = min(start, earliest ?? start)
      }
    }
    return earliest
  }
}

/// A chain of literals as a text is searched for it.
private struct Branch: Sendable {
  /// By link: its literals, and in how many scalars behind its start the next one starts.
  private let links: [(literals: LiteralSet, reach: Int)]
  /// Scalars, at most, from a match's start to the first link.
  private let lead: Int
  /// Scalars, at most, from a match's start to a literal of the best link.
  private let reachOfBest: Int
  /// Bytes of the longest literal of the best link.
  private let longestOfBest: Int
  private let isAnchored: Bool

  init(chain: LiteralChain, isAnchored: Bool) {
    links = chain.links.map { (LiteralSet($0.texts.map(\.string)), $0.reach ?? Int.max) }
    lead = chain.lead ?? Int.max
    let best = chain.best ?? 0
    let texts = chain.links[best].texts
    let reach = chain.links[..<best].reduce(chain.lead) { sum, link in
      sum.flatMap { sum in link.reach.map { sum + $0 } }
    }
    // What was found of a literal may be another literal within it.
    let longest = texts.reduce(0) { max($0, $1.count) }
    reachOfBest = reach.map { $0 + longest } ?? Int.max
    longestOfBest = texts.reduce(0) { max($0, $1.string.utf8.count) }
    self.isAnchored = isAnchored
  }

  /// An offset before which no match starts whose best link stands in a part of the text.
  func start(in text: Span<UInt8>, _ part: Range<Int>) -> Int? {
    // A hostile text may hold the literals in more combinations than is worth trying.
    var trials = 200
    guard !isAnchored else {
      let reach = lead < Int.max ? lead + 1 : Int.max
      return stands(0, from: LiteralSet.Place(scalars: reach), in: text, &trials) == nil ? nil : 0
    }
    let earliest = LiteralSet.Place(offset: part.lowerBound).start(before: reachOfBest, in: text)
    let latest = min(text.count, part.upperBound + longestOfBest)
    let start = LiteralSet.Place(offset: earliest)
    return stands(0, from: start, in: text, upTo: latest, &trials)?.start(before: lead, in: text)
  }

  /// Where a link stands, itself up to a limit, with those behind it; nil where they do not.
  private func stands(
    _ index: Int,
    from start: LiteralSet.Place,
    in text: Span<UInt8>,
    upTo limit: Int? = nil,
    _ trials: inout Int
  ) -> LiteralSet.Place? {
    var place = start
    let part = text.extracting(0..<(limit ?? text.count))
    while links[index].literals.advance(&place, in: part) {
      trials -= 1
      if trials < 0 { return start }
      if index + 1 == links.count { return place }
      let found = place
      place.step(in: text)
      let next = LiteralSet.Place(place, scalars: links[index].reach)
      if stands(index + 1, from: next, in: text, &trials) != nil { return found }
      // Where the next link may be anywhere, later places see less of the text than this one did.
      if links[index].reach == Int.max { return nil }
    }
    return nil
  }
}
