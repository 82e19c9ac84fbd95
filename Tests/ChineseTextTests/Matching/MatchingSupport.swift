import Testing

@testable import ChineseText

/// A matcher over lists in the file's format, without a cache.
func matcher(_ lists: String..., lexicon: String? = nil) throws -> TermMatcher {
  let lists = lists.enumerated().map { index, text in
    TermList(name: "list-\(index)", file: "rules/list-\(index).txt", bytes: Array(text.utf8))
  }
  let lexicon = lexicon.map { words in
    let lines = words.split(separator: " ").map { Array($0.utf8) }
    let sorted = lines.sorted { $0.lexicographicallyPrecedes($1) }
    return Lexicon(bytes: Array("# words\n".utf8) + sorted.joined(separator: [0x0A]))
  }
  return try TermMatcher(lists: lists, lexicon: lexicon, cacheFolder: nil)
}

extension TermMatcher {
  /// What the hits of the first list cover, as text.
  func found(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return hits(in: bytes, blocks: blocks(of: bytes))[0].map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }
}

/// The stretches between paragraph separators.
func blocks(of text: [UInt8]) -> [Range<Int>] {
  var blocks: [Range<Int>] = []
  var start = 0
  for index in text.indices where text[index...].starts(with: [0xE2, 0x80, 0xA9]) {
    blocks.append(start..<index)
    start = index + 3
  }
  return blocks + [start..<text.count]
}

/// A small random number generator with a fixed seed, so that failures can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
