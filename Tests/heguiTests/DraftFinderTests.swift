import FoundationEssentials
import Testing

@testable import hegui

@Suite struct PathPatternTests {
  @Test(
    arguments: [
      ("*.md", "a.md", true), ("*.md", "a/b.md", false), ("**/*.md", "a/b/c.md", true),
      ("**/*.md", "a.md", true), ("a/**", "a/b/c", true), ("a/**", "a", false),
      ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("稿?.md", "稿件.md", true),
      ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[]]x", "]x", true), ("[x", "[x", true),
      ("a\\*", "a*", true), ("a\\*", "ab", false), ("*a*b*c", "xxaxxbxxc", true),
      ("*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
    ]
  )
  func `a pattern fits what it says`(pattern: String, path: String, fits: Bool) {
    #expect(PathPattern(pattern).matches(path) == fits)
  }

  @Test(
    arguments: [
      ("/x/a.md", false, true), ("/x/b/a.md", false, true), ("/x/keep.md", false, false),
      ("/x/old", true, true), ("/x/old", false, false), ("/x/b/top.txt", false, false),
      ("/x/top.txt", false, true), ("/y/a.md", false, false),
    ]
  )
  func `ignore rules are seen from their folder, the last that fits wins`(
    path: String,
    isFolder: Bool,
    isIgnored: Bool
  ) {
    let rules = IgnoreRules(["# drafts", "*.md", "!keep.md", "old/", "/top.txt", ""], in: "/x")
    #expect((rules.verdict(on: path, isFolder: isFolder) ?? false) == isIgnored)
  }
}

@Suite struct DraftFinderTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func paths(_ arguments: String...) throws -> [String] {
    let outcome = try place.run(all: ["lint", "--format", "ndjson"] + arguments)
    return outcome.output.split(separator: "\n").compactMap { line in
      let start = #"{"path": ""#
      guard line.hasPrefix(start) else { return nil }
      return String(line.dropFirst(start.count).prefix { $0 != "\"" })
    }
  }

  @Test func `a folder gives its drafts by name, without hidden and ignored ones`() throws {
    for name in [
      "b.md", "a.html", "c.TXT", "d.docx", "~$d.docx", "e.png", ".hidden/x.md", "sub/z.markdown",
      "sub/skip.md", "build/x.md", "sub/own.md",
    ] { try place.write(cleanDraft, to: name) }
    try place.write("", to: ".git/HEAD")
    try place.write("build/\nskip.md\n", to: ".gitignore")
    try place.write("own.md\n", to: "sub/.gitignore")
    #expect(try paths() == ["a.html", "b.md", "c.TXT", "d.docx", "sub/z.markdown"])
    #expect(try paths("sub/") == ["sub/z.markdown"])
    #expect(try paths("./sub", "b.md", "b.md") == ["sub/z.markdown", "b.md"])
    #expect(try paths("build/x.md") == ["build/x.md"])
  }

  @Test func `a folder gives files of every ending that tells a format`() throws {
    let names = [
      "a.docm", "b.docx", "c.htm", "d.html", "e.markdown", "f.md", "g.text", "h.txt", "i.xhtml",
    ]
    for name in names + ["j.pdf", "k.png"] { try place.write(cleanDraft, to: name) }
    #expect(try paths() == names)
  }

  @Test func `the ignore patterns of the configuration count for folders`() throws {
    for name in ["a.md", "old/b.md", "new/c.md"] { try place.write(cleanDraft, to: name) }
    try place.write("ignore: [old/]\n", to: "hegui.yml")
    #expect(try paths() == ["a.md", "new/c.md"])
    #expect(try paths("old/b.md") == ["old/b.md"])
  }

  @Test func `a repository's ignore file counts from inside it`() throws {
    try place.write("", to: ".git/HEAD")
    try place.write("*.txt\n", to: ".gitignore")
    for name in ["in/a.md", "in/b.txt"] { try place.write(cleanDraft, to: name) }
    #expect(try paths("in") == ["in/a.md"])
  }

  @Test func `patterns are filled in where the shell has not`() throws {
    for name in ["x/a.md", "x/y/b.md", "x/c.html"] { try place.write(cleanDraft, to: name) }
    #expect(try paths("x/**/*.md") == ["x/a.md", "x/y/b.md"])
    #expect(try paths("x/*.html", "x/*.md") == ["x/c.html", "x/a.md"])
    #expect(try place.run("lint", "x/*.txt").status == 2)
  }

  @Test func `links that lead back end`() throws {
    try place.write(cleanDraft, to: "a/b/c.md")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: "\(place.path)/a/b/up", withDestinationPath: "../..")
    try manager.createSymbolicLink(atPath: "\(place.path)/a/broken.md", withDestinationPath: "no")
    #expect(try paths("a") == ["a/b/c.md", "a/broken.md"])
  }

  @Test func `what looks like a draft and is none is told`() throws {
    try place.write(cleanDraft, to: "a.md")
    try place.write("x", to: "通知.doc")
    let beside = try place.run("lint", ".")
    #expect(beside.status == 0)
    #expect(beside.errors.contains("另有 1 个文件没有检查"))
    #expect(beside.errors.contains("通知.doc"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(place.path)/broken.md",
      withDestinationPath: "no"
    )
    let broken = try place.run("lint", ".")
    #expect(broken.status == 2)
    #expect(broken.output.contains("链接指向的文件不存在"))
    #expect(try place.run("lint", "*.doc", "a.md").status == 2)
  }

  @Test func `paths that overlap are no mistake`() throws {
    try place.write(cleanDraft, to: "g/a.md")
    #expect(try place.run("lint", "g", "g/*.md", "g/a*.md").status == 0)
  }

  @Test func `a folder without drafts ends with 2`() throws {
    try place.write("x", to: "empty/readme.rst")
    let outcome = try place.run("lint", "empty")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("empty"))
  }

  @Test func `a file over the limit is not read`() throws {
    try place.write("limits: { file-bytes: 100 }\n", to: "hegui.yml")
    try place.write(String(repeating: "字", count: 100), to: "a.md")
    let outcome = try place.run("lint", "a.md", "--format", "ndjson")
    #expect(outcome.status == 2)
    #expect(outcome.output.contains(#""code": "too-large""#))
  }

  @Test(
    arguments: [
      ("a/../b", "b"), ("./a//b/", "a/b"), ("/a/../../b", "/b"), ("../x/../y", "../y"), ("", ""),
    ]
  )
  func `paths are made normal`(path: String, normal: String) {
    #expect(normalized(path) == normal)
  }

  @Test(
    arguments: [
      ("/a/b/c", "/a/b", "c"), ("/a/b", "/a/b", "."), ("/a/x", "/a/b/c", "../../x"),
      ("/x", "/", "x"),
    ]
  )
  func `paths are seen from a folder`(path: String, folder: String, seen: String) {
    #expect(relative(path, to: folder) == seen)
  }
}
