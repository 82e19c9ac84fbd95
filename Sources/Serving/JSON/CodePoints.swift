extension String {
  /// How many code points it has; nothing is decoded for it, as `unicodeScalars.count` would.
  var codePointCount: Int {
    let bytes = utf8Span.span
    var count = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Whether U+0000 is in it.
  var holdsNull: Bool {
    let bytes = utf8Span.span
    // Without an early end the loop is made of vector instructions.
    var least = UInt8.max
    for index in bytes.indices { least = min(least, bytes[index]) }
    return least == 0
  }
}
