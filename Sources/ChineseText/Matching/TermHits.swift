/// The hits in one text, list after list.
package struct TermHits: RandomAccessCollection, Sendable {
  private var hits: [TermHit] = []
  /// By list, where its hits start and end.
  private var places: [(start: Int32, end: Int32)] = []
  /// The lists that have hits, ascending.
  package private(set) var lists: [Int] = []

  package init() {}

  init(lists: Int, atMost count: Int) {
    hits.reserveCapacity(count)
    places = [(start: Int32, end: Int32)](repeating: (0, 0), count: lists)
  }

  /// Adds a hit; hits come list after list.
  mutating func append(_ hit: TermHit) {
    let start = lists.last == hit.list ? places[hit.list].start : Int32(hits.count)
    if lists.last != hit.list { lists.append(hit.list) }
    hits.append(hit)
    places[hit.list] = (start, Int32(hits.count))
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { places.count }

  package subscript(list: Int) -> ArraySlice<TermHit> {
    hits[Int(places[list].start)..<Int(places[list].end)]
  }
}
