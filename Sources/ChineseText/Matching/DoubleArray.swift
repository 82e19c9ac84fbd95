/// A trie laid into one array: the child of state `s` by class `c` is at `base[s] + c` if the label there is `c`.
///
/// Nodes with many children choose their room first, those with one fill the gaps, so hardly a place stays
/// empty. No two states have the same base, so a label tells whose child a place is.
struct DoubleArray {
  /// By class: the state after one scalar from the root, 0 for none.
  private(set) var root: [UInt32]
  /// By node of the trie: what is added to the class of a child to get its place.
  private var bases: [UInt32]
  /// By node of the trie.
  private var places: [UInt32]
  private var parents: [Int32]
  /// The trie's nodes without the root, nearest to it first.
  private var breadthFirst: [Int32] = []
  private var room: FreePlaces
  private let size: Int

  /// Lays out a trie; `classCount` is one more than the highest class.
  init(_ trie: Trie, classCount: Int) {
    root = Array(repeating: 0, count: classCount)
    bases = Array(repeating: 0, count: trie.classes.count)
    places = Array(repeating: 0, count: trie.classes.count)
    parents = Array(repeating: 0, count: trie.classes.count)
    // The children of the root are found by their class, so they lie side by side, the frequent first.
    var first = trie.firstChild[0]
    while first != 0 {
      breadthFirst.append(first)
      places[Int(first)] = UInt32(breadthFirst.count)
      root[Int(trie.classes[Int(first)])] = UInt32(breadthFirst.count)
      first = trie.nextSibling[Int(first)]
    }
    room = FreePlaces(taken: breadthFirst.count + 1)
    var children: [UInt16] = []
    for node in Self.widestFirst(trie) {
      children.removeAll(keepingCapacity: true)
      var child = trie.firstChild[node]
      while child != 0 {
        children.append(trie.classes[Int(child)])
        child = trie.nextSibling[Int(child)]
      }
      bases[node] = UInt32(room.take(children))
    }
    // Every base plus every class stays inside.
    size = max(Int(bases.max() ?? 0) + classCount, breadthFirst.count + 1)
    placeAll(trie)
  }

  /// The nodes with children, the root left out, those with most children first.
  private static func widestFirst(_ trie: Trie) -> [Int] {
    var widths = [Int](repeating: 0, count: trie.classes.count)
    for node in trie.classes.indices.dropFirst() {
      var child = trie.firstChild[node]
      while child != 0 {
        widths[node] += 1
        child = trie.nextSibling[Int(child)]
      }
    }
    let several = widths.indices.filter { widths[$0] > 1 }.sorted {
      widths[$0] != widths[$1] ? widths[$0] > widths[$1] : $0 < $1
    }
    return several + widths.indices.filter { widths[$0] == 1 }
  }

  private mutating func placeAll(_ trie: Trie) {
    var index = 0
    while index < breadthFirst.count {
      let node = Int(breadthFirst[index])
      var child = trie.firstChild[node]
      while child != 0 {
        places[Int(child)] = bases[node] + UInt32(trie.classes[Int(child)])
        parents[Int(child)] = Int32(node)
        breadthFirst.append(child)
        child = trie.nextSibling[Int(child)]
      }
      index += 1
    }
  }
}

/// The places of an array without an end that nobody has taken.
private struct FreePlaces {
  private var isTaken: [Bool] = [true]
  private var isBase: [Bool] = [true]
  /// A ring through place 0, ascending.
  private var next: [Int32] = [0]
  private var last: [Int32] = [0]
  /// Where the search for room for several starts; before it as many hardly find room.
  private var start: Int32 = 0
  private var width = 0

  /// All places free but the first so many.
  init(taken: Int) {
    grow(to: taken)
    for place in 1..<max(taken, 1) { take(place) }
  }

  /// Takes a place for each class, and gives what is added to a class to get it.
  mutating func take(_ classes: [UInt16]) -> Int {
    // Fewer children fit where more did not; above eight it is not worth another look.
    if classes.count != width, classes.count <= 8 { start = 0 }
    width = classes.count
    let base = base(for: classes)
    isBase[base] = true
    for number in classes {
      grow(to: base + Int(number) + 1)
      take(base + Int(number))
    }
    return base
  }

  private mutating func base(for classes: [UInt16]) -> Int {
    let lowest = Int(classes[0])
    var place = start == 0 ? next[0] : start
    var tries = 0
    while place != 0 {
      if Int(place) > lowest, isFree(Int(place) - lowest, classes) { break }
      place = next[Int(place)]
      tries += 1
    }
    if tries > (classes.count == 1 ? 16 : 128) { start = place }
    if place != 0 { return Int(place) - lowest }
    var base = max(isTaken.count - lowest, 1)
    while base < isBase.count, isBase[base] { base += 1 }
    grow(to: base + lowest + 1)
    return base
  }

  private func isFree(_ base: Int, _ classes: [UInt16]) -> Bool {
    if isBase[base] { return false }
    for number in classes.dropFirst() {
      let place = base + Int(number)
      if place < isTaken.count, isTaken[place] { return false }
    }
    return true
  }

  private mutating func grow(to count: Int) {
    while isTaken.count < count {
      let place = Int32(isTaken.count)
      let end = last[0]
      isTaken.append(false)
      isBase.append(false)
      next.append(0)
      last.append(end)
      next[Int(end)] = place
      last[0] = place
    }
  }

  private mutating func take(_ place: Int) {
    next[Int(last[place])] = next[place]
    last[Int(next[place])] = last[place]
    if start == Int32(place) { start = next[place] }
    isTaken[place] = true
  }
}

extension DoubleArray {
  /// By place: the class that leads there from another state than the root, 0 for none.
  func labels(_ trie: Trie) -> [UInt16] {
    var labels = [UInt16](repeating: 0, count: (size + 1) / 2 * 2)
    for node in breadthFirst.map(Int.init) where parents[node] != 0 {
      labels[Int(places[node])] = trie.classes[node]
    }
    return labels
  }

  /// The states of the automaton as `CompiledTerms.nodes` has them; the records of matches go to `outs`.
  func nodes(
    _ trie: Trie,
    _ labels: [UInt16],
    _ terms: FoldedTerms,
    _ outs: inout [UInt32]
  ) -> [UInt32] {
    var nodes = [UInt32](repeating: 0, count: size * 4)
    for node in breadthFirst.map(Int.init) {
      let place = Int(places[node])
      let parent = Int(places[Int(parents[node])])
      nodes[place * 4] = bases[node]
      if parent != 0 {
        let number = trie.classes[node]
        nodes[parent * 4 + 1] |= 1 << UInt32(number & 31)
        nodes[place * 4 + 2] = fail(of: nodes[parent * 4 + 2], number, nodes, labels)
      }
      var chain = nodes[Int(nodes[place * 4 + 2]) * 4 + 3]
      for index in 0..<Int(trie.termCount[node]) {
        let term = Int(trie.order[Int(trie.firstTerm[node]) + index])
        let length = terms.starts[term + 1] - terms.starts[term]
        outs.append(terms.entries[term])
        outs.append(chain)
        outs.append(UInt32(length))
        outs.append(terms.words[term])
        chain = UInt32(outs.count / 4 - 1)
      }
      nodes[place * 4 + 3] = chain
    }
    return nodes
  }

  /// The state after a class from the longest end of a text that is the start of a term.
  private func fail(
    of start: UInt32,
    _ number: UInt16,
    _ nodes: [UInt32],
    _ labels: [UInt16]
  ) -> UInt32 {
    var state = start
    while state != 0 {
      let place = nodes[Int(state) * 4] + UInt32(number)
      if labels[Int(place)] == number { return place }
      state = nodes[Int(state) * 4 + 2]
    }
    return root[Int(number)]
  }
}
