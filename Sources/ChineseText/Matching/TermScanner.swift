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
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { ring in
          guard let ring = ring.baseAddress, let bytes = text.baseAddress else { return [] }
          unsafe ring.initialize(repeating: 0, count: 256)
          var scanner = unsafe TermScanner(memory, layout, folds, ring: ring)
          unsafe scanner.run(bytes, text.count)
          return unsafe scanner.hits
        }
      }
    }
  }
}

/// One scan under way.
///
/// Its pointers live no longer than the call that made it.
@unsafe
private struct TermScanner {
  private struct State {
    let base: UInt32
    let children: UInt32
    let fail: UInt32
    let out: UInt32
  }

  private struct Out {
    let entry: UInt32
    let next: UInt32
    let length: UInt32
    let word: UInt32
  }

  /// What changes with every scalar: a value of its own, so that it stays in registers.
  private struct Place {
    var state: UInt32 = 0
    var scalars = 0
    /// Where the last scalar was skipped, or stood for several.
    var lastLoose = -1
  }

  private let classes: UnsafePointer<UInt16>
  private let root: UnsafePointer<UInt32>
  private let labels: UnsafePointer<UInt16>
  private let states: UnsafePointer<State>
  private let outs: UnsafePointer<Out>
  private let supplementary: UnsafeBufferPointer<UInt32>
  private let folds: FoldTables
  /// Starts of the last 256 scalars that were not skipped.
  private let ring: UnsafeMutablePointer<UInt32>
  private(set) var hits: [RawHit] = []

  init(
    _ memory: UnsafeRawBufferPointer,
    _ layout: MatcherLayout,
    _ folds: FoldTables,
    ring: UnsafeMutablePointer<UInt32>
  ) {
    func start<Element>(_ section: MatcherLayout.Section, _: Element.Type) -> UnsafePointer<Element>
    {
      unsafe UnsafeRawPointer(layout.words(section, of: memory).baseAddress.unsafelyUnwrapped)
        .assumingMemoryBound(to: Element.self)
    }
    unsafe classes = start(.classes, UInt16.self)
    unsafe root = start(.root, UInt32.self)
    unsafe labels = start(.labels, UInt16.self)
    unsafe states = start(.nodes, State.self)
    unsafe outs = start(.outs, Out.self)
    unsafe supplementary = layout.words(.supplementary, of: memory)
    unsafe self.folds = folds
    unsafe self.ring = ring
  }

  mutating func run(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    var place = Place()
    var at = 0
    while at < count {
      let lead = unsafe UInt32(bytes[at])
      var value = lead
      var next = at &+ 1
      if lead & 0xF0 == 0xE0, at &+ 2 < count {
        value =
          unsafe (lead & 0x0F) << 12 | UInt32(bytes[at &+ 1] & 0x3F) << 6
          | UInt32(bytes[at &+ 2] & 0x3F)
        next = at &+ 3
      } else if lead >= 0x80 {
        guard lead < 0xE0, at &+ 1 < count else {
          at = unsafe takeLong(bytes, at, count, &place)
          continue
        }
        value = unsafe (lead & 0x1F) << 6 | UInt32(bytes[at &+ 1] & 0x3F)
        next = at &+ 2
      }
      let number = unsafe classes[Int(value)]
      if number == CompiledTerms.Class.none {
        place.state = 0
      } else if number < CompiledTerms.Class.other {
        unsafe step(number, at, next, &place)
      } else {
        unsafe takeRare(number, value, at, next, &place)
      }
      at = next
    }
  }

  @inline(__always)
  private mutating func step(_ number: UInt16, _ start: Int, _ end: Int, _ place: inout Place) {
    unsafe ring[place.scalars & 255] = UInt32(truncatingIfNeeded: start)
    place.scalars &+= 1
    var state = place.state
    while true {
      if state == 0 {
        state = unsafe root[Int(number)]
        break
      }
      if unsafe states[Int(state)].children & 1 << UInt32(number & 31) != 0 {
        let next = unsafe states[Int(state)].base &+ UInt32(number)
        if unsafe labels[Int(next)] == number {
          state = next
          break
        }
      }
      state = unsafe states[Int(state)].fail
    }
    place.state = state
    let out = unsafe states[Int(state)].out
    if out != 0 { unsafe emit(out, end, place) }
  }

  @inline(never)
  private mutating func emit(_ first: UInt32, _ end: Int, _ place: Place) {
    var index = first
    while index != 0 {
      let out = unsafe outs[Int(index)]
      let start = unsafe ring[(place.scalars &- Int(out.length)) & 255]
      let loose = Int(start) <= place.lastLoose ? EntryMarks.loose.rawValue : 0
      let hit = RawHit(
        start: start,
        end: UInt32(truncatingIfNeeded: end),
        entry: out.entry,
        word: out.word | loose
      )
      unsafe hits.append(hit)
      index = out.next
    }
  }

  /// Four bytes, or whatever is left of a broken text; gives the offset after them.
  @inline(never)
  private mutating func takeLong(
    _ bytes: UnsafePointer<UInt8>,
    _ at: Int,
    _ count: Int,
    _ place: inout Place
  ) -> Int {
    guard unsafe bytes[at] >= 0xF0, at + 3 < count else {
      place.state = 0
      return at + 1
    }
    var value = unsafe UInt32(bytes[at] & 0x07)
    for index in at + 1...at + 3 { value = unsafe value << 6 | UInt32(bytes[index] & 0x3F) }
    let number = unsafe self.number(of: value)
    if number == CompiledTerms.Class.none {
      place.state = 0
    } else if number < CompiledTerms.Class.other {
      unsafe step(number, at, at + 4, &place)
    } else {
      unsafe takeRare(number, value, at, at + 4, &place)
    }
    return at + 4
  }

  /// A scalar that is skipped, stands for several, or for one outside the basic plane.
  @inline(never)
  private mutating func takeRare(
    _ number: UInt16,
    _ value: UInt32,
    _ start: Int,
    _ end: Int,
    _ place: inout Place
  ) {
    place.lastLoose = start
    guard number != CompiledTerms.Class.skipped else { return }
    var folded: [UInt32] = []
    unsafe folds.fold(value, .all) { folded.append($0) }
    for value in folded {
      let number = unsafe self.number(of: value)
      if number == CompiledTerms.Class.none {
        place.state = 0
      } else if number < CompiledTerms.Class.other {
        unsafe step(number, start, end, &place)
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
