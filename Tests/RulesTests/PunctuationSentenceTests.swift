import Linting
import Rules
import Testing

@Suite struct PunctuationSentenceTests {
  /// Draft and what the rule finds in it, by rule.
  @Test(arguments: [
    ("punctuation/halfwidth-comma", "接种后请留观30分钟,不要马上离开。", [","]),
    ("punctuation/halfwidth-comma", "请登录<b>官网</b>,点击预约。", [","]),
    ("punctuation/halfwidth-comma", "<p>洗手&nbsp;,&nbsp;戴口罩。</p>", [","]),
    ("punctuation/halfwidth-comma", "“你好,”他说。", [","]),
    ("punctuation/halfwidth-period", "多休息.少熬夜.", [".", "."]),
    ("punctuation/halfwidth-period", "<ol><li>挂号</li><li>缴费.</li></ol>", ["."]),
    ("punctuation/halfwidth-colon", "<p>电话:<a href=\"tel:057181\">0571-81234567</a></p>", [":"]),
    ("punctuation/halfwidth-colon", "传真:0571-81234567", [":"]),
    ("punctuation/halfwidth-semicolon", "上午8:30-11:30;下午14:00-17:00", [";"]),
    ("punctuation/halfwidth-question-exclamation", "您好,请问?", ["?"]),
    ("punctuation/halfwidth-paren", "| 科室 |\n| --- |\n| 外科(东区) |", ["(东区)"]),
    ("punctuation/mixed-width-pair", "（[官网](https://example.cn))", ["（[官网](https://example.cn))"]),
    ("punctuation/quote-straight", "他说：\"你好。\"她说：\"再见。\"", ["\"你好。\"", "\"再见。\""]),
    ("punctuation/quote-straight", "'90后'不怕苦。", ["'90后'"]),
    ("punctuation/quote-unpaired", "<p>他说：“好的。</p><p>我说好。</p>", ["“"]),
    ("punctuation/quote-unpaired", "牢记“早发现”，“早治疗。", ["“"]),
    ("punctuation/quote-unpaired", "他说：“要记住‘勤洗手”这句话。”\n\n她说：“要记住‘戴口罩”这句话。”", ["‘", "‘"]),
    ("punctuation/quote-unpaired", "把“三好“和“四减”、“五新”结合起来。", ["“三好“"]),
    ("punctuation/quote-nesting", "把“三好“和“四减”、“五新”结合起来。", []),
    (
      "punctuation/bracket-nesting", "接种（三价（减毒）（灭活））和（流感（甲（乙）））。",
      ["（三价（减毒）（灭活））", "（流感（甲（乙）））", "（甲（乙））"]
    ),
    ("punctuation/bracket-nesting", "（他答“好（笑（出声））”）", ["（笑（出声））"]),
    ("punctuation/bracket-nesting", "（见《规范（试行）》和附录（一））", ["（见《规范（试行）》和附录（一））"]),
    ("punctuation/bracket-nesting", "（单位：元/（人·月）（税前））", ["（单位：元/（人·月）（税前））"]),
    ("punctuation/duplicate-mark", "<p>多休息<b>，</b>，少熬夜。</p>", ["，</b>，"]),
    ("punctuation/duplicate-mark", "<p>第一行，<br>，第二行</p>", []),
    ("punctuation/ellipsis-form", "<p>注意...<br>慢走</p>", ["..."]),
    ("punctuation/ellipsis-form", "喂…………是120吗？", ["…………"]),
    ("punctuation/dash-form", "生命之树常青──记王丽", ["──"]),
  ])
  func `a faulty sentence is found`(_ id: String, _ draft: String, _ texts: [String]) throws {
    #expect(try foundTexts(of: id, in: draft) == texts)
  }

  @Test(arguments: [
    "门诊时间为8:00—12:00，14:00—17:30；比分3:2。",
    "按10 mg/kg给药，2次/日，疗程3～5天，5～10 μg/(kg·min)。",
    "见官网 https://www.example.cn/a,b?id=3&x=1 ，或发邮件到 wang@example.cn。",
    "患者说：“Don't worry, I'm fine.”大家都笑了。",
    "妈妈's love，母爱无声；生于'90年代的人；O'Brien教授。",
    "身高5'11\"，0.014\"镍钛丝，北纬30°15'20\"。",
    "1.挂号 2.缴费；1)挂号2)缴费；（1）挂号；A.青霉素 B.头孢。",
    "P<0.05，差异有统计学意义（t=2.31，P=0.02）；Hp(+)，尿蛋白(++)。",
    "5'-核苷酸酶、N,N-二甲基甲酰胺、1,4-丁二醇、2,4,6-三硝基甲苯。",
    "加油，谢谢:)",
    "<p>“今天<br>开诊”（周一至周五<br>上午）</p>",
    "<p>“</p><p>健康是最大的财富。</p><p>”</p>",
    "<p>床前明月光<br>…………<br>低头思故乡</p>",
    "<p>要做到&ldquo;<b>三早</b>&rdquo;，洗手&mdash;&mdash;最简单；AT&amp;T公司。</p>",
    "阿莫西林-克拉维酸钾片，北京—上海，2020—2025年。",
    "“三八”妇女节、“3·15”晚会、“健康中国2030”。",
    "[1] 王某,李某.社区高血压管理[J].中国全科医学,2023,26(3):1-5.",
    "[1]中华医学会.高血压指南(2024年修订版)[EB/OL].(2024-08-01)[2026-01-02].https://example.cn.",
    "## 参考文献\n\n1. 王某, 李某. 社区高血压管理. 北京: 人民卫生出版社, 2023; 12.",
  ])
  func `a tempting sentence is right`(_ draft: String) throws {
    let rules = ruleset.rules.map(\.info.id).filter { $0.hasPrefix("punctuation/") }
    for id in rules { #expect(try foundTexts(of: id, in: draft) == [], "\(id)") }
  }
}
