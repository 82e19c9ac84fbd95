/// Reading single scalars of valid UTF-8; out of bounds is nil.
extension [UInt8] {
  /// The scalar that starts at a byte offset.
  package func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset >= 0, offset < count else { return nil }
    let lead = UInt32(self[offset])
    if lead < 0x80 { return Unicode.Scalar(lead) }
    guard offset + 1 < count else { return nil }
    let second = UInt32(self[offset + 1] & 0x3F)
    if lead < 0xE0 { return Unicode.Scalar((lead & 0x1F) << 6 | second) }
    guard offset + 2 < count else { return nil }
    let third = UInt32(self[offset + 2] & 0x3F)
    if lead < 0xF0 { return Unicode.Scalar((lead & 0xF) << 12 | second << 6 | third) }
    guard offset + 3 < count else { return nil }
    let fourth = UInt32(self[offset + 3] & 0x3F)
    return Unicode.Scalar((lead & 7) << 18 | second << 12 | third << 6 | fourth)
  }

  /// The scalar that ends before a byte offset.
  package func scalar(before offset: Int) -> Unicode.Scalar? {
    guard offset > 0, offset <= count else { return nil }
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// Where the first scalar starts that starts at an offset or behind it.
  package func scalarStart(atOrAfter offset: Int) -> Int {
    var start = offset
    while start < count, self[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  /// The nearest scalar before an offset of a block that is not invisible; spaces are not skipped.
  ///
  /// Nil behind a run of invisible ones that no text has, so that asking for each of such a run stays cheap.
  package func previousVisible(before offset: Int, in block: Range<Int>) -> PlacedScalar? {
    var end = Swift.min(offset, block.upperBound)
    let lowest = Swift.max(block.lowerBound, end - invisibleReach)
    while end > lowest, let scalar = scalar(before: end) {
      end -= UTF8.width(scalar)
      if !scalar.isInvisible { return PlacedScalar(offset: end, scalar: scalar) }
    }
    return nil
  }

  /// The nearest scalar from an offset of a block on that is not invisible; spaces are not skipped.
  ///
  /// Nil before a run of invisible ones that no text has, as with `previousVisible`.
  package func nextVisible(after offset: Int, in block: Range<Int>) -> PlacedScalar? {
    var start = Swift.max(offset, block.lowerBound)
    let highest = Swift.min(block.upperBound, start + invisibleReach)
    while start < highest, let scalar = scalar(at: start) {
      if !scalar.isInvisible { return PlacedScalar(offset: start, scalar: scalar) }
      start += UTF8.width(scalar)
    }
    return nil
  }
}

/// How many bytes of invisible scalars are looked past.
private let invisibleReach = 256

/// A scalar and where it starts.
package struct PlacedScalar: Hashable, Sendable {
  package let offset: Int
  package let scalar: Unicode.Scalar

  package init(offset: Int, scalar: Unicode.Scalar) {
    self.offset = offset
    self.scalar = scalar
  }

  package var range: Range<Int> { offset..<offset + UTF8.width(scalar) }
}

extension Unicode.Scalar {
  /// Zero-width characters, bidi controls and variation selectors.
  package var isInvisible: Bool {
    if value < 0xAD { return false }
    let kind = CharacterTable.shared.kind(of: self)
    return kind == .invisible || kind == .bidiControl
  }
}
