import Reading
import SourceText
import Testing

@Suite struct HTMLTextTests {
  @Test func `inline tags join the text on both sides`() throws {
    let draft = try draft("<p>你好<b>世</b>界</p>")
    #expect(draft.visibleTexts == ["你好世界"])
    #expect(draft.texts(of: .strong) == ["世"])
    let word = draft.sourceRange(of: 3..<9)
    #expect(draft.sourceText(of: word) == "好<b>世")
  }

  @Test func `a line break is one character, mapped to its tag`() throws {
    let draft = try draft("<p>一<br/>二</p>")
    #expect(draft.visibleTexts == ["一\u{2028}二"])
    #expect(draft.sourceText(of: draft.sourceRange(of: 3..<6)) == "<br/>")
  }

  @Test func `a character reference is one unit`() throws {
    let draft = try draft("<p>甲&amp;乙&#20013;丙&lt;</p>")
    #expect(draft.visibleTexts == ["甲&乙中丙<"])
    #expect(draft.sourceText(of: draft.sourceRange(of: 4..<7)) == "乙")
    #expect(draft.sourceText(of: draft.sourceRange(of: 7..<10)) == "&#20013;")
  }

  @Test(arguments: [
    "a<3 且 b < c", "<注意>请看", "甲 & 乙", "x&b=2", "&nosuch;甲", "P<0.05，n=3", "<<甲>>", "&",
    "&&amp", "1<2&3", "<", "甲&lt乙",
  ])
  func `a stray mark of markup is text`(_ text: String) throws {
    let draft = try draft("<p>前" + text + "后</p>")
    #expect(draft.visibleTexts == ["前" + text + "后"])
    #expect(draft.mapFaults.isEmpty)
    #expect(draft.map.runs.count == 1)
  }

  @Test func `a long paragraph is one run`() throws {
    let text = String(repeating: "中文字符，x𠮷", count: 700)
    let draft = try draft("<p>" + text + "</p>\n<p>&nbsp;" + text + "</p>")
    #expect(draft.visibleTexts == [text, "\u{A0}" + text])
    #expect(draft.mapFaults.isEmpty)
    #expect(draft.map.runs.count == 4)
  }

  @Test func `control characters, non-characters and a byte-order mark do not end the text`() throws
  {
    let text = "甲\u{0}乙\u{1}丙\u{FFFD}丁\u{FFFF}戊\u{FFFE}\u{7F}己\u{B}"
    let draft = try draft("\u{FEFF}<p>" + text + "庚</p>")
    #expect(draft.visibleTexts == [text + "庚"])
    #expect(draft.mapFaults.isEmpty)
  }

  @Test func `white space around a block is outside it, inside it stays`() throws {
    let draft = try draft("<p>\r\n  甲\r\n 乙  <b> </b><br>\n</p>")
    #expect(draft.visibleTexts == ["甲\r\n 乙"])
    #expect(draft.spans.isEmpty)
    #expect(draft.mapFaults.isEmpty)
  }

  @Test func `blank blocks are left out`() throws {
    let draft = try draft("<p>甲</p><p>&nbsp;</p><p>\u{3000}<br></p><p>乙</p>")
    #expect(draft.visibleTexts == ["甲", "乙"])
    #expect(draft.text == Array("甲\u{2029}乙".utf8))
  }

  @Test func `what browsers take for a comment is not read as text`() throws {
    let draft = try draft("<p>甲<![if !x]>乙<![endif]><![CDATA[丙]]>丁<!-->戊<!--->己</p>")
    #expect(draft.visibleTexts == ["甲乙丁戊己"])
  }

  @Test func `comments are listed with their text`() throws {
    let draft = try draft("<p>甲<!-- 一 -->乙</p><!--[if mso]><p>二</p><![endif]-->")
    #expect(draft.visibleTexts == ["甲乙"])
    #expect(draft.comments.map(\.text.string) == [" 一 ", "[if mso]><p>二</p><![endif]"])
    #expect(draft.comments.map { draft.sourceText(of: $0.source) }[0] == "<!-- 一 -->")
  }

  @Test(arguments: [
    "<p>甲<plaintext>乙<b>丙", "<p>甲<textarea>乙</textarea>丙", "<o:p>甲</o:p>乙<st1:x>丙</st1:x>",
    "甲<p>乙</body></html>丙", "<xmp>甲<i>乙</xmp>丙", "<mp-common-profile>甲</mp-common-profile>乙丙",
    "<svg><text>甲</text></svg>乙<select><option>丙</select>", "<p <b>甲</b>乙</p x>丙",
    "甲<b><i>乙</b>丙</i></nosuch>", "<a href=x/>甲</a>乙<p/>丙", "甲</ p>乙</>丙",
  ])
  func `odd markup loses no text`(_ html: String) throws {
    let draft = try draft(html)
    let letters = draft.visibleTexts.joined().filter { "甲乙丙".contains($0) }
    #expect(letters == "甲乙丙")
  }

  @Test func `a declared encoding does not matter, the text is decoded`() throws {
    let draft = try draft("<html><head><meta charset=gbk></head><body><p>正文</p></body></html>")
    #expect(draft.visibleTexts == ["正文"])
  }
}
