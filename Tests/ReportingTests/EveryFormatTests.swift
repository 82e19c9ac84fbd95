import Linting
import Reading
import Reporting
import SourceText
import Testing

struct EveryFormatTests {
  private let text = "# 布署𠮷\n\n家属电话13912345678,请联系\n"

  @Test(arguments: ReportSample.all)
  func `confidential text is masked, and who speaks of it is silent`(format: ReportSample) {
    let other = finding("13912345678,请", in: text, message: "「13912345678」有误")
    let fix = Fix(Localized("改", "mend"), .safe, [Edit(other.range, "13912345678，请")])
    let draft = report(
      text,
      [
        finding("13912345678", in: text, rule: "privacy/mobile", escalation: .secrecy),
        finding("13912345678,请", in: text, message: "「13912345678」有误", fix: fix),
      ],
      title: text,
      suppressed: [
        SuppressedFinding(
          finding: finding("布署", in: text),
          reason: "13912345678是热线",
          suppression: SourceRange(0, 1)
        )
      ]
    )
    let written = format.text(of: draft)
    #expect(!written.contains("13912345678"))
    #expect(written.contains("privacy/mobile") || written.contains("不得公开"))
  }

  @Test(arguments: ReportSample.all)
  func `of a frozen draft nothing is shown but that it is frozen`(format: ReportSample) {
    let mark = finding(
      "布署𠮷",
      in: text,
      rule: "secrecy/mark",
      escalation: .freeze,
      message: "检测到密级标志特征"
    )
    let fix = Fix(Localized("改为「家属来电」", "x"), .safe, [Edit(range(of: "家属", in: text), "家属来电")])
    let other = finding("家属", in: text, message: "「家属」有误", fix: fix)
    let written = format.text(of: report(text, [mark, other], title: text))
    for part in ["布署", "家属", "139", "5678"] { #expect(!written.contains(part)) }
    #expect(written.contains("检测到密级标志特征"))
  }

  @Test(arguments: ReportSample.all)
  func `a draft that could not be judged never looks as if it had passed`(format: ReportSample) {
    let failure = DraftFailure(code: "binary", message: Localized("不是文本", "not text"), line: 7)
    let written = format.text(of: DraftReport(path: "a.md", format: .markdown, failure: failure))
    #expect(written.contains("不是文本"))
    #expect(written.contains("a.md"))
    #expect(format.tellsOfFailure(written))
  }

  @Test func `a fix of several edits is one suggestion, with what stands between them`() {
    let text = "他说\"布署\"了"
    let quotes = Finding(
      rule: "wording/typo",
      severity: .warning,
      message: Localized("直引号", "straight"),
      range: SourceRange(6, 14),
      fix: Fix(
        Localized("改", "mend"),
        .safe,
        [Edit(SourceRange(6, 7), "“"), Edit(SourceRange(13, 14), "”")]
      )
    )
    let whole = #"{"start": {"line": 1, "column": 7}, "end": {"line": 1, "column": 15}}"#
    let written = ReportSample.rdjsonl.text(of: report(text, [quotes]))
    #expect(written.contains(#""suggestions": [{"range": \#(whole), "text": "“布署”"}]"#))
    let secret = finding("布署", in: text, rule: "privacy/mobile")
    #expect(!ReportSample.rdjsonl.text(of: report(text, [quotes, secret])).contains("suggestions"))
  }

  @Test func `columns are those of each format`() {
    let text = "𠮷布署,\r\n布署"
    let draft = report(text, [finding("布署", in: text), finding(",\r\n布", in: text)])
    let github = ReportSample.github.text(of: draft)
    #expect(github.contains("line=1,endLine=1,col=2,endColumn=4,title=wording/typo::有误%0A依据："))
    #expect(github.contains("line=1,endLine=2,title="))
    #expect(ReportSample.checkstyle.text(of: draft).contains(#"line="1" column="2""#))
    let bytes = #""range": {"start": {"line": 1, "column": 5}, "end": {"line": 1, "column": 11}}"#
    #expect(ReportSample.rdjsonl.text(of: draft).contains(bytes))
    let lines = #""lines": {"begin": 1, "end": 2}"#
    #expect(ReportSample.gitlab.text(of: draft).contains(lines))
  }

  @Test func `a finding about the whole draft has no column`() {
    let whole = Finding(
      rule: "wording/typo",
      severity: .warning,
      message: Localized("缺来源", "no source"),
      range: SourceRange(0, 0)
    )
    let draft = report(text, [whole])
    #expect(ReportSample.github.text(of: draft).contains("file=draft.md,line=1,title="))
    #expect(!ReportSample.checkstyle.text(of: draft).contains("column="))
    #expect(!ReportSample.rdjsonl.text(of: draft).contains("range"))
  }

  @Test func `a command's values cannot end early`() {
    let path = "a,b:c%\r\n::error::.md"
    let draft = report(
      text,
      [finding("布署", in: text, message: "甲%\n::error::乙\u{1B}[31m")],
      path: path
    )
    let written = ReportSample.github.text(of: draft)
    #expect(written.utf8.count { $0 == 0x0A } == 1)
    #expect(written.contains("file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3A.md,line=1,"))
    #expect(written.contains("::甲%25%0A::error::乙\u{FFFD}[31m%0A依据："))
  }
}

/// A format with the tool and the book of the tests.
struct ReportSample: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let document: @Sendable (DraftReport) -> [UInt8]
  /// How it says that a draft was not judged.
  let failure: String

  func text(of report: DraftReport) -> String { String(decoding: document(report), as: UTF8.self) }
  func tellsOfFailure(_ text: String) -> Bool { text.contains(failure) }

  static let github = parted("github", GitHubReport(book: book, language: .zh), "::error ")
  static let gitlab = parted("gitlab", GitLabReport(book: book, language: .zh), #""blocker""#)
  static let checkstyle = parted(
    "checkstyle",
    CheckstyleReport(book: book, language: .zh),
    #"<error line="7" severity="error""#
  )
  static let junit = parted(
    "junit",
    JUnitReport(book: book, language: .zh),
    #"tests="1" failures="0" errors="1""#
  )
  static let rdjsonl = parted("rdjsonl", RDJSONLReport(book: book, language: .zh), #""ERROR""#)

  static let all: [Self] = [
    Self(
      testDescription: "pretty",
      document: { Array(pretty($0).utf8) },
      failure: "未能完成检查"
    ),
    Self(
      testDescription: "json",
      document: { json.opening(Summary(of: $0)) + json.object(of: $0) + json.closing },
      failure: #""verdict": "incomplete""#
    ),
    Self(
      testDescription: "sarif",
      document: { SARIFReport(tool: tool, book: book, language: .zh).document(of: $0) },
      failure: #""executionSuccessful": false"#
    ),
    Self(
      testDescription: "html",
      document: {
        let html = HTMLReport(tool: tool, book: book, language: .zh)
        return html.opening(Summary(of: $0), [DraftRow(of: $0)]) + html.part(of: $0) + html.closing
      },
      failure: "未能完成检查"
    ),
    github, gitlab, checkstyle, junit, rdjsonl,
  ]

  private static let tool = Tool(name: "hegui", version: "0.1.0", ruleset: "sha256:11")

  private static func parted(
    _ name: String,
    _ report: any PartedReport,
    _ failure: String
  ) -> Self {
    Self(testDescription: name, document: { report.document(of: $0) }, failure: failure)
  }
}
