/// The terms of a list seen so far, by their bytes: an open hash table that never copies a term.
package struct TermSet {
  private var slots: [Int32]
  private var terms: [(range: Range<Int>, line: Int)] = []

  /// A set that need not grow for so many terms.
  package init(expecting count: Int = 0) {
    var size = 64
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    terms.reserveCapacity(count)
  }

  /// The line that had the same term before; nil where it is new, and then it is kept.
  package mutating func insert(_ term: Range<Int>, of bytes: [UInt8], line: Int) -> Int? {
    if (terms.count + 1) * 2 > slots.count { grow(bytes) }
    var slot = Self.hash(term, bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      let (range, line) = terms[Int(slots[slot])]
      if range.count == term.count, bytes[range].elementsEqual(bytes[term]) { return line }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(terms.count)
    terms.append((term, line))
    return nil
  }

  private mutating func grow(_ bytes: [UInt8]) {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, term) in terms.enumerated() {
      var slot = Self.hash(term.range, bytes) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  private static func hash(_ range: Range<Int>, _ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29) & Int.max
  }
}
