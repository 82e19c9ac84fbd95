import Reporting
import Testing

@testable import Editing

@Suite struct LanguageServerTests {
  @Test func `a session goes from initialize to exit`() {
    var editor = Editor()
    #expect(editor.ask("shutdown")["error"]?["code"] == -32002)
    let abilities = editor.start()
    #expect(abilities?["positionEncoding"] == "utf-16")
    #expect(abilities?["textDocumentSync"]?["change"] == 2)
    #expect(abilities?["hoverProvider"] == true)
    #expect(editor.ask("initialize")["error"]?["code"] == -32600)
    #expect(editor.ask("textDocument/definition")["error"]?["code"] == -32601)
    #expect(editor.ask("textDocument/hover", [:])["error"]?["code"] == -32602)
    #expect(editor.tell("$/cancelRequest", ["id": 7]).isEmpty)
    #expect(editor.ask("shutdown")["result"] == .null)
    #expect(editor.ask("textDocument/hover")["error"]?["code"] == -32600)
    #expect(editor.server.exitStatus == nil)
    #expect(editor.tell("exit").isEmpty)
    #expect(editor.server.exitStatus == 0)
  }

  @Test func `an exit without shutdown is a failure`() {
    var editor = Editor()
    _ = editor.tell("exit")
    #expect(editor.server.exitStatus == 1)
  }

  @Test func `what is no message is answered and what is an answer is not`() {
    var editor = Editor()
    #expect(editor.server.receive(Array("{".utf8)).first?["error"]?["code"] == -32700)
    #expect(editor.server.receive(Array("[]".utf8)).first?["error"]?["code"] == -32600)
    #expect(editor.server.receive(Array(#"{"id": 3}"#.utf8)).first?["id"] == 3)
    #expect(editor.server.receive(Array(#"{"id": 1, "result": null}"#.utf8)).isEmpty)
  }

  @Test func `an editor that can watches settings, packs and lists`() {
    var editor = Editor()
    _ = editor.ask(
      "initialize",
      ["capabilities": ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]]
    )
    #expect(editor.tell("initialized").first?["method"] == "client/registerCapability")
  }

  @Test func `findings are published once and again after a change`() {
    var editor = Editor()
    editor.start()
    editor.open("一,二\n𠮷,四\n")
    let told = editor.published()["file:///draft.md"]
    #expect(told?["version"] == 1)
    let diagnostics = told?["diagnostics"]?.items ?? []
    #expect(diagnostics.map { $0["range"] } == [range(0, 1, 0, 2), range(1, 2, 1, 3)])
    #expect(diagnostics.first?["severity"] == 1)
    #expect(diagnostics.first?["code"] == "punctuation/comma")
    #expect(diagnostics.first?["source"] == "hegui")
    #expect(diagnostics.first?["message"] == "半角逗号")
    #expect(editor.published().isEmpty)
    editor.change([["range": range(0, 1, 1, 2), "text": "、𠮷"]], version: 2)
    #expect(editor.diagnostics().map { $0["range"] } == [range(0, 4, 0, 5)])
    editor.change([["text": "好"], ["range": range(0, 9, 5, 0), "text": ",\r\n,"]], version: 3)
    #expect(editor.diagnostics().map { $0["range"] } == [range(0, 1, 0, 2), range(1, 0, 1, 1)])
  }

  @Test(
    arguments: [(["utf-8"], 4), (["utf-32", "utf-8"], 1), (["utf-7"], 2), ([], 2)]
  )
  func `positions count what was agreed upon`(names: [String], first: Int) {
    var editor = Editor()
    editor.start(["general": ["positionEncodings": .array(names.map { .string($0) })]])
    editor.open("𠮷,\u{20BB7},")
    let starts = editor.diagnostics().compactMap { $0["range"]?["start"]?["character"]?.number }
    // The second comma stands behind one more such character and one comma.
    #expect(starts == [first, first * 2 + 1])
    editor.change([["range": range(0, first, 0, first + 1), "text": ""]], version: 2)
    #expect(editor.diagnostics().count == 1)
  }

  @Test func `documents are apart, and a closed one shows nothing`() {
    var editor = Editor(judge: MarkJudge(ignored: ["/存档/旧.md"]))
    editor.start()
    editor.open("一,二", at: "file:///a/%E7%A8%BF.md")
    editor.open("<p>一,二</p>", at: "untitled:Untitled-1", language: "html")
    editor.open("一,二", at: "file://localhost/%E5%AD%98%E6%A1%A3/%E6%97%A7.md")
    editor.open("int a, b;", at: "file:///a.c", language: "c")
    editor.open("", at: "file:///empty.md")
    let told = editor.published()
    #expect(told.count == 5)
    #expect(told["file:///a/%E7%A8%BF.md"]?["diagnostics"]?.items?.count == 1)
    #expect(told["untitled:Untitled-1"]?["diagnostics"]?.items?.count == 1)
    #expect(told["file://localhost/%E5%AD%98%E6%A1%A3/%E6%97%A7.md"]?["diagnostics"] == [])
    for name in ["file:///a.c", "file:///empty.md"] {
      let diagnostics = told[name]?["diagnostics"]?.items
      #expect(diagnostics?.count == 1)
      #expect(diagnostics?.first?["severity"] == 1)
      #expect(diagnostics?.first?["range"] == range(0, 0, 0, 0))
    }
    let closed = editor.tell("textDocument/didClose", ["textDocument": ["uri": "file:///a.c"]])
    #expect(closed.first?["params"]?["diagnostics"] == [])
    #expect(editor.published().isEmpty)
  }

  @Test func `a change that cannot be followed is told until the whole text comes`() {
    var editor = Editor()
    editor.start()
    editor.open("一,二")
    _ = editor.published()
    editor.change([["range": range(0, 2, 0, 1), "text": "x"]], version: 2)
    #expect(editor.diagnostics().map { $0["code"] } == ["out-of-step"])
    editor.change([["text": "一,"]], version: 3)
    #expect(editor.diagnostics().map { $0["code"] } == ["punctuation/comma"])
  }

  @Test func `changed settings have all documents judged again`() {
    var editor = Editor()
    editor.start(["textDocument": ["hover": ["contentFormat": ["markdown", "plaintext"]]]])
    editor.open("一,二")
    #expect(editor.diagnostics().count == 1)
    _ = editor.tell("workspace/didChangeWatchedFiles", ["changes": []])
    #expect(editor.diagnostics().count == 1)
    let hover = editor.ask(
      "textDocument/hover",
      [
        "textDocument": ["uri": "file:///draft.md"],
        "position": ["line": 0, "character": 1],
      ]
    )["result"]
    let text = hover?["contents"]?["value"]?.text ?? ""
    #expect(text.contains("第 2 版") && text.contains(#"半角\*逗号\*"#) && text.contains("标点标准 4.1"))
    #expect(hover?["range"] == range(0, 1, 0, 2))
  }

  @Test func `more findings than an editor bears are cut and told`() {
    var editor = Editor()
    editor.start()
    editor.open(String(repeating: ",", count: 2_005))
    let diagnostics = editor.diagnostics()
    #expect(diagnostics.count == 2_001)
    #expect(diagnostics.first?["code"] == "too-many-findings")
  }
}
