import Linting
import Reading
import Rules
import TestSupport
import Testing

@Suite struct TitleTwinTests {
  private func fixed(_ text: String, as format: DraftFormat) throws -> String {
    let rule = try #require(ruleset.rules.first { $0.info.id == "punctuation/halfwidth-comma" })
    return try linter(of: rule).fixing(text, as: format, unsafe: false)
  }

  @Test(arguments: ["", " - 某某中心卫生院", "_健康科普"])
  func `a fix of the heading changes the page's title`(site: String) throws {
    func page(_ mark: String) -> String {
      "<html><head><title>多喝水\(mark)勤洗手\(site)</title></head>"
        + "<body><h1>多喝水\(mark)勤洗手</h1><p>水。</p></body></html>"
    }
    #expect(try fixed(page(","), as: .html) == page("，"))
  }

  @Test func `another title of the page stays`() throws {
    let page = "<html><head><title>多喝水,勤洗手吧</title></head><body><h1>多喝水,勤洗手</h1></body></html>"
    #expect(
      try fixed(page, as: .html)
        == "<html><head><title>多喝水,勤洗手吧</title></head><body><h1>多喝水，勤洗手</h1></body></html>"
    )
  }

  @Test func `front matter and heading stay the same`() throws {
    func draft(_ mark: String) -> String {
      "---\ntitle: 多喝水\(mark)勤洗手\n---\n\n# 多喝水\(mark)勤洗手\n\n水。\n"
    }
    #expect(try fixed(draft(","), as: .markdown) == draft("，"))
  }
}
