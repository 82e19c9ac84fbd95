import Linting
import Reading
import Rules
import TestSupport
import Testing

@Suite struct HiddenDataTests {
  @Test(
    arguments: [
      "<p>水。</p><input value=\"手机⟦13812345678⟧\">", "<p title=\"手机⟦13812345678⟧\">水。</p>",
      "<p>水。<a href=\"tel:⟦13812345678⟧\">一键拨打</a></p>",
      "<p>水。</p><![CDATA[手机⟦13812345678⟧]]>", "<p>水。</p><!-- 手机⟦13812345678⟧",
      "<p>水。</p><div 手机⟦13812345678⟧", "<p>水。</p><style>手机⟦13812345678⟧",
      "<p>水。<a href=\"tel:13812345678\">手机⟦13812345678⟧</a></p>",
    ]
  )
  func `personal data is found wherever a page hides it, once`(page: String) throws {
    let rule = try #require(ruleset.rules.first { $0.info.id == "privacy/mobile" })
    let marked = MarkedDraft(page)
    let report = try linter(of: rule).lint(marked.text, as: .html)
    #expect(report.findings.map(\.range) == marked.marks)
  }

  @Test func `a link to a number that no telephone has is judged by itself`() throws {
    let number = String(repeating: "1", count: 20_000)
    let page = "<p>水。<a href=\"tel:\(number)2\">\(number)\(number)</a>手机13812345678</p>"
    #expect(try foundTexts(of: "privacy/mobile", in: page) == ["13812345678"])
  }
}
