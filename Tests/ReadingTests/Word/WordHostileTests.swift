import Reading
import SourceText
import TestSupport
import Testing

private let plain = WordFile("<w:p><w:r><w:t>正文。</w:t></w:r></w:p>")

private func fault(of bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits()) -> WordFault? {
  do {
    _ = try readWord(path: "a.docx", bytes: bytes, limits: limits)
    return nil
  } catch { return error }
}

/// The archive with some bytes written over at each place where a signature stands.
private func changed(_ bytes: [UInt8], behind signature: [UInt8], at offset: Int, to new: [UInt8])
  -> [UInt8]
{
  var bytes = bytes
  for start in 0..<bytes.count - signature.count where bytes[start...].starts(with: signature) {
    for (index, byte) in new.enumerated() { bytes[start + offset + index] = byte }
  }
  return bytes
}

private let entry: [UInt8] = [0x50, 0x4B, 0x01, 0x02]

@Suite struct WordHostileTests {
  @Test func `a cut file is refused wherever it is cut`() {
    let whole = plain.bytes
    #expect(fault(of: whole) == nil)
    for count in stride(from: 0, to: whole.count - 1, by: 7) {
      #expect(fault(of: Array(whole.prefix(count))) != nil, "\(count)")
    }
  }

  @Test func `a damaged byte never stops the reader`() {
    let whole = plain.bytes
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= 0xFF
      _ = fault(of: bytes)
    }
  }

  @Test func `what a document is not is told apart`() {
    #expect(fault(of: Array("正文".utf8)) == .truncated)
    #expect(fault(of: [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600)) == .oldOrLocked)
    #expect(fault(of: storedArchive([("a.txt", [0x61])])) == .noDocument)
    let sheet = plain.bytes
    #expect(fault(of: changed(sheet, behind: entry, at: 8, to: [1, 8])) == .encrypted)
    #expect(fault(of: changed(sheet, behind: entry, at: 10, to: [12])) == .unsupportedArchive)
  }

  @Test func `names that lead out, stand twice or lie over one another are refused`() {
    let file = plain.parts.map { ($0.name, Array($0.text.utf8)) }
    for name in ["../a", "/etc/passwd", "C:/a", "a/../../b", "..\\a", "WORD/document.xml"] {
      #expect(fault(of: storedArchive(file + [(name, [0x61])])) == .damaged, "\(name)")
    }
    // All entries at the first one's place.
    let heaped = changed(plain.bytes, behind: entry, at: 42, to: [0, 0, 0, 0])
    #expect(fault(of: heaped) == .damaged)
  }

  @Test func `a document type ends the reading before any entity is known`() {
    for type in [
      "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>",
      "<!DOCTYPE w SYSTEM \"file:///etc/passwd\">",
    ] {
      var file = plain
      file.parts[1].text = type + file.parts[1].text.replacing("正文", with: "&b;")
      #expect(fault(of: file.bytes) == .documentType("word/document.xml"))
    }
  }

  @Test func `broken XML is named with its part and line`() {
    var file = plain
    file.parts[1].text = "<w:document\n<w:p>"
    guard case .brokenPart("word/document.xml", _)? = fault(of: file.bytes) else {
      Issue.record("not refused")
      return
    }
    file = WordFile(String(repeating: "<w:p><w:r>", count: 400))
    #expect(fault(of: file.bytes) != nil)
  }

  @Test func `a file over the limit is refused, packed or not`() {
    var limits = ReadingLimits()
    limits.fileBytes = plain.bytes.count - 1
    #expect(fault(of: plain.bytes, limits) == .tooLarge(limit: limits.fileBytes))
    limits.fileBytes = 100
    // The size that the directory claims counts before a byte is unpacked.
    let claims = changed(plain.bytes, behind: entry, at: 24, to: [0, 0, 0, 0x40])
    limits.fileBytes = claims.count
    #expect(fault(of: claims, limits) == .tooLargeInside(limit: claims.count * 5))
  }

  @Test func `two parts where a document has one are refused`() {
    let body = "<w:p><w:r><w:t>正文。</w:t></w:r></w:p>"
    for type in ["styles", "numbering", "footnotes", "comments"] {
      let twice = wordRelation("a", type, "a.xml") + wordRelation("b", type, "b.xml")
      #expect(fault(of: WordFile(body, relations: twice).bytes) == .damaged, "\(type)")
      let same = wordRelation("a", type, "a.xml") + wordRelation("b", type, "a.xml")
      #expect(fault(of: WordFile(body, relations: same).bytes) == nil, "\(type)")
    }
    var file = plain
    file.parts[0].text = wordRelations(
      wordRelation("r", "officeDocument", "word/document.xml")
        + wordRelation("q", "officeDocument", "word/b.xml")
    )
    #expect(fault(of: file.bytes) == .damaged)
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808", "9"])
  func `a level that no list has stops nothing`(level: String) {
    let numbering = """
      <w:numbering \(wordNames())><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="\(level)">\
      <w:lvlText w:val="%1."/></w:lvl></w:abstractNum>\
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
      """
    let body = """
      <w:p><w:pPr><w:numPr><w:ilvl w:val="\(level)"/><w:numId w:val="1"/></w:numPr></w:pPr>\
      <w:r><w:t>甲</w:t></w:r></w:p>
      """
    let relation = wordRelation("n", "numbering", "numbering.xml")
    let file = WordFile(body, relations: relation, parts: ["numbering.xml": numbering])
    #expect(fault(of: file.bytes) == nil)
  }

  @Test func `a document that is bound in is not passed over in silence`() {
    let file = WordFile("<w:altChunk r:id=\"x\"/>")
    #expect(fault(of: file.bytes) == .foreignContent)
  }
}
