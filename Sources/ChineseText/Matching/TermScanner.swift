/// A place where a term may stand: its folded scalars are there, in order.
struct RawHit {
  let start: UInt32
  let end: UInt32
  let entry: UInt32
  /// List << 16 | marks of the entry, with `EntryMarks.loose`.
  let word: UInt32

  var list: Int { Int(word >> 16) }
  var marks: EntryMarks { EntryMarks(rawValue: word & 0xFFFF) }
}

extension MatcherImage {
  /// All places of all terms, ascending by end.
  ///
  /// Reads every byte once; any bytes are fine.
  func scan(_ text: [UInt8]) -> [RawHit] {
    unsafe withBytes { memory in
      unsafe text.withUnsafeBufferPointer { text in
        var scanner = unsafe TermScanner(memory, layout, folds)
        unsafe scanner.run(text)
        return unsafe scanner.hits
      }
    }
  }
}

/// One scan under way.
///
/// Its pointers live no longer than the call that made it.
@unsafe
private struct TermScanner {
  private let classes: UnsafePointer<UInt16>
  private let root: UnsafePointer<UInt32>
  private let nodes: UnsafePointer<SIMD4<UInt32>>
  private let outs: UnsafePointer<SIMD4<UInt32>>
  private let supplementary: UnsafeBufferPointer<UInt32>
  private let folds: FoldTables
  /// Starts of the last 256 scalars that were not skipped.
  private var ring = InlineArray<256, UInt32>(repeating: 0)
  private var ringCount = 0
  private var state: UInt32 = 0
  /// Where the last scalar was skipped, or stood for several.
  private var lastLoose = -1
  private(set) var hits: [RawHit] = []

  init(_ memory: UnsafeRawBufferPointer, _ layout: MatcherLayout, _ folds: FoldTables) {
    func start<Element>(_ section: MatcherLayout.Section, _: Element.Type) -> UnsafePointer<Element>
    {
      unsafe UnsafeRawPointer(layout.words(section, of: memory).baseAddress.unsafelyUnwrapped)
        .assumingMemoryBound(to: Element.self)
    }
    unsafe classes = start(.classes, UInt16.self)
    unsafe root = start(.root, UInt32.self)
    unsafe nodes = start(.nodes, SIMD4<UInt32>.self)
    unsafe outs = start(.outs, SIMD4<UInt32>.self)
    unsafe supplementary = layout.words(.supplementary, of: memory)
    unsafe self.folds = folds
  }

  mutating func run(_ text: UnsafeBufferPointer<UInt8>) {
    let count = text.count
    guard let bytes = text.baseAddress else { return }
    var at = 0
    while at < count {
      let lead = unsafe UInt32(bytes[at])
      var value = lead
      var next = at &+ 1
      if lead >= 0xE0, lead < 0xF0, at &+ 2 < count {
        value =
          unsafe (lead & 0x0F) << 12 | UInt32(bytes[at &+ 1] & 0x3F) << 6
          | UInt32(bytes[at &+ 2] & 0x3F)
        next = at &+ 3
      } else if lead >= 0x80 {
        guard lead < 0xE0, at &+ 1 < count else {
          at = unsafe takeSupplementary(bytes, at, count)
          continue
        }
        value = unsafe (lead & 0x1F) << 6 | UInt32(bytes[at &+ 1] & 0x3F)
        next = at &+ 2
      }
      let number = unsafe classes[Int(value)]
      if number == CompiledTerms.Class.none {
        unsafe state = 0
      } else if number < CompiledTerms.Class.other {
        unsafe step(number, at, next)
      } else if number == CompiledTerms.Class.skipped {
        unsafe lastLoose = at
      } else {
        unsafe expand(value, at, next)
      }
      at = next
    }
  }

  @inline(__always)
  private mutating func step(_ number: UInt16, _ start: Int, _ end: Int) {
    unsafe ring[ringCount & 255] = UInt32(truncatingIfNeeded: start)
    unsafe ringCount &+= 1
    var node = SIMD4<UInt32>()
    var current = unsafe state
    while true {
      if current == 0 {
        current = unsafe root[Int(number)]
        node = unsafe nodes[Int(current)]
        break
      }
      let here = unsafe nodes[Int(current)]
      let place = here[0] &+ UInt32(number)
      node = unsafe nodes[Int(place)]
      if node[1] == current {
        current = place
        break
      }
      current = here[2]
    }
    unsafe state = current
    if node[3] != 0 { unsafe emit(node[3], end) }
  }

  private mutating func emit(_ first: UInt32, _ end: Int) {
    var index = first
    while index != 0 {
      let out = unsafe outs[Int(index)]
      let start = unsafe ring[(ringCount &- Int(out[2])) & 255]
      let loose = unsafe Int(start) <= lastLoose ? EntryMarks.loose.rawValue : 0
      let hit = RawHit(
        start: start,
        end: UInt32(truncatingIfNeeded: end),
        entry: out[0],
        word: out[3] | loose
      )
      unsafe hits.append(hit)
      index = out[1]
    }
  }

  /// Four bytes, or whatever is left of a broken text; gives the offset after them.
  private mutating func takeSupplementary(
    _ bytes: UnsafePointer<UInt8>,
    _ at: Int,
    _ count: Int
  ) -> Int {
    guard unsafe bytes[at] >= 0xF0, at + 3 < count else {
      unsafe state = 0
      return count
    }
    var value = unsafe UInt32(bytes[at] & 0x07)
    for index in at + 1...at + 3 { value = unsafe value << 6 | UInt32(bytes[index] & 0x3F) }
    let number = unsafe self.number(of: value)
    if number == CompiledTerms.Class.none {
      unsafe state = 0
    } else if number < CompiledTerms.Class.other {
      unsafe step(number, at, at + 4)
    } else if number == CompiledTerms.Class.skipped {
      unsafe lastLoose = at
    } else {
      unsafe expand(value, at, at + 4)
    }
    return at + 4
  }

  /// A scalar that stands for several, or for one outside the basic plane.
  private mutating func expand(_ value: UInt32, _ start: Int, _ end: Int) {
    unsafe lastLoose = start
    var folded: [UInt32] = []
    unsafe folds.fold(value, .all) { folded.append($0) }
    for value in folded {
      let number = unsafe self.number(of: value)
      if number == CompiledTerms.Class.none {
        unsafe state = 0
      } else if number < CompiledTerms.Class.other {
        unsafe step(number, start, end)
      }
    }
  }

  private func number(of value: UInt32) -> UInt16 {
    if value < 0x10000 { return unsafe classes[Int(value)] }
    var low = 0
    var high = unsafe supplementary.count / 2
    while low < high {
      let middle = (low + high) / 2
      let found = unsafe supplementary[middle * 2]
      if found == value { return unsafe UInt16(truncatingIfNeeded: supplementary[middle * 2 + 1]) }
      if found < value { low = middle + 1 } else { high = middle }
    }
    return Skipped(of: value) == .no ? CompiledTerms.Class.none : CompiledTerms.Class.skipped
  }
}
