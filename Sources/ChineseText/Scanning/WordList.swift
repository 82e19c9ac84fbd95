/// A few words to compare text with, without making strings of it.
struct WordList: Sendable {
  /// The words, each behind its length; longer ones first where one begins another.
  private let bytes: [UInt8]
  /// The bytes that the first characters of the words end with, and those that the words end with.
  private let firsts: ByteSet
  private let lasts: ByteSet

  /// Words parted by spaces.
  init(_ words: String) {
    let split = words.unicodeScalars.split(separator: " ").map { String($0) }
    var bytes: [UInt8] = []
    for word in split {
      bytes.append(UInt8(truncatingIfNeeded: word.utf8.count))
      bytes += word.utf8
    }
    self.bytes = bytes
    firsts = ByteSet(split.compactMap { String($0.unicodeScalars.prefix(1)).utf8.last })
    lasts = ByteSet(split.compactMap(\.utf8.last))
  }

  /// Where the first of the words that starts at an offset ends.
  func end(in text: [UInt8], at start: Int, before limit: Int) -> Int? {
    guard start < limit else { return nil }
    let lead = text[start]
    let probe = start + (lead < 0x80 ? 0 : lead < 0xE0 ? 1 : 2)
    guard probe < limit, firsts.contains(text[probe]) else { return nil }
    var index = 0
    while index < bytes.count {
      let length = Int(bytes[index])
      if start + length <= limit, isEqual(text, at: start, to: index + 1, length) {
        return start + length
      }
      index += length + 1
    }
    return nil
  }

  /// Whether one of the words ends at an offset.
  func hasEnd(in text: [UInt8], at end: Int, from limit: Int) -> Bool {
    guard end > limit, lasts.contains(text[end - 1]) else { return false }
    var index = 0
    while index < bytes.count {
      let length = Int(bytes[index])
      if end - length >= limit, isEqual(text, at: end - length, to: index + 1, length) {
        return true
      }
      index += length + 1
    }
    return false
  }

  private func isEqual(_ text: [UInt8], at start: Int, to word: Int, _ length: Int) -> Bool {
    // From the end: most Han begin with the same byte.
    var index = length - 1
    while index >= 0, text[start + index] == bytes[word + index] { index -= 1 }
    return index < 0
  }
}

/// A set of bytes that answers in a few instructions.
private struct ByteSet: Sendable {
  private var low: (UInt64, UInt64) = (0, 0)
  private var high: (UInt64, UInt64) = (0, 0)

  init(_ bytes: [UInt8]) {
    for byte in bytes {
      let bit = UInt64(1) << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: low.0 |= bit
      case 1: low.1 |= bit
      case 2: high.0 |= bit
      default: high.1 |= bit
      }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: return low.0 & bit != 0
    case 1: return low.1 & bit != 0
    case 2: return high.0 & bit != 0
    default: return high.1 & bit != 0
    }
  }
}
