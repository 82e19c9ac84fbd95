import Console
import Linting
import Reading
import Reporting
import Reviewing
import SourceText
import Testing

struct PreviewTests {
  private static func preview(
    _ text: String,
    as format: DraftFormat = .html,
    at places: [Range<Int>] = [],
    view: DraftView = .phone
  ) throws -> DraftPreview {
    let source = try decodeSource(path: "draft", bytes: Array(text.utf8))
    let findings = places.enumerated().map { index, range in
      DeskTests.finding("\(index)", range, .warning)
    }
    return DraftPreview(
      of: try readDraft(source, as: format),
      findings: findings,
      number: 2,
      view: view,
      words: Words(.zh)
    )
  }

  private static let ownTags: Set<String> = [
    "p", "/p", "h1", "/h1", "br", "/span", "span class=\"link\"", "span class=\"address\"",
    "p class=\"inset\"", "/main", "/body", "/html",
  ]

  @Test(arguments: [
    "<script>alert(1)</script><p>甲</p>", "<p onclick=alert(1)>甲</p>",
    "<p>甲<img src=x onerror=alert(1)></p>", "<p>甲</p><svg onload=alert(1)>",
    "<p>甲&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<p>甲<a href=javascript:alert(1)>乙</a></p>",
    "<p>甲<iframe src=//evil.example></iframe></p>",
    "<p>甲<img src='data:image/svg+xml,<svg onload=alert(1)>'></p>",
    "<p>甲<img alt='\"\u{301} onerror=alert(1) x=\"' src='data:image/png;base64,AA=='></p>",
    "<style>p{background:url(//evil.example)}</style><p style='background:url(//evil.example)'>甲</p>",
    "<meta http-equiv=refresh content='0;url=//evil.example'><p>甲</p>",
    "<form action=//evil.example><input name=a></form><p>甲</p>",
  ])
  func `nothing of a draft's markup gets through`(draft: String) throws {
    for view in DraftView.allCases {
      let markup = try Self.preview(draft, view: view).html.markup
      let main = markup.split(separator: "<main>").last ?? ""
      // A text may say what no tag may.
      let tags = main.split(separator: "<").dropFirst().map { $0.prefix { $0 != ">" } }
      #expect(
        tags.allSatisfy {
          Self.ownTags.contains(String($0))
            || $0.hasPrefix("img src=\"data:image/png;base64,AA==\" alt=\"")
        },
        "\(main)"
      )
      #expect(main.contains("甲"))
    }
  }

  @Test func `an alternative text stays inside its attribute`() throws {
    let draft = "<p>甲<img alt='\"\u{301} onerror=alert(1)' src='data:image/png;base64,AA=='></p>"
    let markup = try Self.preview(draft).html.markup
    #expect(markup.contains("alt=\"&quot;\u{301} onerror=alert(1)\""))
  }

  @Test func `images from elsewhere are told, not loaded`() throws {
    let draft = "<p>甲</p><p><img src='https://img.example/a.png' alt='图'></p>"
    let markup = try Self.preview(draft).html.markup
    #expect(!markup.contains("<img") && markup.contains("https://img.example/a.png"))
  }

  @Test func `each finding is marked where it stands, and named once`() throws {
    let text = "<p>本院<b>最好的</b>技术</p><p>乙</p>"
    let start = try #require(text.utf8.firstRange(of: "院<b>最好的</b>技".utf8))
    let range =
      text.utf8.distance(
        from: text.startIndex,
        to: start.lowerBound
      )..<text.utf8.distance(from: text.startIndex, to: start.upperBound)
    let preview = try Self.preview(text, at: [0..<0, range])
    let markup = preview.html.markup
    #expect(preview.placed == [1])
    #expect(markup.split(separator: "id=\"f-2\"").count == 2 && !markup.contains("id=\"f-1\""))
    #expect(markup.contains("本<mark class=\"warning\" id=\"f-2\">院<strong>最好的</strong>技</mark>"))
    #expect(markup.contains("<sup class=\"warning\">2</sup>术"))
  }

  @Test func `plain text draws what nobody sees, and says where links lead`() throws {
    let draft = "甲\u{200B}乙\u{202E}丙，见[丁](https://a.example/x)。\n"
    let plain = try Self.preview(draft, as: .markdown, view: .text).html.markup
    #expect(plain.contains("甲<span class=\"unseen\">U+200B</span>乙"))
    #expect(plain.contains("U+202E") && plain.contains("[https://a.example/x]"))
    #expect(try !Self.preview(draft, as: .markdown).html.markup.contains("U+200B</span>"))
  }

  @Test func `hidden text is set apart`() throws {
    let draft = "<p>甲</p><p style='display:none'>乙</p>"
    let markup = try Self.preview(draft).html.markup
    let parts = markup.split(separator: "<section class=\"hidden\">")
    #expect(parts.count == 2 && parts[1].contains("乙") && !parts[0].contains("乙"))
  }
}
