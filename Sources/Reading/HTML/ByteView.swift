import CLibXML2

/// Bytes that the parser lends for the time of one event.
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

  var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Where a byte stands next; `count` where it does not.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    unsafe hegui_next_byte(base, Int32(byte), start, count)
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

/// The attributes of a start tag, decoded; a name that stands twice comes once.
@safe
struct TagAttributes {
  private let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  init(_ base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    unsafe self.base = unsafe base
  }

  var isEmpty: Bool { unsafe base == nil }

  /// The pair at an index; nil behind the last.
  ///
  /// A value that is missing (`<p hidden>`) is nil.
  func pair(_ index: Int) -> (name: ByteView, value: ByteView?)? {
    guard let base = unsafe base, let name = unsafe base[2 * index] else { return nil }
    let value = unsafe base[2 * index + 1].map { unsafe ByteView(terminated: $0) }
    return unsafe (ByteView(terminated: name), value)
  }

  func value(of name: StaticString) -> ByteView? {
    var index = 0
    while let pair = pair(index) {
      if pair.name.equals(name) { return pair.value }
      index += 1
    }
    return nil
  }

  func has(_ name: StaticString) -> Bool {
    var index = 0
    while let pair = pair(index) {
      if pair.name.equals(name) { return true }
      index += 1
    }
    return false
  }
}
