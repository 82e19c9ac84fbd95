import Linting
import Reading
import Rules
import Testing

@Suite struct ImageWordTests {
  private static let rules = ruleset.rules.map(\.info.id).filter { id in
    id.hasPrefix("image/") && !["image/source-missing", "image/alt-missing"].contains(id)
  }

  /// Texts of ordinary photos, in hospitals and outside.
  private static let plain = [
    "夜间门诊的医生为患者量血压", "护士为老人测量血压", "医生查看CT片", "药师审核处方", "医生在书写病历", "检验科窗口的叫号屏",
    "患者在自助机上打印检验报告", "居民凭身份证登记", "校医在校门口做晨检", "孩子们学做手卫生操", "患者送来的锦旗", "医护人员合影",
    "医学生合影", "实习学生与带教老师合影", "洗手前后菌落培养对比", "病房改造前后对比", "手术前后护理要点", "全国爱国卫生月宣传画",
    "门诊楼导航地图", "乘车路线示意图", "院区平面图", "心电图", "基因图谱", "思维导图", "全国流感病例年龄分布图", "医疗队员在中国地图前合影",
    "升国旗仪式", "党员在党旗下宣誓", "早餐的豆包和粥", "人工智能辅助诊断系统", "新华社区卫生服务站外景", "数据中心机房", "CT机房",
    "门诊大厅", "病历书写竞赛颁奖", "处方点评会现场", "体检报告解读讲座", "腕带佩戴规范示意", "家属等候区", "产妇休息室",
    "儿童接种门诊", "学生体检现场", "全省技能竞赛现场", "七步洗手法图解", "对比照明设备", "国旗下的讲话",
  ]

  @Test(arguments: plain) func `ordinary photos are left alone`(_ text: String) throws {
    let drafts = [
      "# 题\n\n正文说明情况。\n\n![\(text)](https://www.a.example/upload/1.jpg)\n\n正文继续说明情况。",
      "<p>正文说明情况。</p><p><img src=\"https://www.a.example/2.jpg\" alt=\"\(text)\"></p>"
        + "<p style=\"text-align:center;font-size:12px\">\(text)（王丽 摄）</p><p>正文继续说明情况。</p>",
    ]
    for draft in drafts {
      for id in Self.rules { #expect(try foundTexts(of: id, in: draft) == [], "\(id)") }
    }
  }

  @Test(arguments: [
    ("image/patient-face-consent", "康复患者与医护人员合影"), ("image/patient-face-consent", "医生和小朋友合影"),
    ("image/patient-face-consent", "患者家属赠送锦旗"), ("image/patient-face-consent", "产妇接受采访"),
    ("image/report-or-record-shown", "患者的检验报告单"), ("image/report-or-record-shown", "身份证复印件"),
    ("image/report-or-record-shown", "微信聊天记录截图"), ("image/report-or-record-shown", "化验单"),
    ("image/before-after", "隆鼻术前、术后"), ("image/before-after", "减重前后对比"),
    ("image/before-after", "治疗前后对比"), ("image/map-approval-missing", "中国地图"),
    ("image/map-approval-missing", "河北省登革热疫情分布地图（2025年）"), ("image/third-party-licence", "图源：摄图网"),
    ("image/ai-generated-unlabelled", "配图由豆包制作"), ("image/alt-placeholder", "IMG_20250301"),
    ("image/alt-placeholder", "mmexport1700000000"), ("image/alt-placeholder", "640"),
  ])
  func `what an image's text gives away is found`(_ id: String, _ text: String) throws {
    let draft = "# 题\n\n正文说明情况。\n\n![\(text)](https://www.a.example/1.jpg)\n\n正文继续说明情况。"
    #expect(try findings(of: id, in: draft).count == 1)
  }

  @Test(arguments: ["患者的锦旗合影照片已征得患者本人同意。", "文中照片均经家属授权使用。"])
  func `a consent that is told covers the draft's images`(_ consent: String) throws {
    let draft = "![患儿与护士合影](a.jpg)\n\n\(consent)"
    #expect(try findings(of: "image/patient-face-consent", in: draft).isEmpty)
  }

  @Test func `children and delicate illnesses go to the leaders`() throws {
    let child = "![患儿与护士合影](a.jpg)"
    let adult = "![患者与护士合影](a.jpg)"
    let id = "image/patient-face-consent"
    #expect(try findings(of: id, in: child).map(\.escalation) == [.leadership])
    #expect(try findings(of: id, in: adult).map(\.escalation) == [nil])
  }

  /// A page as WeChat's editors write it: ornaments, photos with captions, a code at the end.
  @Test func `an ordinary page of WeChat is left alone`() throws {
    let image = "<img class=\"rich_pages wxw-img\" data-ratio=\"0.66\" data-w=\"1080\" alt=\"图片\" "
    let page =
      "<div class=\"rich_media_content\" id=\"js_content\" style=\"visibility: hidden;\">"
      + "<section><img class=\"rich_pages wxw-img\" data-ratio=\"1\" data-w=\"200\" style=\"width: 30px;\" "
      + "data-src=\"https://mmbiz.qpic.cn/o/640?wx_fmt=png\"></section>"
      + "<p>3月5日，我院在文化广场开展义诊，为居民测量血压、血糖。</p>"
      + "<p>\(image)style=\"width: 677px !important; height: 447px !important;\" "
      + "data-src=\"https://mmbiz.qpic.cn/a/640?wx_fmt=jpeg\"></p>"
      + "<p style=\"text-align: center;font-size: 12px;\">义诊现场（王丽 摄）</p>"
      + "<p>\(image)data-src=\"https://mmbiz.qpic.cn/b/640?wx_fmt=jpeg\"></p>"
      + "<p style=\"text-align: center;font-size: 12px;\">医生为老人量血压（王丽 摄）</p>"
      + "<p><img class=\"rich_pages wxw-img\" data-ratio=\"1\" data-w=\"258\" alt=\"二维码\" "
      + "data-src=\"https://mmbiz.qpic.cn/q/640?wx_fmt=png\"></p><p>长按识别二维码，关注云溪县人民医院</p></div>"
    let ids = ruleset.rules.map(\.info.id).filter {
      $0.hasPrefix("image/") || $0.hasPrefix("link/")
    }
    for id in ids { #expect(try foundTexts(of: id, in: page) == [], "\(id)") }
  }
}
