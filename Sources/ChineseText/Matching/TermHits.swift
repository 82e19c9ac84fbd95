/// The hits in one text, list after list.
///
/// Of thousands of lists few have hits, so no list has a place of its own: drafts that are judged together would
/// else drive each other out of the processor's caches.
package struct TermHits: RandomAccessCollection, Sendable {
  /// 64 lists: a bit for each that has hits, and how many lists before these have some.
  private struct Presence {
    var bits: UInt64 = 0
    var before: UInt32 = 0
  }

  private var hits: [TermHit] = []
  private var presence: [Presence] = []
  /// Of each list with hits where they start; one more at the end.
  private var starts: [UInt32] = [0]
  package private(set) var endIndex = 0

  package init() {}

  init(lists count: Int, atMost hitCount: Int) {
    hits.reserveCapacity(hitCount)
    presence = [Presence](repeating: Presence(), count: (count + 63) / 64)
    endIndex = count
  }

  /// Adds the hits of a list; lists come in ascending order.
  mutating func append(_ new: some Collection<TermHit>, of list: Int) {
    guard !new.isEmpty else { return }
    hits += new
    close(list)
  }

  /// Adds the hits in a part of all that were found, which are those of a list whose entries start at a place of all.
  mutating func append(_ raw: [RawHit], in part: Range<Int>, firstEntry: Int, of list: Int) {
    guard !part.isEmpty else { return }
    for place in part { hits.append(raw[place].hit(firstEntry: firstEntry)) }
    close(list)
  }

  /// Notes that the hits at the end are those of a list.
  private mutating func close(_ list: Int) {
    let word = list >> 6
    if presence[word].bits == 0 { presence[word].before = UInt32(starts.count - 1) }
    presence[word].bits |= 1 << UInt64(list & 63)
    starts.append(UInt32(hits.count))
  }

  package var startIndex: Int { 0 }

  package subscript(list: Int) -> ArraySlice<TermHit> {
    let present = presence[list >> 6]
    let bit: UInt64 = 1 << UInt64(list & 63)
    guard present.bits & bit != 0 else { return [] }
    let rank = Int(present.before) + (present.bits & (bit - 1)).nonzeroBitCount
    return hits[Int(starts[rank])..<Int(starts[rank + 1])]
  }

  /// The lists that have hits, ascending.
  package var lists: [Int] {
    var lists: [Int] = []
    lists.reserveCapacity(starts.count)
    for (index, present) in presence.enumerated() {
      var bits = present.bits
      while bits != 0 {
        lists.append(index << 6 | bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return lists
  }
}
