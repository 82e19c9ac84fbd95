import FoundationEssentials
import Testing

@Suite struct LintCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(cleanDraft, to: "clean.md")
    try place.write(commaDraft, to: "comma.md")
  }

  @Test func `the status is 0 for a clean draft, 1 for a fault, 2 for what could not be read`()
    throws
  {
    #expect(try place.run("lint", "clean.md").status == 0)
    #expect(try place.run("lint", "comma.md").status == 1)
    #expect(try place.run("lint", "missing.md").status == 2)
    #expect(try place.run("lint", "comma.md", "missing.md").status == 2)
  }

  @Test func `a draft with more findings than the limit ends with 2 and lists some`()
    throws
  {
    try place.write("limits: { findings: 1 }\n", to: "hegui.yml")
    try place.write(commaDraft + "\n" + commaDraft, to: "commas.md")
    let outcome = try place.run("lint", "commas.md", "--format", "ndjson")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains(#""code": "too-many-findings""#))
    #expect(outcome.output.contains(#""findings": [{"rule": "#))
  }

  @Test func `what exists is linted although another path does not exist`() throws {
    let outcome = try place.run("lint", "missing.md", "comma.md", "--format", "ndjson")
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].contains(#""path": "missing.md""#))
    #expect(lines[0].contains(#""code": "not-found""#))
    #expect(lines[1].contains(#""rule": "punctuation/halfwidth-comma""#))
  }

  @Test(
    arguments: [
      ["lint", "--no-such-option", "clean.md"], ["lint", "--format", "xml", "clean.md"],
      ["lint", "--format", "jsn", "clean.md"], ["lint", "--input-format", "doc", "clean.md"],
      ["lint", "--today", "2026-02-30", "clean.md"], ["lint", "--today", "tomorrow", "clean.md"],
      ["lint", "--jobs", "0", "clean.md"], ["lint", "--unsafe", "clean.md"],
      ["lint", "--select", "no/such", "clean.md"], ["lint", "--ignore", "titel", "clean.md"],
      ["lint", "--config", "missing.yml", "clean.md"], ["lint", "--rules", "missing", "clean.md"],
      ["lint", "--baseline", "clean.md", "clean.md"], ["lint", "--fail-on", "all", "clean.md"],
      ["lint", "--config", "a.yml", "--no-config", "clean.md"],
      ["lint", "--output", "a", "--output", "b", "clean.md"],
      ["gate", "status"], ["explain", "no/such"], ["nonsense"],
    ]
  )
  func `what cannot be run ends with 2 and says why`(arguments: [String]) throws {
    let outcome = try place.run(all: arguments)
    #expect(outcome.status == 2)
    #expect(!outcome.errors.isEmpty)
    #expect(outcome.output.isEmpty)
  }

  @Test func `a mistyped rule, format or option is named with the right one`() throws {
    let cases = [
      (["lint", "--select", "title/lenght", "clean.md"], "title/length"),
      (["lint", "--format", "jsn", "clean.md"], "json"),
      (["explain", "title/lenght"], "title/length"),
    ]
    for (arguments, word) in cases {
      #expect(try place.run(all: arguments).errors.contains("did you mean \"\(word)\""))
    }
  }

  @Test func `help and version end with 0`() throws {
    #expect(try place.run("--help").status == 0)
    #expect(try place.run("lint", "--help").status == 0)
    #expect(try place.run("--version").output == "0.1.0\n")
  }

  @Test func `fail-on decides from which severity on the status is 1`() throws {
    #expect(try place.run("lint", "comma.md", "--fail-on", "never").status == 0)
    #expect(try place.run("lint", "comma.md", "--fail-on", "warning").status == 1)
    try place.write("rules:\n  punctuation: suggestion\n", to: "hegui.yml")
    #expect(try place.run("lint", "comma.md").status == 0)
    #expect(try place.run("lint", "comma.md", "--fail-on", "suggestion").status == 1)
  }

  @Test func `no format and no display option changes the status`() throws {
    for options in [["--quiet"], ["--statistics"], ["--format", "json"], ["--color", "always"]] {
      #expect(try place.run(all: ["lint", "comma.md"] + options).status == 1)
      #expect(try place.run(all: ["lint", "clean.md"] + options).status == 0)
    }
  }

  @Test func `select and ignore take ids and groups`() throws {
    let comma = "punctuation/halfwidth-comma"
    #expect(try place.run("lint", "comma.md", "--select", comma).status == 1)
    #expect(try place.run("lint", "comma.md", "--select", "punctuation").status == 1)
    #expect(try place.run("lint", "comma.md", "--select", "title").status == 0)
    #expect(try place.run("lint", "comma.md", "--ignore", comma).status == 0)
    #expect(try place.run("lint", "comma.md", "--ignore", "punctuation").status == 0)
  }

  @Test func `standard input is a draft with the name that is given`() throws {
    let named = try place.run(
      "lint",
      "-",
      "--stdin-name",
      "稿件.md",
      "--format",
      "ndjson",
      input: commaDraft
    )
    #expect(named.status == 1)
    #expect(named.output.contains(#""path": "稿件.md", "format": "markdown""#))
    let page = try place.run("lint", "-", "--format", "ndjson", input: "<p>你好,世界。</p>")
    #expect(page.output.contains(#""format": "html""#))
    let forced = try place.run(
      "lint",
      "-",
      "--input-format",
      "text",
      "--format",
      "ndjson",
      input: "你好"
    )
    #expect(forced.output.contains(#""format": "text""#))
  }

  @Test func `every format, all of them at once, masks what is confidential`() throws {
    let secret = commaDraft + "\n患者家属请拨打13912345678，患者身份证号11010519491231002X。\n"
    try place.write(secret, to: "secret.md")
    let formats = [
      "pretty", "json", "ndjson", "sarif", "junit", "checkstyle", "github", "gitlab", "rdjsonl",
      "html",
    ]
    let options = formats.flatMap { ["--format", $0, "--output", "report.\($0)"] }
    let outcome = try place.run(all: ["lint", "secret.md", "clean.md", "missing.md"] + options)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    for format in formats {
      let written = try place.text("report.\(format)")
      #expect(written.contains("secret.md") && written.contains("missing.md"), "\(format)")
      #expect(!written.contains("13912345678") && !written.contains("19491231"), "\(format)")
      let one = try place.run("lint", "secret.md", "clean.md", "--format", format)
      #expect(one.status == 1, "\(format)")
      #expect(!one.output.isEmpty, "\(format)")
    }
  }

  @Test func `the same input gives the same bytes, with any number of jobs`() throws {
    for index in 0..<40 {
      try place.write(commaDraft + "第\(index)段,很短。\n", to: "many/\(index).md")
    }
    let one = try place.run("lint", "many", "--format", "json", "--jobs", "1")
    let many = try place.run("lint", "many", "--format", "json", "--jobs", "8")
    #expect(one.output == many.output)
    #expect(one.output.contains(#""summary": {"files": 40, "#))
    #expect(one.output.split(separator: "\n").filter { $0.hasPrefix(#"  {"path""#) }.count == 40)
  }

  @Test func `JSON is valid and its text is what stands at the bytes`() throws {
    let outcome = try place.run("lint", "comma.md", "--format", "json")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    let finding = try #require(report.files.first?.findings.first)
    let (start, end) = (finding.range.start.byte, finding.range.end.byte)
    let bytes = Array(commaDraft.utf8)[start..<end]
    #expect(String(decoding: bytes, as: UTF8.self) == finding.text)
  }

  @Test func `a broken pack, configuration or list names file and line`() throws {
    try place.write("profile: wechat\nrulse: {}\n", to: "hegui.yml")
    let english = "unknown key \"rulse\", did you mean \"rules\"?"
    for (arguments, message) in [
      (["lint", "clean.md"], "没有键「rulse」，是不是「rules」？（\(english)）"),
      (["lint", "clean.md", "--lang", "en"], english),
    ] {
      let outcome = try place.run(all: arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errors == "hegui: hegui.yml:2: \(message)\n")
    }
  }

  @Test func `the nearest configuration upwards counts unless another or none is asked for`() throws
  {
    try place.write("rules:\n  punctuation: off\n", to: "hegui.yml")
    try place.write(commaDraft, to: "inner/deep.md")
    #expect(try place.run("lint", "comma.md", "inner").status == 0)
    #expect(try place.run("lint", "comma.md", "--no-config").status == 1)
    try place.write("profile: website\n", to: "other.yml")
    #expect(try place.run("lint", "comma.md", "--config", "other.yml").status == 1)
  }

  @Test func `an own list finds its terms, an allowed phrase wins, an expired list is told of`()
    throws
  {
    try place.write("lists:\n  - own.txt\nallow: [周六上午]\n", to: "hegui.yml")
    try place.write("# list: own\n周六\t-\tE\n坐诊\t-\tE\n", to: "own.txt")
    let outcome = try place.run("lint", "clean.md", "--format", "ndjson")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains(#""rule": "sensitive/operator-list""#))
    #expect(outcome.output.contains(#""text": "坐诊""#))
    #expect(!outcome.output.contains(#""text": "周六""#))
    let header = "# meta: issuer=宣传处; version=2025-03; expires=2025-09-01\n"
    try place.write(header + "N6\tliteral\t坐诊\terror\tescalate:leadership\t-\t-\n", to: "own.txt")
    let expired = try place.run("lint", "clean.md", "--profile", "govmedia")
    #expect(expired.status == 1)
    #expect(expired.output.contains("sensitive/list-expired"))
    #expect(!expired.output.contains("sensitive/nine-categories"))
    let valid = try place.run("lint", "clean.md", "--today", "2025-08-31")
    #expect(valid.output.contains("sensitive/nine-categories"))
  }

  @Test func `a list in the format for organisations tells category, scope, spellings and level`()
    throws
  {
    let list = """
      # title: 试用词表
      # supplier: 宣传处
      # version: 2026-03
      # columns: term category level scope variants allow
      坐诊\tN2\t\t正文\t坐 症
      周六\t用语\t建议\t标题
      门诊\t用语\t警告\t\t\t夜间门诊
      """
    try place.write("lists: [own.txt]\nrequired-categories: [N2, N5]\n", to: "hegui.yml")
    for text in [list, "\u{FEFF}\(list)"] {
      try place.write(text, to: "own.txt")
      let outcome = try place.run("lint", "clean.md", "--format", "ndjson").output
      #expect(outcome.contains(#""rule": "sensitive/nine-categories""#))
      #expect(outcome.contains(#""escalation": "secrecy""#))
      #expect(outcome.contains("「N5」"))
      #expect(!outcome.contains("「N2」"))
      #expect(!outcome.contains(#""rule": "sensitive/operator-list""#))
    }
    try place.write(list + "\n坐诊\tN2\t高\n", to: "own.txt")
    let broken = try place.run("lint", "clean.md")
    #expect(broken.status == 2)
    #expect(
      broken.errors.contains("own.txt:8: 没有级别「高」，请写 error、warning 或 suggestion（unknown level")
    )
  }

  @Test func `init writes a configuration that works and leaves one that exists`() throws {
    #expect(try place.run("init").status == 0)
    #expect(try place.run("lint", "clean.md").status == 0)
    let text = try place.text("hegui.yml")
    #expect(try place.run("init").status == 2)
    #expect(try place.text("hegui.yml") == text)
  }

  @Test func `a rule is explained and all are listed`() throws {
    let explained = try place.run("explain", "title/length")
    #expect(explained.status == 0)
    #expect(explained.output.hasPrefix("title/length\n"))
    #expect(explained.output.contains("为什么"))
    let listed = try place.run("rules", "--format", "json")
    let rules = try JSONDecoder().decode([ListedRule].self, from: Data(listed.output.utf8))
    #expect(rules.count > 20)
  }
}

/// What the tests read of a report.
private struct Report: Decodable {
  struct File: Decodable {
    let findings: [Finding]
  }

  struct Finding: Decodable {
    let text: String
    let range: Place
  }

  struct Place: Decodable {
    let start: Offset
    let end: Offset
  }

  struct Offset: Decodable {
    let byte: Int
  }

  let files: [File]
}

private struct ListedRule: Decodable {
  let id: String
}
