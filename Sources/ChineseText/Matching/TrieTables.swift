extension Trie {
  /// The states and tails as `CompiledTerms` has them; `classCount` is one more than the highest class.
  func tables(classCount: Int) -> (states: [TermState], tails: [UInt16]) {
    var states = [TermState](repeating: .none, count: classCount)
    var tails: [UInt16] = []
    var waiting: [(node: Int, place: Int)] = []
    func ending(_ node: Int, label: UInt16) -> TermState {
      defer { tails += self.ending(of: node) }
      return TermState(value: UInt32(tails.count), label: label, childCount: 0)
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
        childCount: UInt16(states.count - first)
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

  /// What `CompiledTerms.tails` says of the terms that end at a node.
  private func ending(of node: Int) -> [UInt16] {
    let tail = isLeaf(node) ? tail(of: node) : []
    var words = [UInt16(tail.count)] + tail
    for entry in entries(of: node) { words += [UInt16(entry & 0xFFFF), UInt16(entry >> 16)] }
    words[words.count - 1] |= 0x8000
    return words
  }
}
