/// Whether bytes are valid UTF-8.
///
/// Sixteen bytes at a time, mostly without a branch: the standard library's check takes longer where
/// ASCII and Chinese take turns.
package func isValidUTF8(_ bytes: [UInt8]) -> Bool {
  let span = bytes.span
  // A word looks at the three bytes before it, which are of whole characters here.
  var offset = afterCharacters(span, from: 0, to: min(3, span.count))
  if offset >= 3 {
    var faults = Word()
    while offset + 16 <= span.count {
      faults |= faultsOfWord(span, offset)
      offset += 16
    }
    guard !isMarked(faults) else { return false }
    offset = startOfCharacter(span, before: offset)
  }
  return offset >= 0 && afterCharacters(span, from: offset, to: span.count) == span.count
}

/// Sixteen bytes, of each of which the highest bit tells something; no other bit counts.
///
/// A shift to the left brings a lower bit of a byte to the place of its highest.
private typealias Word = SIMD2<UInt64>

@inline(__always)
private func eachByte(_ byte: UInt8) -> Word {
  Word(repeating: UInt64(byte) &* 0x0101_0101_0101_0101)
}

@inline(__always)
private func isMarked(_ word: Word) -> Bool { (word.x | word.y) & 0x8080_8080_8080_8080 != 0 }

/// Marks a byte that may not follow the three before it.
@inline(__always)
private func faultsOfWord(_ span: Span<UInt8>, _ offset: Int) -> Word {
  let bytes = unsafe span.bytes
  func load(before distance: Int) -> Word {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset - distance, as: Word.self)
  }
  let word = load(before: 0)
  let first = load(before: 1)
  let second = load(before: 2)
  let third = load(before: 3)
  let leads = first & (first &<< 1)
  let longLeads = leads & (first &<< 2) & (first &<< 3)
  let beforeTwo = second & (second &<< 1) & (second &<< 2)
  let beforeThree = third & (third &<< 1) & (third &<< 2) & (third &<< 3)
  let faults = (word & ~(word &<< 1)) ^ (leads | beforeTwo | beforeThree)
  // C0, C1, E0 and E1; ED; F0 and above.
  let low = leads & ~((first & eachByte(0x1E)) &+ eachByte(0x7E))
  let special = low | equal(first, 0xED) | longLeads
  guard isMarked(special) else { return faults }
  return faults | faultsOfSpecialLeads(first, longLeads, word)
}

/// Marks overlong forms, surrogates and what lies behind U+10FFFF, seen by lead and second byte.
private func faultsOfSpecialLeads(_ leads: Word, _ longLeads: Word, _ word: Word) -> Word {
  let fromA0 = word &<< 2
  let from90 = fromA0 | (word &<< 3)
  let never = equal(leads & eachByte(0xFE), 0xC0)
  let tooHigh = longLeads & ((leads & eachByte(0x0F)) &+ eachByte(0x7B))
  let three = (equal(leads, 0xE0) & ~fromA0) | (equal(leads, 0xED) & fromA0)
  let four = (equal(leads, 0xF0) & ~from90) | (equal(leads, 0xF4) & from90)
  return never | tooHigh | three | four
}

/// Marks the bytes that equal `byte`.
@inline(__always)
private func equal(_ word: Word, _ byte: UInt8) -> Word {
  let difference = word ^ eachByte(byte)
  return ~(((difference & eachByte(0x7F)) &+ eachByte(0x7F)) | difference)
}

/// Where the character begins that an offset parts, else the offset.
private func startOfCharacter(_ span: Span<UInt8>, before offset: Int) -> Int {
  for start in stride(from: offset - 1, through: max(0, offset - 3), by: -1)
  where span[start] & 0xC0 != 0x80 {
    return span[start] < 0x80 ? offset : start
  }
  return offset
}

/// The first end of a character at or behind `limit`; -1 where an invalid sequence comes before it.
private func afterCharacters(_ span: Span<UInt8>, from start: Int, to limit: Int) -> Int {
  var offset = start
  while offset < limit {
    let length = span[offset] < 0x80 ? 1 : sequenceLength(span, offset)
    guard length > 0 else { return -1 }
    offset += length
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
