import Linting
import Testing

/// What the cases of the families on citing, reprinting and by-lines have no room for.
@Suite struct CitationFamilyTests {
  @Test(arguments: [
    ("citation/mark-without-entry", "少吃盐³。早睡¹²。\n\n## 参考文献\n\n1. 《甲（2022）》。", ["³"]),
    (
      "citation/mark-without-entry", "<p>少吃盐<sup>①</sup>，早睡<sup>③</sup>。</p><p>注释</p><p>① 《甲》</p>",
      ["③"]
    ),
    ("citation/out-of-order", "甲[2]。乙[1,3]。\n\n参考文献：[1] 一。[2] 二。[3] 三。", ["[2]"]),
    ("citation/number-gap", "**参考文献**\n\n[2] 甲。\n\n[3] 乙。\n\n[3] 丙。", ["[3] 丙。"]),
    (
      "citation/duplicate-entry",
      "参考文献\n\n[1] 甲. 洗手[EB/OL]. (2024-05-01)[2025-03-01]. https://a.cn/b/c.\n\n[2] 洗手. https://a.cn/b/c.",
      ["洗手. https://a.cn/b/c."]
    ),
    ("citation/mixed-style", "甲[1]。乙（王某等，2023）。\n\n参考文献：[1] 一。", ["（王某等，2023）"]),
    (
      "citation/entry-type-mark",
      "参考文献\n\n[1] Smith J. Salt and stroke. Lancet, 2020, 395(2): 1-9.",
      ["Smith J. Salt and stroke. Lancet, 2020, 395(2): 1-9."]
    ),
    (
      "citation/study-unspecified", "一项研究提示风险翻倍。一项涵盖20万人的前瞻性研究发现，走路有益。",
      ["一项研究提示", "一项涵盖20万人的前瞻性研究发现"]
    ),
    ("citation/source-unreliable", "参考资料：百度百科。内容来自百度百科，仅供参考。", ["参考资料：百度百科", "来自百度百科"]),
    ("citation/report-outlet-missing", "有媒体报道，一名男子因此中毒。", ["有媒体报道"]),
    ("copyright/delete-notice", "图片来自网络，侵权必删。如涉及版权问题，请联系我们删除。", ["，侵权必删", "如涉及版权问题，请联系我们删除"]),
    ("copyright/reprint-source-missing", "# 甲\n\n正文。\n\n本文为转载，版权归作者。", ["本文为转载，版权归作者。"]),
    ("copyright/translation-origin", "正文。\n\n编译：王丽", ["编译：王丽"]),
  ])
  func `a fault is found`(_ rule: String, _ draft: String, _ texts: [String]) throws {
    #expect(try foundTexts(of: rule, in: draft) == texts)
  }

  @Test(arguments: [
    ("citation/vague-source", "研究表明,久坐会增加死亡风险。"),
    ("citation/vague-source", "某权威机构的报告显示发病率上升。"),
    ("citation/study-unspecified", "一项大型研究提示风险翻倍。"),
    ("citation/claim-uncited", "骨质疏松的患病率在50岁以上女性中为32.1%。"),
    ("citation/claim-uncited", "糖尿病患者超过1.4亿，儿童近视率已达52.7%。"),
    ("citation/quote-unattributed", "会议材料写道：“各科室要以患者为中心持续改进医疗服务流程并把每一项措施落到实处让群众满意让患者放心”。"),
    ("citation/law-no-article", "按照有关规定,现将事项公告如下。"),
    ("citation/report-unspecified", "根据《中国居民膳食指南》建议,每天喝水1500毫升。"),
    ("citation/source-unreliable", "资料来源:百度百科。"),
    ("citation/animal-as-human", "小鼠实验证明,因此我们应该吃这种食物来抗癌。"),
    ("citation/latest-undated", "最新数据显示,近视率再次上升。"),
    ("citation/ranking-source", "我院心内科排名全省第3位。"),
    ("copyright/delete-notice", "图文来源于网络,侵删。"),
    ("copyright/source-network", "来源:网络整理"),
    ("copyright/source-network", "本文转载自网络。"),
    (
      "metadata/title-content-mismatch",
      "# 高血压的五大误区\n\n## 一、不用治\n\n甲。\n\n## 二、伤肾\n\n乙。\n\n## 三、保健品\n\n丙。"
    ),
  ])
  func `a sentence that must be found is`(_ rule: String, _ draft: String) throws {
    #expect(try findings(of: rule, in: draft).count == 1)
  }

  @Test(arguments: [
    ("citation/mark-without-entry", "按[1]键转人工，回复[2]查询，选项[3]正确。"),
    (
      "metadata/title-content-mismatch",
      "# 控糖五步法\n\n一、为什么\n\n二、怎么做\n\n**第一步** 甲\n\n**第二步** 乙\n\n**第三步** 丙\n\n**第四步** 丁\n\n**第五步** 戊"
    ),
    ("citation/mark-without-entry", "体积为3m³，面积为20平方米²，第3¹类。"),
    ("citation/mark-without-entry", "按步骤①、②操作，见图①。符合上述条件①和②。"),
    ("citation/out-of-order", "甲[1]，乙[2]，丙[1]，丁[3-5]。\n\n参考文献：[1] 一。[2] 二。[3] 三。[4] 四。[5] 五。"),
    ("citation/number-gap", "一、甲\n\n二、乙\n\n四、丁"),
    ("citation/entry-type-mark", "资料来源：国家卫生健康委官网"),
    ("citation/entry-incomplete", "资料来源：国家卫生健康委官网"),
    ("citation/entry-incomplete", "## 参考资料\n\n1. 国家卫生健康委官网\n2. 《中国居民膳食指南》"),
    ("citation/bare-url", "医院网址：https://www.example.cn/guahao/index.html，详见院内公告。"),
    ("citation/quote-unattributed", "# 甲\n\n> 导语：这是一段很长很长的导语，介绍本文要讲的主要内容，写给每一位读者。\n\n正文。"),
    ("citation/quote-unattributed", "他说：“\(Self.speech)。”院长强调：“\(Self.speech)。”"),
    ("citation/study-unspecified", "我院参与的一项研究显示有效。她的一项研究发现获奖。"),
    ("citation/latest-undated", "最新版国家基本医保药品目录已公布，最新通知见公告栏。"),
    ("citation/law-no-article", "请按照有关规定办理入院手续。"),
    ("citation/source-unreliable", "请关注本院抖音号和小红书账号，早餐来两个豆包。患者来自抖音直播间。"),
    ("citation/ranking-source", "肺癌死亡率居我国恶性肿瘤第一位，他在技能竞赛中名列第三名。"),
    ("citation/animal-as-human", "小鼠实验发现该药可以抑制肿瘤，但尚不能用于人。"),
    ("copyright/delete-notice", "# 版权声明\n\n如有侵权，请联系我们删除。"),
    ("copyright/delete-notice", "写上“侵删”并不能免除责任。用户发现侵权的，网络服务提供者应当删除。"),
    ("copyright/reprint-source-missing", "# 甲\n\n这条消息被多家媒体转载。未经授权不得转载。转载请联系宣传科。"),
    ("copyright/reprint-authorisation-missing", "来源：青禾镇卫生院\n\n供稿单位转载国家卫生健康委文件。"),
    ("copyright/original-conflict", "# 原创歌曲比赛\n\n来源：青禾镇卫生院\n\n正文。"),
    ("copyright/translation-origin", "她翻译的著作已出版，编译工作完成。"),
    ("metadata/author-missing", "---\ntitle: 防蚊\nsource: 青禾镇卫生院\ndate: 2026-03-01\n---\n\n正文。"),
    ("metadata/author-missing", "来源：青禾镇卫生院　发布日期：2026年3月1日\n\n正文。"),
    ("metadata/attachment-unlisted", "子宫及双侧附件未见异常，附件炎要及时治疗。详见附件炎的科普。"),
  ])
  func `a near miss is none`(_ rule: String, _ draft: String) throws {
    #expect(try foundTexts(of: rule, in: draft) == [])
  }

  private static let speech = "各科室要持续改进服务流程，把每一项措施落到实处，让群众满意，让患者放心，让职工安心"
}
