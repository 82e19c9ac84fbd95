internal import CICU
internal import Synchronization

/// An ICU regular expression over UTF-16, compiled at its first use and shared by all threads.
@safe
package final class RegularExpression: Sendable {
  package let pattern: String
  private let ignoresCase: Bool
  private let compiled = AtomicLazyReference<Compiled>()

  /// ICU's steps, each near a millisecond: a runaway match ends long before a reader would notice.
  private static let timeLimit: Int32 = 200
  /// Bytes of ICU's stack for backtracking.
  private static let stackLimit: Int32 = 4_000_000

  package init(_ pattern: String, ignoresCase: Bool = false) {
    self.pattern = pattern
    self.ignoresCase = ignoresCase
  }

  /// Compiles now: an error tells what is wrong with the pattern.
  package func validate() throws(ICUError) {
    _ = try compile()
  }

  /// The matches that lie inside a region of the text, in order, as offsets of UTF-16 units.
  ///
  /// Look-around and anchors see the text around the region. Without a region it is the whole text.
  package func matches(in utf16: [UInt16], region: Range<Int>? = nil) throws(ICUError) -> [Range<
    Int
  >] {
    let region = (region ?? 0..<utf16.count).clamped(to: 0..<utf16.count)
    let master = try compile()
    var ranges: [Range<Int>] = []
    var status = U_ZERO_ERROR
    // A match keeps its state in the handle, so each call works on a clone: it shares the compiled program.
    let matcher = unsafe hegui_uregex_clone(master.handle, &status)
    defer { unsafe hegui_uregex_close(matcher) }
    unsafe hegui_uregex_setLimits(matcher, Self.timeLimit, Self.stackLimit, &status)
    // ICU takes no null pointer, not even for an empty text.
    let text = utf16.isEmpty ? [0] : utf16
    unsafe text.withUnsafeBufferPointer { units in
      unsafe hegui_uregex_setText(
        matcher,
        units.baseAddress,
        Int32(utf16.count),
        Int32(region.lowerBound),
        Int32(region.upperBound),
        &status
      )
      while !status.isFailure, unsafe hegui_uregex_findNext(matcher, &status) != 0 {
        let start = unsafe hegui_uregex_start(matcher, &status)
        let end = unsafe hegui_uregex_end(matcher, &status)
        if start >= 0, start <= end { ranges.append(Int(start)..<Int(end)) }
      }
    }
    if status == U_REGEX_TIME_OUT || status == U_REGEX_STACK_OVERFLOW {
      throw .patternTooCostly(pattern)
    }
    try status.check("matching \"\(pattern)\"")
    return ranges
  }

  private func compile() throws(ICUError) -> Compiled {
    if let compiled = compiled.load() { return compiled }
    return compiled.storeIfNil(try Compiled(pattern, ignoresCase: ignoresCase))
  }
}

/// A compiled pattern that is only ever cloned, freed with its last user.
@safe
private final class Compiled: Sendable {
  // Cloning reads the handle and counts its users atomically; nothing else ever touches it.
  nonisolated(unsafe) let handle: OpaquePointer

  init(_ pattern: String, ignoresCase: Bool) throws(ICUError) {
    var status = U_ZERO_ERROR
    var error = UParseError()
    let units = Array(pattern.utf16)
    let flags = ignoresCase ? UREGEX_CASE_INSENSITIVE.rawValue : 0
    let handle = unsafe units.withUnsafeBufferPointer {
      unsafe hegui_uregex_open($0.baseAddress, Int32($0.count), flags, &error, &status)
    }
    guard !status.isFailure, let handle = unsafe handle else {
      throw .badPattern(pattern, code: status.name, utf16Offset: Int(error.offset))
    }
    unsafe self.handle = handle
  }

  deinit { unsafe hegui_uregex_close(handle) }
}
