import FoundationEssentials
import Linting
import Rules
import SourceText
import TestSupport
import Testing

/// Packs that do not load say where, what, and what to do.
@Suite struct PackTests {
  private static let whole = """
    pack: sample
    title: 用词
    rules:
      - id: wording/sample
        summary: 样例
        why: 为了测试
        severity: warning
        basis: [{ source: tgh, clause: 一 }]
        match: { words: [坏词] }
        message: 「{match}」不好
        en: { summary: sample, why: for the test, message: bad }
        cases:
          - ok: 好词
          - flags: ⟦坏词⟧
    """

  private func load(_ pack: String, resting sources: String = "") throws -> Ruleset {
    var loader = RulesetLoader()
    try loader.add(folder: Repository.rules)
    if !sources.isEmpty { loader.add(Array(sources.utf8), as: "own/sources.yml") }
    loader.add(Array(pack.utf8), as: "sample.yml")
    return try loader.ruleset()
  }

  private func reason(_ pack: String, resting sources: String = "") -> String {
    do {
      _ = try load(pack, resting: sources)
      return "it loads"
    } catch {
      let failure: any Error = error
      return (failure as? RulePackError)?.english ?? "\(failure)"
    }
  }

  @Test func `a whole pack loads`() throws {
    let rule = try #require(try load(Self.whole).rules.first { $0.info.id == "wording/sample" })
    #expect(rule.info.severity == .warning)
    #expect(rule.cases.count == 2)
  }

  @Test(arguments: [
    (
      "summary: 样例", "sumary: 样例", "sample.yml:5: unknown key \"sumary\", did you mean \"summary\"?"
    ),
    ("    severity: warning", "    severity: bad", "sample.yml:7: \"severity\" is one of"),
    ("words: [坏词]", "words: [坏词], exept: [x]", "did you mean \"except\"?"),
    ("source: tgh", "source: tgj", "sample.yml:8: \"tgj\" is not a key of sources.yml"),
    ("id: wording/sample", "id: words/sample", "is not group/name"),
    ("pack: sample", "pack: slang", "a pack is named as its file"),
    ("      - ok: 好词\n", "", "at least one case \"ok\""),
    ("words: [坏词]", "list: nowhere", "needs the term list \"nowhere\""),
    ("words: [坏词]", "pattern: '[0-9]+天'", "no text of two characters"),
    ("words: [坏词]", "pattern: '坏词('", "is not a regular expression of ICU"),
    ("pack: sample", "pack: [", "not valid YAML"),
    (
      "title: 用词", "title: 用词\ntitle: 用词",
      "sample.yml:2: not valid YAML: the key title stands twice"
    ),
    ("title: 用词", "title: *none", "sample.yml:2: not valid YAML: found undefined alias"),
    ("title: 用词", "title: \"用\u{1}词\"", "sample.yml:2: not valid YAML: control characters"),
    ("title: 用词", "title: 用词\n---\na: 1", "not valid YAML"),
    ("title: 用词", "? [a]\n: 用词", "sample.yml:2: a key is a plain text"),
    ("title: 用词", "title: " + String(repeating: "[", count: 200), "sample.yml:2: not valid YAML"),
  ]) func `a pack that does not load says why`(_ old: String, _ new: String, _ expected: String) {
    let reason = reason(Self.whole.replacing(old, with: new))
    #expect(reason.contains(expected), "\(reason)")
  }

  @Test(arguments: [("unverified", "on sources that nobody has read"), ("reported", "it loads")])
  func `no rule is an error on sources that nobody has read`(
    _ standing: String,
    _ expected: String
  ) {
    let sources = "hearsay: { title: 传闻, standing: \(standing) }"
    let pack = Self.whole.replacing("source: tgh", with: "source: hearsay")
      .replacing("severity: warning", with: "severity: error")
    let reason = reason(pack, resting: sources)
    #expect(reason.contains(expected), "\(reason)")
  }

  @Test func `an alias stands for what its anchor names`() throws {
    let pack = Self.whole.replacing("title: 用词", with: "title: &words 坏词")
      .replacing("words: [坏词]", with: "words: [*words]")
    #expect(reason(pack) == "it loads")
  }

  @Test func `the expressions of all rules compile`() throws {
    for pattern in ruleset.rules.flatMap(\.patterns) { try pattern.validate() }
  }

  @Test func `a tested pack in another layout is judged by too`() throws {
    let pack = Self.whole.replacing("    why: 为了测试", with: "    'why': 为了测试")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(pack.utf8).write(to: folder.appending(path: "sample.yml"))
    var loader = RulesetLoader()
    try loader.add(folder: Repository.rules)
    try loader.add(testedFolder: folder.path())
    let rule = try #require(try loader.ruleset().rules.first { $0.info.id == "wording/sample" })
    #expect(rule.info.summary.zh == "样例")
    #expect(rule.info.why.zh.isEmpty)
    #expect(rule.cases.isEmpty)
  }

  @Test func `a rule cannot be defined twice`() {
    let again =
      Self.whole + "\n" + Self.whole.split(separator: "\n").dropFirst(3).joined(separator: "\n")
    #expect(reason(again).contains("wording/sample is defined twice"))
  }
}
