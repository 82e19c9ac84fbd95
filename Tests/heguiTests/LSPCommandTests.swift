import Editing
import Reporting
import Testing

@Suite struct LSPCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// What the program answers to some messages, and how it ends.
  private func session(
    _ messages: [JSONValue],
    _ arguments: String...
  ) throws -> (answers: [JSONValue], outcome: Outcome) {
    let start: JSONValue = [
      "id": 1, "method": "initialize",
      "params": [
        "capabilities": ["textDocument": ["hover": ["contentFormat": ["markdown"]]]]
      ],
    ]
    let input = ([start] + messages).map { String(decoding: framed($0.bytes), as: UTF8.self) }
    let outcome = try place.run(all: ["lsp"] + arguments, input: input.joined())
    var reader = MessageReader()
    reader.add(Array(outcome.output.utf8))
    var answers: [JSONValue] = []
    while let message = try reader.next() {
      answers.append(try #require(JSONValue(parsing: message)))
    }
    return (answers, outcome)
  }

  private func opening(_ name: String, _ text: String, as language: String = "markdown")
    -> JSONValue
  {
    [
      "method": "textDocument/didOpen",
      "params": [
        "textDocument": [
          "uri": .string("file://\(place.path)/\(name)"), "languageId": .string(language),
          "version": 1, "text": .string(text),
        ]
      ],
    ]
  }

  private func asking(_ method: String, _ name: String, line: Int, character: Int) -> JSONValue {
    let position: JSONValue = ["line": .number(line), "character": .number(character)]
    return [
      "id": .string(method), "method": .string("textDocument/\(method)"),
      "params": [
        "textDocument": ["uri": .string("file://\(place.path)/\(name)")], "position": position,
        "range": ["start": position, "end": position], "context": ["diagnostics": []],
      ],
    ]
  }

  private func codes(_ answers: [JSONValue], of name: String) -> [String]? {
    let address = JSONValue.string("file://\(place.path)/\(name)")
    return answers.last { $0["params"]?["uri"] == address }?["params"]?["diagnostics"]?.items?
      .compactMap { $0["code"]?.text }
  }

  @Test func `a session judges by the nearest settings and gives reasons and fixes`() throws {
    try place.write("rules:\n  punctuation: off\n", to: "宣传/hegui.yml")
    let comma = commaDraft
    let (answers, outcome) = try session(
      [
        opening("a.md", comma), asking("hover", "a.md", line: 4, character: 2),
        asking("codeAction", "a.md", line: 4, character: 2),
        opening("%E5%AE%A3%E4%BC%A0/b.md", comma),
        ["id": 9, "method": "shutdown"], ["method": "exit"],
      ],
      "--stdio"
    )
    #expect(outcome.status == 0)
    let hover = answers.first { $0["id"] == "hover" }?["result"]?["contents"]?["value"]?.text
    #expect(hover?.contains("punctuation/halfwidth-comma") ?? false, "\(outcome.errors)")
    #expect(hover?.contains("GB/T 15834") ?? false)
    let actions = answers.first { $0["id"] == "codeAction" }?["result"]?.items
    let edits = actions?.first?["edit"]?["changes"]?["file://\(place.path)/a.md"]?.items
    #expect(edits?.first?["newText"] == "，")
  }

  @Test func `each draft has the settings above it, and broken ones are told in it`() throws {
    try place.write("rules:\n  punctuation: off\n", to: "宣传/hegui.yml")
    try place.write("rulse: {}\n", to: "坏/hegui.yml")
    try place.write("ignore: [c.md]\n", to: "存档/hegui.yml")
    let (answers, outcome) = try session([
      opening("a.md", commaDraft), opening("%E5%AE%A3%E4%BC%A0/b.md", commaDraft),
      opening("%E5%9D%8F/a.md", commaDraft), opening("%E5%AD%98%E6%A1%A3/c.md", commaDraft),
      opening("d.html", "<h1>夜间门诊本周开放</h1><p>周六,也有医生坐诊。</p>", as: "html"),
    ])
    // The stream ended without an exit.
    #expect(outcome.status == 1)
    #expect(codes(answers, of: "a.md")?.contains("punctuation/halfwidth-comma") ?? false)
    #expect(codes(answers, of: "d.html")?.contains("punctuation/halfwidth-comma") ?? false)
    #expect(
      codes(answers, of: "%E5%AE%A3%E4%BC%A0/b.md")?.contains("punctuation/halfwidth-comma")
        == false
    )
    #expect(codes(answers, of: "%E5%AD%98%E6%A1%A3/c.md") == [])
    #expect(codes(answers, of: "%E5%9D%8F/a.md") == ["settings"])
    #expect(outcome.output.contains("没有检查：") && outcome.output.contains("hegui.yml:1: 没有键「rulse」"))
  }

  @Test func `what a lint of the folder passes over is not judged`() throws {
    try place.write("", to: ".git/HEAD")
    try place.write("built/\n*.tmp.md\n", to: ".gitignore")
    try place.write("ignore: [old/, '!old/keep.md']\n", to: "drafts/hegui.yml")
    try place.write("own.md\n", to: "drafts/in/.gitignore")
    let passedOver = [
      "drafts/built/a.md", "drafts/b.tmp.md", "drafts/old/keep.md", "drafts/in/own.md", "c.tmp.md",
    ]
    let judged = ["drafts/in/d.md", "e.md", "own.md"]
    let (answers, _) = try session((passedOver + judged).map { opening($0, commaDraft) })
    for name in passedOver { #expect(codes(answers, of: name) == [], "\(name)") }
    for name in judged {
      #expect(codes(answers, of: name)?.contains("punctuation/halfwidth-comma") ?? false, "\(name)")
    }
  }

  @Test func `a stream that is not LSP ends at once with a reason`() throws {
    let outcome = try place.run("lsp", input: "hello\r\n\r\n")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("看不懂消息头"))
  }
}
