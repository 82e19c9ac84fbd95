import Foundation
import Linting
import Reporting
import SourceText
import Testing

/// The formats that a parser of XML or JSON reads, as it reads them.
struct StructuredFormatTests {
  /// What cannot stand in XML, what ends its parts, and what sticks to a quotation mark.
  private let hostile =
    "\u{0}\u{1B}\u{7F}]]>\"\u{301}'\u{20E3}<&amp;>\t\r\n\u{85}\u{2028}\u{FFFD}\u{FFFE}\u{FFFF}\u{1FFFE}\u{10FFFF}𠮷"

  private var readable: String {
    var text = hostile
    for gone in ["\u{0}", "\u{1B}", "\u{7F}", "\u{FFFE}", "\u{FFFF}"] {
      text = text.replacingOccurrences(of: gone, with: "\u{FFFD}", options: .literal)
    }
    return text
  }

  @Test func `hostile text comes out of XML as it went in, but for what XML cannot say`() throws {
    let text = "布署\n"
    let draft = report(text, [finding("布署", in: text, message: hostile)], path: hostile)
    let style = try elements(of: ReportSample.checkstyle.document(draft))
    #expect(style.map(\.name) == ["checkstyle", "file", "error"])
    #expect(style[1].attributes["name"] == readable)
    #expect(style[2].attributes["message"] == readable)
    #expect(style[2].attributes["source"] == "hegui.wording/typo")
    let units = try elements(of: ReportSample.junit.document(draft))
    #expect(units.map(\.name) == ["testsuites", "testsuite", "testcase", "failure"])
    #expect(units[1].attributes["name"] == readable)
    #expect(units[3].attributes["message"] == readable)
    #expect(units[3].text.hasPrefix(readable + ":1:1: 错误："))
  }

  @Test func `a suite counts its cases by what became of them`() throws {
    let text = "布署、布署、𠮷\n"
    let second = finding("、布署", in: text, severity: .suggestion)
    let draft = report(
      text,
      [
        finding("布署", in: text), finding("布署", in: text, severity: .warning), second,
        finding("𠮷", in: text, severity: .suggestion, escalation: .leadership),
      ],
      suppressed: [
        SuppressedFinding(
          finding: finding("𠮷", in: text),
          reason: "原文如此",
          suppression: SourceRange(0, 1)
        )
      ]
    )
    let units = try elements(of: ReportSample.junit.document(draft))
    let suite = try #require(units.first { $0.name == "testsuite" }).attributes
    #expect(suite["tests"] == "5" && suite["failures"] == "3" && suite["skipped"] == "1")
    let cases = units.filter { $0.name == "testcase" }.compactMap { $0.attributes["name"] }
    #expect(cases.count == 5 && Set(cases).count == 5)
    #expect(units.count { $0.name == "failure" } == 3)
    #expect(units.first { $0.name == "skipped" }?.attributes["message"] == "原文如此")
    let clean = try elements(of: ReportSample.junit.document(report("好\n", [])))
    #expect(clean.map(\.name) == ["testsuites", "testsuite", "testcase"])
  }

  @Test func `a report of code quality has what GitLab asks for, and each fingerprint once`() throws
  {
    let text = "布署\n布署\n"
    let again = Finding(
      rule: "wording/typo",
      severity: .warning,
      message: Localized("有误", "wrong"),
      range: SourceRange(7, 13)
    )
    let gitlab = GitLabReport(book: book, language: .zh)
    let parts = ["a.md", "b.md"].map { path in
      gitlab.part(of: report(text, [finding("布署", in: text), again], path: path))
    }
    let document = gitlab.opening + parts[0] + gitlab.separator + parts[1] + gitlab.closing
    let issues = try #require(
      try JSONSerialization.jsonObject(with: Data(document)) as? [[String: Any]]
    )
    #expect(issues.count == 4)
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == 4)
    #expect(issues.compactMap { $0["severity"] as? String }.prefix(2) == ["critical", "major"])
    #expect(issues.allSatisfy { $0["check_name"] as? String == "wording/typo" })
    #expect(issues.allSatisfy { $0["description"] as? String == "有误" })
    let location = try #require(issues[1]["location"] as? [String: Any])
    #expect(location["path"] as? String == "a.md")
    #expect((location["lines"] as? [String: Int])?["begin"] == 2)
    let nothing = try JSONSerialization.jsonObject(
      with: Data(gitlab.document(of: report("好\n", [])))
    )
    #expect((nothing as? [Any])?.isEmpty == true)
  }

  @Test func `each line of diagnostics is one object`() throws {
    let text = "布署\n"
    let fix = Fix(
      Localized("改为「部署」", "write 部署"),
      .safe,
      [Edit(range(of: "布", in: text), "部")]
    )
    let findings = [
      finding("布署", in: text, message: hostile, fix: fix),
      finding("署", in: text, severity: .suggestion),
    ]
    let written = ReportSample.rdjsonl.document(report(text, findings, path: hostile))
    let lines = written.split(separator: 0x0A)
    let objects = try lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
    #expect(objects.compactMap { $0["severity"] as? String } == ["ERROR", "INFO"])
    #expect((objects[0]["location"] as? [String: Any])?["path"] as? String == hostile)
    #expect((objects[0]["message"] as? String)?.hasPrefix(hostile) == true)
    #expect((objects[0]["code"] as? [String: String])?["value"] == "wording/typo")
    let suggestion = try #require((objects[0]["suggestions"] as? [[String: Any]])?.first)
    #expect(suggestion["text"] as? String == "部")
    #expect(objects[1]["suggestions"] == nil)
  }

  private func elements(of document: [UInt8]) throws -> [XMLElement] {
    var reader = XMLReader(document)
    return try reader.elements()
  }
}
