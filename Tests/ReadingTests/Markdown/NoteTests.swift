import SourceText
import Testing

@testable import Reading

@Test func `definitions of notes stand behind the body`() throws {
  let text = "甲[^1]。\n\n[^1]: 出处 *一*\n\n乙[^x]\n"
  let expected =
    "<p>甲<span data-hegui-reference=\"1\">[^1]</span>。</p>"
    + "<p>乙<span data-hegui-reference=\"x\">[^x]</span></p>"
    + "<section data-hegui-notes><div data-hegui-note=\"1\">出处 <em>一</em></div></section>"
  #expect(try html(text) == expected)
  #expect(try html(text.replacing("\n", with: "\r\n")) == expected)
  try checkLaws(text)
  let note = try #require(try lower(text).notes.first)
  #expect(note.label == "1")
  #expect(markdownSource(text).string(in: note.source) == "[^1]: 出处 *一*")
  #expect(try origin(of: "出处", in: text) == "出处")
}

@Test(arguments: [
  ("[^a]: 一\n    二\n\n    三\n\n后", "[^a]: 一\n    二\n\n    三", "<p>一\n二</p><p>三</p>"),
  ("[^a]:一\n续\n\n后", "[^a]:一\n续", "一\n续"),
  ("[^a]:\n    一\n", "[^a]:\n    一", "一"),
  ("[^a]:   一\n\n    二\n", "[^a]:   一\n\n    二", "<p>一</p><p>二</p>"),
  ("[^a]: 一\n# 后\n", "[^a]: 一", "一"),
  ("[^a]: 一\n\n      - 二\n", "[^a]: 一\n\n      - 二", "<p>一</p><ul><li>二</li></ul>"),
  (
    "[^a]: 一 [^b] ![](u)", "[^a]: 一 [^b] ![](u)",
    "一 <span data-hegui-reference=\"b\">[^b]</span> <img alt=\"\" src=\"u\">"
  ),
  ("   [^a]: 一", "[^a]: 一", "一"),
])
func `a note ends where its text ends`(text: String, source: String, body: String) throws {
  let draft = try lower(text)
  let note = try #require(draft.notes.first)
  #expect(markdownSource(text).string(in: note.source) == source)
  let html = String(decoding: draft.html[note.html], as: UTF8.self).replacing(">\n<", with: "><")
  #expect(
    html.trimmingSuffix { $0 == "\n" }.replacing("\n</div>", with: "</div>")
      == "<div data-hegui-note=\"a\">\(body)</div>"
  )
  try checkLaws(text)
}

@Test(arguments: [
  "```\n[^a]: 一\n```\n", "    [^a]: 一\n", "<!--\n[^a]: 一\n-->\n", "- ```\n  [^a]: 一\n  ```\n",
  "[^a] 一",
  "\\[^a]: 一", "[^]: 一", "[^a b]: 一",
])
func `what only looks like a note is none`(text: String) throws {
  #expect(try lower(text).notes.isEmpty)
  try checkLaws(text)
}

@Test(arguments: ["\\[^a]", "`[^a]`", "[见[^a]](u)", "![见[^a]](u)", "[^]", "[^a b]"])
func `what only looks like a mark is none`(text: String) throws {
  #expect(try !html(text).contains("data-hegui-reference"))
  try checkLaws(text)
}

@Test func `a draft of notes only is a draft`() throws {
  let text = "[^1]: 一\n[^2]: 二"
  #expect(try lower(text).notes.map(\.label) == ["1", "2"])
  try checkLaws(text)
}
