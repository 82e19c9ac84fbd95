import Reading
import SourceText
import TestSupport
import Testing

private func draft(_ file: WordFile) throws -> Draft {
  let draft = try readDraft(try readWord(path: "a.docx", bytes: file.bytes), as: .docx)
  #expect(conservationFaults(of: draft).isEmpty)
  #expect(draft.mapFaults.isEmpty)
  return draft
}

private func paragraph(_ text: String, _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
}

private let styles = """
  <w:styles \(wordNames())>\
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>\
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>\
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>\
  <w:style w:type="paragraph" w:styleId="own"><w:name w:val="小节"/><w:basedOn w:val="1"/>\
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>\
  <w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>\
  <w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style>\
  <w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>\
  <w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>\
  </w:styles>
  """

private func level(_ place: Int, _ format: String, _ text: String) -> String {
  "<w:lvl w:ilvl=\"\(place)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
    + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
}

private let numbering = """
  <w:numbering \(wordNames())>\
  <w:abstractNum w:abstractNumId="0">\(level(0, "chineseCounting", "%1、"))\
  \(level(1, "decimal", "%2."))\(level(2, "decimal", "%1.%2.%3"))</w:abstractNum>\
  <w:abstractNum w:abstractNumId="1">\(level(0, "bullet", "•"))</w:abstractNum>\
  <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>\
  <w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>
  """

private func file(_ body: String, _ relations: String = "", _ parts: [String: String] = [:])
  -> WordFile
{
  let own =
    wordRelation("s", "styles", "styles.xml") + wordRelation("n", "numbering", "numbering.xml")
  let all = parts.merging(["styles.xml": styles, "numbering.xml": numbering]) { $1 }
  return WordFile(body, relations: own + relations, parts: all)
}

private func style(_ id: String) -> String { "<w:pStyle w:val=\"\(id)\"/>" }

private func item(_ level: Int, of list: Int) -> String {
  "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>"
}

@Suite struct WordStructureTests {
  @Test func `styles make the title and the headings`() throws {
    let body =
      paragraph("附件1") + paragraph("题目", style("t")) + paragraph("一、甲", style("1"))
      + paragraph("（一）乙", style("own")) + paragraph("正文。") + paragraph("图1 门诊", style("c"))
    let draft = try draft(file(body))
    #expect(draft.title.map(draft.string(of:)) == "题目")
    let kinds: [Block.Kind] = [
      .paragraph, .heading(1), .heading(2), .heading(3), .paragraph, .caption,
    ]
    #expect(draft.blocks.map(\.kind) == kinds)
  }

  @Test(
    arguments: [
      (paragraph("关于开展义诊的通知", "<w:jc w:val=\"center\"/>"), "关于开展义诊的通知"),
      (
        paragraph("某某卫生院文件", "<w:jc w:val=\"center\"/>") + paragraph("某卫〔2026〕1号")
          + paragraph("义诊通知"), "义诊通知"
      ),
      (paragraph("这是一整句正文，不是题目。"), nil),
      (paragraph("只是一行") + paragraph("一、甲", style("1")), "一、甲"),
    ] as [(String, String?)]
  )
  func `a title without a style is told by its place and look`(body: String, title: String?) throws
  {
    let draft = try draft(file(body + paragraph("正文。")))
    #expect(draft.title.map(draft.string(of:)) == title)
  }

  @Test func `lists show the numbers that Word shows`() throws {
    let body =
      paragraph("甲", item(0, of: 5)) + paragraph("子", item(1, of: 5))
      + paragraph("丑", item(1, of: 5))
      + paragraph("细", item(2, of: 5)) + paragraph("乙", item(0, of: 5))
      + paragraph("寅", item(1, of: 5)) + paragraph("点", item(0, of: 6))
      + paragraph("无", item(0, of: 0))
    let draft = try draft(file(paragraph("题目") + body))
    #expect(
      String(decoding: draft.source.bytes, as: UTF8.self)
        == "题目\n一、甲\n1. 子\n2. 丑\n一.2.1 细\n二、乙\n1. 寅\n• 点\n无\n"
    )
    #expect(draft.visibleTexts == ["题目", "一、甲", "子", "丑", "一.2.1 细", "二、乙", "寅", "点", "无"])
    #expect(draft.blocks[2].kind == .listItem)
  }

  @Test func `tables keep rows and cells, and leave out what is merged`() throws {
    let cell = { (text: String, properties: String) in
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(text.isEmpty ? "<w:p/>" : paragraph(text))</w:tc>"
    }
    let body =
      "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("科室", ""))\(cell("时间", ""))</w:tr>"
      + "<w:tr>\(cell("内科", "<w:vMerge w:val=\"restart\"/>"))\(cell("周一", ""))</w:tr>"
      + "<w:tr>\(cell("", "<w:vMerge/>"))\(cell("", ""))</w:tr></w:tbl>"
    let draft = try draft(file(paragraph("题目") + body))
    #expect(draft.visibleTexts == ["题目", "科室", "时间", "内科", "周一"])
    #expect(draft.tables.map(\.rows) == [[[1, 2], [3, 4], [-1]]])
    #expect(draft.blocks[1].kind == .tableCell)
  }

  @Test func `links and pictures have their addresses`() throws {
    let body =
      "<w:p><w:r><w:t>见</w:t></w:r><w:hyperlink r:id=\"h\"><w:r><w:t>官网</w:t></w:r></w:hyperlink>"
      + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://b.cn/?a=1&amp;b\" </w:instrText></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>乙</w:t></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
      + "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"952500\" cy=\"476250\"/>"
      + "<wp:docPr id=\"1\" name=\"图片 1\" descr=\"门诊&quot;大厅\"/><a:blip r:embed=\"i\"/></wp:inline></w:drawing></w:r></w:p>"
    let relations =
      wordRelation("h", "hyperlink", "https://a.cn", isExternal: true)
      + wordRelation("i", "image", "media/image1.png")
    let draft = try draft(file(body, relations))
    #expect(draft.links.map(\.destination.string) == ["https://a.cn", "https://b.cn/?a=1&b"])
    #expect(draft.links.map { draft.sourceText(of: $0.source) }.first == "[官网](https://a.cn)")
    #expect(draft.links.map { draft.string(in: $0.text) } == ["官网", "乙"])
    let image = try #require(draft.images.first)
    #expect(image.alt?.string == "门诊\"大厅")
    #expect(image.url?.string == "word/media/image1.png")
    #expect(image.width == 100 && image.height == 50)
    #expect(draft.sourceText(of: image.source) == "![门诊\"大厅](word/media/image1.png)")
  }

  @Test func `the first five hundred images have their own size`() throws {
    let names = (0...500).map { "i\($0)" }
    let picture = { (name: String) in
      "<w:r><w:drawing><wp:inline><a:blip r:embed=\"\(name)\"/></wp:inline></w:drawing></w:r>"
    }
    let relations = names.map { wordRelation($0, "image", "media/\($0).gif") }
    let images = names.map { ("media/\($0).gif", "GIF89a\u{20}\u{3}\u{20}\u{3}") }
    let body = "<w:p>" + names.map(picture).joined() + picture("i0") + "</w:p>"
    let parts = Dictionary(uniqueKeysWithValues: images)
    let sizes = try draft(file(body, relations.joined(), parts)).images.map(\.hasNaturalSize)
    #expect(sizes == Array(repeating: true, count: 500) + [false, true])
  }

  @Test func `notes, comments and headers stand behind the body`() throws {
    let body =
      "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r>"
      + "<w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
    let relations =
      wordRelation("f", "footnotes", "footnotes.xml")
      + wordRelation("c", "comments", "comments.xml")
      + wordRelation("d", "header", "header1.xml")
    let parts = [
      "footnotes.xml":
        "<w:footnotes \(wordNames())><w:footnote w:type=\"separator\" w:id=\"0\">\(paragraph("无"))</w:footnote>"
        + "<w:footnote w:id=\"2\">\(paragraph("注文。"))</w:footnote></w:footnotes>",
      "comments.xml":
        "<w:comments \(wordNames())><w:comment w:id=\"0\">\(paragraph("改一下"))</w:comment></w:comments>",
      "header1.xml": "<w:hdr \(wordNames())>\(paragraph("院内资料"))</w:hdr>",
    ]
    let draft = try draft(file(body, relations, parts))
    #expect(draft.visibleTexts == ["正文[^1]", "注文。"])
    #expect(draft.notes.map(\.label) == ["1"])
    #expect(draft.texts(of: .noteReference) == ["[^1]"])
    #expect(draft.hiddenTexts == ["改一下", "院内资料"])
    #expect(
      String(decoding: draft.source.bytes, as: UTF8.self)
        == "正文[^1]\n[^1]: 注文。\n【第 1 行的批注】改一下\n【页眉】院内资料\n"
    )
  }

  @Test func `diagrams and charts stand behind the body`() throws {
    let relations =
      wordRelation("d", "diagramData", "diagrams/data1.xml")
      + wordRelation("c", "chart", "charts/chart1.xml")
    let chart = "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
    let categories = "<c:strCache><c:pt idx=\"0\"><c:v>门诊</c:v></c:pt></c:strCache>"
    let parts = [
      "diagrams/data1.xml":
        "<dgm \(wordNames())><a:p><a:r><a:t>保证</a:t></a:r><a:r><a:t>治愈</a:t></a:r></a:p><a:p/></dgm>",
      "charts/chart1.xml":
        "<c:chartSpace \(chart) \(wordNames())><a:p><a:t>就诊人次</a:t></a:p>\(categories)\(categories)"
        + "<c:numCache><c:pt idx=\"0\"><c:v>38</c:v></c:pt></c:numCache></c:chartSpace>",
    ]
    let draft = try draft(file(paragraph("正文"), relations, parts))
    #expect(draft.visibleTexts == ["正文", "就诊人次", "门诊", "保证治愈"])
  }

  @Test(
    arguments: [
      ("chineseCounting", 21, "二十一"), ("chineseCounting", 10, "十"),
      ("chineseCounting", 105, "一百零五"),
      ("lowerRoman", 14, "xiv"), ("upperLetter", 27, "AA"), ("decimalEnclosedCircle", 3, "③"),
      ("decimalZero", 7, "07"), ("ideographTraditional", 2, "乙"), ("nonsense", 9, "9"),
    ]
  )
  func `numbers of lists`(format: String, number: Int, shown: String) throws {
    let levels =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"\(number)\"/><w:numFmt w:val=\"\(format)\"/>"
      + "<w:lvlText w:val=\"%1：\"/></w:lvl>"
    let list =
      "<w:numbering \(wordNames())><w:abstractNum w:abstractNumId=\"0\">\(levels)</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    let file = WordFile(
      paragraph("甲", item(0, of: 1)),
      relations: wordRelation("n", "numbering", "numbering.xml"),
      parts: ["numbering.xml": list]
    )
    #expect(try draft(file).visibleTexts == ["\(shown)：甲"])
  }
}
