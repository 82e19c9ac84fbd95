import Reading
import SourceText
import Testing

@Suite struct HTMLBlockTests {
  @Test func `a block is the innermost part with text of its own`() throws {
    let draft = try draft(
      "<section><section><p><span leaf>一</span></p></section>二<p>三</p><div>四</div></section>五"
    )
    #expect(draft.visibleTexts == ["一", "二", "三", "四", "五"])
    #expect(draft.blocks.allSatisfy { $0.kind == .paragraph })
  }

  @Test func `kinds and contexts come from what a block stands in`() throws {
    let draft = try draft(
      """
      <h2>标题</h2><ul><li>项<li><p>项二</p></ul><blockquote><p>引</p></blockquote>
      <pre>码</pre><table><caption>表名</caption><tr><th>格</table>
      <figure><img src=a><figcaption>图名</figcaption></figure><dl><dt>词<dd>义</dl>
      """
    )
    let kinds: [Block.Kind] = [
      .heading(2), .listItem, .listItem, .paragraph, .code, .caption, .tableCell, .caption,
      .paragraph, .paragraph,
    ]
    #expect(draft.blocks.map(\.kind) == kinds)
    #expect(draft.blocks[1].context == .list)
    #expect(draft.blocks[3].context == .quote)
    #expect(draft.blocks[5].context == .table)
    #expect(draft.blocks[7].context == .figure)
  }

  @Test func `hidden text stands behind the visible one`() throws {
    let draft = try draft(
      """
      <p>见<span style="display:none">暗</span>光</p><div hidden><p>一</p></div>
      <p style="visibility: hidden">二<b style="visibility:visible">明</b></p>
      <p style="font-size:0">三<span style="font-size:14px">亮</span></p>
      <p aria-hidden="true">四</p><template><p>五</p></template>
      """
    )
    #expect(draft.visibleTexts == ["见光", "明", "亮"])
    #expect(draft.hiddenTexts == ["暗", "一", "二", "三", "四", "五"])
    #expect(draft.mapFaults.isEmpty)
  }

  @Test func `a display style makes and unmakes blocks`() throws {
    let draft = try draft(
      "<div>甲<span style='display:block'>乙</span>丙</div><div>赌<p style='display: inline'>博</p></div>"
    )
    #expect(draft.visibleTexts == ["甲", "乙", "丙", "赌博"])
  }

  @Test func `spans stay inside their block and outer ones come first`() throws {
    let draft = try draft(
      "<p><b><i>一</i></b><sup>2</sup></p><span style='font-weight:bold'><p>甲</p><p>乙</p></span>"
    )
    #expect(draft.spans.map(\.kind) == [.strong, .emphasis, .superscript, .strong, .strong])
    #expect(draft.texts(of: .strong) == ["一", "甲", "乙"])
  }

  @Test func `small centred or lighter text looks like a caption`() throws {
    let draft = try draft(
      """
      <p style="color:#333">正文正文正文正文</p>
      <p style="text-align:center"><span style="font-size:12px">小字</span></p>
      <p><span style="color: rgb(136, 136, 136);">灰字</span></p><p class="img-desc">名</p>
      <p style="text-align:center;font-size:16px">大字</p>
      """
    )
    let captions = draft.blocks.map { $0.context.contains(.captionStyle) }
    #expect(captions == [false, true, true, true, false])
  }

  @Test func `text in another language is marked`() throws {
    let draft = try draft("<html lang=en><body><p lang='en'>Hello</p><p>中<i lang=ja>日</i></p>")
    #expect(draft.blocks.map { $0.context.contains(.foreign) } == [true, false])
    #expect(draft.texts(of: .foreign) == ["日"])
  }

  @Test func `blocks below a heading of references are references`() throws {
    let draft = try draft("<p>甲</p><h3>参考文献：</h3><p>[1] 乙</p><ul><li>丙</ul><h2>丁</h2><p>戊</p>")
    let marked = draft.blocks.filter { $0.context.contains(.references) }
    #expect(marked.map(draft.string(of:)) == ["[1] 乙", "丙"])
  }
}
