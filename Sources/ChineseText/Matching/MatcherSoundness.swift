extension MatcherLayout {
  /// Whether every index in the tables lies inside the table it points into, so that a scan that follows
  /// them stays inside the image.
  func isSound(_ memory: UnsafeRawBufferPointer) -> Bool {
    let isSized =
      count(of: .classes) == 0x8000 && count(of: .labels) * 2 >= count(of: .nodes) / 4
      && count(of: .nodes) % 4 == 0 && count(of: .outs) % 4 == 0
      && count(of: .entries) % 2 == 0 && count(of: .lists) % 2 == 0
      && count(of: .supplementary) % 2 == 0 && count(of: .outs) >= 4
      && count(of: .root) < Int(CompiledTerms.Class.other)
    guard isSized else { return false }
    return unsafe areClassesSound(memory) && areNodesSound(memory) && areOutsSound(memory)
  }

  private var stateCount: UInt32 { UInt32(count(of: .nodes) / 4) }

  private func areClassesSound(_ memory: UnsafeRawBufferPointer) -> Bool {
    let classCount = UInt32(count(of: .root))
    let other = UInt32(CompiledTerms.Class.other)
    var isSound = true
    let classes = unsafe words(.classes, of: memory)
    for index in classes.indices {
      let word = unsafe classes[index]
      let low = word & 0xFFFF
      let high = word >> 16
      isSound =
        (low < classCount || low >= other) && (high < classCount || high >= other) && isSound
    }
    let others = unsafe words(.supplementary, of: memory)
    for index in stride(from: 1, to: others.count, by: 2) {
      isSound = unsafe (others[index] < classCount || others[index] == other) && isSound
    }
    let root = unsafe words(.root, of: memory)
    for index in root.indices { isSound = unsafe root[index] < stateCount && isSound }
    return isSound
  }

  private func areNodesSound(_ memory: UnsafeRawBufferPointer) -> Bool {
    let nodes = unsafe words(.nodes, of: memory)
    guard nodes.count > 0 else { return false }
    let wide = unsafe UnsafeRawBufferPointer(nodes).bindMemory(to: SIMD4<UInt32>.self)
    var highest = SIMD4<UInt32>()
    for index in wide.indices { highest = unsafe pointwiseMax(highest, wide[index]) }
    return Int(highest[0]) + count(of: .root) <= Int(stateCount) && highest[2] < stateCount
      && Int(highest[3]) < count(of: .outs) / 4
  }

  private func areOutsSound(_ memory: UnsafeRawBufferPointer) -> Bool {
    let outs = unsafe words(.outs, of: memory)
    let entryCount = count(of: .entries) / 2
    let listCount = count(of: .lists) / 2
    var isSound = true
    for index in 1..<max(outs.count / 4, 1) {
      let out = unsafe (outs[index * 4], outs[index * 4 + 1])
      let rest = unsafe (outs[index * 4 + 2], outs[index * 4 + 3] >> 16)
      isSound =
        out.0 < entryCount && out.1 < index && rest.0 <= TermList.longestTerm && rest.1 < listCount
        && isSound
    }
    return isSound
  }
}
