/// The scalars of a text as classes, folded, a stretch at a time.
///
/// Its pointers live no longer than the call that made it.
@unsafe
struct ScanWindow {
  /// By scalar, those left out that are skipped; two more than `count` can be read, 0 behind the last.
  let classes: UnsafeMutablePointer<UInt16>
  /// By scalar: where it starts in the text; the scalars that one stands for start where it does.
  let starts: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  /// Where scalars were skipped or stand for several, ascending.
  private var loose: [UInt32] = []
  /// The first of them that a stretch still to be asked for can hold.
  private var nextLoose = 0

  private let bytes: UnsafeBufferPointer<UInt8>
  private let table: UnsafePointer<UInt16>
  private let supplementary: UnsafeBufferPointer<UInt32>
  private let folds: FoldTables
  /// The offset of the first byte not read yet.
  private var at = 0

  static let capacity = 2048
  /// No term is longer, so that a window's scalars but the last so many can be searched.
  static let reach = TermList.longestTerm + 1
  /// How many scalars one can stand for, at most.
  private static let widest = 32

  /// `memory` has room for `size` bytes.
  init(
    over bytes: UnsafeBufferPointer<UInt8>,
    _ image: UnsafeRawBufferPointer,
    _ layout: MatcherLayout,
    _ folds: FoldTables,
    memory: UnsafeMutableRawPointer
  ) {
    unsafe starts = memory.bindMemory(to: UInt32.self, capacity: Self.capacity)
    unsafe classes = (memory + Self.capacity * 4)
      .bindMemory(to: UInt16.self, capacity: Self.capacity)
    unsafe self.bytes = bytes
    unsafe table = layout.start(.classes, of: image)
    unsafe supplementary = layout.words(.supplementary, of: image)
    unsafe self.folds = folds
  }

  static let size = capacity * 6

  var isAtEnd: Bool { unsafe at >= bytes.count }

  /// Where the scalar of an index ends in the text.
  func end(of index: Int) -> Int {
    let start = unsafe Int(starts[index])
    let lead = unsafe bytes[start]
    return unsafe min(
      start + (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4),
      bytes.count
    )
  }

  /// Whether a scalar in a stretch of the text was skipped or stands for several.
  ///
  /// The stretches must be asked for in ascending order of their starts.
  mutating func isLoose(_ start: Int, _ end: Int) -> Bool {
    while unsafe nextLoose < loose.count && loose[nextLoose] < start { unsafe nextLoose += 1 }
    return unsafe nextLoose < loose.count && loose[nextLoose] < end
  }

  /// Whether an ASCII letter or digit stands right before or behind a stretch of the text.
  func hasASCIINeighbour(before start: Int) -> Bool {
    unsafe start > 0 && isASCIIAlphanumeric(bytes[start - 1])
  }

  func hasASCIINeighbour(behind end: Int) -> Bool {
    unsafe end < bytes.count && isASCIIAlphanumeric(bytes[end])
  }

  /// Whether a sign may stand right before a stretch of the text; false at its start, and behind letters and Han.
  func mayHaveSign(before start: Int) -> Bool {
    guard start > 0 else { return false }
    if unsafe bytes[start - 1] < 0x80 { return unsafe !isASCIIAlphanumeric(bytes[start - 1]) }
    return unsafe start < 3 || !isHanLead(bytes[start - 3])
  }

  /// Whether a sign may stand right behind a stretch of the text.
  func mayHaveSign(behind end: Int) -> Bool {
    guard unsafe end < bytes.count else { return false }
    return unsafe !isASCIIAlphanumeric(bytes[end]) && !isHanLead(bytes[end])
  }

  /// Leaves out the first so many scalars.
  mutating func slide(_ passed: Int) {
    unsafe count -= passed
    unsafe classes.update(from: classes + passed, count: count)
    unsafe starts.update(from: starts + passed, count: count)
  }

  /// Reads on until the window is full or the text ends.
  mutating func fill() {
    // Copies, so that no store makes the loop load them anew.
    let (bytes, end, table) = unsafe (self.bytes, self.bytes.count, self.table)
    let (classes, starts) = unsafe (self.classes, self.starts)
    let limit = unsafe Self.capacity - Self.widest
    var at = unsafe self.at
    var count = unsafe self.count
    while at < end, count < limit {
      let lead = unsafe UInt32(bytes[at])
      var value = lead
      var next = at &+ 1
      if lead & 0xF0 == 0xE0, at &+ 2 < end {
        value =
          unsafe (lead & 0x0F) << 12 | UInt32(bytes[at &+ 1] & 0x3F) << 6
          | UInt32(bytes[at &+ 2] & 0x3F)
        next = at &+ 3
      } else if lead >= 0x80 {
        guard lead < 0xE0, at &+ 1 < end else {
          var reached = count
          at = unsafe takeLong(at, &reached)
          count = reached
          continue
        }
        value = unsafe (lead & 0x1F) << 6 | UInt32(bytes[at &+ 1] & 0x3F)
        next = at &+ 2
      }
      let number = unsafe table[Int(value)]
      if number < CompiledTerms.Class.other {
        unsafe classes[count] = number
        unsafe starts[count] = UInt32(truncatingIfNeeded: at)
        count &+= 1
      } else {
        // A copy, as what is passed on by address leaves its register.
        var reached = count
        unsafe takeRare(number, value, at, &reached)
        count = reached
      }
      at = next
    }
    unsafe (classes[count], classes[count + 1]) = (0, 0)
    unsafe self.at = at
    unsafe self.count = count
  }

  private func append(_ number: UInt16, _ start: Int, _ count: inout Int) {
    guard unsafe count < Self.capacity - 2 else { return }
    unsafe classes[count] = number
    unsafe starts[count] = UInt32(truncatingIfNeeded: start)
    count += 1
  }

  /// Four bytes, or whatever is left of a broken text; gives the offset after them.
  @inline(never)
  private mutating func takeLong(_ at: Int, _ count: inout Int) -> Int {
    guard unsafe bytes[at] >= 0xF0, unsafe at + 3 < bytes.count else {
      unsafe append(CompiledTerms.Class.none, at, &count)
      return at + 1
    }
    var value = unsafe UInt32(bytes[at] & 0x07)
    for index in at + 1...at + 3 { value = unsafe value << 6 | UInt32(bytes[index] & 0x3F) }
    let number = unsafe self.number(of: value)
    if number < CompiledTerms.Class.other {
      unsafe append(number, at, &count)
    } else {
      unsafe takeRare(number, value, at, &count)
    }
    return at + 4
  }

  /// A scalar that is skipped, stands for several, or for one outside the basic plane.
  @inline(never)
  private mutating func takeRare(_ number: UInt16, _ value: UInt32, _ at: Int, _ count: inout Int) {
    unsafe loose.append(UInt32(truncatingIfNeeded: at))
    guard number != CompiledTerms.Class.skipped else { return }
    unsafe folds.fold(value, .all) { value in
      let number = unsafe self.number(of: value)
      if number < CompiledTerms.Class.other { unsafe append(number, at, &count) }
    }
  }

  private func number(of value: UInt32) -> UInt16 {
    if value < 0x10000 { return unsafe table[Int(value)] }
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

private func isASCIIAlphanumeric(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
}

/// Whether a byte starts a scalar from U+4000 to U+9FFF.
private func isHanLead(_ byte: UInt8) -> Bool { byte &- 0xE4 < 6 }
