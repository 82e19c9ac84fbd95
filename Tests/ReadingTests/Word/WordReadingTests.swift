import Reading
import SourceText
import TestSupport
import Testing

/// A draft of a Word document with a body.
private func draft(_ file: WordFile) throws -> Draft {
  let draft = try readDraft(try readWord(path: "a.docx", bytes: file.bytes), as: .docx)
  let faults = conservationFaults(of: draft)
  #expect(faults.isEmpty, "\(faults.map(draft.source.string(in:)))")
  #expect(draft.mapFaults.isEmpty)
  return draft
}

private func lines(_ draft: Draft) -> [String] {
  String(decoding: draft.source.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

/// A paragraph of plain text, with properties.
private func paragraph(_ text: String, _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
}

/// A run of text with properties.
private func run(_ text: String, _ properties: String = "") -> String {
  "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

@Suite struct WordReadingTests {
  @Test func `each paragraph is a line, empty ones too`() throws {
    let empty = "<w:p/>"
    let draft = try draft(WordFile(paragraph("正文第一段。") + empty + paragraph("A &amp; B &lt; C。")))
    #expect(draft.source.bytes.elementsEqual("正文第一段。\n\nA & B < C。\n".utf8))
    #expect(draft.visibleTexts == ["正文第一段。", "A & B < C。"])
    #expect(draft.blocks.map { draft.sourceText(of: $0.source) } == draft.visibleTexts)
    #expect(draft.blankBlocks.isEmpty)
  }

  @Test func `runs of one word are one text, and what they look like is known`() throws {
    let body =
      "<w:p>\(run("登", "<w:b/>"))\(run("陆", "<w:b/>"))\(run("1800m"))"
      + "\(run("2", "<w:vertAlign w:val=\"superscript\"/>"))\(run("粗", "<w:b w:val=\"0\"/>"))</w:p>"
    let draft = try draft(WordFile(body))
    #expect(draft.visibleTexts == ["登陆1800m2粗"])
    #expect(draft.texts(of: .strong) == ["登陆"])
    #expect(draft.texts(of: .superscript) == ["2"])
  }

  @Test func `tabs, breaks and symbols are characters`() throws {
    let body =
      "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/>"
      + "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>"
    let draft = try draft(WordFile(body))
    #expect(draft.visibleTexts == ["甲\t乙\u{2028}丙\u{2011}≥☑"])
    #expect(lines(draft) == ["甲\t乙↵丙\u{2011}≥☑"])
  }

  @Test func `a document of the strict form reads the same`() throws {
    let body = paragraph("正文。")
    let strict = try draft(WordFile(body, strict: true))
    #expect(strict.visibleTexts == ["正文。"])
  }

  @Test func `what is deleted, hidden or a field's code is not prose but is seen`() throws {
    let body =
      "<w:p>\(run("留"))<w:del w:id=\"1\"><w:r><w:delText>删去</w:delText></w:r></w:del>"
      + "<w:ins w:id=\"2\">\(run("新"))</w:ins>\(run("藏", "<w:vanish/>"))"
      + "<w:moveFrom w:id=\"3\">\(run("移走"))</w:moveFrom>"
      + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>\(run("7"))"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    let draft = try draft(WordFile(body))
    #expect(draft.visibleTexts == ["留新7"])
    #expect(draft.hiddenTexts == ["删去 / 移走", "藏"])
    #expect(lines(draft).last == "【第 1 行隐藏文字】藏")
  }

  @Test func `what stood before a change of form is not read`() throws {
    let body =
      "<w:p><w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>"
      + run("正文。", "<w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>") + "</w:p>"
    let draft = try draft(WordFile(paragraph("题目") + body))
    #expect(draft.visibleTexts == ["题目", "正文。"])
    #expect(draft.blocks.map(\.kind) == [.heading(1), .paragraph])
  }

  @Test func `a paragraph whose end is deleted goes on in the next`() throws {
    let mark = "<w:rPr><w:del w:id=\"1\"/></w:rPr>"
    let draft = try draft(WordFile(paragraph("前半，", mark) + paragraph("后半。")))
    #expect(draft.visibleTexts == ["前半，后半。"])
  }

  @Test func `text of a box is read once, behind its paragraph`() throws {
    let box = { (text: String) in "<w:txbxContent>\(paragraph(text))</w:txbxContent>" }
    let body = { (other: String) in
      "<w:p>\(run("前"))<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
        + "\(box("框中文字。"))</w:drawing></mc:Choice><mc:Fallback><w:pict>\(box(other))</w:pict>"
        + "</mc:Fallback></mc:AlternateContent></w:r>\(run("后。"))</w:p>"
    }
    let same = try draft(WordFile(body("框中文字。")))
    #expect(same.visibleTexts == ["前后。", "框中文字。"])
    #expect(same.hiddenTexts.isEmpty)
    let other = try draft(WordFile(body("另有文字。")))
    #expect(other.visibleTexts == ["前后。", "框中文字。"])
    #expect(other.hiddenTexts == ["另有文字。"])
  }
}
