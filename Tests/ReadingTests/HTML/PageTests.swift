import Reading
import SourceText
import Testing

@Suite struct HTMLPageTests {
  private let weChat = """
    <!DOCTYPE html><html><head><title></title><style>.a{}</style></head><body>
    <h1 class="rich_media_title" id="activity-name">
    春季防流感
    </h1><div id="meta_content"><span id="js_author_name_text">王丽</span>
    <a href="javascript:void(0);" id="js_name">某卫生院</a><em id="publish_time">2026年3月1日</em></div>
    <div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
    <section><span leaf="">正文</span><span leaf="">一段</span></section></div>
    <script>var a = "脚本";</script><div class="rich_media_tool">阅读原文</div></body></html>
    """

  @Test func `a WeChat page reads as a person sees it`() throws {
    let draft = try draft(weChat)
    #expect(draft.isWeChat)
    #expect(draft.visibleTexts == ["春季防流感", "王丽", "某卫生院", "2026年3月1日", "正文一段"])
    #expect(draft.title.map(draft.string(of:)) == "春季防流感")
    #expect(draft.metadata["title"]?.string == "春季防流感")
    #expect(draft.metadata["author"]?.string == "王丽")
    #expect(draft.metadata["source"]?.string == "某卫生院")
    #expect(draft.metadata["date"]?.string == "2026年3月1日")
    let reasons = Set(draft.skipped.map(\.reason))
    #expect(reasons == [.style, .script, .navigation])
  }

  @Test(arguments: [
    "<div class=\"TRS_Editor\">", "<div id='zoom'>", "<article>", "<main>",
    "<div class='content x'>",
  ])
  func `of a page only title, metadata and article are prose`(_ container: String) throws {
    let text = String(repeating: "门诊时间调整如下。", count: 8)
    let draft = try draft(
      """
      <html><body><header>某医院</header><div class=menu>首页</div><div>当前位置</div>
      <h1>关于门诊的通知</h1><p>来源：办公室　发布时间：2026-03-01</p>\(container)<p>\(text)</p></div>
      </article></main><footer>地址</footer></body></html>
      """
    )
    #expect(draft.visibleTexts == ["关于门诊的通知", "来源：办公室　发布时间：2026-03-01", text])
    #expect(draft.titleBlock == 0)
    #expect(draft.metadata["source"]?.string == "办公室")
  }

  @Test func `a container that holds little is not the article`() throws {
    let text = String(repeating: "门诊时间调整如下。", count: 20)
    let draft = try draft("<body><div class=content>栏目</div><div><p>\(text)</p></div></body>")
    #expect(draft.visibleTexts == ["栏目", text])
  }

  @Test func `a fragment is read whole`() throws {
    let draft = try draft("<header>页眉</header><p>文</p><aside>提示</aside>")
    #expect(draft.visibleTexts == ["页眉", "文", "提示"])
  }

  @Test(arguments: [
    ("<title>页名</title><p>文</p>", "页名"),
    ("<title>页名</title><h2>节</h2><h1>大题</h1>", "大题"),
    ("<meta name='hegui:title' content='自题'><h1>大题</h1>", "自题"),
    ("<h3>节</h3><p>文</p>", "节"),
  ])
  func `the title is the first that there is`(_ html: String, _ title: String) throws {
    let draft = try draft(html)
    #expect(draft.title.map(draft.string(of:)) == title)
    #expect(draft.title.map { draft.sourceText(of: $0.source) } == title)
  }

  @Test func `a page without any title has none`() throws {
    #expect(try draft("<p>文</p>").title == nil)
  }

  @Test func `meta elements name author, source and day`() throws {
    let draft = try draft(
      "<meta name=ContentSource content='办公室'><meta name='PubDate' content='2026-03-01'><p>文</p>"
    )
    #expect(draft.metadata["source"]?.string == "办公室")
    #expect(draft.metadata["date"].map { draft.sourceText(of: $0.source) } == "2026-03-01")
  }

  @Test(arguments: [
    "来源：宣传科 作者：王丽 审核：李强 发布日期：2026-03-01",
    "发布日期：2026-03-01｜来源：宣传科｜审核：李强｜作者：王丽",
    "来源: 宣传科\t作者: 王丽\t一审: 李强　日期: 2026-03-01",
    "（来源丨宣传科　文/王丽 审核/李强 日期：2026-03-01）",
  ])
  func `a visible line is metadata in any order`(_ line: String) throws {
    let draft = try draft("<p>正文。</p><p>\(line)</p>")
    #expect(draft.metadata["source"]?.string == "宣传科")
    #expect(draft.metadata["author"]?.string == "王丽")
    #expect(draft.metadata["reviewer"]?.string == "李强")
    #expect(draft.metadata["date"]?.string == "2026-03-01")
  }

  @Test(arguments: ["病毒来源：蝙蝠还是别的动物，至今没有定论。", "他说：来源很清楚。", "作者认为，如下。"])
  func `a sentence is no metadata`(_ line: String) throws {
    #expect(try draft("<p>\(line)</p>").metadata.entries.isEmpty)
  }
}
