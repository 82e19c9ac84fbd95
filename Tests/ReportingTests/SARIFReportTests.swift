import Foundation
import Linting
import Reading
import Reporting
import SourceText
import Testing

struct SARIFReportTests {
  private let text = "# 布署𠮷、布署\n\n电话 13912345678\n"

  @Test func `a report is what the specification says`() throws {
    let run = try run(of: sample)
    #expect(SARIFStructure.faults(of: try log(of: sample)) == [])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let rules = try rules(of: run)
    #expect(rules.compactMap { $0["id"] as? String } == ["privacy/mobile", "wording/typo"])
    let results = try results(of: run)
    #expect(results.count == 3)
    for result in results {
      #expect(rules.contains { $0["id"] as? String == result["ruleId"] as? String })
    }
  }

  @Test func `regions count code points and end behind the last`() throws {
    let result = try results(of: try run(of: sample))[0]
    let region = try region(of: result)
    #expect(region["startLine"] as? Int == 1 && region["startColumn"] as? Int == 3)
    #expect(region["endLine"] as? Int == 1 && region["endColumn"] as? Int == 5)
    #expect((region["snippet"] as? [String: String])?["text"] == "布署")
  }

  @Test func `a fix replaces a region, and a suppression has its reason`() throws {
    let results = try results(of: try run(of: sample))
    let fix = try #require((results[0]["fixes"] as? [[String: Any]])?.first)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    let deleted = try #require(replacement["deletedRegion"] as? [String: Int])
    #expect(deleted["startColumn"] == 3 && deleted["endColumn"] == 4)
    #expect((replacement["insertedContent"] as? [String: String])?["text"] == "部")
    let suppression = try #require((results[2]["suppressions"] as? [[String: String]])?.first)
    #expect(suppression == ["kind": "inSource", "justification": "原文如此"])
  }

  @Test func `confidential text is masked here as well`() throws {
    let written = String(decoding: sarif.document(of: sample), as: UTF8.self)
    #expect(!written.contains("13912345678"))
    #expect(written.contains("139****5678"))
  }

  @Test func `a draft that freezes shows nothing of itself`() throws {
    let frozen = report(
      text,
      [finding("布署", in: text, rule: "secrecy/mark", escalation: .freeze)],
      title: "布署"
    )
    let written = String(decoding: sarif.document(of: frozen), as: UTF8.self)
    #expect(!written.contains("布署") && !written.contains("139"))
    #expect(SARIFStructure.faults(of: try log(of: frozen)) == [])
  }

  @Test func `a draft that could not be judged is a result and no success`() throws {
    let failure = DraftFailure(code: "binary", message: Localized("不是文本", "not text"), line: 7)
    let unread = DraftReport(path: "a.md", format: .markdown, failure: failure)
    let run = try run(of: unread)
    #expect(SARIFStructure.faults(of: try log(of: unread)) == [])
    #expect(try results(of: run).first?["level"] as? String == "error")
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
  }

  @Test(
    arguments: [
      ("稿 件/a.md", "%E7%A8%BF%20%E4%BB%B6/a.md"), ("/tmp/a.md", "file:///tmp/a.md"),
      ("c:x.md", "c%3Ax.md"), ("", "-"),
    ]
  )
  func `paths are references that nothing mistakes`(path: String, expected: String) throws {
    let run = try run(of: report(text, [finding("布署", in: text)], path: path))
    let location = try #require((try results(of: run)[0]["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect((physical["artifactLocation"] as? [String: String])?["uri"] == expected)
  }

  private var sample: DraftReport {
    let fix = Fix(
      Localized("改为「部署」", "write 部署"),
      .safe,
      [Edit(range(of: "布", in: text), "部")]
    )
    return report(
      text,
      [
        finding("布署", in: text, fix: fix),
        finding("13912345678", in: text, rule: "privacy/mobile", escalation: .secrecy),
      ],
      suppressed: [
        SuppressedFinding(
          finding: finding("𠮷、布署", in: text),
          reason: "原文如此",
          suppression: SourceRange(0, 1)
        )
      ]
    )
  }

  private let sarif = SARIFReport(
    tool: Tool(name: "hegui", version: "0.1.0", ruleset: "sha256:11"),
    book: book,
    language: .zh
  )

  private func log(of report: DraftReport) throws -> [String: Any] {
    let bytes = Data(sarif.document(of: report))
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  private func run(of report: DraftReport) throws -> [String: Any] {
    try #require((try log(of: report)["runs"] as? [[String: Any]])?.first)
  }

  private func rules(of run: [String: Any]) throws -> [[String: Any]] {
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    return try #require(driver?["rules"] as? [[String: Any]])
  }

  private func results(of run: [String: Any]) throws -> [[String: Any]] {
    try #require(run["results"] as? [[String: Any]])
  }

  private func region(of result: [String: Any]) throws -> [String: Any] {
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    return try #require(physical["region"] as? [String: Any])
  }
}
