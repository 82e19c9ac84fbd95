import Crypto
import Foundation
import Linting
import Reporting
import SourceText
import Testing

struct HTMLReportTests {
  @Test func `a finding stands in the text and in the list under one number`() {
    let text = "# 通知\n\n我院**布**署工作\n"
    let shown = section(of: report(text, [finding("布**署", in: text, message: "「布署」有误")]))
    #expect(shown.contains("<h3>通知</h3>"))
    #expect(shown.contains("<p>我院<mark class=\"error\">布署</mark><sup class=\"error\""))
    #expect(shown.contains(">1</a></sup>工作</p>"))
    #expect(shown.contains("「布署」有误"))
    #expect(shown.contains("第 3 行第 5 字"))
    #expect(shown.contains("卫生院公众号管理制度 六、2"))
  }

  @Test func `findings that overlap are cut where they begin and end, the worst colours`() {
    let text = "甲乙丙丁"
    let findings = [
      finding("甲乙丙", in: text, severity: .warning), finding("乙丙丁", in: text, severity: .error),
    ]
    let shown = section(of: report(text, findings))
    #expect(shown.contains("<p><mark class=\"warning\">甲</mark><mark class=\"error\">乙丙</mark>"))
    #expect(shown.contains("<mark class=\"error\">丁</mark>"))
  }

  @Test(
    arguments: [
      "<script>alert(1)</script>", "\"\u{301} onfocus=alert(1)", "'><img src=x onerror=alert(1)>",
      "&lt;b&gt;",
      "\u{0}\u{7F}",
    ]
  )
  func `whatever a path, a message or a text says stays text`(payload: String) {
    let text = "布署\n"
    let found = finding("布署", in: text, message: payload)
    let written = section(of: report(text, [found], path: payload))
    let plain = section(of: report(text, [finding("布署", in: text, message: "x")], path: "x"))
    #expect(tags(of: written) == tags(of: plain))
    #expect(!written.unicodeScalars.contains("\0"))
  }

  @Test func `confidential text is masked wherever it is shown`() {
    let text = "家属电话13912345678，请[联系](tel:13912345678)"
    let found = finding("13912345678", in: text, rule: "privacy/mobile")
    let shown = section(of: report(text, [found], title: text))
    #expect(shown.contains("139****5678"))
    #expect(!shown.contains("电话13912345678"))
  }

  @Test func `of a frozen draft nothing is shown`() {
    let text = "绝密★启用前，会议材料"
    let found = finding("绝密★", in: text, rule: "secrecy/mark", escalation: .freeze)
    let shown = section(of: report(text, [found]))
    #expect(!shown.contains("会议材料"))
    #expect(!shown.contains("绝密"))
  }

  @Test func `the page may run its own script and load nothing`() throws {
    let page = page(of: [report("布署", [finding("布署", in: "布署")])])
    let script = try #require(page.firstPart(between: "<script>", and: "</script>"))
    let hash = Data(SHA256.hash(data: Array(script.utf8))).base64EncodedString()
    #expect(page.contains("script-src 'sha256-\(hash)'"))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  @Test func `many drafts have an overview by group and by folder`() {
    let page = page(
      of: [
        report("布署", [finding("布署", in: "布署")], path: "a/one.md"),
        report("好", [], path: "b/two.md"),
      ]
    )
    #expect(page.contains("用词 1"))
    #expect(page.contains("<th scope=\"row\">a</th><td class=\"number\">1</td>"))
    #expect(page.contains("href=\"#d-b-47-two-46-md\""))
    #expect(page.contains("id=\"d-b-47-two-46-md\""))
  }
}

private let html = HTMLReport(
  tool: Tool(name: "hegui", version: "0.1.0", ruleset: "sha256:11"),
  book: book,
  language: .zh
)

private func section(of report: DraftReport) -> String {
  String(decoding: html.part(of: report), as: UTF8.self)
}

private func page(of reports: [DraftReport]) -> String {
  let summary = reports.reduce(into: Summary()) { $0.add($1) }
  let bytes =
    html.opening(summary, reports.map { DraftRow(of: $0) }) + reports.flatMap { html.part(of: $0) }
    + html.closing
  return String(decoding: bytes, as: UTF8.self)
}

/// The names of all tags and attributes, in order.
private func tags(of page: String) -> [String] {
  page.split(separator: "<").dropFirst().map { part in
    let tag = part.prefix { $0 != ">" }
    return tag.split(separator: " ").map { $0.prefix { $0 != "=" } }.joined(separator: " ")
  }
}

extension String {
  fileprivate func firstPart(between start: String, and end: String) -> String? {
    guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else {
      return nil
    }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
