import SourceText
import Testing

@testable import Reading

private func entries(_ yaml: String) throws -> [String] {
  let text = "---\n\(yaml)\n---\n正文"
  return try lower(text).frontMatter.map { "\($0.key)=\($0.value.string)" }
}

@Test(arguments: [
  ("title: 义诊公告", ["title=义诊公告"]),
  ("title: \"义诊：\\\"公告\\\"\\u4E2D\"\nauthor: '王''五'", ["title=义诊：\"公告\"中", "author=王'五"]),
  ("title: 甲 # 注\n# 注\n\ndate: 2026-11-21 08:30", ["title=甲", "date=2026-11-21 08:30"]),
  ("keywords: [流感, \"疫苗\", '接种']", ["keywords=流感", "keywords=疫苗", "keywords=接种"]),
  ("keywords: [流感,\n  疫苗]\ntitle: 甲", ["keywords=流感", "keywords=疫苗", "title=甲"]),
  ("keywords:\n  - 流感\n  - \"疫苗\"\ntitle: 甲", ["keywords=流感", "keywords=疫苗", "title=甲"]),
  ("keywords:\n- 流感\n- 疫苗", ["keywords=流感", "keywords=疫苗"]),
  ("digest: |\n  一行\n    二行\n\n  三行\ntitle: 甲", ["digest=一行\n  二行\n\n三行", "title=甲"]),
  ("digest: >-\n  一行\n  二行", ["digest=一行 二行"]),
  ("title: 甲\n  乙\nauthor: 丙", ["title=甲 乙", "author=丙"]),
  ("title:\nauthor: ~", ["title=", "author="]),
  ("map:\n  a: 1\ntitle: 甲", ["map=a: 1", "title=甲"]),
  ("flow: {a: 1}\n\"title\": 甲", ["flow={a: 1}", "title=甲"]),
  ("title: \"没有结束", ["title=\"没有结束"]),
  ("source: https://a.example/x", ["source=https://a.example/x"]),
  (": 空", ["=空"]),
  (
    "title:义诊公告\ndate：2026-03-01\nsource:https://a.example/x",
    ["title=义诊公告", "date=2026-03-01", "source=https://a.example/x"]
  ),
  ("title: \"健康\"科普讲座通知", ["title=\"健康\"科普讲座通知"]),
  ("title: '健康' 讲座 # 注\nauthor: 甲", ["title='健康' 讲座", "author=甲"]),
  ("title: \"甲\" # 注\nkeywords: [乙] # 注", ["title=甲", "keywords=乙"]),
  ("keywords:\n  - \"流感\"疫苗\n  - 接种", ["keywords=\"流感\"疫苗", "keywords=接种"]),
  ("title: [转发]通知\nauthor: 甲", ["title=[转发]通知", "author=甲"]),
  ("title: [转发\nauthor: 甲", ["title=[转发", "author=甲"]),
  ("keywords: [\n  甲,\n乙\n]\ntitle: 丙", ["keywords=甲", "keywords=乙", "title=丙"]),
  ("keywords: []\ntitle: 丙", ["title=丙"]),
  ("title: >65岁老人免费体检\nauthor: 甲", ["title=>65岁老人免费体检", "author=甲"]),
  ("title: | 甲\nauthor: 乙", ["title=| 甲", "author=乙"]),
  ("digest: >2- # 注\n  一行\n  二行", ["digest=一行 二行"]),
])
func `front matter gives its entries`(yaml: String, expected: [String]) throws {
  #expect(try entries(yaml) == expected)
  #expect(try entries(yaml.replacing("\n", with: "\r\n")) == expected)
}

@Test(arguments: ["\n", "\r\n"])
func `values know their place`(lineEnd: String) throws {
  let text = ["---", "title: \"义诊\"", "keywords: [甲, 乙]", "...", "# 题", ""].joined(
    separator: lineEnd
  )
  let draft = try lower(text)
  let source = markdownSource(text)
  #expect(draft.frontMatter.map { source.string(in: $0.value.source) } == ["义诊", "甲", "乙"])
  #expect(draft.skipped.first?.reason == .frontMatter)
  #expect(try html(text) == "<h1>题</h1>")
  try checkLaws(text)
}

@Test func `a byte-order mark stands before front matter`() throws {
  let text = "\u{FEFF}---\ntitle: 甲\n---\n乙"
  #expect(try lower(text).frontMatter.first?.value.source == SourceRange(14, 17))
  #expect(try html(text) == "<p>乙</p>")
  try checkLaws(text)
}

@Test(arguments: [
  "---\n甲\n", "甲\n---\ntitle: 乙\n---\n", " ---\ntitle: 乙\n---\n", "----\ntitle: 乙\n---\n",
  "---\n不是键\ntitle: 乙\n---\n", "---\ntitle: 乙\n不是键\n---\n", "---\n- 时间: 八点\n---\n",
  "---\n**时间**: 八点\n---\n", "---\n# 注\n---\n", "---\n题目：乙\n---\n", "\u{FEFF}---\n甲\n---\n",
])
func `what only looks like front matter is none`(text: String) throws {
  #expect(try lower(text).frontMatter.isEmpty)
  try checkLaws(text)
}

@Test func `what stands between dividers at the head is text`() throws {
  let text = "---\n\n# 通知\n\n张三，身份证号见附件。\n\n---\n\n正文。\n"
  let html = try html(text)
  #expect(html.contains("<h1>通知</h1><p>张三，身份证号见附件。</p>"))
  #expect(html.contains("<p>正文。</p>"))
  try checkLaws(text)
}

@Test(arguments: ["---\n---\n正文", "---\n\n---\n正文"])
func `a block without lines is front matter`(text: String) throws {
  #expect(try lower(text).skipped.first?.reason == .frontMatter)
  #expect(try html(text) == "<p>正文</p>")
  try checkLaws(text)
}
