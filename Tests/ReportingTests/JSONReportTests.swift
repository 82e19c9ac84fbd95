import Linting
import Reading
import Reporting
import SourceText
import Testing

struct JSONReportTests {
  @Test func `an object has all keys in the order of the interface`() {
    let text = "# 布署\n"
    let fix = Fix(
      Localized("改为「部署」", "write 部署"),
      .safe,
      [Edit(range(of: "布", in: text), "部")]
    )
    let found = finding("布署", in: text, fix: fix)
    let expected =
      #"{"path": "draft.md", "format": "markdown", "encoding": "UTF-8", "digest": "sha256:00", "#
      + #""title": "布署", "verdict": "block", "findings": [{"rule": "wording/typo", "#
      + #""group": "wording", "severity": "error", "escalation": null, "message": "有误", "#
      + #""range": {"start": {"line": 1, "column": 3, "byte": 2}, "#
      + #""end": {"line": 1, "column": 5, "byte": 8}}, "text": "布署", "#
      + #""basis": [{"source": "wechat-account-management", "clause": "六、2", "#
      + #""title": "卫生院公众号管理制度"}], "#
      + #""fingerprint": "FINGERPRINT", "#
      + #""fix": {"title": "改为「部署」", "safety": "safe", "#
      + #""edits": [{"start": 2, "end": 5, "text": "部"}]}}], "suppressed": [], "error": null}"#
    let written = object(of: report(text, [found], title: "布署"))
    #expect(masked(written) == expected)
  }

  @Test func `a whole report is framed by tool, verdict and summary`() {
    var summary = Summary()
    summary.add(report("好", []))
    let opening = String(decoding: json.opening(summary), as: UTF8.self)
    #expect(
      opening == """
        {"version": 1,
         "tool": {"name": "hegui", "version": "0.1.0", "ruleset": "sha256:11"},
         "verdict": "pass",
         "summary": {"files": 1, "errors": 0, "warnings": 0, "suggestions": 0, "suppressed": 0, \
        "incomplete": 0},
         "files": [

        """
    )
    #expect(json.closing == Array("]}\n".utf8))
  }

  @Test func `a draft that could not be read has its error and nulls`() {
    let failure = DraftFailure(code: "binary", message: Localized("不是文本", "not text"), line: 7)
    let unread = DraftReport(path: "a.md", format: .markdown, failure: failure)
    #expect(
      object(of: unread)
        == #"{"path": "a.md", "format": "markdown", "encoding": null, "digest": null, "#
        + #""title": null, "verdict": "incomplete", "findings": [], "suppressed": [], "#
        + #""error": {"code": "binary", "message": "不是文本", "line": 7}}"#
    )
  }

  @Test(
    arguments: [
      ("\"", #""\"""#), ("\\", #""\\""#), ("\r\n", #""\r\n""#), ("\t", #""\t""#),
      ("\u{1}", #""\u0001""#), ("\u{1B}", #""\u001b""#), ("\u{7F}", #""\u007f""#),
      ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("\u{2027}", "\"\u{2027}\""),
      ("\"\u{301}", "\"\\\"\u{301}\""), ("\\\u{20E3}", "\"\\\\\u{20E3}\""),
      ("𠮷🧧", "\"𠮷🧧\""), ("\u{FEFF}", "\"\u{FEFF}\""), ("", "\"\""),
    ]
  )
  func `strings are escaped by code point, whatever stands beside them`(
    text: String,
    expected: String
  ) {
    var writer = ByteWriter()
    writer.writeJSON(text)
    #expect(writer.bytes == Array(expected.utf8))
  }

  @Test func `lines end with LF, CR LF or CR, and columns count code points`() {
    let text = "一\r\n二\r三\n👩‍⚕️四五"
    let written = object(of: report(text, [finding("四五", in: text)]))
    #expect(written.contains(#""start": {"line": 4, "column": 5, "byte": 26}"#))
  }

  @Test func `a suppressed finding keeps its reason and the place of its comment`() {
    let text = "<!-- x -->布署"
    let put = SuppressedFinding(
      finding: finding("布署", in: text),
      reason: "引文",
      suppression: SourceRange(0, 10)
    )
    let written = object(of: report(text, [], suppressed: [put]))
    #expect(written.contains(#""findings": [], "suppressed": [{"rule": "wording/typo""#))
    #expect(
      written.contains(#""reason": "引文", "suppression": {"line": 1, "column": 1, "byte": 0}}]"#)
    )
  }

  private func masked(_ object: String) -> String {
    let parts = object.split(separator: #""fingerprint": ""#, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return object }
    return parts[0] + #""fingerprint": "FINGERPRINT"# + parts[1].dropFirst(32)
  }
}
