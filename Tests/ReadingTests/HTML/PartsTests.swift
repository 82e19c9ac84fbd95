import Reading
import SourceText
import Testing

/// More digits than a number has room for.
private let zeros = String(repeating: "0", count: 310)

@Suite struct HTMLPartsTests {
  @Test func `an image has its fields with their places`() throws {
    let html = "<p>甲</p><p><img  SRC='a b.png' alt=图&amp;形 width=\"200\" title=\"\"></p><p>乙</p>"
    let draft = try draft(html)
    let image = try #require(draft.images.first)
    #expect(image.url?.string == "a b.png")
    #expect(image.url.map { draft.sourceText(of: $0.source) } == "a b.png")
    #expect(image.alt?.string == "图&形")
    #expect(image.alt.map { draft.sourceText(of: $0.source) } == "图&amp;形")
    #expect(image.title?.string == "")
    #expect(image.width == 200)
    #expect(image.previousBlock == 0 && image.nextBlock == 1 && image.block == nil)
  }

  @Test func `a lazy image of WeChat is its data-src`() throws {
    let draft = try draft(
      "<p><img data-src='https://x/1' src='data:image/svg+xml,a' data-w=1000 data-ratio=0.5>说明</p>"
    )
    let image = try #require(draft.images.first)
    #expect(image.url?.string == "https://x/1")
    #expect(image.isLazy)
    #expect(image.width == 1000 && image.height == 500)
    #expect(image.block == 0)
    #expect(image.alt == nil)
  }

  @Test func `the caption of a figure belongs to its images`() throws {
    let draft = try draft(
      "<figure><img src=a><img src=b><figcaption>名</figcaption></figure><img src=c>"
    )
    #expect(draft.images.map(\.caption) == [0, 0, nil])
  }

  @Test func `a link has its destination, text and element`() throws {
    let draft = try draft("<p>见<a class=x href=\"/a?b=1&amp;c=2\">通<b>知</b></a>。</p>")
    let link = try #require(draft.links.first)
    #expect(link.destination.string == "/a?b=1&c=2")
    #expect(draft.sourceText(of: link.destination.source) == "/a?b=1&amp;c=2")
    #expect(draft.string(in: link.text) == "通知")
    #expect(draft.sourceText(of: link.source).hasPrefix("<a class"))
    #expect(draft.sourceText(of: link.source).hasSuffix("</a>"))
  }

  @Test(arguments: [
    ("<p style='display:none'><a href=x>甲</a></p>", true, false),
    ("<p style='font-size:0'><a href=x>甲</a></p>", true, false),
    ("<p style='font-size:1px'><a href=x>甲</a></p>", false, true),
    ("<div style='position:absolute; left: -9999px'><a href=x>甲</a></div>", false, true),
    ("<div style='left: -9\(zeros)px'><a href=x>甲</a></div>", false, true),
    ("<p style='font-size:1.\(zeros)px'><a href=x>甲</a></p>", false, true),
    ("<p style='font-size:9\(zeros)px'><a href=x>甲</a></p>", false, false),
    ("<p style='color:rgb(1.\(zeros),0,9\(zeros))'><a href=x>甲</a></p>", false, false),
    ("<div style='top:-800px;position:fixed'><a href=x>甲</a></div>", false, true),
    ("<div style='text-indent:-999em'><a href=x>甲</a></div>", false, true),
    ("<div style='opacity: 0'><a href=x>甲</a></div>", false, true),
    ("<div style='height:0;overflow:hidden'><a href=x>甲</a></div>", false, true),
    (
      "<div style='opacity:0.9;left:-5px;overflow:hidden;height:20px'><a href=x>甲</a></div>", false,
      false
    ),
  ])
  func `a link tells whether readers see it`(_ html: String, hidden: Bool, offstage: Bool) throws {
    let link = try #require(try draft(html).links.first)
    #expect(link.isHidden == hidden)
    #expect(link.isOffstage == offstage)
  }

  @Test func `an image has the size that the page gives it beside its own`() throws {
    let draft = try draft(
      "<img src=a data-w=1000 data-ratio=0.5 style='width: 300px; height: auto' height=200>"
        + "<img src=b width=300 height=100 style='object-fit: cover'><img data-src=c src='data:,'>"
    )
    #expect(draft.images.map(\.hasNaturalSize) == [true, false, false])
    #expect(draft.images.map(\.shownWidth) == [300, 300, nil])
    #expect(draft.images.map(\.shownHeight) == [nil, 100, nil])
    #expect(draft.images.map(\.isCut) == [false, true, false])
    #expect(draft.images.map { $0.placeholder?.string } == [nil, nil, "data:,"])
  }

  @Test func `a size that no image has is none`() throws {
    let draft = try draft(
      "<img src=a data-w=99999999999999999999 width=300>"
        + "<img src=b data-w=1000 data-ratio=99999999999999999999 style='width:99999999999999999999px'>"
        + "<img src=c data-w=1000000 data-ratio=2 width=1\(zeros)>"
    )
    #expect(draft.images.map(\.hasNaturalSize) == [false, true, true])
    #expect(draft.images.map(\.width) == [300, 1000, 1_000_000])
    #expect(draft.images.map(\.height) == [nil, nil, nil])
    #expect(draft.images.map(\.shownWidth) == [300, nil, nil])
  }

  @Test func `a table has its cells row by row`() throws {
    let draft = try draft(
      "<table><caption>名</caption><tr><th>一<th>二<tr><td><td><p>三</p><p>四</p></table><p>后</p>"
    )
    let table = try #require(draft.tables.first)
    #expect(table.rows == [[1, 2], [-1, 3]])
    #expect(table.caption == 0)
  }

  @Test func `frames and cards are media`() throws {
    let draft = try draft(
      "<iframe class=video_iframe data-src='https://v/1'></iframe><mp-common-profile></mp-common-profile>"
    )
    #expect(draft.media.map(\.name) == ["iframe", "mp-common-profile"])
    #expect(draft.media[0].url?.string == "https://v/1")
  }

  @Test func `notes of a page have labels and blocks`() throws {
    let draft = try draft(
      "<p>文<sup><a href='#fn1'>1</a></sup></p><section class=footnotes><ol><li id='fn1'>注一</ol></section>"
    )
    #expect(draft.texts(of: .noteReference) == ["1"])
    #expect(draft.notes.map(\.label) == ["1"])
    #expect(draft.notes.map(\.blocks) == [1..<2])
    #expect(draft.blocks[1].kind == .note)
  }
}
