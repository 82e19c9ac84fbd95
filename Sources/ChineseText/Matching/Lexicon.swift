/// Words sorted by their UTF-8 bytes, one a line, below comment lines that begin with a number sign.
///
/// Nothing is indexed.
package struct Lexicon: Sendable {
  private let content: Deferred<[UInt8]>

  package init(bytes: [UInt8]) { self.init(Deferred { bytes }) }

  /// A lexicon whose bytes are got when it is first asked.
  package init(_ bytes: Deferred<[UInt8]>) { content = bytes }

  /// Where the comments end.
  private static func start(in bytes: [UInt8]) -> Int {
    var start = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      while start < bytes.count, bytes[start] != 0x0A { start += 1 }
      start += 1
    }
    return min(start, bytes.count)
  }

  package func contains(_ word: String) -> Bool { contains(word.utf8) }

  /// Whether a line is this word, by binary search over the lines.
  func contains(_ word: some Collection<UInt8>) -> Bool {
    let bytes = content.value
    var low = Self.start(in: bytes)
    var high = bytes.count
    while low < high {
      var line = (low + high) / 2
      while line > low, bytes[line - 1] != 0x0A { line -= 1 }
      var end = line
      while end < high, bytes[end] != 0x0A { end += 1 }
      let stop = end > line && bytes[end - 1] == 0x0D ? end - 1 : end
      let found = bytes[line..<stop]
      if found.lexicographicallyPrecedes(word) {
        low = end + 1
      } else if found.elementsEqual(word) {
        return true
      } else {
        high = line
      }
    }
    return false
  }
}
