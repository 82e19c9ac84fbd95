import Linting
import Testing

@Suite struct ImageNoteTests {
  @Test(arguments: [
    "图源：宣传科", "图源｜宣传科", "图源 宣传科", "图片来自：宣传科", "图片来自人民日报健康客户端", "图片来源于摄图网",
    "图片选自《健康科普图解》", "图据红星新闻", "图自新华社", "图：张明", "图片：张明", "张明 图", "张明/图", "义诊现场 摄影/张明",
    "▲ 义诊现场。张明摄影", "（供图：张明）", "宣传科/供图", "受访者供图", "本院网络信息中心供图", "义诊现场\n\n图片由宣传科提供",
    "©某某县人民医院", "图片由AI生成", "本文图片均由宣传科拍摄",
  ])
  func `a marker with a holder names the source`(_ note: String) throws {
    let draft = "![义诊](https://example.cn/1.jpg)\n\n\(note)"
    #expect(try findings(of: "image/source-missing", in: draft).isEmpty)
  }

  @Test(arguments: [
    "图片来源：网络", "图片来源于百度", "图源自网络", "图源网络，侵删", "义诊现场（资料图片）", "图：门诊大厅", "图片：义诊现场",
    "（图片经患者同意使用）", "义诊现场，大家踊跃提问。", "请看图", "图据说是这样",
  ])
  func `a description or a nobody does not`(_ note: String) throws {
    let draft = "![义诊](https://example.cn/1.jpg)\n\n\(note)"
    let missing = try findings(of: "image/source-missing", in: draft)
    let vague = try findings(of: "image/source-vague", in: draft)
    #expect(missing.count + vague.count == 1)
  }
}
