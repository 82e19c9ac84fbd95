import Reading
import SourceText
import Testing

@Suite struct TextReaderTests {
  @Test func `each line that is not blank is a paragraph`() throws {
    let draft = try draft("\u{FEFF}门诊通知\r\n\r\n　　第一段。\n  \n第二段。", as: .text)
    #expect(draft.visibleTexts == ["门诊通知", "　　第一段。", "第二段。"])
    #expect(draft.blocks.map(\.kind) == [.heading(1), .paragraph, .paragraph])
    #expect(draft.titleBlock == 0)
    #expect(draft.mapFaults.isEmpty)
  }

  @Test(arguments: ["第一段就是一句话。\n第二段", String(repeating: "长", count: 41)])
  func `a first line that reads as a sentence is no title`(_ text: String) throws {
    #expect(try draft(text, as: .text).titleBlock == nil)
  }

  @Test func `a first line with a full stop is the title where its source stands below`() throws {
    let draft = try draft("防制培训班报名通知。\n来源：汀州市疾控中心\n\n第一段。", as: .text)
    #expect(draft.titleBlock == 0)
  }

  @Test func `an empty text is an empty draft`() throws {
    #expect(try draft("", as: .text).blocks.isEmpty)
    #expect(try draft("", as: .html).blocks.isEmpty)
    #expect(try draft("", as: .markdown).blocks.isEmpty)
  }
}
