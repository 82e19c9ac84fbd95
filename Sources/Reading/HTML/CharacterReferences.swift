import CLibXML2

/// Decodes the character references of one page.
///
/// What has been decoded stays in its place until `removeAll`.
@safe
final class CharacterReferences {
  enum Reading {
    /// The `&` is text.
    case none
    /// What it stands for has been added to what is decoded.
    case character(end: Int)
    /// One with something missing.
    case odd
  }

  private let text: ByteView
  /// Room for all bytes of the page: no reference is shorter than its character.
  private var bytes: UnsafeMutablePointer<UInt8>?
  private var count = 0
  /// Names that have been looked up; 0 for those that stand for nothing.
  private var known: [(name: UInt64, scalar: UInt32)] = []

  init(_ text: ByteView) { self.text = text }

  deinit { unsafe bytes?.deallocate() }

  func removeAll() { count = 0 }

  /// What has been decoded since there were so many bytes.
  func decoded(from start: Int) -> ByteView {
    guard let bytes = unsafe bytes else { return text[0..<0] }
    return unsafe ByteView(bytes + start, count: count - start)
  }

  /// A value with its references decoded; nil where one of them is odd.
  func decode(_ range: Range<Int>) -> ByteView? {
    let start = count
    var index = range.lowerBound
    while index < range.upperBound {
      if text[index] == UInt8(ascii: "&") {
        switch read(at: index) {
        case .odd: return nil
        case .none: break
        case .character(let end):
          index = end
          continue
        }
      }
      add(text[index])
      index += 1
    }
    return decoded(from: start)
  }

  /// Reads what may be a reference at an `&`.
  func read(at start: Int) -> Reading {
    guard text[start + 1] != UInt8(ascii: "#") else { return readNumber(at: start) }
    var end = start + 1
    while isLetter(text[end]) || isDigit(text[end]) { end += 1 }
    let length = end - start - 1
    guard length < 1000 else { return .odd }
    // No name of HTML 4 is longer.
    guard length > 0, length <= 8, text[end] == UInt8(ascii: ";") else { return .none }
    let scalar = scalar(named: text.word(at: start + 1, count: length))
    guard scalar > 0, let scalar = Unicode.Scalar(scalar) else { return .none }
    add(scalar)
    return .character(end: end + 1)
  }

  private func readNumber(at start: Int) -> Reading {
    var end = start + 2
    let isHexadecimal = text[end] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { end += 1 }
    let first = end
    var value: UInt32 = 0
    while end - first < 8, let digit = digit(text[end], isHexadecimal) {
      value = value * (isHexadecimal ? 16 : 10) + digit
      end += 1
    }
    guard end > first, end - first < 8, text[end] == UInt8(ascii: ";"),
      value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D,
      value != 0xFFFE, value != 0xFFFF, let scalar = Unicode.Scalar(value)
    else { return .odd }
    add(scalar)
    return .character(end: end + 1)
  }

  private func scalar(named name: UInt64) -> UInt32 {
    if let found = known.first(where: { $0.name == name }) { return found.scalar }
    var terminated = (name.littleEndian, UInt64(0))
    let scalar = unsafe withUnsafeBytes(of: &terminated) { bytes in
      guard let base = bytes.baseAddress else { return UInt32(0) }
      return unsafe htmlEntityLookup(base.assumingMemoryBound(to: UInt8.self))?.pointee.value ?? 0
    }
    if known.count < 64 { known.append((name, scalar)) }
    return scalar
  }

  private func add(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
  }

  private func add(_ byte: UInt8) {
    let bytes = unsafe bytes ?? .allocate(capacity: text.count + 8)
    unsafe self.bytes = unsafe bytes
    unsafe bytes[count] = byte
    count += 1
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if isDigit(byte) { return UInt32(byte - 0x30) }
    guard isHexadecimal, (0x61...0x66).contains(byte | 0x20) else { return nil }
    return UInt32((byte | 0x20) - 0x57)
  }
}
