/// Reading single scalars of valid UTF-8; out of bounds is nil.
extension [UInt8] {
  /// The scalar that starts at a byte offset.
  package func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset >= 0, offset < count else { return nil }
    let lead = UInt32(self[offset])
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= count else { return nil }
    var value = lead & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(self[index] & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// The scalar that ends before a byte offset.
  package func scalar(before offset: Int) -> Unicode.Scalar? {
    guard offset > 0, offset <= count else { return nil }
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// The nearest scalar before an offset of a block that is not invisible; spaces are not skipped.
  package func previousVisible(before offset: Int, in block: Range<Int>) -> PlacedScalar? {
    var end = Swift.min(offset, block.upperBound)
    while end > block.lowerBound, let scalar = scalar(before: end) {
      end -= UTF8.width(scalar)
      if !scalar.isInvisible { return PlacedScalar(offset: end, scalar: scalar) }
    }
    return nil
  }

  /// The nearest scalar from an offset of a block on that is not invisible; spaces are not skipped.
  package func nextVisible(after offset: Int, in block: Range<Int>) -> PlacedScalar? {
    var start = Swift.max(offset, block.lowerBound)
    while start < block.upperBound, let scalar = scalar(at: start) {
      if !scalar.isInvisible { return PlacedScalar(offset: start, scalar: scalar) }
      start += UTF8.width(scalar)
    }
    return nil
  }
}

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
