internal import CICU
internal import Synchronization

/// An ICU regular expression, compiled at its first use and shared by all threads.
@safe
package final class RegularExpression: Sendable {
  package let pattern: String
  private let compiled = AtomicLazyReference<Compiled>()
  /// The address of a handle that nobody works with, so that most calls need not make one; 0 is none.
  private let spare = Atomic<UInt>(0)

  /// ICU's steps, each near a millisecond: a runaway match ends long before a reader would notice.
  private static let timeLimit: Int32 = 200
  /// Bytes of ICU's stack for backtracking.
  private static let stackLimit: Int32 = 4_000_000

  package init(_ pattern: String) {
    self.pattern = pattern
  }

  deinit {
    let address = spare.load(ordering: .acquiring)
    if let handle = unsafe OpaquePointer(bitPattern: address) { unsafe hegui_uregex_close(handle) }
  }

  /// Compiles now: an error tells what is wrong with the pattern.
  package func validate() throws(ICUError) {
    _ = try compile()
  }

  /// Whether a match starts at a byte of a text, valid UTF-8, or behind it.
  ///
  /// Look-around and anchors see the whole text.
  package func matches(_ text: Span<UInt8>, from start: Int = 0) throws(ICUError) -> Bool {
    try !matches(in: text, from: start, limit: 1).isEmpty
  }

  /// The matches that start at a byte of a text, valid UTF-8, or behind it, in order, as ranges of its bytes.
  ///
  /// Look-around and anchors see the whole text.
  package func matches(
    in text: Span<UInt8>,
    from start: Int = 0
  ) throws(ICUError) -> [Range<Int>] {
    var cursor = OffsetCursor()
    return try matches(in: text, from: start, limit: Int.max).map { match in
      let start = cursor.byteOffset(ofUTF16: match.lowerBound, in: text)
      return start..<cursor.byteOffset(ofUTF16: match.upperBound, in: text)
    }
  }

  /// The first matches, as offsets of UTF-16 units.
  private func matches(
    in text: Span<UInt8>,
    from start: Int,
    limit: Int
  ) throws(ICUError) -> [Range<Int>] {
    var status = ICU_ZERO_ERROR
    let handle = try unsafe takeHandle()
    defer { unsafe giveBack(handle) }
    let ranges = unsafe withUnsafeTemporaryAllocation(
      of: UInt16.self,
      capacity: text.count + 1
    ) { units in
      let first = unsafe fill(units, with: text.extracting(0..<start), from: 0)
      let count = unsafe fill(units, with: text.extracting(start..<text.count), from: first)
      unsafe hegui_uregex_setText(handle, units.baseAddress, Int32(count), Int32(first), &status)
      return unsafe find(limit, with: handle, &status)
    }
    if status == ICU_REGEX_TIME_OUT || status == ICU_REGEX_STACK_OVERFLOW {
      throw .patternTooCostly(pattern)
    }
    if status.isFailure { try status.check("matching \"\(pattern)\"") }
    return ranges
  }

  private func find(
    _ limit: Int,
    with handle: OpaquePointer,
    _ status: inout ICUStatus
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    while ranges.count < limit, !status.isFailure,
      unsafe hegui_uregex_findNext(handle, &status) != 0
    {
      let start = unsafe hegui_uregex_start(handle, &status)
      let end = unsafe hegui_uregex_end(handle, &status)
      if start >= 0, start <= end { ranges.append(Int(start)..<Int(end)) }
    }
    return ranges
  }

  // A match keeps its state in the handle, so each call has one to itself: clones share the compiled program.
  private func takeHandle() throws(ICUError) -> OpaquePointer {
    let address = spare.exchange(0, ordering: .acquiringAndReleasing)
    if let handle = unsafe OpaquePointer(bitPattern: address) { return unsafe handle }
    let master = try compile()
    var status = ICU_ZERO_ERROR
    let handle = unsafe hegui_uregex_clone(master.handle, &status)
    guard let handle = unsafe handle, !status.isFailure else {
      throw .failed(code: status.name, doing: "matching \"\(pattern)\"")
    }
    unsafe hegui_uregex_setUp(handle, Self.timeLimit, Self.stackLimit, &status)
    return unsafe handle
  }

  private func giveBack(_ handle: OpaquePointer) {
    let isKept = spare.compareExchange(
      expected: 0,
      desired: UInt(bitPattern: handle),
      ordering: .acquiringAndReleasing
    ).exchanged
    if !isKept { unsafe hegui_uregex_close(handle) }
  }

  private func compile() throws(ICUError) -> Compiled {
    if let compiled = compiled.load() { return compiled }
    return compiled.storeIfNil(try Compiled(pattern))
  }
}

/// Writes a text in UTF-16 to a buffer that has room for it from a unit on; gives where it ends.
private func fill(
  _ units: UnsafeMutableBufferPointer<UInt16>,
  with text: Span<UInt8>,
  from start: Int
) -> Int {
  var count = start
  var offset = 0
  while offset < text.count {
    let lead = UInt32(text[offset])
    if lead & 0xF0 == 0xE0, offset &+ 2 < text.count {
      let value =
        (lead & 0xF) << 12 | UInt32(text[offset &+ 1] & 0x3F) << 6
        | UInt32(text[offset &+ 2] & 0x3F)
      unsafe units[count] = UInt16(truncatingIfNeeded: value)
      offset &+= 3
    } else if lead < 0x80 {
      unsafe units[count] = UInt16(truncatingIfNeeded: lead)
      offset &+= 1
    } else if lead < 0xF0, offset &+ 1 < text.count {
      let value = (lead & 0x1F) << 6 | UInt32(text[offset &+ 1] & 0x3F)
      unsafe units[count] = UInt16(truncatingIfNeeded: value)
      offset &+= 2
    } else if offset &+ 3 < text.count {
      let value =
        (lead & 7) << 18 | UInt32(text[offset &+ 1] & 0x3F) << 12
        | UInt32(text[offset &+ 2] & 0x3F) << 6 | UInt32(text[offset &+ 3] & 0x3F)
      unsafe units[count] = UInt16(truncatingIfNeeded: 0xD7C0 &+ value >> 10)
      count &+= 1
      unsafe units[count] = UInt16(truncatingIfNeeded: 0xDC00 | value & 0x3FF)
      offset &+= 4
    } else {
      break
    }
    count &+= 1
  }
  return count
}

/// Turns ascending UTF-16 offsets into byte offsets.
private struct OffsetCursor {
  private var byteOffset = 0
  private var utf16Offset = 0

  mutating func byteOffset(ofUTF16 target: Int, in text: Span<UInt8>) -> Int {
    while utf16Offset < target, byteOffset < text.count {
      let lead = text[byteOffset]
      byteOffset += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      utf16Offset += lead < 0xF0 ? 1 : 2
    }
    return min(byteOffset, text.count)
  }
}

/// A compiled pattern that is only ever cloned, freed with its last user.
@safe
private final class Compiled: Sendable {
  // Cloning reads the handle and counts its users atomically; nothing else ever touches it.
  nonisolated(unsafe) let handle: OpaquePointer

  init(_ pattern: String) throws(ICUError) {
    let quick = AlternativeGuards.added(to: pattern)
    do {
      unsafe handle = try unsafe Self.open(quick)
    } catch {
      // The error tells where in the expression it is, as it is written.
      unsafe handle = try unsafe Self.open(pattern)
    }
  }

  private static func open(_ pattern: String) throws(ICUError) -> OpaquePointer {
    var status = ICU_ZERO_ERROR
    var errorOffset: Int32 = 0
    let units = Array(pattern.utf16)
    let handle = unsafe units.withUnsafeBufferPointer {
      unsafe hegui_uregex_open($0.baseAddress, Int32($0.count), &errorOffset, &status)
    }
    guard !status.isFailure, let handle = unsafe handle else {
      throw .badPattern(pattern, code: status.name, utf16Offset: Int(errorOffset))
    }
    return unsafe handle
  }

  deinit { unsafe hegui_uregex_close(handle) }
}
