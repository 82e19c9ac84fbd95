import ChineseText
import ICU
import Linting
import Testing

/// What looks at literals first finds what the expression alone does.
@Suite struct SentenceTestTests {
  private static let patterns = [
    "(?:来源|图源|供图)\\s*[:：丨]\\s*[\\p{Han}A-Z]",
    "^\\W*图\\s*\\d{1,2}\\s*[—\\-–~至到]{1,2}\\s*图?\\s*\\d{1,2}",
    "^(?:待[补定填].{0,2}|请填写|[XＸ×]{2,}|-+|无|N/?A|\\?+)$",
    "(?:风险|概率)(?:会|将)?(?:增加|是[^。，]{1,10}的)[^。；]{0,8}(?:[0-9]+\\s?|[一二三]+)(?:%|倍|成(?![一-龥]))",
    "每[0-9０-９一二]+\\s?(?:个|名)?(?:人中|(?:女性|患者)(?:当?中|里)?就?有)[^。]{0,6}?[0-9一二]+",
    "(?<!拍)摄(?:影)?\\s*(?:$|[）)。])|(?:网络|网友)供图",
    "(?:(?:我国|全国)[^。]{0,14})?(?:发病率|患者(?:人数|数量))[^。0-9]{0,16}[0-9]+(?:%|例)",
    "[（(][^（()）]{2,6}[,，]\\s?(?:19|20)\\d{2}年?[a-z]?[）)]",
    "(?:甲乙){2}丙*丁+?(?:戊|己庚)?辛", "(?i)vip服务", "[院科室]?提供$", ".", "图(?=片)|片{2,3}",
  ]

  private static let parts = [
    "来源", "图源", "供图", "：", ":", " ", "网络", "网友", "图", "1", "2", "—", "至", "待补", "无", "XX", "N/A",
    "风险",
    "会", "增加", "是", "的", "倍", "成", "三", "每", "个", "人中", "女性", "患者", "有", "一", "摄", "影", "拍", "（",
    "）",
    "王丽", "我国", "发病率", "人数", "%", "例", "，", "2020", "年", "甲乙", "丙", "丁", "己庚", "辛", "VIP服务", "院",
    "提供",
    "片", "。", "\u{2028}", "𠮷", "é", "?",
  ]

  @Test(arguments: patterns)
  func `literals never hide a match`(_ pattern: String) throws {
    let test = SentenceTest(pattern)
    let tests = SentenceTests(Self.patterns)
    let expressions = Self.patterns.map { RegularExpression($0) }
    let expression = RegularExpression(pattern)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<(state >> 40) % 9 + 1 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.parts[Int((state >> 33) % UInt64(Self.parts.count))]
      }
      let isMatch = try expression.matches(text.utf8.span)
      #expect(try test.matches(text) == isMatch, "\(text)")
      if isMatch { #expect(test.mayMatch(in: TextGrams(Array(text.utf8))), "\(text)") }
      if text.count % 16 == 0 {
        let isAny = try expressions.contains { try $0.matches(text.utf8.span) }
        #expect(try tests.anyMatches(text.utf8.span) == isAny, "\(text)")
      }
    }
  }

  @Test func `literals stand byte for byte`() {
    let words = LiteralSet(["图片", "图", "©", "logo", ""])
    #expect(words.stands(in: "一张图"))
    #expect(words.stands(in: "MYlogo"))
    #expect(words.stands(in: "©"))
    #expect(!words.stands(in: "LOGO，圖"))
    #expect(!words.stands(in: ""))
    #expect(!LiteralSet([String]()).stands(in: "图"))
    #expect(words.stands(in: 3..<6, of: Array("一图".utf8)))
    #expect(!words.stands(in: 0..<5, of: Array("一图".utf8)))
  }
}
