import Testing

@testable import Rules

@Suite struct SentencePiecesTests {
  private func pieces(_ text: String) -> [UInt32] {
    var hashes: [UInt32] = []
    var pieces = SentencePieces()
    let bytes = Array(text.utf8)
    pieces.cut(0..<bytes.count, of: bytes.span) { hashes.append($0) }
    #expect(pieces.count == hashes.count)
    return hashes
  }

  /// What `pieces` of scripts/make-sentence-model gives for the same text.
  @Test func `pieces are those of the script that learns`() {
    let learned: [UInt32] = [
      0xA7AA_E217, 0x7836_DE2D, 0xDC88_36F3, 0xF2A3_3BCB, 0x6EB9_E162, 0x53CF_7A30, 0xDA08_9826,
      0x1CEC_7017, 0xABA2_0B47, 0x7477_09DD, 0x53E5_6173, 0x6B52_4348, 0x4AF6_4792, 0x0609_63FA,
      0x09DF_EE5C, 0x3CF4_05EB, 0xC9C0_15E6,
    ]
    #expect(pieces("治愈率 98%，Ａb\u{200B}Ｂ") == learned)
  }

  @Test(arguments: ["治愈率98%", "治愈率 ９８%", "治\u{200B}愈率１%", "治愈率 5 %\r\n"])
  func `blanks, invisible scalars and the value of a number make no difference`(text: String) {
    #expect(pieces(text) == pieces("治愈率0%"))
  }

  @Test func `scalars of four bytes and nothing at all are cut`() {
    #expect(pieces("𠮷").count == 1)
    #expect(pieces("𠮷a").count == 3)
    #expect(pieces("").isEmpty)
  }
}
