import Linting
import Reading
import Reporting
import SourceText
import TestSupport
import Testing

struct PrettyReportTests {
  @Test func `a finding shows its place, words, line, mark, basis and fix`() {
    let text = "# 通知\n\n我院ABC布署工作\n"
    let fix = Fix(Localized("改为「部署」", "write 部署"), .safe, [])
    let shown = pretty(report(text, [finding("布署", in: text, message: "「布署」有误", fix: fix)]))
    #expect(
      shown == """
        draft.md:3:6: 错误：「布署」有误 [wording/typo]
           3 | 我院ABC布署工作
             |        ^~~~
             = 依据：卫生院公众号管理制度 六、2
             = 修改：改为「部署」（可自动修改）


        """
    )
  }

  @Test func `the other language is complete`() {
    let text = "布署"
    let shown = pretty(report(text, [finding("布署", in: text)]), language: .en)
    #expect(shown.hasPrefix("draft.md:1:1: error: wrong [wording/typo]\n"))
    #expect(shown.contains("= basis: 卫生院公众号管理制度 六、2"))
  }

  @Test(
    arguments: [
      ("a", 1), ("汉", 2), ("，", 2), ("“", 1), ("…", 1), ("ｱ", 1), ("Ａ", 2), ("e\u{301}", 1),
      ("👍", 2), ("👍🏽", 2), ("👩‍⚕️", 2), ("🇨🇳", 2), ("𠮷", 2), ("\u{200B}", 8), ("\t", 4), ("a\t", 4),
      ("한", 2), ("①", 1), ("℃", 1), ("\u{1B}", 8),
    ]
  )
  func `a text is as wide as a terminal shows it`(text: String, width: Int) {
    #expect(cellWidth(of: text) == width)
  }

  @Test func `an invisible character is shown by name and marked whole`() {
    let text = "医\u{200B}院"
    let shown = pretty(report(text, [finding("\u{200B}", in: text)]))
    #expect(shown.contains("   1 | 医<U+200B>院\n     |   ^~~~~~~~\n"))
  }

  @Test func `a long line is cut around the mark`() {
    let text = String(repeating: "前", count: 300) + "布署" + String(repeating: "后", count: 300)
    let lines = pretty(report(text, [finding("布署", in: text)]), width: 60).split(separator: "\n")
    let line = lines[1].dropFirst(7)
    #expect(line.hasPrefix("…前"))
    #expect(line.hasSuffix("后…"))
    #expect(line.contains("布署"))
    #expect(cellWidth(of: String(line)) <= 60)
    let marks = lines[2].dropFirst(7)
    let before = line.prefix { $0 != "布" }
    #expect(marks == String(repeating: " ", count: cellWidth(of: String(before))) + "^~~~")
  }

  @Test func `a match longer than the line is cut at its end`() {
    let text = String(repeating: "长", count: 300)
    let shown = pretty(report(text, [finding(text, in: text)]), width: 60)
    for line in shown.split(separator: "\n").dropFirst() {
      #expect(cellWidth(of: String(line)) <= 62)
    }
  }

  @Test func `a match over several lines shows the first and the last`() {
    let text = "甲「乙\n丙\n丁」戊\r\n"
    let shown = pretty(report(text, [finding("「乙\n丙\n丁」", in: text)]))
    #expect(shown.contains("   1 | 甲「乙\n     |   ^~~~\n    ⋮\n   3 | 丁」戊\n     | ^~~~\n"))
    #expect(!shown.contains("\r"))
  }

  @Test func `an empty range and the end of a line have one mark`() {
    let text = "标题\n正文"
    let end = Finding(
      rule: "wording/typo",
      severity: .warning,
      message: Localized("缺标点", "no mark"),
      range: SourceRange(6, 6)
    )
    #expect(pretty(report(text, [end])).contains("   1 | 标题\n     |     ^\n"))
  }

  @Test func `a finding about the whole draft shows no line`() {
    let whole = Finding(
      rule: "wording/typo",
      severity: .warning,
      message: Localized("缺来源", "no source"),
      range: SourceRange(0, 0)
    )
    #expect(!pretty(report("正文", [whole])).contains("|"))
  }

  @Test func `nothing in a draft or its name steers the terminal`() {
    let text = "甲\u{1B}[31m布署"
    let shown = pretty(
      report(text, [finding("布署", in: text, message: "\u{1B}]0;x\u{7}")], path: "\u{1B}c.md")
    )
    #expect(!shown.contains("\u{1B}"))
  }

  @Test func `thousands of findings on one long line are cheap`() {
    let text = String(repeating: "布署工作,", count: 20_000)
    let findings = (0..<5_000).map { index in
      Finding(
        rule: "wording/typo",
        severity: .error,
        message: Localized("有误", "wrong"),
        range: SourceRange(index * 39, index * 39 + 6)
      )
    }
    let draft = report(text, findings)
    let elapsed = threadTime { _ = (json.object(of: draft), pretty(draft)) }
    #expect(elapsed < .seconds(20))
  }

  @Test func `the closing line counts and judges`() {
    var summary = Summary()
    let text = "布署"
    summary.add(
      report(text, [finding("布署", in: text), finding("署", in: text, severity: .warning)])
    )
    let report = PrettyReport(book: book, language: .zh, palette: Palette(isOn: false))
    let line = String(decoding: report.closing(summary), as: UTF8.self)
    #expect(line == "共检查 1 份稿件：1 个错误，1 个警告；结论：不通过\n")
  }

  @Test func `statistics count by rule and by group`() {
    let text = "布署"
    let statistics = Statistics(
      of: report(text, [finding("布", in: text), finding("署", in: text)])
    )
    #expect(
      statistics.text(in: .zh) == """
        规则          级别  处数  稿件
        wording/typo  错误     2     1

        分组     处数
        wording     2

        """
    )
  }
}
