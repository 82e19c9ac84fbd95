/// A trie laid into one array: the child of state `s` by class `c` is at `base[s] + c` where `check` is `s`.
struct DoubleArray {
  /// By class: the state after one scalar from the root, 0 for none.
  private(set) var root: [UInt32]
  private var base: [UInt32] = [0]
  private var check: [UInt32] = [Self.nobody]
  private var isTaken: [Bool] = [true]
  /// The free places are a ring through place 0.
  private var nextFree: [Int32] = [0]
  private var lastFree: [Int32] = [0]
  /// Where the search for room for several children starts.
  private var searchStart: Int32 = 0
  /// The trie's nodes, nearest to the root first.
  private var breadthFirst: [Int32] = []
  /// By node of the trie.
  private var places: [UInt32]
  private var parents: [Int32]
  private let classCount: Int

  private static let nobody = UInt32.max

  /// Lays out a trie; `classCount` is one more than the highest class.
  init(_ trie: Trie, classCount: Int) {
    self.classCount = classCount
    root = Array(repeating: 0, count: classCount)
    places = Array(repeating: 0, count: trie.classes.count)
    parents = Array(repeating: 0, count: trie.classes.count)
    placeFirst(trie)
    var index = 0
    while index < breadthFirst.count {
      placeChildren(of: Int(breadthFirst[index]), trie)
      index += 1
    }
    // Every base plus every class stays inside.
    grow(to: Int(base.max() ?? 0) + classCount)
  }

  /// The children of the root are found by their class, so they lie anywhere.
  private mutating func placeFirst(_ trie: Trie) {
    var child = trie.firstChild[0]
    while child != 0 {
      let place = UInt32(base.count)
      grow(to: Int(place) + 1)
      take(Int(place), check: Self.nobody)
      places[Int(child)] = place
      root[Int(trie.classes[Int(child)])] = place
      breadthFirst.append(child)
      child = trie.nextSibling[Int(child)]
    }
  }

  private mutating func placeChildren(of node: Int, _ trie: Trie) {
    let first = trie.firstChild[node]
    guard first != 0 else { return }
    let base = findBase(first, trie)
    let place = Int(places[node])
    self.base[place] = UInt32(base)
    var child = first
    while child != 0 {
      let slot = base + Int(trie.classes[Int(child)])
      grow(to: slot + 1)
      take(slot, check: UInt32(place))
      places[Int(child)] = UInt32(slot)
      parents[Int(child)] = Int32(node)
      breadthFirst.append(child)
      child = trie.nextSibling[Int(child)]
    }
  }

  private mutating func findBase(_ first: Int32, _ trie: Trie) -> Int {
    let lowest = Int(trie.classes[Int(first)])
    let second = trie.nextSibling[Int(first)]
    let isSingle = second == 0
    var slot = isSingle ? nextFree[0] : searchStart == 0 ? nextFree[0] : searchStart
    var tries = 0
    let limit = isSingle ? 64 : 256
    while slot != 0, tries < limit {
      if Int(slot) > lowest, isRoom(Int(slot) - lowest, second, trie) {
        if !isSingle, tries > 128 { searchStart = slot }
        return Int(slot) - lowest
      }
      slot = nextFree[Int(slot)]
      tries += 1
    }
    if !isSingle, slot != 0 { searchStart = slot }
    return max(base.count, lowest + 1) - lowest
  }

  private func isRoom(_ base: Int, _ second: Int32, _ trie: Trie) -> Bool {
    var child = second
    while child != 0 {
      let slot = base + Int(trie.classes[Int(child)])
      if slot < isTaken.count, isTaken[slot] { return false }
      child = trie.nextSibling[Int(child)]
    }
    return true
  }

  private mutating func grow(to count: Int) {
    while base.count < count {
      let place = Int32(base.count)
      let last = lastFree[0]
      base.append(0)
      check.append(Self.nobody)
      isTaken.append(false)
      nextFree.append(0)
      lastFree.append(last)
      nextFree[Int(last)] = place
      lastFree[0] = place
    }
  }

  private mutating func take(_ place: Int, check: UInt32) {
    let next = nextFree[place]
    let last = lastFree[place]
    nextFree[Int(last)] = next
    lastFree[Int(next)] = last
    if searchStart == Int32(place) { searchStart = next }
    isTaken[place] = true
    self.check[place] = check
  }
}

extension DoubleArray {
  /// The states of the automaton as `CompiledTerms.nodes` has them; the records of matches go to `outs`.
  func nodes(_ trie: Trie, _ terms: FoldedTerms, _ outs: inout [UInt32]) -> [UInt32] {
    var nodes = [UInt32](repeating: 0, count: base.count * 4)
    for place in base.indices {
      nodes[place * 4] = base[place]
      nodes[place * 4 + 1] = check[place]
    }
    for node in breadthFirst.map(Int.init) {
      let place = Int(places[node])
      let parent = Int(parents[node])
      let parentFail = nodes[Int(places[parent]) * 4 + 2]
      let fail = parent == 0 ? 0 : fail(of: parentFail, trie.classes[node], nodes)
      nodes[place * 4 + 2] = fail
      var chain = nodes[Int(fail) * 4 + 3]
      for index in 0..<Int(trie.termCount[node]) {
        let term = Int(trie.order[Int(trie.firstTerm[node]) + index])
        let length = terms.starts[term + 1] - terms.starts[term]
        outs += [terms.entries[term], chain, UInt32(length), terms.words[term]]
        chain = UInt32(outs.count / 4 - 1)
      }
      nodes[place * 4 + 3] = chain
    }
    return nodes
  }

  /// The state after a class from the longest end of a text that is the start of a term.
  private func fail(of start: UInt32, _ number: UInt16, _ nodes: [UInt32]) -> UInt32 {
    var state = start
    while state != 0 {
      let place = base[Int(state)] + UInt32(number)
      if check[Int(place)] == state { return place }
      state = nodes[Int(state) * 4 + 2]
    }
    return root[Int(number)]
  }
}
