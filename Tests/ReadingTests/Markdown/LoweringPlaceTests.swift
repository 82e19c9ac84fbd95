import SourceText
import Testing

@testable import Reading

private struct PlaceCase: CustomTestStringConvertible, Sendable {
  let markdown: String
  let part: String
  let source: String
  var number = 1

  var testDescription: String { "\(part) of \(markdown)" }
}

private let places: [PlaceCase] = [
  PlaceCase(markdown: "> [甲\n> ](u)", part: "</a>", source: "](u)"),
  PlaceCase(markdown: "[\\\n\\*甲](u)", part: "<a href=\"u\">", source: "["),
  PlaceCase(markdown: "- \u{0}乙", part: "\u{FFFD}", source: "\u{0}"),
  PlaceCase(markdown: "- \\\n  乙", part: "<br>", source: "\\\n  "),
  PlaceCase(markdown: "![甲\\\n乙](u)", part: "甲\n乙", source: "甲\\\n乙"),
  PlaceCase(markdown: "5 < 6", part: "&lt;", source: "<"),
  PlaceCase(markdown: "a\\*b", part: "a*b", source: "a\\*b"),
  PlaceCase(markdown: "甲**乙**丙", part: "<strong>", source: "**"),
  PlaceCase(markdown: "甲**乙**丙", part: "<strong>乙</strong>", source: "**乙**"),
  PlaceCase(markdown: "_**`乙`**_", part: "<em>", source: "_"),
  PlaceCase(markdown: "_**`` 乙 ``**_", part: "<code>", source: "`` "),
  PlaceCase(markdown: "_**`` 乙 ``**_", part: "</code>", source: " ``"),
  PlaceCase(markdown: "_**`` 乙 ``**_", part: "</em>", source: "_"),
  PlaceCase(markdown: "~~乙~~", part: "</del>", source: "~~"),
  PlaceCase(markdown: "甲  \n> 乙", part: "<br>", source: ""),
  PlaceCase(markdown: "甲  \r\n乙", part: "<br>", source: "  \r\n"),
  PlaceCase(markdown: "> 甲\\\n> 乙", part: "<br>", source: "\\\n"),
  PlaceCase(markdown: "甲 \r\n乙", part: "\n", source: "\r\n"),
  PlaceCase(markdown: "甲\n\n乙", part: "<p>", source: "", number: 2),
  PlaceCase(markdown: "[甲](u \"t\")", part: "<a href=\"u\" title=\"t\">", source: "["),
  PlaceCase(markdown: "[甲](u \"t\")", part: "</a>", source: "](u \"t\")"),
  PlaceCase(markdown: "[甲](u \"t\")", part: "u", source: "u"),
  PlaceCase(markdown: "[甲](<u v>)乙", part: "u v", source: "u v"),
  PlaceCase(markdown: "[甲](a&b)", part: "a&amp;b", source: "a&b"),
  PlaceCase(markdown: "[甲](a\\)b 't&amp;t')", part: "a)b", source: "a\\)b"),
  PlaceCase(markdown: "[甲](a\\)b 't&amp;t')", part: "t&amp;t", source: "t&amp;t"),
  PlaceCase(markdown: "[甲](a\\)b 't&amp;t')乙", part: "</a>", source: "](a\\)b 't&amp;t')"),
  PlaceCase(markdown: "[甲][b]乙\n\n[b]: /u", part: "</a>", source: "][b]"),
  PlaceCase(markdown: "[甲][]乙\n\n[甲]: /u", part: "</a>", source: "][]"),
  PlaceCase(markdown: "[甲]乙\n\n[甲]: /u", part: "</a>", source: "]"),
  PlaceCase(markdown: "[甲]乙\n\n[甲]: /u", part: "/u", source: "/u"),
  PlaceCase(markdown: "[甲](b c)\n\n[甲]: /u", part: "</a>", source: "]"),
  PlaceCase(markdown: "[](u&v)乙", part: "<a href=\"u&amp;v\"></a>", source: "[](u&v)"),
  PlaceCase(markdown: "x <http://a.b>乙", part: "<a href=\"http://a.b\">", source: "<"),
  PlaceCase(markdown: "x <http://a.b>乙", part: "</a>", source: ">"),
  PlaceCase(markdown: "x <a@b.c>乙", part: "mailto:a@b.c", source: "a@b.c"),
  PlaceCase(
    markdown: "- ![甲](u 't')",
    part: "<img alt=\"甲\" src=\"u\" title=\"t\">",
    source: "![甲](u 't')"
  ),
  PlaceCase(markdown: "- ![甲](u 't')", part: "甲", source: "甲"),
  PlaceCase(markdown: "- ![甲](u '题')", part: "题", source: "题"),
  PlaceCase(markdown: "# ![](u)", part: "<img alt=\"\" src=\"u\">", source: "![](u)"),
  PlaceCase(markdown: "甲\n![](u&v)乙", part: "<img alt=\"\" src=\"u&amp;v\">", source: "![](u&v)"),
  PlaceCase(markdown: "- [x] ![]()乙", part: "<img alt=\"\" src=\"\">", source: "![]()"),
  PlaceCase(
    markdown: "**![*甲*][r]**\n\n[r]: u",
    part: "<img alt=\"甲\" src=\"u\">",
    source: "![*甲*][r]"
  ),
  PlaceCase(markdown: "[![](i)](u)", part: "<img alt=\"\" src=\"i\">", source: "![](i)"),
  PlaceCase(markdown: "[![](i)](u)", part: "<a href=\"u\">", source: "["),
  PlaceCase(markdown: "[![](i)](u)乙", part: "</a>", source: "](u)"),
  PlaceCase(
    markdown: "> ![甲\n> 乙](u)",
    part: "<img alt=\"甲\n乙\" src=\"u\">",
    source: "![甲\n> 乙](u)"
  ),
  PlaceCase(markdown: "甲[^1]乙", part: "[^1]", source: "[^1]"),
  PlaceCase(markdown: "甲&nbsp;乙", part: "&nbsp;", source: "&nbsp;"),
  PlaceCase(markdown: "<!-- 甲 -->\n\n乙", part: "<!-- 甲 -->", source: "<!-- 甲 -->"),
  PlaceCase(markdown: "甲<b title=\"t\">乙</b>", part: "<b title=\"t\">", source: "<b title=\"t\">"),
]

@Test(arguments: places)
private func `a part of the HTML knows its source`(place: PlaceCase) throws {
  let found = try origin(of: place.part, place.number, in: place.markdown)
  if place.source != "" || found != nil { #expect(found == place.source) }
  try checkLaws(place.markdown)
}

@Test func `an empty alternative text stands between its brackets`() throws {
  let draft = try lower("甲![](u)")
  let html = String(decoding: draft.html, as: UTF8.self)
  let quote = html.utf8.count - Array(html.utf8).reversed().prefix { $0 != UInt8(ascii: "s") }.count
  #expect(draft.map.sourceRange(of: quote - 3..<quote - 3).start == 5)
}
