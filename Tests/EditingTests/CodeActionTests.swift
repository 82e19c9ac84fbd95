import Reporting
import Testing

@Suite struct CodeActionTests {
  private func actions(
    on text: String,
    _ range: JSONValue,
    only kinds: [String]? = nil,
    abilities: JSONValue = [:]
  ) -> [JSONValue] {
    var editor = Editor()
    editor.start(abilities)
    editor.open(text)
    var context: [String: JSONValue] = ["diagnostics": []]
    if let kinds { context["only"] = .array(kinds.map { .string($0) }) }
    let answer = editor.ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": "file:///draft.md"], "range": range, "context": .object(context),
      ]
    )
    return answer["result"]?.items ?? []
  }

  @Test func `a fix is offered where the cursor stands`() {
    let found = actions(on: "一,二\n三,四", range(1, 2, 1, 2))
    #expect(found.map { $0["title"] } == ["改为「，」", "改掉全部有把握的问题（2 处）"])
    #expect(found.first?["kind"] == "quickfix")
    #expect(found.first?["isPreferred"] == true)
    #expect(found.first?["diagnostics"]?.items?.first?["code"] == "punctuation/comma")
    let edits = found.first?["edit"]?["changes"]?["file:///draft.md"]
    #expect(edits == [["range": range(1, 1, 1, 2), "newText": "，"]])
    #expect(actions(on: "一,二\n三四", range(1, 0, 1, 1)).isEmpty)
  }

  @Test(arguments: ["source.fixAll.hegui", "source.fixAll", "source"])
  func `all safe fixes are one action`(kind: String) {
    let found = actions(on: "一,二,13812345678", range(0, 0, 0, 0), only: [kind])
    #expect(found.count == 1)
    #expect(found.first?["kind"] == "source.fixAll.hegui")
    #expect(found.first?["edit"]?["changes"]?["file:///draft.md"]?.items?.count == 2)
    #expect(actions(on: "一二", range(0, 0, 0, 0), only: [kind]).isEmpty)
    #expect(actions(on: "一,二", range(0, 0, 0, 2), only: ["refactor"]).isEmpty)
  }

  @Test func `an editor that names versions gets the version`() {
    let found = actions(
      on: "一,二",
      range(0, 1, 0, 1),
      abilities: ["workspace": ["workspaceEdit": ["documentChanges": true]]]
    )
    let change = found.first?["edit"]?["documentChanges"]?.items?.first
    #expect(change?["textDocument"]?["version"] == 1)
    #expect(change?["edits"]?.items?.count == 1)
  }

  @Test func `a masking is offered as unsafe`() {
    let found = actions(on: "电话13812345678", range(0, 3, 0, 3))
    #expect(found.map { $0["title"] } == ["遮住（须人工确认）"])
    #expect(found.first?["isPreferred"] == false)
  }

  @Test func `what must not be shown is in no message, and nothing is mended where all must stop`()
  {
    var editor = Editor()
    editor.start()
    editor.open("绝密★一,二，电话13812345678")
    let diagnostics = editor.diagnostics()
    #expect(diagnostics.contains { $0["data"]?["escalation"] == "freeze" })
    #expect(diagnostics.contains { $0["message"]?.text?.contains("（立即停止处理）") ?? false })
    for diagnostic in diagnostics {
      #expect(!String(decoding: diagnostic.bytes, as: UTF8.self).contains("13812345678"))
    }
    #expect(actions(on: "绝密★一,二，电话13812345678", range(0, 0, 0, 30)).isEmpty)
  }
}
