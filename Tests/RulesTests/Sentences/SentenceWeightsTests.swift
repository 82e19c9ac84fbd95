import Testing

@testable import Rules

@Suite struct SentenceWeightsTests {
  private static let zeros = String(repeating: "O", count: 128) + "\n"

  private func fault(of text: String) -> String? {
    do {
      _ = try SentenceWeights(of: Array(text.utf8), path: "m.txt")
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `a piece weighs what its bucket says`() throws {
    var row = Array(Self.zeros.utf8)
    var hashes: [UInt32] = []
    var pieces = SentencePieces()
    let text = Array("灵".utf8)
    pieces.cut(0..<text.count, of: text.span) { hashes.append($0) }
    row[Int(try #require(hashes.first) % 128)] = 79 + 10
    let file = "# sentence-model: a\n# buckets: 128\n# scale: 0.5\n# row: advert -1 2 3\n"
    let weights = try SentenceWeights(of: Array(file.utf8) + row, path: "")
    let sums = weights.sums(of: 0..<text.count, in: text.span)
    #expect(sums.pieces == 1)
    #expect(weights.score(sums.weights[0], pieces: 1, 0) == 4)
    #expect(weights.score((sums + sums).weights[0], pieces: 4, 0) == 4)
    #expect(weights.rows[0].thresholds == [2, 3])
  }

  @Test(arguments: [
    ("# sentence-model: a\n", "scale"),
    ("# sentence-model: a\nrow\n", "m.txt:2"),
    ("# sentence-model: a\n# buckets: 100\n# scale: 1\n# row: a 0\n" + zeros, "buckets"),
    ("# sentence-model: a\n# buckets: 128\n# scale: 1\n# row: a x\n" + zeros, "row"),
    ("# sentence-model: a\n# buckets: 128\n# scale: 1\n# row: a 0\n" + zeros.dropLast(2), "可见字符"),
    ("# sentence-model: a\n# buckets: 128\n# scale: 1\n# row: a 0\n\t" + zeros.dropFirst(), "可见字符"),
  ])
  func `what is wrong with a file is told`(file: String, told: String) {
    let fault = fault(of: file)
    #expect(fault?.contains(told) ?? false, "\(fault ?? "nothing")")
  }
}
