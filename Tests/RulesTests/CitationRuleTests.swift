import Linting
import Testing

@Suite struct CitationRuleTests {
  @Test(arguments: [
    "研究表明,久坐会增加死亡风险。",
    "有专家指出,早餐必须吃。",
    "据说这个办法特别灵。",
    "据媒体报道,该病今年高发。",
    "科学证明喝茶能长寿。",
    "哈佛最新研究发现,快乐能延寿。",
    "某权威机构的报告显示发病率上升。",
    "有研究表明，从小口味清淡的人，成年后血压更平稳。",
    "大量研究证实，戒烟有好处。",
    "不少专家认为，这样更好。",
    "众所周知，多喝水有好处。",
    "我听说剩菜里放几瓣蒜就不会坏，这样做靠不住。",
    "有证据表明，吃坚果能护心。",
  ])
  func `a source that nobody can find is a fault`(_ sentence: String) throws {
    #expect(try findings(of: "citation/vague-source", in: sentence).count == 1)
  }

  @Test(arguments: [
    "本研究显示，戒烟有好处。",
    "国家疾控局2025年数据显示，近视率下降。",
    "张主任指出，户外活动要坚持。",
    "网传“大蒜治百病”是谣言。",
    "网传大蒜能杀菌。这种说法没有科学依据。",
    "## 误区一：听说感冒要打针\n\n听说打针好得快。",
    "根据传染病防治法，依据传统习俗，根据说明书用药。",
    "数据介绍见附表，根据介绍信办理。",
    "出生医学证明请到产科办理，出具虚假医学证明的，依法处理。",
    "办公认真，对公认购，因公认定。",
    "您的体检报告显示血糖偏高，检查结果提示贫血。",
    "心电图数据显示正常，我院2024年数据显示就诊人数上升。",
    "世界卫生组织的报告指出，全球烟民减少。",
    "《中国吸烟危害健康报告2020》显示，调查发现烟民减少。",
    "2022年《柳叶刀》发表的研究显示，运动有益。",
    "有研究表明[1]，喝咖啡能护肝。\n\n## 参考文献\n\n1. 《甲》。",
    "有研究表明，喝咖啡能护肝（来源：《中华肝脏病杂志》2023年第4期）。",
    "老人听说有义诊，早早来了。",
    "没听说过这种药，孩子的听说能力要早练。",
    "奶奶说：“我听说这里夜里也能看病。”",
    "王强主任来院授课。据介绍，课程共三天。",
    "查封、扣押有证据证明不符合食品安全标准的食品。",
    "对有证据表明申请资料可能虚假的，应当核查。",
    "目前没有证据表明它有效。",
    "现代医学研究所揭牌，临床医学研究中心发布公告。",
    "美国大学生来院参观，德国专家团队来院交流。",
    "疾控专家提醒，出门戴口罩。",
    "如果医生建议住院，请带好身份证。",
    "`有研究表明`是套话。",
    "听说您感冒了，好些了吗？",
    "网传吃大蒜能治流感？假的！",
  ])
  func `a named source, a refutation or an accidental word is none`(_ draft: String) throws {
    #expect(try foundTexts(of: "citation/vague-source", in: draft) == [])
  }

  @Test func `hearsay is an error, vague studies a warning`() throws {
    #expect(try findings(of: "citation/vague-source", in: "据说这个办法灵。").map(\.severity) == [.error])
    #expect(try findings(of: "citation/vague-source", in: "研究表明有用。").map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "我国成人高血压患病率为27.5%。",
    "吸烟者患肺癌风险增加10倍。",
    "我国每年约有300万人死于该病。",
    "每10个成人中就有1个糖尿病患者。",
    "全国每年新发脑卒中约330万例，其中不少人不知道自己血压高。",
    "乙肝表面抗原阳性率约为５．８６％。",
    "我国高血压患病率为27.5%。我科设备齐全。",
    "概率会降低三成。",
  ])
  func `a statistic without a source is a fault`(_ sentence: String) throws {
    #expect(try findings(of: "citation/claim-uncited", in: sentence).count == 1)
  }

  @Test(arguments: [
    "我院抢救成功率较去年提高。",
    "我院剖宫产手术感染率为0.3%。",
    "血糖7.0 mmol/L，室温25℃，用75%酒精，含氯500 mg/L。",
    "增长5%的专项经费已经到位。",
    "病案首页质控整改率100%，随访患者人数100%。",
    "我国成人高血压患病率为27.5%[1]。\n\n## 参考文献\n\n1. 《甲》。",
    "我国成人高血压患病率为27.5%。[1]\n\n## 参考文献\n\n1. 《甲》。",
    "我国成人高血压患病率为27.5%<sup>1</sup>。\n\n## 参考文献\n\n1. 《甲》。",
    "患病率为27.5%，知晓率为51.6%。合理膳食很重要[1]。\n\n## 参考文献\n\n1. 《甲》。",
    "我国成人高血压患病率为27.5%（数据来源：国家心血管病中心，2022年）。",
    "据国家卫生健康委2023年公布，我国成人高血压患病率为27.5%。",
    "《中国心血管健康与疾病报告2022》显示，患病率为27.5%。",
    "患病率为27.5%（王某等，2023）。",
    "[国家疾控局](https://www.ndcpa.gov.cn/a)公布，患病率为27.5%。",
    "患病率为27.5%。\n\n## 参考文献\n\n1. 《甲》。",
    "患病率为27.5%。\n\n本文依据《社区高血压防治手册（2023）》编写。",
    "患病率为27.5%。\n\n资料来源：国家疾病预防控制局",
    "到2030年，高血压控制率要达到50%。",
    "# 我国高血压患病率为27.5%",
    "全国铁路发送旅客超1000万人次，全市有3人获奖。",
  ])
  func `a cited statistic, own data and measures are none`(_ draft: String) throws {
    #expect(try foundTexts(of: "citation/claim-uncited", in: draft) == [])
  }

  @Test func `a vague source in the sentence is the one fault`() throws {
    let draft = "有数据显示，我国成人高血压患病率为27.5%。"
    #expect(try findings(of: "citation/claim-uncited", in: draft).isEmpty)
    #expect(try foundTexts(of: "citation/vague-source", in: draft) == ["有数据显示"])
  }

  @Test func `the share of a population is a suggestion`() throws {
    let found = try findings(of: "citation/claim-uncited", in: "每10个成人中就有1个糖尿病患者。")
    #expect(found.map(\.severity) == [.suggestion])
  }
}
