import Linting
import Testing

@Suite struct SourceRuleTests {
  static let network = "copyright/source-network"
  static let missing = "metadata/source-missing"

  @Test(arguments: [
    ("# 防蚊\n\n来源:网络整理", ["来源:网络整理"]),
    ("本文部分内容整理自网络，经营养门诊改写。", ["内容整理自网络"]),
    ("文字来源于互联网。", ["文字来源于互联网"]),
    ("来源｜网络", ["来源｜网络"]),
    ("来源：不详", ["来源：不详"]),
    ("---\nsource: 网络\n---\n\n正文。", ["网络"]),
    ("<meta name=\"ContentSource\" content=\"网络综合\"><p>正文。</p>", ["网络综合"]),
  ])
  func `the internet is no source`(_ draft: String, _ texts: [String]) throws {
    #expect(try foundTexts(of: Self.network, in: draft) == texts)
  }

  @Test(arguments: [
    "网络信息安全宣传周启动，医联体网络建成。",
    "来源：网络信息中心",
    "来源：互联网医院管理办公室",
    "病例信息来自网络直报系统，处方来自互联网医院。",
    "该患者感染来源不详，传染来源：未知。",
    "图片来源：网络",
    "照片来自网络",
    "“来源：网络”不得标注在稿件里。",
    "来源：人民网",
    "`来源：网络`",
  ])
  func `networks as such, pictures and infections are none`(_ draft: String) throws {
    #expect(try foundTexts(of: Self.network, in: draft) == [])
  }

  @Test func `a note about text and pictures is one fault`() throws {
    let draft = "![甲](a.jpg)\n\n正文在此，说明怎样洗手。\n\n图文来源于网络"
    #expect(try foundTexts(of: Self.network, in: draft) == [])
    #expect(try findings(of: "image/source-missing", in: draft).count == 1)
    #expect(try foundTexts(of: Self.network, in: "正文。\n\n图文来源于网络") == ["来源于网络"])
  }

  @Test(arguments: [
    "---\nsource: 本院心内科\n---\n\n正文。",
    "# 题\n\n来源:XX卫生院 编辑：吴倩\n\n正文。",
    "# 题\n\n来源丨本院宣传科\n\n正文。",
    "# 题\n\n作者：王丽\n\n正文。",
    "# 题\n\n来源：网络\n\n正文。",
    "<meta name=\"hegui:source\" content=\"县疾控中心\"><p>正文。</p>",
  ])
  func `a source in metadata or in a line counts`(_ draft: String) throws {
    #expect(try foundTexts(of: Self.missing, in: draft) == [])
  }

  @Test(arguments: [
    "---\nclass: kepu\ndepartment: 内一科\n---\n\n# 题\n\n文:小编\n\n正文。",
    "---\nsource:\nauthor:\n---\n\n正文。",
    "# 题\n\n作者：小编\n\n正文。",
  ])
  func `an empty source or a nameless author does not`(_ draft: String) throws {
    #expect(try findings(of: Self.missing, in: draft).count == 1)
  }
}
