import FoundationEssentials
import Glibc
import SourceText
import Testing

@testable import hegui

@Suite struct FixTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `a safe fix is written and nothing else changes`() throws {
    try place.write(commaDraft, to: "a.md")
    let outcome = try place.run("lint", "--fix", "a.md")
    #expect(outcome.status == 0)
    #expect(try place.text("a.md") == commaDraft.replacing(",", with: "，"))
    #expect(try place.names().filter { $0.contains("hegui-") }.isEmpty)
  }

  @Test func `a draft keeps its encoding, line ends and mark`() throws {
    let text = commaDraft.replacing("\n", with: "\r\n")
    let fixed = text.replacing(",", with: "，")
    let gbk = try converted(text, to: "GB18030")
    let drafts: [(name: String, before: Data, after: Data)] = [
      ("utf16.md", Data([0xFF, 0xFE]) + utf16(text), Data([0xFF, 0xFE]) + utf16(fixed)),
      (
        "bom.md", Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8),
        Data([0xEF, 0xBB, 0xBF]) + Data(fixed.utf8)
      ),
      ("gbk.md", gbk, try converted(fixed, to: "GB18030")),
    ]
    for draft in drafts {
      try place.write(draft.before, to: draft.name)
      #expect(try place.run("lint", "--fix", draft.name).status == 0)
      #expect(try place.read(draft.name) == draft.after)
    }
  }

  private func utf16(_ text: String) -> Data {
    Data(text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
  }

  private func converted(_ text: String, to encoding: String) throws -> Data {
    let draft = try decodeSource(
      path: "x",
      bytes: Array("<meta charset=\(encoding)>".utf8) + [0xB0, 0xA1]
    )
    return Data(try draft.encoded(Array(text.utf8)))
  }

  @Test func `permissions stay and a link stays a link`() throws {
    try place.write(commaDraft, to: "real/a.md")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(place.path)/real/a.md")
    try manager.createSymbolicLink(
      atPath: "\(place.path)/link.md",
      withDestinationPath: "real/a.md"
    )
    #expect(try place.run("lint", "--fix", "link.md").status == 0)
    #expect(try manager.destinationOfSymbolicLink(atPath: "\(place.path)/link.md") == "real/a.md")
    #expect(!(try place.text("real/a.md").contains(",")))
    let attributes = try manager.attributesOfItem(atPath: "\(place.path)/real/a.md")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `a new report has the permissions that the umask leaves, an old one keeps its own`()
    throws
  {
    try place.write(cleanDraft, to: "a.md")
    try place.write("", to: "old.json")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o604], ofItemAtPath: "\(place.path)/old.json")
    for (name, permissions) in [("new.json", 0o600), ("old.json", 0o604)] {
      let outcome = try place.run(
        all: ["lint", "a.md", "--format", "json", "--output", name],
        umask: "077"
      )
      #expect(outcome.status == 0)
      let attributes = try manager.attributesOfItem(atPath: "\(place.path)/\(name)")
      #expect(attributes[.posixPermissions] as? Int == permissions)
    }
  }

  @Test func `a damaged draft is left as it is`() throws {
    var bytes = Data(commaDraft.utf8)
    bytes.append(contentsOf: [0xE4, 0xBD, 0x0A])
    try place.write(bytes, to: "a.md")
    let outcome = try place.run("lint", "--fix", "a.md")
    #expect(outcome.errors.contains("请先改正"))
    #expect(try place.read("a.md") == bytes)
  }

  @Test func `the fixed text of standard input goes to standard output, the report to the other`()
    throws
  {
    let outcome = try place.run("lint", "--fix", "-", "--stdin-name", "a.md", input: commaDraft)
    #expect(outcome.status == 0)
    #expect(outcome.output == commaDraft.replacing(",", with: "，"))
    #expect(outcome.errors.contains("结论"))
    let clean = try place.run("lint", "--fix", "-", "--stdin-name", "a.md", input: cleanDraft)
    #expect(clean.output == cleanDraft)
  }

  @Test func `differences are shown and nothing is written`() throws {
    try place.write(commaDraft, to: "a.md")
    let outcome = try place.run("lint", "--diff", "a.md")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        --- a/a.md
        +++ b/a.md
        @@ -2,4 +2,4 @@
         
         来源：宣传科　作者：小杨　日期：2026-03-01
         
        -周六,也有医生坐诊。
        +周六，也有医生坐诊。

        """
    )
    #expect(try place.text("a.md") == commaDraft)
  }

  @Test func `a file that must not be written makes the run incomplete`() throws {
    try place.write(commaDraft, to: "locked/a.md")
    let folder = "\(place.path)/locked"
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    // Root may write anywhere, so there is nothing to see then.
    guard getuid() != 0 else { return }
    let outcome = try place.run("lint", "--fix", "locked/a.md")
    #expect(outcome.status == 2)
    #expect(try place.text("locked/a.md") == commaDraft)
  }

  @Test func `a unified diff has counted hunks and tells a missing line end`() {
    let old = Array("一\n二\n三\n四\n五\n六\n七\n八\n九\n十\n终".utf8)
    let new = Array("甲\n二\n三\n四\n五\n六\n七\n八\n九\n十\n终了".utf8)
    let text = String(decoding: unifiedDiff(of: "/x.md", from: old, to: new), as: UTF8.self)
    #expect(
      text == """
        --- /x.md
        +++ /x.md
        @@ -1,4 +1,4 @@
        -一
        +甲
         二
         三
         四
        @@ -8,4 +8,4 @@
         八
         九
         十
        -终
        \\ No newline at end of file
        +终了
        \\ No newline at end of file

        """
    )
    #expect(unifiedDiff(of: "x", from: old, to: old).isEmpty)
  }

  @Test(arguments: [true, false])
  func `a unified diff of many changed lines counts them`(isSameCount: Bool) {
    let count = isSameCount ? 20_000 : 20
    let head = "头\n" + String(repeating: "同\n", count: 9)
    let old = head + (0..<count).map { "旧\($0)\n" }.joined()
    let new =
      (isSameCount ? "首\n" : "") + head.dropFirst(2) + (0..<count).map { "新\($0)\n" }.joined()
    let text = String(
      decoding: unifiedDiff(of: "x", from: Array(old.utf8), to: Array(new.utf8)),
      as: UTF8.self
    )
    let lines = text.split(separator: "\n").map(String.init)
    let shift = isSameCount ? 0 : 1
    let headers = [
      isSameCount ? "@@ -1,4 +1,4 @@" : "@@ -1,4 +1,3 @@",
      "@@ -8,\(count + 3) +\(8 - shift),\(count + 3) @@",
    ]
    #expect(lines.filter { $0.hasPrefix("@@") } == headers)
    #expect(lines.count { $0.hasPrefix("-旧") } == count)
    #expect(lines.count { $0.hasPrefix("+新") } == count)
    #expect(lines.last == "+新\(count - 1)")
  }
}

@Suite struct BaselineTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(commaDraft, to: "drafts/a.md")
  }

  @Test func `what a baseline holds no longer counts, what is new does`() throws {
    #expect(try place.run("lint", "drafts", "--write-baseline", "base.json").status == 0)
    let known = try place.run("lint", "drafts", "--baseline", "base.json")
    #expect(known.status == 0)
    try place.write("\(commaDraft)\n再来,一处。\n", to: "drafts/a.md")
    let more = try place.run("lint", "drafts", "--baseline", "base.json", "--format", "json")
    #expect(more.status == 1)
    #expect(more.output.contains(#""errors": 1,"#))
  }

  @Test func `a baseline holds from any folder, and when lines move`() throws {
    #expect(try place.run("lint", "drafts", "--write-baseline", "base.json").status == 0)
    #expect(try place.text("base.json").contains("\"drafts/a.md\""))
    let moved = commaDraft.replacing("\n\n周六", with: "\n\n新的一段。\n\n周六")
    try place.write(moved, to: "drafts/a.md")
    let outcome = try place.run(
      "lint",
      "\(place.path)/drafts/a.md",
      "--baseline",
      "base.json"
    )
    #expect(outcome.status == 0)
  }

  @Test func `entries that no longer occur are told`() throws {
    _ = try place.run("lint", "drafts", "--write-baseline", "base.json")
    try place.write(cleanDraft, to: "drafts/a.md")
    let outcome = try place.run("lint", "drafts", "--baseline", "base.json")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("no longer occur"))
  }

  @Test(arguments: ["", "{", "[]", "{\"version\": 2, \"files\": {}}", "{\"version\": 1}"])
  func `another file is no baseline`(text: String) throws {
    try place.write(text, to: "base.json")
    #expect(try place.run("lint", "drafts", "--baseline", "base.json").status == 2)
  }
}
