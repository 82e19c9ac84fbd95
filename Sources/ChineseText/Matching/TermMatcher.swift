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
    let place = image.entry(settings[hit.list].firstEntry + hit.entry)
    return lists[hit.list].entry(line: place.line, start: place.lineStart)
  }

  /// The hits in UTF-8 prose: of each list ascending and apart, boundaries, allow phrases, guards and veto applied.
  ///
  /// Of a list of literals: all places, ascending by start, overlapping ones included. `blocks` are ascending and
  /// apart; a sentence never goes beyond its block.
  package func hits(in text: [UInt8], blocks: [Range<Int>]) -> TermHits {
    let hits = image.scan(text)
    let (groups, order) = grouped(hits)
    var found = TermHits(lists: lists.count, atMost: hits.count)
    for (list, places) in groups {
      let own = order[places]
      if settings[list].settings.isRaw, own.allSatisfy({ hits[$0].isCertain }) {
        let firstEntry = settings[list].firstEntry
        for index in own { found.append(hits[index].hit(firstEntry: firstEntry)) }
        continue
      }
      let selection = HitSelection(
        list: lists[list],
        index: list,
        firstEntry: settings[list].firstEntry,
        settings: settings[list].settings,
        image: image,
        lexicon: lexicon,
        guards: guards,
        text: text,
        blocks: blocks
      )
      for hit in selection.select(own.map { hits[$0] }) { found.append(hit) }
    }
    return found
  }

  /// The indices of the hits list after list, and the lists that have some with their places in these.
  private func grouped(
    _ hits: [RawHit]
  ) -> (groups: [(list: Int, places: Range<Int>)], order: [Int]) {
    var ends = [Int](repeating: 0, count: lists.count)
    // A bit for each list: of thousands few have hits.
    var used = [UInt64](repeating: 0, count: (lists.count + 63) / 64)
    for hit in hits {
      ends[hit.list] += 1
      used[hit.list >> 6] |= 1 << UInt64(hit.list & 63)
    }
    var groups: [(list: Int, places: Range<Int>)] = []
    var end = 0
    for (word, var bits) in used.enumerated() {
      while bits != 0 {
        let list = word << 6 | bits.trailingZeroBitCount
        groups.append((list, end..<end + ends[list]))
        (end, ends[list]) = (end + ends[list], end)
        bits &= bits - 1
      }
    }
    var order = [Int](repeating: 0, count: hits.count)
    for (index, hit) in hits.enumerated() {
      order[ends[hit.list]] = index
      ends[hit.list] += 1
    }
    return (groups, order)
  }
}
