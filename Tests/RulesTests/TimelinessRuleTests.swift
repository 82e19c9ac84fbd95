import Linting
import Rules
import TestSupport
import Testing

/// Dates against the day of publication, the calendar and each other.
@Suite struct TimelinessRuleTests {
  /// A notice published on a day.
  private func notice(_ text: String, on day: String = "2025-03-06") -> String {
    "---\ndate: \(day)\nclass: notice\n---\n\n\(text)\n"
  }

  @Test func `a notice without a year is judged by its day of publication`() throws {
    let draft = notice("定于3月5日（星期五）开展义诊，报名截止3月8日。联系人张三。")
    #expect(try foundTexts(of: "timeliness/weekday-mismatch", in: draft) == ["星期五"])
    #expect(try foundTexts(of: "timeliness/expired-event", in: draft) == ["3月5日"])
    #expect(try foundTexts(of: "timeliness/year-missing", in: draft) == ["3月5日"])
    let titled = "---\ndate: 2025-03-06\n---\n\n# 义诊通知\n\n定于3月5日（星期五）开展义诊。\n"
    #expect(try foundTexts(of: "timeliness/year-missing", in: titled) == ["3月5日"])
  }

  @Test(arguments: [
    "每周三门诊，周一至周五开放。", "13月龄、30日龄婴儿，24:00前到院，稀释比25:30。", "12月28日至1月3日放假，22:00至次日6:00停水。",
    "9月30日提前庆中秋，9月29日开展国庆节系列活动，世界高血压日主题周5月10日启动。", "25年来，建院25年，患病10年3月余。",
    "3月1日，医院举行了义诊。", "“当时的《执业医师法》”要求注册。", "李某时任市卫计委主任。", "医院开放床位200张，建筑面积3万平方米。",
    "门诊3月2日至13日共10个工作日办理。", "农历正月初一不开诊，腊月廿三打扫卫生。", "国庆节、中秋节放假8天，10月1日至8日停诊。",
    "2020年国庆节和中秋节同为10月1日。",
  ])
  func `what is right or of no date stays silent`(text: String) throws {
    for id in ruleset.rules.map(\.info.id) where id.hasPrefix("timeliness/") {
      let draft = "---\ndate: 2025-03-10\n---\n\n# 2025年工作安排\n\n来源：宣传科\n\n\(text)\n"
      #expect(try foundTexts(of: id, in: draft) == [], "\(id)")
    }
  }

  @Test(arguments: [
    ("timeliness/festival-mismatch", "2024年10月11日（重阳节）义诊，2025年10月6日（重阳节）义诊。", ["2025年10月6日"]),
    ("timeliness/festival-mismatch", "端午节（2026年6月19日至21日）放假，除夕（2026年2月15日）值班。", ["2026年2月15日"]),
    ("timeliness/festival-mismatch", "2025年5月20日是第35次全国助残日。", ["2025年5月20日"]),
    ("timeliness/lunar-mismatch", "2025年7月25日（农历闰六月初一）、2025年6月25日（农历闰六月初一）。", ["农历闰六月初一"]),
    ("timeliness/lunar-mismatch", "2027年2月6日（正月初一）和2028年1月25日（腊月廿九）。", []),
    ("timeliness/duration-mismatch", "2025年10月1日（周三）至10月8日（周三）放假调休，共7天。", ["7天"]),
    ("timeliness/duration-mismatch", "2025年12月30日至2026年1月2日，为期四天；2月1日至3日，为期两天。", ["两天"]),
    ("timeliness/range-reversed", "自2025年3月5日（周三）至2025年3月1日（周六）停诊。", ["2025年3月5日（周三）至2025年3月1日"]),
    ("timeliness/weekday-mismatch", "二〇二五年五月一日（星期五）放假。", ["星期五"]),
    ("timeliness/repealed-document", "根据《中华人民共和国执业医师法》和《侵权责任法》的规定处理。", ["执业医师法", "侵权责任法"]),
    ("timeliness/edition-number-mismatch", "2026年3月24日是第30个世界防治结核病日。", ["第30个"]),
    ("timeliness/tense-mismatch", "新楼将于2025年1月10日启用。旧楼原定将于2025年1月5日拆除。", ["2025年1月10日"]),
    ("timeliness/anniversary-math", "我院始建于1965年，2025年迎来建院六十周年。", []),
  ])
  func `dates are judged by the calendar`(id: String, text: String, expected: [String]) throws {
    let draft = "---\ndate: 2025-03-10\n---\n\n# 说明\n\n\(text)\n"
    #expect(try foundTexts(of: id, in: draft) == expected)
  }

  @Test func `the day below the text counts where no other is told`() throws {
    let draft = "# 招聘公告\n\n报名截止时间：3月1日。\n\n白鹤镇卫生院\n\n2025年3月5日\n"
    #expect(try foundTexts(of: "timeliness/expired-event", in: draft) == ["3月1日"])
    let field = "# 讲座通知\n\n时间：2026年3月20日\n\n地点：会议室\n"
    #expect(try foundTexts(of: "timeliness/expired-event", in: field) == [])
  }

  @Test func `figures in a table and the title's year are no faults`() throws {
    let draft = "# 2025年工作量\n\n门诊量12万人次。\n\n| 项目 | 数量 |\n| --- | --- |\n| 门诊量12万 | 3 |\n"
    #expect(try foundTexts(of: "timeliness/statistics-period-missing", in: draft) == [])
  }
}
