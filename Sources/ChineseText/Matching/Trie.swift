/// The terms as a tree of classes; node 0 is the root.
///
/// Children come in ascending order of class.
struct Trie {
  private(set) var classes: [UInt16] = [0]
  private(set) var firstChild: [Int32] = [0]
  private(set) var nextSibling: [Int32] = [0]
  /// By node: where in `order` the terms that end there begin.
  private(set) var firstTerm: [Int32] = [0]
  private(set) var termCount: [Int32] = [0]
  /// Indices of terms, sorted by their classes.
  private(set) var order: [Int32] = []
  private var lastChild: [Int32] = [0]

  init(_ terms: FoldedTerms, _ numbering: ClassNumbering) {
    let pool = terms.pool.map { numbering.number(of: $0) }
    order = Self.sorted(terms, pool)
    var path: [Int32] = [0]
    var last: Range<Int> = 0..<0
    for (place, term) in order.enumerated() {
      let key = terms.starts[Int(term)]..<terms.starts[Int(term) + 1]
      var shared = 0
      while shared < min(key.count, last.count),
        pool[key.lowerBound + shared] == pool[last.lowerBound + shared]
      {
        shared += 1
      }
      path.removeLast(path.count - 1 - shared)
      for index in key.lowerBound + shared..<key.upperBound {
        path.append(addChild(of: Int(path[path.count - 1]), pool[index]))
      }
      let node = Int(path[path.count - 1])
      if termCount[node] == 0 { firstTerm[node] = Int32(place) }
      termCount[node] += 1
      last = key
    }
  }

  private mutating func addChild(of parent: Int, _ number: UInt16) -> Int32 {
    let node = Int32(classes.count)
    classes.append(number)
    firstChild.append(0)
    lastChild.append(0)
    nextSibling.append(0)
    firstTerm.append(0)
    termCount.append(0)
    if firstChild[parent] == 0 {
      firstChild[parent] = node
    } else {
      nextSibling[Int(lastChild[parent])] = node
    }
    lastChild[parent] = node
    return node
  }

  private struct SortKey {
    let prefix: UInt64
    let term: Int32
  }

  /// Sorts by the first four classes packed in a word, and only where these are equal by the rest.
  private static func sorted(_ terms: FoldedTerms, _ pool: [UInt16]) -> [Int32] {
    var keys: [SortKey] = []
    keys.reserveCapacity(terms.entries.count)
    for term in terms.entries.indices {
      let start = terms.starts[term]
      let count = terms.starts[term + 1] - start
      var prefix: UInt64 = 0
      for index in 0..<4 {
        prefix = prefix << 16 | (index < count ? UInt64(pool[start + index]) : 0)
      }
      keys.append(SortKey(prefix: prefix, term: Int32(term)))
    }
    keys.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      if left.prefix & 0xFFFF == 0 { return left.term < right.term }
      let leftRest = pool[terms.starts[Int(left.term)]..<terms.starts[Int(left.term) + 1]]
      let rightRest = pool[terms.starts[Int(right.term)]..<terms.starts[Int(right.term) + 1]]
      if leftRest.lexicographicallyPrecedes(rightRest) { return true }
      return leftRest.elementsEqual(rightRest) && left.term < right.term
    }
    return keys.map(\.term)
  }
}
