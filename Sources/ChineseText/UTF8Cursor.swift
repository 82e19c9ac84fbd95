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
}
