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
    #expect(broken.errors.contains("own.txt:1: the columns of an entry are parted by tabs"))
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
