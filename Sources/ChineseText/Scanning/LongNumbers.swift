extension [UInt8] {
  /// Whether so many digits stand close together as the shortest number of a person has, a mobile's eleven; a
  /// quick look at UTF-8 that never misses one.
  ///
  /// Digits count in any width, and what may part them does not end a row.
  package var mayHoldLongNumber: Bool {
    unsafe Self.steps.withUnsafeBufferPointer { steps in
      // Counts from 5, so that the eleventh digit sets a bit that no other count before it has.
      var count: UInt16 = 5
      var seen: UInt16 = 0
      for byte in self {
        let step = unsafe steps[Int(byte)]
        count = count & step.kept &+ step.added
        seen |= count
      }
      return seen >= 16
    }
  }

  /// By byte: what to keep of the count, and what to add to it; no branch, as it would be guessed wrong often.
  private static let steps: [(kept: UInt16, added: UInt16)] = (0...255).map { byte in
    switch byte {
    // An ASCII digit, or the first byte of a full-width one.
    case 0x30...0x39, 0xEF: (.max, 1)
    // A separator, or bytes of a scalar that may be one or be invisible: any but most Han's first.
    case 0x20, 0x2D, 0x80...0xE3, 0xEA...0xFF: (.max, 0)
    default: (0, 5)
    }
  }
}
