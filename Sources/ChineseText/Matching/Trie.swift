/// The terms as a tree of classes; node 0 is the root.
///
/// Children come in ascending order of class. A node that only one sequence of classes goes on from is a leaf:
/// the rest of the sequence is its tail.
struct Trie {
  private(set) var classes: [UInt16] = [0]
  private(set) var firstChild: [Int32] = [0]
  private(set) var nextSibling: [Int32] = [0]
  /// By node: the stretch of `order` with the terms that end there, a leaf's tail included.
  private(set) var firstTerm: [Int32] = [0]
  private(set) var termCount: [Int32] = [0]
  /// By node: how many of its terms' classes lie on the way to it.
  private(set) var depths: [UInt8] = [0]
  /// Indices of terms, sorted by their classes; terms with a scalar that has no number are missing.
  private let order: [Int32]
  /// The classes of all terms, one after the other.
  private let pool: [UInt16]
  private let terms: FoldedTerms
  private var lastChild: [Int32] = [0]

  init(_ terms: FoldedTerms, _ numbering: ClassNumbering) {
    self.terms = terms
    pool = terms.pool.map { numbering.number(of: $0) }
    order = Self.sorted(terms, pool)
    var path: [Int32] = [0]
    var place = 0
    var shared = 0
    while place < order.count {
      let key = key(place)
      var next = place + 1
      while next < order.count, pool[self.key(next)].elementsEqual(pool[key]) { next += 1 }
      let sharedWithNext = next < order.count ? commonPrefix(key, self.key(next)) : 0
      path.removeLast(path.count - 1 - shared)
      for depth in path.count - 1..<min(key.count, max(shared, sharedWithNext) + 1) {
        path.append(addChild(of: Int(path[depth]), pool[key.lowerBound + depth]))
      }
      let node = Int(path[path.count - 1])
      firstTerm[node] = Int32(place)
      termCount[node] = Int32(next - place)
      shared = sharedWithNext
      place = next
    }
  }

  func isLeaf(_ node: Int) -> Bool { firstChild[node] == 0 }

  /// The classes of a leaf's terms behind it; of other nodes none.
  func tail(of node: Int) -> ArraySlice<UInt16> {
    let key = key(Int(firstTerm[node]))
    return pool[key.lowerBound + Int(depths[node])..<key.upperBound]
  }

  /// The entries that end at a node, the last of the lists first.
  func entries(of node: Int) -> [UInt32] {
    let first = Int(firstTerm[node])
    return (first..<first + Int(termCount[node])).reversed().map { terms.entries[Int(order[$0])] }
  }

  /// The first three classes of every term of two and more.
  var prefixes: [ArraySlice<UInt16>] {
    order.indices.lazy.map { pool[key($0)].prefix(3) }.filter { $0.count > 1 }
  }

  private func key(_ place: Int) -> Range<Int> {
    terms.starts[Int(order[place])]..<terms.starts[Int(order[place]) + 1]
  }

  private func commonPrefix(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    var shared = 0
    while shared < min(one.count, other.count),
      pool[one.lowerBound + shared] == pool[other.lowerBound + shared]
    {
      shared += 1
    }
    return shared
  }

  private mutating func addChild(of parent: Int, _ number: UInt16) -> Int32 {
    let node = Int32(classes.count)
    classes.append(number)
    firstChild.append(0)
    lastChild.append(0)
    nextSibling.append(0)
    firstTerm.append(0)
    termCount.append(0)
    depths.append(depths[parent] + 1)
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
      let end = terms.starts[term + 1]
      guard !pool[start..<end].contains(CompiledTerms.Class.none) else { continue }
      var prefix: UInt64 = 0
      for index in start..<start + 4 {
        prefix = prefix << 16 | (index < end ? UInt64(pool[index]) : 0)
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
    return keys.map { $0.term }
  }
}
