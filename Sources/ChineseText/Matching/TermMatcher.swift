/// Finds the terms of many lists in one pass over a text.
package struct TermMatcher: Sendable {
  private let lists: [TermList]
  private let lexicon: Lexicon?
  private let guards = GuardBook()
  private let image: MatcherImage
  /// By list: its first entry in the image, its switches.
  private let settings: [(firstEntry: Int, settings: ListSettings)]

  /// Makes a matcher from its compiled form in the cache where there is one for exactly these lists,
  /// otherwise by reading and compiling them.
  ///
  /// Without a lexicon there is no veto, without a cache folder nothing is kept.
  ///
  /// - Throws: what is wrong with a list.
  package init(
    lists: [TermList],
    lexicon: Lexicon?,
    cacheFolder: CacheFolder?
  ) throws(TermListError) {
    self.lists = lists
    self.lexicon = lexicon
    image = try MatcherCache(folder: cacheFolder).image(of: lists)
    settings = image.lists
  }

  /// What a hit's entry says.
  package func entry(of hit: TermHit) -> TermEntry {
    let start = image.lineStart(of: settings[hit.list].firstEntry + hit.entry)
    return lists[hit.list].entry(at: start)
  }

  /// The hits in UTF-8 prose: of each list ascending and apart, boundaries, allow phrases, guards and veto applied.
  ///
  /// Of a list of literals: all places, ascending by start, overlapping ones included. `blocks` are ascending and
  /// apart; a sentence never goes beyond its block.
  package func hits(in text: [UInt8], blocks: [Range<Int>]) -> TermHits {
    let (hits, groups) = image.scan(text).grouped(lists: lists.count)
    var found = TermHits(lists: lists.count, atMost: hits.count)
    for (list, places) in groups {
      let (firstEntry, settings) = settings[list]
      if settings.isRaw, hits.areCertain(in: places) {
        found.append(hits, in: places, firstEntry: firstEntry, of: list)
        continue
      }
      let selection = HitSelection(
        list: lists[list],
        index: list,
        firstEntry: firstEntry,
        settings: settings,
        image: image,
        lexicon: lexicon,
        guards: guards,
        text: text,
        blocks: blocks
      )
      found.append(selection.select(hits[places]), of: list)
    }
    return found
  }
}

extension [RawHit] {
  /// Whether the terms of some of the hits stand there for sure.
  fileprivate func areCertain(in places: Range<Int>) -> Bool {
    for place in places where !self[place].isCertain { return false }
    return true
  }

  /// The hits list after list, and the lists that have some with their places in these.
  fileprivate func grouped(
    lists count: Int
  ) -> (hits: [RawHit], groups: [(list: Int, places: Range<Int>)]) {
    // By list: how many hits it has, then where the next of them goes.
    var ends = [UInt32](repeating: 0, count: count)
    for hit in self { ends[hit.list] += 1 }
    // A bit for each list: of thousands few have hits.
    var used = [UInt64](repeating: 0, count: (count + 63) / 64)
    for hit in self { used[hit.list >> 6] |= 1 << UInt64(hit.list & 63) }
    var groups: [(list: Int, places: Range<Int>)] = []
    groups.reserveCapacity(used.reduce(0) { $0 + $1.nonzeroBitCount })
    var end = 0
    for (word, var bits) in used.enumerated() {
      while bits != 0 {
        let list = word << 6 | bits.trailingZeroBitCount
        let places = end..<end + Int(ends[list])
        groups.append((list, places))
        (end, ends[list]) = (places.upperBound, UInt32(end))
        bits &= bits - 1
      }
    }
    var hits = self
    for hit in self {
      hits[Int(ends[hit.list])] = hit
      ends[hit.list] += 1
    }
    return (hits, groups)
  }
}
