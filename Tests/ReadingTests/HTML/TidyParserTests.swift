import SourceText
import Testing

@testable import Reading

/// The reader of tidy pages has to tell a builder what libxml2 would.
@Suite struct TidyParserTests {
  @Test(arguments: [
    "<p>文</p>",
    "\u{FEFF}<!DOCTYPE html>\n<!-- 注 -->\n<html><head><meta charset=utf-8><title>页</title></head>"
      + "<body class=\"x\">\n<p>文</p>\n</body>\n</html>\n",
    "<meta name=\"author\" content=\"王丽\"><style>p{}</style><p>文<p>又一段",
    "<section style='color:#888' style=\"display:none\"><p>甲&nbsp;乙 &amp; 丙&copy 丁&bogus;</p></section>",
    "<DIV><P Align=center>大写</p></Div>",
    "<p>P<0.05，A & B，&#12288;&#x4e2d;<br/>一<br>二</p>",
    "<img src=\"a.png?x=1&amp;y=&quot;2\" alt = '图&#9;' width=100% hidden><p/>",
    "<ul><li>一<li>二<ul><li>三</ul></ul><table><tr><td>甲<td>乙<tr><th>丙</table>",
    "<p>一<script>if (a < b) { \"</b>\" }</script>二<!---->三<!-- 四 --></p>",
    "<a href=#fn1>1</a><div data-hegui-notes><div data-hegui-note=\"1\">注</div></div>",
    "<svg viewBox='0 0 1 1'><title>图</title><desc>述</desc></svg><mp-common-profile data-id=1>",
    "<p>文</b>字</DIV >后</p></section>\n尾<!-- 注 --></x>",
    "<p hidden>藏</p><p>\(String(repeating: "长", count: 2000)) \(String(repeating: " ", count: 2000))",
    "<p>来源：宣传科</p>\r\n<h1>题</h1>\r\n<div id=js_content style='visibility:hidden'>正文</div>",
  ])
  func `a tidy page reads as libxml2 has it`(html: String) throws {
    #expect(TidyParser.parse(Array(html.utf8), limits: ReadingLimits()) != nil)
    #expect(try isReadAlike(html))
  }

  @Test(arguments: [
    "", "文", "<b><div>文</b></div>", "<p>一</p>尾</p>", "<p title=\"a\"b>", "<p title=a\"b>",
    "<p 1=2>", "<p",
    "<p / >", "</p>", "<p>&#0;</p>", "<p>&#20013</p>", "<!-- 注", "<!--><p>文</p>",
    "<?php ?><p>文</p>",
    "<p><![CDATA[x]]></p>", "<p>\u{0}</p>", "<p>\u{FFFF}</p>", "<html><p>文</p></html>文",
    "<body><body>", "<script>", "<script><b></script>", "<p></ p>", "<p></p x>", "<html>文</html>",
  ])
  func `a page that needs mending is libxml2's`(html: String) throws {
    #expect(TidyParser.parse(Array(html.utf8), limits: ReadingLimits()) == nil)
  }

  @Test func `start tags end the elements that libxml2 has them end`() throws {
    var names: Set<String> = ["section", "mp-x", "abbr", "noscript", "select", "video", "object"]
    for (element, endedBy) in TagKind.endings {
      names.insert(element)
      names.formUnion(endedBy.split(separator: " ").map(String.init))
    }
    for (outer, _) in TagKind.endings {
      let unlike = try names.filter { inner in
        try !isReadAlike(
          "<section><\(outer)>一<\(inner) id=content>二</\(inner)>三</\(outer)></section>四"
        )
          || !isReadAlike("<section><\(outer)>一<\(inner) id=content>二</\(inner)>三</section>四")
      }
      #expect(unlike.isEmpty, "inside of \(outer)")
    }
  }

  @Test func `limits hold for tidy pages`() throws {
    var limits = ReadingLimits()
    limits.depth = 4
    #expect(TidyParser.parse(Array("<b><i><b><i><b>".utf8), limits: limits) == nil)
    limits.attributesInTag = 2
    #expect(TidyParser.parse(Array("<p a=1 b=2 c=3>文</p>".utf8), limits: limits) == nil)
  }

  /// Whether the usual way and libxml2 make the same draft of a page.
  private func isReadAlike(_ html: String) throws -> Bool {
    let bytes = Array(html.utf8)
    let source = Source(path: "", bytes: bytes, encoding: "UTF-8", digest: "", faults: [])
    let limits = ReadingLimits()
    var mended = try DraftAssembly(
      mendedHTML(bytes, limits: limits),
      source: source,
      format: .html,
      lowered: nil
    )
    let read = try readHTML(bytes, of: source, as: .html, limits: limits)
    return String(describing: read) == String(describing: mended.assemble(notes: []))
  }
}
