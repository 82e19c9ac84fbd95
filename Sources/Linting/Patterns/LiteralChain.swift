/// Literals that every match of an expression holds: one of each link, in the order of the links.
///
/// Lengths are in scalars, white space that an expression passes over by `\s` apart.
struct LiteralChain {
  struct Link {
    /// None is empty.
    let texts: [PatternText]
    /// Scalars at most from its start to that of the next link or, of the last, to the match's end; nil is no bound.
    var reach: Int?

    /// Scalars of the shortest text.
    var shortest: Int { texts.reduce(Int.max) { min($0, $1.count) } }
  }

  var links: [Link] = []
  /// Scalars at most before the first link or, where there is none, of the whole match; nil is no bound.
  var lead: Int?

  /// Of a part of which nothing more is known than how many scalars it has at most.
  init(length: Int?) { lead = length }

  /// Of a part that matches just these texts.
  init(_ texts: [PatternText]) {
    let longest = texts.reduce(0) { max($0, $1.count) }
    guard !texts.isEmpty, texts.allSatisfy({ $0.count > 0 }) else {
      lead = longest
      return
    }
    lead = 0
    links = [Link(texts: texts, reach: longest)]
  }

  /// Of a part that matches what one of several parts does: the best link of each, as one.
  init(anyOf chains: [LiteralChain]) {
    let lengths = chains.map(\.length)
    let length = lengths.contains(nil) ? nil : lengths.compactMap(\.self).max()
    self.init(length: length)
    var texts: [PatternText] = []
    var (lead, reach): (Int?, Int?) = (0, 0)
    for chain in chains {
      guard let best = chain.best else { return }
      texts += chain.links[best].texts
      lead = larger(lead, chain.links[..<best].reduce(chain.lead) { sum($0, $1.reach) })
      reach = larger(reach, chain.links[best...].reduce(0) { sum($0, $1.reach) })
    }
    guard !texts.isEmpty else { return }
    self.lead = lead
    links = [Link(texts: texts, reach: reach)]
  }

  /// Scalars of a match at most; nil is no bound.
  var length: Int? { links.reduce(lead) { sum($0, $1.reach) } }

  /// The first of the links whose shortest text is the longest.
  var best: Int? {
    links.indices.reduce(nil) { best, index in
      guard let best else { return index }
      return links[index].shortest > links[best].shortest ? index : best
    }
  }

  mutating func append(_ next: LiteralChain) {
    extend(by: next.lead)
    links += next.links
  }

  /// Lengthens the end, of which nothing is known, by so many scalars.
  mutating func extend(by scalars: Int?) {
    if links.isEmpty {
      lead = sum(lead, scalars)
    } else {
      links[links.count - 1].reach = sum(links[links.count - 1].reach, scalars)
    }
  }
}

/// A text that a part of an expression can match.
struct PatternText {
  var string = ""
  /// In scalars.
  var count = 0

  mutating func append(_ next: PatternText) {
    string += next.string
    count += next.count
  }

  static func + (left: PatternText, right: PatternText) -> PatternText {
    PatternText(string: left.string + right.string, count: left.count + right.count)
  }
}

private func sum(_ left: Int?, _ right: Int?) -> Int? {
  guard let left, let right else { return nil }
  return left + right
}

private func larger(_ left: Int?, _ right: Int?) -> Int? {
  guard let left, let right else { return nil }
  return max(left, right)
}
