import ChineseText
import Testing

@Suite struct TextGramsTests {
  private static let text = "多喝水，少熬夜。\u{2029}CT 检查前空腹4小时\u{2028}𠮷野家é"

  @Test func `a literal that stands in a text may stand there`() {
    let grams = TextGrams(Array(Self.text.utf8))
    let scalars = Array(Self.text.unicodeScalars)
    for start in scalars.indices {
      for end in start + 1...min(start + 5, scalars.count) {
        var literal = ""
        literal.unicodeScalars += scalars[start..<end]
        #expect(grams.mayHold(TextGrams.Sign(of: literal)), "\(literal)")
      }
    }
  }

  @Test(arguments: ["熬水", "多喝茶", "小时前", "检", "T C", "水"])
  func `a text tells what it does not hold`(_ literal: String) {
    let grams = TextGrams(Array("少熬夜，多睡觉。".utf8))
    #expect(!grams.mayHold(TextGrams.Sign(of: literal)))
  }

  @Test func `a text is parted from nothing at both of its ends`() {
    let grams = TextGrams(Array("，少熬夜（".utf8))
    #expect(grams.mayHold(TextGrams.Sign(of: "\u{2029}，")))
    #expect(grams.mayHold(TextGrams.Sign(of: "（\u{2029}")))
    #expect(!grams.mayHold(TextGrams.Sign(of: "夜\u{2029}")))
  }

  @Test func `an empty text holds nothing`() {
    let grams = TextGrams([])
    #expect(!grams.mayHold(TextGrams.Sign(of: "水")))
    #expect(!grams.mayHold(TextGrams.Sign(of: "喝水")))
  }
}
