import Linting
import Testing

@Suite struct AbbreviationRuleTests {
  @Test(arguments: [
    "慢性阻塞性肺疾病(COPD)患者要保暖。",
    "慢阻肺（COPD）患者要保暖。COPD可防可治。",
    "慢性阻塞性肺疾病（chronic obstructive pulmonary disease，COPD）是常见病。",
    "慢性阻塞性肺疾病（以下简称“COPD”）是常见病。",
    "<p>慢性阻塞性肺疾病（<span>COPD</span>）是常见病。</p>",
    "COPD，即慢性阻塞性肺疾病，是常见病。",
    "COPD，全称慢性阻塞性肺疾病，是常见病。",
    "COPD是慢性阻塞性肺疾病的英文缩写。",
    "COPD：慢性阻塞性肺疾病。",
    "多多签（Duo Duo Qian, DDQ）项目启动。",
    "“多多签”（DDQ）项目启动，DDQ很方便。",
    "多多签（以下简称“DDQ”）项目启动。",
    "DDQ是多多签的简称。",
    "DDQ即多多签，是新项目。",
    "检测CDKN2A、MLH1基因，抗XYZ抗体阴性。",
    "3'-UTR，设备编号13912345678AB，XXX医院，AB型血，OR=2.1。",
    "备案号：浙ICP备12345678号-1。",
    "多多签(Duo Duo Qian,DDQ)项目启动。全县DDQ覆盖率很高。",
    "急性ST段抬高型心肌梗死，QT间期延长，QRS波增宽。",
  ])
  func `a gloss of any usual shape will do`(_ draft: String) throws {
    #expect(try foundTexts(of: "abbreviation/first-use", in: draft) == [])
    #expect(try foundTexts(of: "abbreviation/unknown", in: draft) == [])
  }

  @Test(arguments: [
    ("abbreviation/first-use", "COPD患者冬季要保暖。后来又得了慢性阻塞性肺疾病。", "COPD"),
    ("abbreviation/first-use", "<p>请<b>COPD</b>患者复诊。</p>", "COPD"),
    ("abbreviation/unknown", "DDQ即将上线。", "DDQ"),
    ("abbreviation/unknown", "DDQ是我院的新项目。", "DDQ"),
    ("abbreviation/unknown", "本院（DDQ）项目。", nil),
    ("abbreviation/unknown", "本院开展DDQ项目，（abc，XQJ项目）。", "DDQ"),
  ])
  func `what is not a gloss does not explain`(_ id: String, _ draft: String, _ text: String?) throws
  {
    #expect(try foundTexts(of: id, in: draft).first == text)
  }
}
