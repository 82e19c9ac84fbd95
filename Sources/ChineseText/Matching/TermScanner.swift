/// A place where a term may stand: its folded scalars are there, in order.
struct RawHit {
  let start: UInt32
  let end: UInt32
  let entry: UInt32
  /// List << 16 | marks of the entry, with `EntryMarks.loose`.
  let word: UInt32

  var list: Int { Int(word >> 16) }
  var marks: EntryMarks { EntryMarks(rawValue: word & 0xFFFF) }

  /// Whether the term stands there for sure, whatever the switches of its list.
  var isCertain: Bool {
    marks.contains(.plain) && marks.isDisjoint(with: [.loose, .latinStart, .latinEnd])
  }

  /// The hit of a list whose entries start at a place of all entries.
  func hit(firstEntry: Int) -> TermHit {
    TermHit(list: list, entry: Int(entry) - firstEntry, range: Int(start)..<Int(end))
  }
}

extension MatcherImage {
  /// All places of all terms, ascending by start, then by end, but those of entries with a Latin end that has
  /// an ASCII letter or digit for a neighbour, and most of entries with signs that do not stand there.
  ///
  /// Reads every byte once; any bytes are fine.
  func scan(_ text: [UInt8]) -> [RawHit] {
    unsafe withBytes { memory in
      unsafe text.withUnsafeBufferPointer { text in
        unsafe withUnsafeTemporaryAllocation(byteCount: ScanWindow.size, alignment: 64) { room in
          guard let room = room.baseAddress else { return [] }
          let window = unsafe ScanWindow(over: text, memory, layout, folds, memory: room)
          var scanner = unsafe TermScanner(memory, layout, window, length: text.count)
          unsafe scanner.run()
          return unsafe scanner.hits
        }
      }
    }
  }
}

/// One scan under way: looks at every start through a filter, and follows the trie where that
/// lets it pass.
///
/// Its pointers live no longer than the call that made it.
@unsafe
private struct TermScanner {
  private var window: ScanWindow
  private let states: UnsafeBufferPointer<TermState>
  private let tails: UnsafeBufferPointer<UInt16>
  private let entries: UnsafeBufferPointer<UInt16>
  private let kinds: UnsafeBufferPointer<UInt32>
  private let listCount: Int
  private let prefixes: UnsafePointer<UInt64>
  private let prefixShift: UInt64
  /// The highest class of a scalar that is a term of its own; these come first.
  private var lastSingle: UInt16 = 0
  private(set) var hits: [RawHit] = []

  /// `length` is that of the text in bytes.
  init(
    _ memory: UnsafeRawBufferPointer,
    _ layout: MatcherLayout,
    _ window: ScanWindow,
    length: Int
  ) {
    unsafe self.window = window
    unsafe states = UnsafeBufferPointer(
      start: layout.start(.states, of: memory),
      count: layout.count(of: .states) / 2
    )
    unsafe tails = UnsafeBufferPointer(
      start: layout.start(.tails, of: memory),
      count: layout.count(of: .tails) * 2
    )
    unsafe entries = UnsafeBufferPointer(
      start: layout.start(.entries, of: memory),
      count: layout.count(of: .entries) * 2
    )
    unsafe kinds = layout.words(.kinds, of: memory)
    unsafe listCount = layout.count(of: .lists) / 2
    unsafe prefixes = layout.start(.prefixes, of: memory)
    unsafe prefixShift = PrefixFilter.shift(ofTable: layout.count(of: .prefixes) / 2)
    while unsafe isSingle(lastSingle + 1) { unsafe lastSingle += 1 }
    unsafe hits.reserveCapacity(length / 16)
  }

  mutating func run() {
    var isLast = false
    while !isLast {
      unsafe window.fill()
      isLast = unsafe window.isAtEnd
      let passed = unsafe isLast ? window.count : window.count - ScanWindow.reach
      unsafe search(upTo: passed)
      unsafe window.slide(passed)
    }
  }

  private mutating func search(upTo end: Int) {
    let (classes, prefixes) = unsafe (window.classes, prefixes)
    let (shift, lastSingle) = unsafe (prefixShift, lastSingle)
    var first = unsafe UInt64(classes[0])
    var second = unsafe UInt64(classes[1])
    for index in 0..<end {
      let third = unsafe UInt64(classes[index &+ 2])
      let hash = PrefixFilter.hash(first << 16 | second)
      let missing = unsafe ~prefixes[Int(hash &>> shift)]
      let isPair = missing & PrefixFilter.pairBits(hash) == 0
      let isTriple = missing & PrefixFilter.tripleBits(hash, third) == 0
      if isPair || isTriple || first &- 1 < lastSingle { unsafe follow(from: index) }
      (first, second) = (second, third)
    }
  }

  /// Whether a class is a term of its own.
  private func isSingle(_ label: UInt16) -> Bool {
    guard label < CompiledTerms.Class.other, let state = unsafe child(label) else { return false }
    if state.isShortLeaf { return state.count == 0 }
    if state.isLongLeaf { return unsafe tail(at: state.value).isEmpty }
    return unsafe ending(of: state) != nil
  }

  /// Finds the terms that begin with the scalar of an index.
  @inline(never)
  private mutating func follow(from first: Int) {
    guard var state = unsafe child(window.classes[first]) else { return }
    for index in unsafe first..<window.count {
      if state.isShortLeaf {
        let last = state.count == 0 ? index : index + 1
        guard unsafe last < window.count,
          unsafe state.count == 0 || window.classes[last] == state.count
        else { return }
        return unsafe emit(state.entry, from: first, to: last)
      }
      if state.isLongLeaf {
        let tail = unsafe tail(at: state.value)
        let end = index + 1 + tail.count
        guard unsafe end <= window.count,
          tail.indices.allSatisfy({ unsafe window.classes[index + 1 + $0] == tail[$0] })
        else { return }
        return unsafe emit(entriesAt: Int(state.value) + 1 + tail.count, from: first, to: end - 1)
      }
      if let ending = unsafe ending(of: state) {
        if ending.isShortLeaf {
          unsafe emit(ending.entry, from: first, to: index)
        } else {
          unsafe emit(entriesAt: Int(ending.value) + 1, from: first, to: index)
        }
      }
      guard let next = unsafe child(window.classes[index + 1], of: state) else { return }
      state = next
    }
  }

  /// The root's child by a class.
  private func child(_ label: UInt16) -> TermState? {
    guard label != CompiledTerms.Class.none, unsafe Int(label) < states.count,
      unsafe states[Int(label)].label == label
    else { return nil }
    return unsafe states[Int(label)]
  }

  /// A state's child by a class.
  ///
  /// A binary search without a branch that depends on what it meets, as that would be guessed wrong half the
  /// time.
  private func child(_ label: UInt16, of state: TermState) -> TermState? {
    var place = Int(state.value)
    var count = Int(state.count)
    guard label != CompiledTerms.Class.none, count > 0, unsafe place + count <= states.count else {
      return nil
    }
    while count > 1 {
      let half = count / 2
      // All ones where the label is not beyond the one sought.
      let step = unsafe (Int(states[place &+ half].label) &- Int(label) &- 1) >> (Int.bitWidth - 1)
      place &+= half & step
      count &-= half
    }
    return unsafe states[place].label == label ? states[place] : nil
  }

  /// The leaf with the terms that end at a state with children.
  private func ending(of state: TermState) -> TermState? {
    guard unsafe Int(state.value) < states.count else { return nil }
    let first = unsafe states[Int(state.value)]
    let isLeaf = first.isLongLeaf || first.isShortLeaf && first.count == 0
    return first.label == CompiledTerms.Class.none && isLeaf ? first : nil
  }

  /// The classes that a long leaf's terms end with.
  private func tail(at start: UInt32) -> UnsafeBufferPointer<UInt16> {
    guard unsafe start < tails.count else {
      return unsafe UnsafeBufferPointer(rebasing: tails[..<0])
    }
    let first = Int(start) + 1
    let count = unsafe min(Int(tails[Int(start)]), tails.count - first)
    return unsafe UnsafeBufferPointer(rebasing: tails[first..<first + count])
  }

  /// Notes the entries that stand in `tails` from an offset on.
  private mutating func emit(entriesAt place: Int, from first: Int, to last: Int) {
    var place = place
    var isLast = false
    while unsafe !isLast && place + 1 < tails.count {
      let (low, high) = unsafe (tails[place], tails[place + 1])
      isLast = high & 0x8000 != 0
      place += 2
      unsafe emit(Int(high & 0x7FFF) << 16 | Int(low), from: first, to: last)
    }
  }

  /// Notes an entry.
  private mutating func emit(_ entry: Int, from first: Int, to last: Int) {
    guard unsafe entry < entries.count, unsafe Int(entries[entry]) < kinds.count else { return }
    let (start, end) = unsafe (Int(window.starts[first]), window.end(of: last))
    let loose = unsafe window.isLoose(start, end) ? EntryMarks.loose.rawValue : 0
    let hit = unsafe RawHit(
      start: UInt32(start),
      end: UInt32(end),
      entry: UInt32(entry),
      word: kinds[Int(entries[entry])] | loose
    )
    let isPartOfWord =
      unsafe hit.marks.contains(.latinStart) && window.hasASCIINeighbour(before: start)
      || hit.marks.contains(.latinEnd) && window.hasASCIINeighbour(behind: end)
    let isPossible = unsafe !isPartOfWord && mayHaveSigns(hit)
    if unsafe hit.list < listCount && isPossible { unsafe hits.append(hit) }
  }

  /// Whether signs that an entry has may stand there; false only where they do not.
  ///
  /// The rest of such a term may be a single digit.
  private func mayHaveSigns(_ hit: RawHit) -> Bool {
    let marks = hit.marks
    guard !marks.isDisjoint(with: [.signed, .signStart, .signEnd]) else { return true }
    if marks.contains(.signed), !marks.contains(.loose) { return false }
    if marks.contains(.signStart), unsafe !window.mayHaveSign(before: Int(hit.start)) {
      return false
    }
    return unsafe !marks.contains(.signEnd) || window.mayHaveSign(behind: Int(hit.end))
  }
}
