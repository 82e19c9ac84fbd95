import Reading
import Reviewing
import SourceText
import Testing

struct ContentDifferenceTests {
  @Test func `what WeChat does to an article is no difference`() throws {
    for seed in 0..<300 as Range<UInt64> {
      let article = Article(seed: seed)
      let approved = try content(ofHTML: article.submitted)
      let found = try content(ofHTML: article.weChatPage(seed: seed))
      let differences = differences(between: approved, and: found)
      #expect(differences.isEmpty, "article \(seed)")
      #expect(!approved.title.isEmpty && !approved.images.isEmpty)
    }
  }

  @Test func `one code point of any field is found, on the page that WeChat shows as well`() throws
  {
    var random = SplitMix(state: 5)
    for seed in 0..<1500 as Range<UInt64> {
      let article = Article(seed: seed % 100)
      let approved = try content(ofHTML: article.submitted)
      var changed = article
      let field = changed.mutate(&random)
      let found = try content(ofHTML: changed.weChatPage(seed: seed))
      #expect(!differences(between: approved, and: found).isEmpty, "\(seed) \(field)")
    }
  }

  @Test func `every one of 12,000 changes to a content is found`() throws {
    var random = SplitMix(state: 11)
    var missed: [String] = []
    for seed in 0..<120 as Range<UInt64> {
      let approved = try content(ofHTML: Article(seed: seed).submitted)
      for _ in 0..<100 {
        let (changed, field) = approved.mutated(&random)
        if differences(between: approved, and: changed).isEmpty || changed == approved {
          missed.append(field)
        }
      }
    }
    #expect(missed.isEmpty)
  }

  @Test func `every code point of a manuscript counts for its digest`() {
    var random = SplitMix(state: 3)
    for seed in 0..<2000 as Range<UInt64> {
      let manuscript = Manuscript(
        format: .html,
        text: Article(seed: seed % 50).submitted,
        column: ID("col_1"),
        channels: ["website", "wechat"],
        assets: [.init(purpose: .image, name: "图 1.jpg", digest: Digest(of: [1]))]
      )
      var changed = manuscript
      switch seed % 7 {
      case 0: changed.format = .markdown
      case 1: changed.column = ID("col_2")
      case 2: changed.channels[0] = changed.channels[0].mutated(&random)
      case 3: changed.assets[0].name = changed.assets[0].name.mutated(&random)
      case 4: changed.assets[0].digest = Digest(of: [2])
      case 5: changed.assets[0].purpose = .cover
      default: changed.text = changed.text.mutated(&random)
      }
      #expect(changed.contentDigest != manuscript.contentDigest)
    }
  }

  @Test func `an inserted paragraph is one difference`() {
    let approved = ofBlocks(["甲", "乙", "丙", "丁"])
    let found = ofBlocks(["甲", "乙", "新", "丙", "丁"])
    #expect(
      differences(between: approved, and: found) == [
        ContentDifference(part: .text, index: 2, approved: nil, found: "新")
      ]
    )
    #expect(
      differences(between: found, and: approved) == [
        ContentDifference(part: .text, index: 2, approved: "新", found: nil)
      ]
    )
  }

  @Test func `a replaced paragraph is told beside what took its place`() {
    let approved = ofBlocks(["甲", "乙", "丙"])
    #expect(
      differences(between: approved, and: ofBlocks(["甲", "己", "丙"])) == [
        ContentDifference(part: .text, index: 1, approved: "乙", found: "己")
      ]
    )
  }

  @Test func `at most a hundred differences are told, of texts of any size`() {
    let approved = ofBlocks((0..<5000).map { "甲\($0)" })
    let found = ofBlocks((0..<5000).map { "乙\($0)" })
    #expect(differences(between: approved, and: found).count == 100)
  }

  @Test func `white space may differ, but not be between letters only`() throws {
    let approved = try content(ofHTML: "<p>每日 2 次</p>")
    let wide = try content(ofHTML: "<p>每日\u{3000}2&nbsp;\n 次 </p>")
    #expect(differences(between: approved, and: wide).isEmpty)
    let without = try content(ofHTML: "<p>每日2次</p>")
    #expect(!differences(between: approved, and: without).isEmpty)
  }

  @Test func `hiding a paragraph is a difference, and so is a hidden one`() throws {
    let approved = try content(ofHTML: "<p>甲</p><p>乙</p>")
    let hidden = try content(ofHTML: "<p>甲</p><p style=\"display:none\">乙</p>")
    let added = try content(ofHTML: "<p>甲</p><p>乙</p><p style=\"display:none\">丙</p>")
    #expect(!differences(between: approved, and: hidden).isEmpty)
    #expect(!differences(between: approved, and: added).isEmpty)
  }

  @Test func `an image of WeChat's stands for any that is not, and for itself at any size`() {
    func one(_ address: String, _ alternative: String = "图") -> CanonicalContent {
      CanonicalContent(
        title: "",
        blocks: [],
        links: [],
        images: [.init(address: address, alternative: alternative)]
      )
    }
    let own = "https://www.hospital.example/1.jpg"
    let here = "https://mmbiz.qpic.cn/mmbiz_png/abc/0?wx_fmt=png"
    #expect(differences(between: one(own), and: one(here)).isEmpty)
    #expect(
      differences(
        between: one(here),
        and: one("http://mmbiz.qpic.cn/mmbiz_png/abc/640?from=appmsg", "")
      ).isEmpty
    )
    #expect(
      differences(between: one(here), and: one("https://mmbiz.qpic.cn/mmbiz_png/abd/0")).count == 1
    )
    #expect(differences(between: one(own), and: one(here, "别的")).count == 1)
    #expect(differences(between: one(own), and: one("https://other.example/1.jpg")).count == 1)
    #expect(
      differences(between: one(own), and: one("https://mmbiz.qpic.cn.evil.example/a/b/0")).count
        == 1
    )
  }

  private func ofBlocks(_ blocks: [String]) -> CanonicalContent {
    CanonicalContent(title: "题", blocks: blocks, links: [], images: [])
  }
}
