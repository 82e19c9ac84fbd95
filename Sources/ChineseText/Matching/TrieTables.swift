extension Trie {
  /// The states and tails as `CompiledTerms` has them; `classCount` is one more than the highest class.
  func tables(classCount: Int) -> (states: [TermState], tails: [UInt16]) {
    var states = [TermState](repeating: .none, count: classCount)
    var tails: [UInt16] = []
    var waiting: [(node: Int, place: Int)] = []
    func ending(_ node: Int, label: UInt16) -> TermState {
      let tail = isLeaf(node) ? tail(of: node) : []
      let entries = entries(of: node)
      if entries.count == 1, tail.count <= 1 {
        return TermState(entry: entries[0], label: label, tail: tail.first ?? 0)
      }
      defer { tails += Self.words(tail, entries) }
      return TermState(value: UInt32(tails.count), label: label, count: 0)
    }
    func lay(_ child: Int, at place: Int) {
      if isLeaf(child) {
        states[place] = ending(child, label: classes[child])
      } else {
        waiting.append((child, place))
      }
    }
    for child in children(of: 0) { lay(child, at: Int(classes[child])) }
    var next = 0
    while next < waiting.count {
      let (node, place) = waiting[next]
      next += 1
      let first = states.count
      if termCount[node] > 0 { states.append(ending(node, label: 0)) }
      for child in children(of: node) {
        states.append(.none)
        lay(child, at: states.count - 1)
      }
      states[place] = TermState(
        value: UInt32(first),
        label: classes[node],
        count: UInt16(states.count - first)
      )
    }
    if tails.count % 2 != 0 { tails.append(0) }
    return (states, tails)
  }

  private func children(of node: Int) -> some Sequence<Int> {
    sequence(state: firstChild[node]) { child in
      guard child != 0 else { return nil }
      defer { child = nextSibling[Int(child)] }
      return Int(child)
    }
  }

  /// What `CompiledTerms.tails` says of a long leaf.
  private static func words(_ tail: ArraySlice<UInt16>, _ entries: [UInt32]) -> [UInt16] {
    var words = [UInt16(tail.count)] + tail
    for entry in entries { words += [UInt16(entry & 0xFFFF), UInt16(entry >> 16)] }
    words[words.count - 1] |= 0x8000
    return words
  }
}
