import ChineseText
import Testing

struct CharacterTableTests {
  @Test(
    arguments: [
      ("的", CharacterClass.hanLevel1), ("饕", .hanLevel2), ("瘀", .hanWhitelisted),
      ("磺", .hanWhitelisted), ("龘", .rareOutside), ("請", .traditional), ("画", .hanLevel1),
      ("啟", .variant), ("検", .japanese), ("⽔", .radical), ("Ａ", .fullwidthLatin),
      ("３", .fullwidthDigit), ("％", .fullwidthSign), ("．", .fullwidthSign), ("，", .chineseMark),
      (",", .mark), ("℃", .mark), ("～", .chineseMark), ("·", .chineseMark), ("\u{3000}", .space),
      ("\u{200B}", .invisible), ("\u{202E}", .bidiControl), ("\u{1}", .control),
      ("\u{E000}", .privateUse), ("\u{FFFD}", .replacement), ("💧", .emoji), ("の", .otherLetter),
      ("μ", .alphabetic), ("²", .script), ("₃", .script), ("三", .hanNumeral), ("〇", .hanNumeral),
      ("𬌗", .hanWhitelisted), ("𠮷", .rareOutside), ("é", .alphabetic), ("5", .digit),
    ] as [(Unicode.Scalar, CharacterClass)]
  )
  func `every scalar has its class`(scalar: Unicode.Scalar, kind: CharacterClass) {
    #expect(CharacterTable.shared.kind(of: scalar) == kind)
  }

  @Test func `a form knows its standard form`() {
    #expect(Unicode.Scalar("請").standardForm == "请")
    #expect(Unicode.Scalar("⽔").standardForm == "水")
    #expect(Unicode.Scalar("水").standardForm == nil)
  }

  @Test func `serials follow the table`() {
    #expect(Unicode.Scalar("一").standardSerial == 1)
    #expect(Unicode.Scalar("矗").standardSerial == 3500)
    #expect(Unicode.Scalar("蠼").standardSerial == 8105)
    #expect(Unicode.Scalar("龘").standardSerial == nil)
  }
}
