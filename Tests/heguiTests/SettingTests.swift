import Testing

/// What a hospital writes for itself: its lists and its configuration.
@Suite struct SettingTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(cleanDraft, to: "clean.md")
  }

  @Test func `a list needs no header`() throws {
    try place.write("lists: [own.txt]\n", to: "hegui.yml")
    try place.write("坐诊\tN2\n", to: "own.txt")
    let outcome = try place.run("lint", "clean.md", "--format", "ndjson").output
    #expect(outcome.contains(#""rule": "sensitive/nine-categories""#))
    #expect(outcome.contains(#""severity": "error""#))
    #expect(!outcome.contains("改为「N2」"))
    try place.write("坐诊\tN2\t错误\n", to: "own.txt")
    #expect(try place.run("lint", "clean.md").status == 1)
    try place.write("坐诊,N2,错误\n", to: "own.txt")
    let broken = try place.run("lint", "clean.md")
    #expect(broken.status == 2)
    #expect(broken.errors.contains("own.txt:1: 各列要用制表符隔开"))
  }

  @Test func `the cases of an organisation's own packs are run`() throws {
    func pack(_ flagged: String) -> String {
      """
      pack: our-hospital
      title: 本院用语
      rules:
        - id: wording/our-name
          summary: 用全称
          why: 简称容易弄错。
          severity: warning
          basis: [{ source: wechat-account-management, clause: 六、1 }]
          match: { words: [市一院] }
          message: 「{match}」应写全称
          cases:
            - ok: 市第一人民医院开诊。
            - flags: \(flagged)

      """
    }
    let none = try place.run("rules", "--check")
    #expect(none.status == 2)
    #expect(none.errors.contains("没有自己的规则包"))
    try place.write("packs: [our-hospital.yml]\n", to: "hegui.yml")
    try place.write(pack("⟦市一院⟧开诊。"), to: "our-hospital.yml")
    let good = try place.run("rules", "--check")
    #expect(good.status == 0, "\(good.errors)")
    #expect(good.output == "1 条规则，2 个例子，0 个不符\n")
    try place.write(pack("市一院⟦开诊⟧。"), to: "our-hospital.yml")
    let bad = try place.run("rules", "--check")
    #expect(bad.status == 1)
    #expect(bad.output.contains("wording/our-name 「市一院⟦开诊⟧。」：应报「开诊」，却报「市一院」"))
  }

  @Test func `what init shows is right where it is taken out of its comment`() throws {
    #expect(try place.run("init").status == 0)
    let lines = try place.text("hegui.yml").split(separator: "\n")
    let shown = lines.filter { $0.hasPrefix("# ") && !$0.contains("。") }.map { $0.dropFirst(2) }
    let files = ["packs:", "  - rules/our-hospital.yml"]
    let text = shown.filter { !files.contains(String($0)) }.joined(separator: "\n")
    try place.write(text, to: "hegui.yml")
    try place.write("某词\n", to: "lists/wording.txt")
    let outcome = try place.run("lint", "clean.md")
    #expect(outcome.status != 2, "\(outcome.errors)")
  }
}
