/// Tells, at a small part of the expression's own cost, where a match of an expression may be, if anywhere.
struct PatternGate: Sendable {
  /// Each match holds the literals of one of these; none where nothing is known.
  private let branches: [Branch]

  init(_ branches: [(chain: LiteralChain, isAnchored: Bool)]) {
    let isUseful = branches.allSatisfy { !$0.chain.links.isEmpty }
    self.branches = isUseful ? branches.map(Branch.init) : []
  }

  /// An offset before which no match starts, at the start of a scalar; nil where there is no match at all.
  func start(in text: Span<UInt8>) -> Int? {
    guard !branches.isEmpty else { return 0 }
    var earliest: Int?
    for index in branches.indices {
      if let start = branches[index].start(in: text) { earliest = min(start, earliest ?? start) }
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
  private let isAnchored: Bool

  init(chain: LiteralChain, isAnchored: Bool) {
    links = chain.links.map { (LiteralSet($0.texts.map(\.string)), $0.reach ?? Int.max) }
    lead = chain.lead ?? Int.max
    self.isAnchored = isAnchored
  }

  func start(in text: Span<UInt8>) -> Int? {
    // A hostile text may hold the literals in more combinations than is worth trying.
    var trials = 200
    let reach = isAnchored && lead < Int.max ? lead + 1 : Int.max
    let first = stands(0, from: LiteralSet.Place(scalars: reach), in: text, &trials)
    return first.map { isAnchored ? 0 : $0.start(before: lead, in: text) }
  }

  /// Where a link stands with those behind it; nil where they do not.
  private func stands(
    _ index: Int,
    from start: LiteralSet.Place,
    in text: Span<UInt8>,
    _ trials: inout Int
  ) -> LiteralSet.Place? {
    var place = start
    while links[index].literals.advance(&place, in: text) {
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
