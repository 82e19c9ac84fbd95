import SourceText
import Testing

@testable import Reading

struct MetadataHeadTests {
  private static let values = [
    "冬季取暖谨防一氧化碳中毒", "说明：\"三防\" & <b>'甲'</b>", "甲: 乙", "甲 #乙", "- 甲", "~", "null", "[甲]", "120",
    "甲:",
    "\"\u{301} onload=x", "a\\b", "---", "%甲", "甲\u{3000}乙", "2026-11-22",
  ]

  private func draft(_ text: String, _ format: DraftFormat) throws -> Draft {
    let bytes = Array(text.utf8)
    let source = Source(path: "a", bytes: bytes, encoding: "UTF-8", digest: "", faults: [])
    return try readDraft(source, as: format)
  }

  @Test(arguments: values, [DraftFormat.markdown, .html])
  func `what a field holds is what the draft says, and comes back`(
    value: String,
    format: DraftFormat
  ) throws {
    let head = MetadataHead([.init("title", value), .init("author", value), .init("secret", "x")])
    let body = format == .markdown ? "正文。\n\n---\n\n尾。\n" : "<!DOCTYPE html>\n<p>正文。</p>"
    let text = head.text(on: body, as: format)
    let draft = try draft(text, format)
    #expect(draft.metadata["title"]?.string == value)
    #expect(draft.metadata["author"]?.string == value)
    #expect(draft.metadata["secret"] == nil)
    let parts = MetadataHead.parted(text, as: format)
    #expect(parts.head.entries == head.entries && parts.body == body)
  }

  @Test func `a value is one line`() {
    let head = MetadataHead([.init("title", " 甲\r\n---\u{2028}乙\n"), .init("source", " \n")])
    #expect(head.entries == [.init("title", "甲  --- 乙")])
  }

  @Test func `what the text says at its head counts before the fields`() throws {
    let head = MetadataHead([.init("title", "丙"), .init("author", "甲"), .init("source", "丁")])
    let text = "---\ntitle: 乙\nauthor:\nurgent: true\n---\n\n正文。"
    #expect(
      head.text(on: text, as: .markdown)
        == "---\nauthor: 甲\nsource: 丁\ntitle: 乙\nurgent: true\n---\n\n正文。"
    )
    let own = "<meta name=\"hegui:title\" content=\"乙\">\n<p>正文。</p>"
    #expect(try draft(head.text(on: own, as: .html), .html).metadata["title"]?.string == "乙")
  }

  @Test(arguments: [
    "---\nauthor: 甲\ntitle: 乙\n---\n\n正文。", "---\ntitle: 甲\ncolor: 红\n---\n\n正文。",
    "---\ntitle: 甲\n  乙\n---\n正文。", "---\ntitle: '甲'\nkeywords: [甲, 乙]\n---\n\n正文。",
    "---\ntitle: |\n  甲\n---\n\n正文。", "---\ntitle: 甲\ntitle: 乙\n...\n\n正文。", "---\n---\n正文。",
    "\u{FEFF}---\ntitle: 甲\n---\n\n正文。", "---\r\ntitle: 甲\r\n---\r\n\r\n正文。",
    "正文。\n---\ntitle: 甲\n---\n",
  ])
  func `nothing of a text is lost`(text: String) {
    let parts = MetadataHead.parted(text, as: .markdown)
    #expect(parts.head.text(on: parts.body, as: .markdown) == text)
  }

  @Test func `only the entries that come out the same leave the text`() {
    let parts = MetadataHead.parted("---\ntitle: 甲\ncolor: 红\n---\n\n正文。", as: .markdown)
    #expect(parts.head.entries == [.init("title", "甲")])
    #expect(parts.body == "---\ncolor: 红\n---\n\n正文。")
    let quoted = "---\ntitle: '甲'\n---\n\n正文。"
    #expect(MetadataHead.parted(quoted, as: .markdown).head.entries.isEmpty)
    let others = MetadataHead.parted(parts.body, as: .markdown, keys: ["color"])
    #expect(others.head.entries.isEmpty && others.body == parts.body)
  }

  @Test func `plain text has a title and a line`() throws {
    let head = MetadataHead([.init("title", "义诊"), .init("author", "李敏"), .init("source", "内科")])
    let text = head.text(on: "正文。\n\n来源：宣传科", as: .text)
    #expect(text == "义诊\n\n正文。\n\n来源：宣传科\n\n作者：李敏\n")
    let read = try draft(text, .text)
    #expect(read.metadata["author"]?.string == "李敏" && read.title != nil)
    #expect(head.text(on: text, as: .text) == text)
  }
}
