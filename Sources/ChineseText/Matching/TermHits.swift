/// The hits in one text, list after list.
package struct TermHits: RandomAccessCollection, Sendable {
  private var hits: [TermHit] = []
  /// By list, where its hits end.
  private var ends: [Int] = []
  /// The lists that have hits, ascending.
  package private(set) var lists: [Int] = []

  package init() {}

  init(lists: Int, atMost count: Int) {
    hits.reserveCapacity(count)
    ends.reserveCapacity(lists)
  }

  /// Adds a hit of the list under way.
  mutating func append(_ hit: TermHit) { hits.append(hit) }

  /// Goes on to the next list.
  mutating func endList() {
    if hits.count > ends.last ?? 0 { lists.append(ends.count) }
    ends.append(hits.count)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count }

  package subscript(list: Int) -> ArraySlice<TermHit> {
    hits[(list > 0 ? ends[list - 1] : 0)..<ends[list]]
  }
}
