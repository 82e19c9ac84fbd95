/// Whether bytes are valid UTF-8.
///
/// The standard library's check takes longer on Chinese text, which is all characters of three bytes.
func isValidUTF8(_ bytes: [UInt8]) -> Bool {
  let span = bytes.span
  let count = span.count
  var offset = 0
  while offset < count {
    let lead = span[offset]
    if lead < 0x80 {
      offset = afterASCII(span, offset + 1)
    } else if lead >= 0xE1, lead != 0xED, lead < 0xF0, offset + 2 < count {
      guard span[offset + 1] & 0xC0 == 0x80, span[offset + 2] & 0xC0 == 0x80 else { return false }
      offset = afterLongPairs(span, offset + 3)
    } else {
      let length = sequenceLength(span, offset)
      guard length > 0 else { return false }
      offset += length
    }
  }
  return true
}

@inline(__always)
private func afterASCII(_ span: Span<UInt8>, _ start: Int) -> Int {
  var offset = start
  while offset + 16 <= span.count {
    var union: UInt8 = 0
    for index in offset..<offset + 16 { union |= span[index] }
    if union >= 0x80 { break }
    offset += 16
  }
  return offset
}

/// Behind the pairs of characters of three bytes that start at an offset, but for those that need a closer look.
@inline(__always)
private func afterLongPairs(_ span: Span<UInt8>, _ start: Int) -> Int {
  let bytes = unsafe span.bytes
  var offset = start
  while offset + 8 <= bytes.byteCount {
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      .littleEndian
    guard word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { break }
    // E0 and ED shut some second bytes out.
    let first = word & 0x0F
    let second = word >> 24 & 0x0F
    guard first != 0, first != 0x0D, second != 0, second != 0x0D else { break }
    offset += 6
  }
  return offset
}

/// The length of the valid sequence of more than one byte at an offset; 0 where there is none.
private func sequenceLength(_ span: Span<UInt8>, _ offset: Int) -> Int {
  let lead = span[offset]
  let length: Int
  // The second byte's range shuts out overlong forms, surrogates and what lies behind U+10FFFF.
  let second: ClosedRange<UInt8>
  switch lead {
  case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return 0
  }
  guard offset + length <= span.count, second.contains(span[offset + 1]) else { return 0 }
  for index in offset + 2..<max(offset + 2, offset + length) where span[index] & 0xC0 != 0x80 {
    return 0
  }
  return length
}
