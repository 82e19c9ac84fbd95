import Testing

@testable import ChineseText

@Suite struct MatchingReferenceTests {
  @Test(arguments: 0..<40)
  func `all overlapping places are those that a naive search finds`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("甲乙丙丁abＢＡ麵面①1㎏kg𠮷")
    func random(_ range: ClosedRange<Int>, noise: Bool) -> String {
      let count = Int.random(in: range, using: &generator)
      var text = ""
      for _ in 0..<count {
        text.append(alphabet[Int.random(in: alphabet.indices, using: &generator)])
        if noise, Int.random(in: 0..<8, using: &generator) == 0 { text += "\u{200B}" }
      }
      return text
    }
    let terms = (0..<60).map { _ in random(1...5, noise: false) }
    let matcher = try TermMatcher(
      lists: [.literals(name: "gates", terms)],
      lexicon: nil,
      cacheFolder: nil
    )
    let text = random(0...300, noise: true)
    let found = matcher.hits(in: Array(text.utf8), blocks: [])[0].map {
      [$0.entry, $0.range.lowerBound, $0.range.upperBound]
    }
    let expected = naive(terms, in: text)
    #expect(found.sorted { $0.lexicographicallyPrecedes($1) } == expected)
  }

  /// Every term against every place, folding by a table of its own.
  private func naive(_ terms: [String], in text: String) -> [[Int]] {
    let folded: [Unicode.Scalar: String] = [
      "Ｂ": "b", "Ａ": "a", "麵": "面", "①": "1", "㎏": "kg", "\u{200B}": "",
    ]
    func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
      folded[scalar].map { Array($0.unicodeScalars) } ?? [scalar]
    }
    var units: [(start: Int, end: Int, folded: [Unicode.Scalar])] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if scalar != "\u{200B}" { units.append((offset, end, fold(scalar))) }
      offset = end
    }
    var result: [[Int]] = []
    for (index, term) in terms.enumerated() {
      let wanted = term.unicodeScalars.flatMap(fold)
      for start in units.indices {
        var have: [Unicode.Scalar] = []
        var end = start
        while have.count < wanted.count, end < units.count {
          have += units[end].folded
          end += 1
        }
        if have == wanted { result.append([index, units[start].start, units[end - 1].end]) }
      }
    }
    return result.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test(arguments: 0..<10)
  func `the hits of a list are apart and cover every naive place`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 1000)
    func random(_ range: ClosedRange<Int>) -> String {
      let count = Int.random(in: range, using: &generator)
      return String((0..<count).map { _ in "甲乙丙".randomElement(using: &generator) ?? "甲" })
    }
    let terms = Array(Set((0..<12).map { _ in random(1...6) })).sorted()
    let matcher = try matcher(terms.joined(separator: "\n"))
    let text = random(200...200)
    let bytes = Array(text.utf8)
    let hits = matcher.hits(in: bytes, blocks: [0..<bytes.count])[0]
    for (hit, next) in zip(hits, hits.dropFirst()) {
      #expect(hit.range.upperBound <= next.range.lowerBound)
    }
    for place in naive(terms, in: text) {
      #expect(hits.contains { $0.range.overlaps(place[1]..<place[2]) })
    }
  }
}
