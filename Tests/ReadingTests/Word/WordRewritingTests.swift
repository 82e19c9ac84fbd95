import Reading
import SourceText
import TestSupport
import Testing

/// The document with a stretch of its text replaced, as read again, and its file.
private func rewritten(_ file: WordFile, _ old: String, _ new: String) throws -> (
  text: String, bytes: [UInt8]
) {
  let bytes = file.bytes
  let source = try readWord(path: "a.docx", bytes: bytes)
  let text = String(decoding: source.bytes, as: UTF8.self)
  let place = try #require(text.firstRange(of: old))
  let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
  let edit = Edit(SourceRange(start, start + old.utf8.count), new)
  let changed = try rewriteWord(bytes, [edit], of: source)
  let again = try readWord(path: "a.docx", bytes: changed)
  #expect(again.bytes == applying([edit], to: source.bytes))
  return (String(decoding: again.bytes, as: UTF8.self), changed)
}

private func run(_ text: String, _ properties: String = "") -> String {
  "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
}

@Suite struct WordRewritingTests {
  @Test func `an edit stays in its element, all else byte for byte`() throws {
    let file = WordFile(
      "<w:p>\(run("甲 &amp; 乙"))\(run("请登陆平台,谢谢。", "<w:b/>"))</w:p><!-- <w:t> -->",
      relations: wordRelation("i", "image", "media/a.png"),
      parts: ["media/a.png": "PNG"]
    )
    let (text, bytes) = try rewritten(file, "登陆", "登录")
    #expect(text == "甲 & 乙请登录平台,谢谢。\n")
    // Nothing is left of the file but the part with the text: that one is packed now, the others as before.
    for part in file.parts where part.name != "word/document.xml" {
      #expect(bytes.firstRange(of: Array(part.text.utf8)) != nil, "\(part.name)")
    }
  }

  @Test func `an edit over several runs is made in the first and taken out of the others`() throws {
    let file = WordFile("<w:p>\(run("请登"))\(run("陆", "<w:b/>"))\(run("平台"))</w:p>")
    #expect(try rewritten(file, "登陆平", "登录平").text == "请登录平台\n")
  }

  @Test(arguments: [("乙", ""), ("乙", " "), ("乙", "<&>\"")])
  func `what XML needs is escaped, blanks are kept`(old: String, new: String) throws {
    let file = WordFile("<w:p>\(run("甲"))\(run("乙"))\(run("丙"))</w:p>")
    #expect(try rewritten(file, old, new).text == "甲\(new)丙\n")
  }

  @Test func `what was not typed in the body is not changed`() throws {
    let tabbed = "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p>"
    let hidden = "<w:p>\(run("电话", "<w:vanish/>"))\(run("正文"))</w:p>"
    for (file, text) in [(WordFile(tabbed), "甲\t乙"), (WordFile(hidden), "电话")] {
      #expect(throws: SourceEncodingError.notText) { try rewritten(file, text, "改") }
    }
  }

  @Test func `a signed document is left alone`() throws {
    var file = WordFile("<w:p>\(run("甲"))</w:p>")
    file.parts.append(("_xmlsignatures/sig1.xml", "<s/>"))
    #expect(throws: SourceEncodingError.notText) { try rewritten(file, "甲", "乙") }
  }
}
