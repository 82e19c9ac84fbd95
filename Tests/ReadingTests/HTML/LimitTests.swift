import Reading
import SourceText
import Testing

@Suite struct ReadingLimitTests {
  @Test func `three thousand levels keep their text`() throws {
    let draft = try draft(
      String(repeating: "<div>", count: 3000) + "深" + String(repeating: "</div>", count: 3000)
    )
    #expect(draft.visibleTexts == ["深"])
  }

  @Test func `too many levels are refused`() throws {
    let html = "<p>\n" + String(repeating: "<b>", count: 5000)
    #expect(throws: ReadingError.tooDeep(limit: 4096, line: 2)) { try draft(html) }
  }

  @Test func `too many attributes in a tag are refused`() throws {
    let html = "\n<p " + (0...1000).map { "a\($0)=1" }.joined(separator: " ") + ">"
    #expect(throws: ReadingError.tooManyAttributes(limit: 1000, line: 2)) { try draft(html) }
  }

  @Test func `too long a tag is refused, a data URI is not counted`() throws {
    let long = String(repeating: "x", count: 300_000)
    #expect(throws: ReadingError.tagTooLong(limit: 256 * 1024, line: 1)) {
      try draft("<p title='\(long)'>")
    }
    let image = try draft("<img src='data:image/png;base64,\(long)'><p>文</p>")
    #expect(image.images.count == 1)
  }

  @Test func `end tags that fit nothing are refused where many elements are open`() throws {
    let open = String(repeating: "<section>", count: 3000)
    let stray = String(repeating: "</x>", count: 20_000)
    #expect(throws: ReadingError.tooManyStrayEndTags(limit: 50_000_000, line: 2)) {
      try draft(open + "\n" + stray)
    }
    #expect(try draft("<p>" + stray + "文").visibleTexts == ["文"])
  }

  @Test func `end tags that an element of a higher rank holds back are refused, too`() throws {
    let open = "<b>" + String(repeating: "<div>", count: 3000)
    #expect(throws: ReadingError.tooManyStrayEndTags(limit: 50_000_000, line: 1)) {
      try draft(open + String(repeating: "</b>", count: 20_000))
    }
  }

  @Test(arguments: [DraftFormat.html: "<img src=a.png>", .markdown: "![图](a.png)"])
  func `too many images are refused`(_ format: DraftFormat, _ image: String) throws {
    var limits = ReadingLimits()
    limits.images = 3
    func count(_ images: Int) throws -> Int {
      try draft(String(repeating: image, count: images) + "文", as: format, limits: limits).images
        .count
    }
    #expect(try count(3) == 3)
    #expect(throws: ReadingError.tooManyImages(limit: 3)) { try count(4) }
  }

  @Test func `a script may hold what looks like a long tag`() throws {
    let script = "<script>x=\"<a \(String(repeating: "b ", count: 2000))\"</script>"
    #expect(try draft(script + "<p>文</p>").visibleTexts == ["文"])
  }

  @Test func `a large file is refused`() throws {
    var limits = ReadingLimits()
    limits.fileBytes = 10
    #expect(throws: ReadingError.tooLarge(limit: 10)) {
      try draft("<p>12345678</p>", limits: limits)
    }
  }
}
