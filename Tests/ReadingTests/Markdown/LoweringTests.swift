import Testing

@testable import Reading

/// Markdown and its HTML.
private let constructs: [(String, String)] = [
  ("你好\n世界", "<p>你好\n世界</p>"),
  ("# 标题\n\n正文", "<h1>标题</h1><p>正文</p>"),
  ("标题\n===\n副题\n---\n", "<h1>标题</h1><h2>副题</h2>"),
  ("## 标题 ##", "<h2>标题</h2>"),
  ("甲**乙**丙*丁*", "<p>甲<strong>乙</strong>丙<em>丁</em></p>"),
  ("***甲***", "<p><em><strong>甲</strong></em></p>"),
  ("**重要：**请看", "<p>**重要：**请看</p>"),
  ("~~旧~~新", "<p><del>旧</del>新</p>"),
  ("`a<b`和`` `x` ``", "<p><code>a&lt;b</code>和<code>`x`</code></p>"),
  ("a  \nb\\\nc", "<p>a<br>b<br>c</p>"),
  ("5 < 6 & 7 > 2", "<p>5 &lt; 6 &amp; 7 > 2</p>"),
  ("a&nbsp;b &copy; &#20013; &copy", "<p>a&nbsp;b &copy; &#20013; &amp;copy</p>"),
  (#"\*星\* \\ \a \&amp;"#, #"<p>*星* \ \a &amp;amp;</p>"#),
  ("- 一\n- 二\n  - 三\n", "<ul><li>一</li><li>二<ul><li>三</li></ul></li></ul>"),
  ("1. 一\n\n2. 二\n", "<ol><li><p>一</p></li><li><p>二</p></li></ol>"),
  ("- [ ] 待办\n- [x] 完成\n", "<ul><li>待办</li><li>完成</li></ul>"),
  ("> 引\n> 文\n\n后", "<blockquote><p>引\n文</p></blockquote><p>后</p>"),
  ("***\n", "<hr>"),
  ("```js\nlet a = 1 < 2\n\n  b\n```\n", "<pre><code>let a = 1 &lt; 2\n\n  b\n</code></pre>"),
  ("    code\n      more\n", "<pre><code>code\n  more\n</code></pre>"),
  ("> ```\n> 甲\n>\n> 乙\n> ```\n", "<blockquote><pre><code>甲\n\n乙\n</code></pre></blockquote>"),
  (
    "| 甲 | 乙 |\n|---|:-:|\n| 1 | `a\\|b` |\n| 2 |\n",
    "<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td>"
      + "<td><code>a\\|b</code></td></tr><tr><td>2</td><td></td></tr></tbody></table>"
  ),
  (
    "[链接](https://a.example/x?y=1&z=2 \"题 名\")",
    "<p><a href=\"https://a.example/x?y=1&amp;z=2\" title=\"题 名\">链接</a></p>"
  ),
  (
    "[链接][r]和[r]\n\n[r]: <https://a.example> '题'",
    "<p><a href=\"https://a.example\" title=\"题\">链接</a>和<a href=\"https://a.example\" title=\"题\">r</a></p>"
  ),
  (
    "<https://a.example/?b=1&c=2> <a@b.example>",
    "<p><a href=\"https://a.example/?b=1&amp;c=2\">https://a.example/?b=1&amp;c=2</a> <a href=\"mailto:a@b.example\">a@b.example</a></p>"
  ),
  ("![说 *明*](图.png '题')", "<p><img alt=\"说 明\" src=\"图.png\" title=\"题\"></p>"),
  ("![](a.png)![甲]()", "<p><img alt=\"\" src=\"a.png\"><img alt=\"甲\" src=\"\"></p>"),
  (
    "[![甲 \"乙\"](a.png)](b.html)",
    "<p><a href=\"b.html\"><img alt=\"甲 &quot;乙&quot;\" src=\"a.png\"></a></p>"
  ),
  ("![外 ![内](i.png) [链](l)](o.png)", "<p><img alt=\"外 内 链\" src=\"o.png\"></p>"),
  ("甲<b>乙</b><br/><!-- 注 -->丙", "<p>甲<b>乙</b><br/><!-- 注 -->丙</p>"),
  ("<div class=\"a\">\n  甲 & 乙\n</div>\n\n丙", "<div class=\"a\">\n  甲 & 乙\n</div><p>丙</p>"),
  ("https://a.example 不是链接", "<p>https://a.example 不是链接</p>"),
  ("", ""),
]

@Test(arguments: constructs)
func `a construct becomes its HTML`(markdown: String, expected: String) throws {
  #expect(try html(markdown) == expected)
  try checkLaws(markdown)
}

@Test(arguments: constructs)
func `line ends make no difference`(markdown: String, expected: String) throws {
  let windows = markdown.replacing("\n", with: "\r\n")
  #expect(try html(windows) == expected)
  try checkLaws(windows)
  try checkLaws(markdown.replacing("\n", with: "\r"))
}

@Test(arguments: constructs)
func `a quote and a list around a construct keep the laws`(markdown: String, _: String) throws {
  let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
  try checkLaws(lines.map { "> " + $0 }.joined(separator: "\n"))
  try checkLaws("- " + lines.joined(separator: "\n  "))
  try checkLaws("前文\n\n> 1. " + lines.joined(separator: "\n>    ") + "\n\n后文")
}
