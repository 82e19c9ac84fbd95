import Linting
import Testing

@Suite struct ReferenceRuleTests {
  static let mark = "citation/mark-without-entry"
  static let entry = "citation/entry-never-cited"

  @Test(arguments: [
    ("甲[1]。乙[5]。\n\n## 参考文献\n\n1. 一\n2. 二\n3. 三\n4. 四", ["[5]"]),
    ("甲[1-3]。\n\n**参考文献**\n\n[1] 一\n[2] 二", ["[1-3]"]),
    ("甲［２］。\n\n参考文献\n[1] 张三. 甲[J]. 2024.", ["［２］"]),
    ("多走路有好处[2]。", ["[2]"]),
    ("甲[1]乙[3]丙[3]。\n\n## 参考文献\n\n1. 一", ["[3]"]),
    ("<p>甲<sup>1</sup>乙<sup>[3]</sup></p><h2>参考资料</h2><ol><li>一</li></ol>", ["[3]"]),
    ("<p>甲<sup>2</sup></p><p>参考文献：1. 一。</p>", ["2"]),
  ])
  func `a mark without an entry is a fault`(_ draft: String, _ marks: [String]) throws {
    #expect(try foundTexts(of: Self.mark, in: draft) == marks)
  }

  @Test(arguments: [
    "依据国卫〔2025〕3号和[2025]年文件。",
    "矩阵[1,2;3,4]，数组a[0]、a[1]，区间[1,3)，范围[3,5]。",
    "- [x] 已完成\n- [ ] 未完成",
    "详见[链接]，谢谢[微笑]。",
    "体重指数kg/m<sup>2</sup>，千克/米<sup>2</sup>，10<sup>9</sup>/L。",
    "写作`a[2]`。\n\n    [^a]\n    b[3]",
    "| 剂量 | 用法 |\n| --- | --- |\n| 每日[2] | 口服 |",
    "【1】多喝水。\n\n【2】勤洗手。",
    "甲[1]。\n\n参考文献\n[1] 中国高血压防治指南修订委员会. 中国高血压防治指南[J]. 2024, 32(7): 603-700.",
    "甲[1,2]乙[3-4]。\n\n参考文献：[1] 一。[2] 二。[3] 三。[4] 四。",
    "甲①乙。\n\n①先量血压；②再抽血。",
    "甲[^1]。\n\n[^1]: 国家疾控局，2024年。",
    "<p>甲<a href=\"#fn1\">[1]</a></p><p>[1] 《中国居民膳食指南（2022）》，人民卫生出版社。</p>",
  ])
  func `years, intervals, tables and cited entries are none`(_ draft: String) throws {
    #expect(try foundTexts(of: Self.mark, in: draft) == [])
  }

  @Test(arguments: [
    ("甲[1]。\n\n## 参考文献\n\n1. 甲书\n2. 乙书\n3. 丙书", ["乙书", "丙书"]),
    ("甲[1]。\n\n参考文献\n[1] 甲书. 2024.\n[2] 乙书. 2024.", ["[2] 乙书. 2024."]),
    ("甲[^1]。\n\n[^1]: 说明。\n[^2]: 多余。", ["[^2]: 多余。"]),
  ])
  func `an entry that no mark points to is a fault`(_ draft: String, _ entries: [String]) throws {
    #expect(try foundTexts(of: Self.entry, in: draft) == entries)
  }

  @Test(arguments: [
    "甲。\n\n## 参考文献\n\n1. 甲书\n2. 乙书",
    "甲[1]。\n\n## 参考文献\n\n1. 甲书\n\n## 延伸阅读\n\n1. 丙书\n2. 丁书",
    "甲[1]。\n\n## 推荐阅读\n\n- 丙书\n- 丁书",
    "甲[1–2]，乙[3]。\n\n## 参考文献\n\n1. 甲书\n2. 乙书\n3. 丙书",
    "<p>甲<sup>[1]</sup></p><h2>参考资料</h2><ol><li>一</li></ol><p>本文经营养科审核。</p>",
  ])
  func `entries are fine without marks, under further reading, in ranges`(_ draft: String) throws {
    #expect(try foundTexts(of: Self.entry, in: draft) == [])
  }
}
