import Linting
import Testing

@Suite struct ImageRuleTests {
  static let source = "image/source-missing"
  static let alt = "image/alt-missing"
  static let broken = "image/broken-src"

  @Test(arguments: [
    "图源:本院宣传科", "（张明 摄）", "供图:急诊医学科", "图/李华", "数据来源:国家统计局《中国统计年鉴2024》", "©某某医院",
    "图片由患者家属授权提供", "图源:视觉中国 VCG41N123", "制图:某某疾控中心,2025年3月", "培训现场(王丽 摄)", "图源:人民网",
    "本院网络信息中心供图", "图片来源：国家卫生健康委宣传司《健康科普图解》", "王丽摄", "摄影：王丽", "本院系统截图", "AI生成图片",
    "图 | 宣传科", "家庭医生入户随访。图源：公共卫生科",
  ])
  func `a note with a holder below an image is a source`(_ note: String) throws {
    #expect(try findings(of: Self.source, in: "![甲](a.jpg)\n\n\(note)\n\n正文在此。").isEmpty)
  }

  @Test(arguments: [
    "图片来源:网络", "图源网", "资料图片", "网图", "图源：", "图源：【请填写】", "图片来自百度", "网友供图", "医护人员正在拍摄", "孩子们学做手卫生操",
    "图片来源：网络，侵删", "培训数据显示大家进步很快",
  ])
  func `a marker or a caption without a holder is none`(_ note: String) throws {
    let draft = "![甲](a.jpg)\n\n\(note)\n\n正文在此。"
    let missing = try findings(of: Self.source, in: draft)
    let vague = try findings(of: "image/source-vague", in: draft)
    #expect(missing.count + vague.count == 1)
  }

  @Test(arguments: [
    "<p>正文</p><figure><img src=\"a.jpg\" alt=\"甲\"><figcaption>现场（王丽 摄）</figcaption></figure>",
    "<p>▼ 供图：文化中心</p><p><img src=\"a.jpg\" alt=\"甲\"></p><p>正文</p>",
    "<p><img src=\"a.jpg\" alt=\"甲\" title=\"图源：宣传科\"></p><p>正文</p>",
    "<p><img src=\"a.jpg\" alt=\"洗手图解，制图：感控科\"></p><p>正文</p>",
    "<p><img src=\"a.jpg\" alt=\"甲\"></p><p><img src=\"b.jpg\" alt=\"乙\"></p><p>操练现场 © 某某卫生院</p>",
    "![甲](a.jpg \"图源:本院宣传科(王丽 摄)\")",
    "![甲](a.jpg)\n\n正文。\n\n![乙](b.jpg)\n\n正文。\n\n![丙](c.jpg)\n\n正文。\n\n图1—图3:急诊科供图",
    "![甲](a.jpg)\n\n正文。\n\n本文图片均由宣传科拍摄",
    "![甲](a.jpg)\n\n正文。\n\n文/王丽 图/李强 审核/张华",
    "![甲](a.jpg)\n\n图1 七步洗手法\n\n图源：感控科\n\n正文。",
    "<p><img src=\"line.png\" width=\"1080\" height=\"40\"></p><p><img src=\"a.png\" width=\"48\" height=\"48\"></p>",
    "<p><img src=\"a.png\" alt=\"公众号二维码\"></p><p><img src=\"/img/logo.png\" alt=\"院徽\"></p>",
    "<p><img src=\"a.png\" role=\"presentation\"></p><p><img class=\"__bg_gif\" src=\"b.gif\"></p>",
    "<p style=\"display:none\"><img src=\"a.jpg\"></p><p>正文</p>",
  ])
  func `a source is found wherever it may stand, and some images need none`(_ draft: String) throws
  {
    #expect(try foundTexts(of: Self.source, in: draft) == [])
  }

  @Test(arguments: [
    "![甲](a.jpg)\n\n说明（王丽 摄）\n\n![乙](b.jpg)\n\n正文在此，说明怎样洗手。",
    "正文在此，说明怎样洗手，怎样晾干，怎样用毛巾，多久洗一次。\n\n![甲](a.jpg)\n\n来源：宣传科 编辑：吴倩",
    "![图](guideline.png)\n\n正文。",
  ])
  func `another image's note and the article's own source do not count`(_ draft: String) throws {
    #expect(try findings(of: Self.source, in: draft).count == 1)
  }

  @Test func `in a notice a missing source is a warning`() throws {
    let draft = "---\nclass: notice\n---\n\n![甲](a.jpg)\n\n正文。"
    #expect(try findings(of: Self.source, in: draft).map(\.severity) == [.warning])
  }

  @Test func `the text of an image is a warning on a site and a suggestion in WeChat`() throws {
    let draft = "<p><img src=\"a.jpg\"></p><p>正文在此。</p>"
    #expect(try findings(of: Self.alt, in: draft, profile: .website).map(\.severity) == [.warning])
    #expect(try findings(of: Self.alt, in: draft, profile: .govmedia).map(\.severity) == [.warning])
    #expect(
      try findings(of: Self.alt, in: draft, profile: .wechat).map(\.severity) == [.suggestion]
    )
    let captioned = "<p><img src=\"a.jpg\"></p><p>（王丽 摄）</p>"
    #expect(try findings(of: Self.alt, in: captioned, profile: .wechat).isEmpty)
  }

  @Test(arguments: [
    ("![甲](C:\\Users\\wang\\1.jpg)", "C:\\Users\\wang\\1.jpg"),
    ("![甲](file:///D:/1.jpg)", "file:///D:/1.jpg"),
    ("![甲](/Users/wang/1.jpg)", "/Users/wang/1.jpg"),
    ("<img alt=\"甲\" src=\"blob:https://a/b\">", "blob:https://a/b"),
    ("<img alt=\"甲\" src=\"cid:1@a\">", "cid:1@a"),
    ("<img alt=\"甲\" src=\"wxLocalResource://1\">", "wxLocalResource://1"),
    ("<img alt=\"甲\" src=\"http://localhost:8080/1.jpg\">", "http://localhost:8080/1.jpg"),
    ("<img alt=\"甲\" src=\"\">", "<img alt=\"甲\" src=\"\">"),
  ])
  func `an address that only the author has is broken`(_ draft: String, _ text: String) throws {
    #expect(try foundTexts(of: Self.broken, in: draft) == [text])
  }

  @Test(arguments: [
    "![甲](images/1.jpg)", "![甲](https://a.example/1.jpg)", "![甲](//a.example/1.jpg)",
    "<img alt=\"甲\" src=\"data:image/svg+xml,%3Csvg%3E%3C/svg%3E\" data-src=\"https://mmbiz.qpic.cn/1\">",
    "<img alt=\"甲\" src=\"data:image/png;base64,iVBORw0KGgo=\">",
    "<img alt=\"甲\" src=\"data:image/svg+xml,%3Csvg%3E%3Cpath d='M0 0'/%3E%3C/svg%3E\">",
    "<img class=\"js_img_placeholder wx_widget_placeholder\">",
  ])
  func `other addresses may be right`(_ draft: String) throws {
    #expect(try foundTexts(of: Self.broken, in: draft) == [])
  }

  @Test(arguments: [
    "<p>甲</p><img src=\"https://a.cn/x.jpg\" data-w=\"99999999999999999999\">",
    "<p>甲</p><img src=\"a.jpg\" data-w=\"1080\" data-ratio=\"99999999999999999999\">",
    "<p>甲</p><img src=\"a.jpg\" data-w=\"1080\" style=\"width:99999999999999999999px\">",
  ])
  func `a size that no image has is not judged`(_ draft: String) throws {
    for rule in ["image/low-resolution", "image/aspect-distorted", "image/oversized"] {
      #expect(try findings(of: rule, in: draft).isEmpty)
    }
  }
}
