import Linting
import Rules
import Testing

@Suite struct CharacterRuleTests {
  @Test(arguments: [
    "活血化瘀，腘窝囊肿，耵聍栓塞，磺胺类药物，荜茇，菝葜，钆对比剂，牛磺酸。",
    "癥瘕积聚、二噁英、噁嗪酮、矽肺、朊病毒、臁疮。",
    "什邡市、武汉市硚口区、甪直镇、盱眙、浉河区。",
    "乾隆年间，瞭望塔，狼藉一片，皇后，能干，答复，呼吁，余晖。",
    "来源丨健康中国",
    "<p>家庭👨‍👩‍👧接种。❤️健康，👩🏻‍⚕️医生提醒，1️⃣挂号，🇨🇳国庆</p>",
    "二〇二六年，℃、‰、Ⅱ型、α-地中海贫血、①。",
  ])
  func `what looks odd but is standard is none`(_ draft: String) throws {
    // These two make suggestions about standard characters.
    let suggesting = ["character/rare-no-gloss", "character/emoji-body"]
    let rules = ruleset.rules.map(\.info.id).filter { $0.hasPrefix("character/") }
    for id in rules where !suggesting.contains(id) {
      #expect(try foundTexts(of: id, in: draft) == [], "\(id)")
    }
  }

  @Test(arguments: [
    ("character/traditional", "病癥很多，感到噁心。", ["癥", "噁"]),
    ("character/variant", "吸<b>菸</b>有害健康。", ["菸"]),
    ("character/rare", "门诊人头攒动，龘龘而至。", ["龘", "龘"]),
    ("character/invisible", "<p>接种&#8203;时间</p>", ["&#8203;"]),
    ("character/invisible", "医\u{200D}生", ["\u{200D}"]),
    ("character/fullwidth-latin", "<p>ＣＴ检查</p>", ["ＣＴ"]),
    ("character/fullwidth-digit", "<table><tr><td>２楼</td></tr></table>", ["２"]),
    ("number/fullwidth", "<table><tr><td>３８．５℃</td></tr></table>", ["３８．５"]),
    ("number/date-mixed-form", "二〇二六年3月1日起施行。", ["二〇二六年3月1日"]),
    ("number/date-mixed-form", "2026年三月三义诊，2026年正月初五，2026年五一。", []),
    ("timeliness/impossible-date", "2月30日开诊，2024年2月29日停诊，13月龄。", ["2月30日"]),
    ("number/mixed-digit-han", "走3千步，重5千克，跑3千米，4百多人。", ["3千", "4百"]),
    ("number/range-percent", "有效率10～20%，占2～3成，pH 7.35～7.45。", ["10～20%"]),
  ])
  func `odd characters and numbers are found`(_ id: String, _ draft: String, _ texts: [String])
    throws
  {
    #expect(try foundTexts(of: id, in: draft) == texts)
  }
}
