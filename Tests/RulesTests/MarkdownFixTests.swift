import Linting
import Reading
import TestSupport
import Testing

@testable import Rules

/// Fixes keep the markup around them what it was.
@Suite struct MarkdownFixTests {
  @Test(arguments: [
    ("天气热\\,多喝水。", "天气热，多喝水。"),
    ("他说\\\"早\\\"吧。", "他说“早”吧。"),
    ("路径写作C:\\\\,请核对。", "路径写作C:\\\\，请核对。"),
    ("见[天气,热]。\n\n[天气,热]: http://a.cn", "见[天气,热]。\n\n[天气,热]: http://a.cn"),
    ("见[天气,热][]。\n\n[天气,热]: http://a.cn", "见[天气,热][]。\n\n[天气,热]: http://a.cn"),
    ("见[天气,热](http://a.cn)。", "见[天气，热](http://a.cn)。"),
    ("见<https://a.cn/好,吧>。", "见<https://a.cn/好,吧>。"),
  ])
  func `escapes go with their marks, labels and addresses stay`(text: String, fixed: String) {
    #expect(LawTests.linter.fixing(text, as: .markdown, unsafe: false) == fixed)
  }

  @Test func `masks in front matter have no backslashes`() {
    let text = "---\ntitle: 患者11010519491231002X的通知\n---\n\n请联系110105194912310021。\n"
    let fixed = LawTests.linter.fixing(text, as: .markdown, unsafe: true)
    #expect(fixed.contains("title: 患者110105********002X的通知"), "\(fixed)")
  }

  @Test func `half-width marks that Word calls English are fixed`() {
    let text = "<p>各科室<span lang=EN-US>:</span>根据要求<span lang=EN-US>,</span>开展义诊。</p>"
    let fixed = "<p>各科室<span lang=EN-US>：</span>根据要求<span lang=EN-US>，</span>开展义诊。</p>"
    #expect(LawTests.linter.fixing(text, as: .html, unsafe: false) == fixed)
  }

  @Test func `a suppression works inside a line`() {
    let mark = "punctuation/halfwidth-comma"
    for (open, close) in [("前文。", "再好。"), ("| 甲 |\n| --- |\n| 前文。", "再好。 |")] {
      let text =
        "\(open)<!-- hegui-disable \(mark) -- 引文 -->你好,世界<!-- hegui-enable \(mark) -->\(close)\n"
      let report = LawTests.linter.lint(path: "a.md", bytes: Array(text.utf8), format: .markdown)
      #expect(report.suppressed.map(\.finding.rule) == [mark], "\(text)")
      #expect(!report.findings.contains { $0.rule == mark })
    }
  }
}
