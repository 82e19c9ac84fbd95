import Foundation
import Linting
import Reading
import SourceText
import TestSupport
import Testing

@testable import hegui

@Suite struct WordTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func write(_ text: String, to name: String = "稿件.docx") throws {
    let file = WordFile("<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>")
    try place.write(Data(file.bytes), to: name)
  }

  @Test func `a Word document is linted, named or in a folder`() throws {
    try write("请登陆平台填报,谢谢。")
    for path in ["稿件.docx", "."] {
      let outcome = try place.run("lint", path)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("稿件.docx:1:2: 错误"))
      #expect(outcome.output.contains("   1 | 请登陆平台填报,谢谢。"))
    }
    let report = try place.run("lint", "稿件.docx", "--format", "json").output
    #expect(report.contains(#""format": "docx", "encoding": "UTF-8", "digest": "sha256:"#))
    #expect(try place.run("lint", "稿件.docx", "--format", "html").output.contains("<mark"))
  }

  @Test func `old documents and broken ones are refused with what to do`() throws {
    try write("正文。", to: "a.doc")
    try place.write("正文。", to: "b.docx")
    for name in ["a.doc", "b.docx"] {
      let outcome = try place.run("lint", name)
      #expect(outcome.status == 2)
      #expect(outcome.output.contains("另存为 .docx"))
    }
    #expect(try place.run("lint", "--stdin-name", "a.wps", "-", input: "正文。").status == 2)
    // What is said to be a Word document is read as one from standard input too.
    let named = try place.run("lint", "--stdin-name", "a.docx", "-", input: "# 题目\n")
    #expect(named.status == 2)
    #expect(named.output.contains("不是 Word 文档"))
  }

  @Test func `secrets in what is not shown are found and not told`() throws {
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>身份证号11010519491231002X</w:t></w:r>"
    let file = WordFile("<w:p><w:r><w:t>正文。</w:t></w:r>\(hidden)</w:p>")
    try place.write(Data(file.bytes), to: "a.docx")
    let outcome = try place.run("lint", "a.docx")
    #expect(outcome.output.contains("privacy/resident-id"))
    #expect(!outcome.output.contains("19491231"))
  }

  @Test func `fixes are made in the document, and shown as a difference`() throws {
    try write("请登陆平台填报,谢谢。")
    let before = try place.read("稿件.docx")
    let shown = try place.run("lint", "--diff", "稿件.docx")
    #expect(shown.output.contains("+请登录平台填报，谢谢。"))
    #expect(try place.read("稿件.docx") == before)
    let outcome = try place.run("lint", "--fix", "稿件.docx")
    #expect(outcome.errors.contains("已改 2 处"))
    let source = try readWord(path: "", bytes: Array(try place.read("稿件.docx")))
    #expect(source.bytes.elementsEqual("请登录平台填报，谢谢。\n".utf8))
  }

  @Test func `fixes are made within the limits that the draft is read with`() {
    let file = WordFile("<w:p><w:r><w:t>请登陆平台。</w:t></w:r></w:p>").bytes
    let large = mend(file, unsafe: false, limits: ReadingLimits(), lint: misprint)
    #expect(large.text.elementsEqual("请登录平台。\n".utf8))
    #expect(large.problem == nil)
    var limits = ReadingLimits()
    limits.fileBytes = file.count - 1
    let small = mend(file, unsafe: false, limits: limits, lint: misprint)
    #expect(small.bytes == file)
    #expect(small.problem != nil)
  }

  /// The report on a document whose second and third character are misprinted, or no more.
  private func misprint(_ bytes: [UInt8]) -> DraftReport {
    let source = try? readWord(path: "a.docx", bytes: bytes)
    let isWrong = source.map { $0.bytes.starts(with: "请登陆".utf8) } ?? false
    let place = SourceRange(3, 9)
    let finding = Finding(
      rule: "wording/typo",
      severity: .error,
      message: Localized("错字", "a misprint"),
      range: place,
      fix: Fix(Localized("改正", "mend"), .safe, [Edit(place, "登录")])
    )
    return DraftReport(
      path: "a.docx",
      format: .docx,
      encoding: "UTF-8",
      digest: "",
      title: nil,
      verdict: isWrong ? .block : .pass,
      findings: isWrong ? [finding] : [],
      suppressed: [],
      error: nil,
      source: source
    )
  }

  @Test func `a signed document is not changed`() throws {
    var file = WordFile("<w:p><w:r><w:t>请登陆平台填报。</w:t></w:r></w:p>")
    file.parts.append(("_xmlsignatures/sig1.xml", "<s/>"))
    try place.write(Data(file.bytes), to: "a.docx")
    let outcome = try place.run("lint", "--fix", "a.docx")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("不能自动修改"))
    #expect(try place.read("a.docx") == Data(file.bytes))
  }
}
