import CLibXML2

/// Bytes that are lent for the time of one event or one parse.
@safe
struct ByteView {
  private let base: UnsafePointer<UInt8>
  let count: Int

  init(_ base: UnsafePointer<UInt8>, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  /// The bytes before the first NUL.
  init(terminated base: UnsafePointer<UInt8>) {
    unsafe self.init(base, count: hegui_length(base))
  }

  /// Zero outside the bounds.
  subscript(index: Int) -> UInt8 {
    index >= 0 && index < count ? unsafe base[index] : 0
  }

  /// A part of these, cut to the bounds.
  subscript(range: Range<Int>) -> ByteView {
    let range = range.clamped(to: 0..<count)
    return unsafe ByteView(base + range.lowerBound, count: range.count)
  }

  var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// Whether characters beyond ASCII or as many digits as a telephone number has stand there.
  var mayHoldWords: Bool {
    var digits = 0
    for index in 0..<count {
      let byte = self[index]
      if byte >= 0x80 { return true }
      if (0x30...0x39).contains(byte) { digits += 1 }
    }
    return digits >= 7
  }

  func append(to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
  }

  /// Where a byte stands next; `count` where it does not.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    unsafe hegui_next_byte(base, Int32(byte), start, count)
  }

  /// Where text ends that starts at an offset: at the next `<` or `&`, or at the end.
  func endOfText(from start: Int) -> Int {
    var index = start
    let open = SIMD16<UInt8>(repeating: UInt8(ascii: "<"))
    let reference = SIMD16<UInt8>(repeating: UInt8(ascii: "&"))
    while index + 16 <= count {
      let bytes = unsafe UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<UInt8>.self)
      if any((bytes .== open) .| (bytes .== reference)) { break }
      index += 16
    }
    while index < count {
      let byte = unsafe base[index]
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return index }
      index += 1
    }
    return count
  }

  /// Up to eight bytes from an offset, the first in the lowest place, zeros behind them.
  func word(at start: Int, count length: Int) -> UInt64 {
    if start >= 0, start + 8 <= count {
      let word = unsafe UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self).littleEndian
      return length >= 8 ? word : word & ((1 << (UInt64(length) * 8)) &- 1)
    }
    var word: UInt64 = 0
    for index in 0..<min(8, length) { word |= UInt64(self[start + index]) << (UInt64(index) * 8) }
    return word
  }

  /// Behind the white space that stands at an offset.
  func afterBlanks(_ start: Int) -> Int {
    var index = start
    while index < count {
      switch unsafe base[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return index
      }
    }
    return index
  }

  /// Behind the ASCII name of an element or an attribute that stands at an offset.
  func afterName(_ start: Int) -> Int {
    var index = start
    while index < count {
      let byte = unsafe base[index]
      guard byte < 0x80, isNameByte(byte) else { break }
      index += 1
    }
    return index
  }

  /// Whether a part equals another but for the case of ASCII letters.
  func equals(_ range: Range<Int>, ignoringCaseOf other: Range<Int>) -> Bool {
    guard range.count == other.count, range.upperBound <= count, other.upperBound <= count else {
      return false
    }
    for offset in 0..<range.count {
      let byte = self[range.lowerBound + offset]
      let expected = self[other.lowerBound + offset]
      guard byte == expected || byte ^ expected == 0x20 && isLetter(byte) else { return false }
    }
    return true
  }

  func equals(_ literal: StaticString) -> Bool {
    literal.utf8CodeUnitCount == count && hasPrefix(literal)
  }

  func hasPrefix(_ literal: StaticString, at start: Int = 0) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    let expected = unsafe literal.utf8Start
    for index in 0..<length {
      guard unsafe base[start + index] == expected[index] else { return false }
    }
    return true
  }

  func contains(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard length > 0, length <= count else { return false }
    for start in 0...count - length where hasPrefix(literal, at: start) { return true }
    return false
  }
}
