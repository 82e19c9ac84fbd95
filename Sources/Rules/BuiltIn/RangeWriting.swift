import ChineseText
import Linting
import Reading

/// Rules about how ranges of values, dates and times are written.
enum RangeWriting {
  static let all: [any Rule] = [
    connectorForm, connectorMixed, scaleMissing, unitMissing, reversed, timeIncomplete,
  ]

  private static let connectorForm = FamilyRule(
    "punctuation/connector-range",
    .suggestion,
    summary: Localized("数值或时间起止的连接号不规范", "a range joined by another sign than — or ～"),
    why: Localized(
      "数值、时间的起止用一字线「—」或浪纹线「～」；短横线会被看成负号或编号。",
      "Ranges are joined by — or ～; a hyphen looks like a minus sign or a code."
    ),
    basis: [Basis("gbt-15834", "4.13.3.2"), Basis("gbt-15835", "5.1.3")],
    tokens: [.range],
    cases: [
      .ok("规范的连接号", "每天8:00—11:30，2020—2025年，每日2～3次，5月1日至3日。"),
      .ok("短横线不连数值", "2025-05-01、0571-88888888、表2-8、COVID-19、CA19-9、5-羟色胺、-5℃。"),
      .flags("两字线", "每天8:00⟦--⟧11:30，2020年⟦——⟧2025年。", fixed: "每天8:00—11:30，2020年—2025年。"),
      .flags("短横线、半角浪纹线是建议", "休息3⟦-⟧5天，每日2⟦~⟧3次。", fixed: "休息3～5天，每日2～3次。"),
    ]
  ) { token, draft in
    guard let parts = RangeParts(of: token, in: draft.text) else { return nil }
    return connector(of: parts, token, in: draft)
  }

  private static func connector(
    of parts: RangeParts,
    _ token: Token,
    in draft: ScannedDraft
  ) -> Fault? {
    guard [.hyphen, .tilde, .double].contains(parts.kind),
      !draft.scan.isOpaque(at: token.range.lowerBound),
      !isCode(token, in: draft),
      parts.kind != .hyphen || isRange(parts, token, in: draft)
    else { return nil }
    let isCalendar = parts.isCalendar(in: draft.text)
    let form = isCalendar || parts.kind == .double ? "—" : "～"
    let shown = draft.draft.string(in: parts.connector)
    let message = Localized(
      "起止之间的「\(shown)」宜用「\(form)」",
      "join the ends of a range by \(form), not by “\(shown)”"
    )
    return draft.fault(
      at: parts.connector,
      message,
      writing: parts.kind == .tilde ? "～" : form,
      parts.kind == .tilde ? .safe : .unsafe,
      severity: parts.kind == .double ? .warning : nil
    )
  }

  private static let codeWords = Phrases("第 表 图 号 附录 附件 章 条 款 比分 以 房 室 栋 幢")

  /// Whether the digits belong to a code, a score or a word.
  private static func isCode(_ token: Token, in draft: ScannedDraft) -> Bool {
    let start = token.range.lowerBound
    guard let before = draft.scalar(before: start) else { return false }
    return isAlphanumeric(before) || before == "-" || before == "." || before == "/"
      || draft.stands(codeWords, before: start)
  }

  private static let measures = Phrases(
    """
    天 日 周 月 年 岁 次 个 人 名 例 种 小时 分钟 秒 步 片 粒 克 毫克 微克 毫升 升 毫米 厘米 米 公里 千米 倍 度 点 元 万 亿 \
    千克 公斤 斤 支 袋 瓶 杯 勺 餐 顿 滴 组 级 层 倍 颗 枚 瓣 块 根 把 盒 包 碗 口 两 张 份 位 家 户 针 剂 趟 回 遍 下 段 堂 节 件 匙 成
    """
  )

  /// Whether a hyphen joins values: a unit, a sign or a measure word says so.
  private static func isRange(_ parts: RangeParts, _ token: Token, in draft: ScannedDraft) -> Bool {
    let text = draft.text
    guard let left = decimal(in: parts.left, of: text),
      let right = decimal(in: parts.right, of: text)
    else { return parts.isCalendar(in: text) }
    return right.end < parts.right.upperBound || left.end < parts.left.upperBound
      || (left.value < right.value && draft.stands(measures, at: token.range.upperBound))
  }

  private static let connectorMixed = FamilyRule(
    "punctuation/connector-mixed",
    .suggestion,
    summary: Localized("同类起止用了不同的连接号", "ranges of one kind joined by different signs"),
    why: Localized("同一篇稿子里，同类的范围用同一种连接号。", "One text joins ranges of one kind by one sign."),
    basis: [Basis("gbt-15834", "4.13.3.2")],
    triggers: .tokens(ranges),
    cases: [
      .ok("数值和时间各用一种", "每日2～3次，每次5～10 mL；8:00—11:30，14:00—17:00。"),
      .ok("「至」不是连接号", "5月1日至3日，5月6日—8日。"),
      .ok("年份和数值", "指南（2025—2026）建议，6～59月龄儿童2～3周后复查，每天1900～2000 kcal。"),
      .ok("年份写短了", "2026—28年规划覆盖0～6岁儿童，每年2～3次。"),
      .flags("时间用了两种", "上午8:00—11:30，下午14:00⟦～⟧17:00，晚上18:00—20:00。"),
    ]
  ) { draft in
    mixedConnectors(in: draft)
  }

  static let ranges = TokenKinds([.range])

  private static func mixedConnectors(in draft: ScannedDraft) -> [Fault] {
    var found: [(parts: RangeParts, isCalendar: Bool)] = []
    for token in draft.scan.tokens(of: ranges) {
      guard let parts = RangeParts(of: token, in: draft.text),
        parts.kind == .wave || parts.kind == .dash,
        !draft.scan.isOpaque(at: token.range.lowerBound)
      else { continue }
      found.append((parts, parts.isCalendar(in: draft.text)))
    }
    guard found.count > 1 else { return [] }
    return [true, false].compactMap { isCalendar in
      let ranges = found.filter { $0.isCalendar == isCalendar }.map { $0.parts }
      let waves = ranges.filter { $0.kind == .wave }
      guard !waves.isEmpty, waves.count < ranges.count else { return nil }
      let isWaveRare = waves.count * 2 <= ranges.count
      let rare = isWaveRare ? waves.first : ranges.first { $0.kind == .dash }
      guard let rare else { return nil }
      let message = Localized(
        "同类的起止有的用「—」，有的用「～」，宜统一",
        "some ranges of this kind are joined by —, some by ～"
      )
      return Fault(range: rare.connector, message: message)
    }
  }

  private static let scaleMissing = FamilyRule(
    "number/range-wan",
    .warning,
    summary: Localized("数值范围的前一个数缺「万」「亿」", "a range whose first value lacks its 万 or 亿"),
    why: Localized(
      "「3～5万元」会被读成从3元到5万元，两端的「万」「亿」都要写出。",
      "3～5万元 can be read as from 3 to 50,000; write the scale at both ends."
    ),
    basis: [Basis("gbt-15835", "5.1.3")],
    tokens: [.range],
    cases: [
      .ok("两端都有", "费用约3万～5万元，第3～5万例，2～3级。"),
      .ok("前一个数本来没有", "费用5000～1万元。"),
      .flags("缺前一个", "费用约⟦3～5万元⟧。", fixed: "费用约3万～5万元。"),
    ]
  ) { token, draft in
    guard let parts = RangeParts(of: token, in: draft.text) else { return nil }
    return missingScale(parts, token, in: draft)
  }

  private static func missingScale(
    _ parts: RangeParts,
    _ token: Token,
    in draft: ScannedDraft
  ) -> Fault? {
    let text = draft.text
    guard let left = decimal(in: parts.left, of: text), left.end == parts.left.upperBound,
      let right = decimal(in: parts.right, of: text), left.value < right.value,
      let scale = text.scalar(at: right.end), scale == "万" || scale == "亿",
      draft.scalar(before: token.range.lowerBound) != "第",
      !draft.scan.isOpaque(at: token.range.lowerBound)
    else { return nil }
    let sign = draft.draft.string(in: parts.connector)
    let fix = draft.fix(
      Localized("补上「\(scale)」", "add \(scale)"),
      .unsafe,
      replacing: parts.connector,
      with: "\(scale)\(sign)"
    )
    let shown = draft.draft.string(in: token.range)
    let message = Localized(
      "「\(shown)」的前一个数缺「\(scale)」",
      "the first value of \(shown) lacks its \(scale)"
    )
    return Fault(range: token.range, message: message, fix: fix)
  }

  static func endsClause(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    switch scalar {
    case "，", "。", "；", "、", "）", "！", "？", ",", ";", ")": return true
    default: return false
    }
  }

  private static let reversed = FamilyRule(
    "number/range-reversed",
    .warning,
    summary: Localized("数值范围前大后小", "a range of values that runs backwards"),
    why: Localized(
      "范围由小到大写；前大后小多半是写错了数。",
      "A range runs upwards; one that does not is likely a slip."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    tokens: [.range],
    cases: [
      .ok("升序、负数、下降", "2～3天，-20～-10℃，体温由39～37℃逐渐下降，比分3-2，39℃～37℃。"),
      .ok("血压、倒数", "血压140/90 mmHg，10—1倒计时。"),
      .ok("千分位", "每天补充维生素D 800～1,000 IU，每次1,000～1,200 mL。"),
      .flags("写反了", "一般⟦10～5⟧天痊愈。"),
    ]
  ) { token, draft in
    guard let parts = RangeParts(of: token, in: draft.text),
      parts.kind == .wave || parts.kind == .tilde || parts.kind == .word,
      let left = decimal(in: parts.left, of: draft.text), left.end == parts.left.upperBound,
      let right = decimal(in: parts.right, of: draft.text), left.value > right.value,
      !parts.isCalendar(in: draft.text),
      right.end < parts.right.upperBound || draft.stands(measures, at: token.range.upperBound),
      !draft.scan.isOpaque(at: token.range.lowerBound), !isCode(token, in: draft),
      !runsDown(token, parts, in: draft)
    else { return nil }
    let shown = draft.draft.string(in: token.range)
    return Fault(
      range: token.range,
      message: Localized("「\(shown)」前大后小，请核对", "\(shown) runs backwards; check it")
    )
  }

  /// Whether the sentence speaks of a fall, a scale stands at the second value, or a sign before the first.
  private static func runsDown(
    _ token: Token,
    _ parts: RangeParts,
    in draft: ScannedDraft
  ) -> Bool {
    let text = draft.text
    let sentence = draft.sentence(at: token.range.lowerBound)
    return text.contains(anyOf: ["降", "退", "减", "倒", "回落", "从", "由", "缩"], in: sentence)
      || text.contains(anyOf: ["万", "亿", "kg", " g", "L", "小时", "周", "月", "年"], in: parts.right)
      || draft.scalar(before: token.range.lowerBound) == "-"
  }

  private static let timeIncomplete = FamilyRule(
    "number/time-range",
    .suggestion,
    summary: Localized("起止时间的后一半不完整", "a range of times whose end lacks its minutes"),
    why: Localized("起止时间两端写法一致：「8:00—11:00」。", "Both ends of a range of times are written alike."),
    basis: [Basis("gbt-15834", "4.13.3.2"), Basis("gbt-15835", "5.1.5")],
    tokens: [.range],
    cases: [
      .ok("两端完整", "8:00—11:00，8:00至11:00，8:00—11时。"),
      .ok("比例", "1:2～1:3稀释。"),
      .flags("句中", "早上在⟦6:00—9⟧之间量。"),
      .flags("缺分", "接诊时间⟦8:00—11⟧。"),
    ]
  ) { token, draft in
    guard let parts = RangeParts(of: token, in: draft.text), parts.right.count <= 2,
      let right = decimal(in: parts.right, of: draft.text), right.end == parts.right.upperBound,
      right.value <= 24, isClock(parts.left, of: draft.text),
      endsClause(draft.scalar(from: token.range.upperBound))
        || draft.stands(behindTimes, at: token.range.upperBound),
      !draft.scan.isOpaque(at: token.range.lowerBound)
    else { return nil }
    let shown = draft.draft.string(in: token.range)
    return Fault(
      range: token.range,
      message: Localized(
        "「\(shown)」的结束时间缺「:00」",
        "the end of \(shown) lacks its minutes"
      )
    )
  }

  private static let behindTimes = Phrases("之间 期间 开 接 可 在 到 停 为 办 时段")

  /// `8:00`.
  private static func isClock(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard let hour = decimal(in: range, of: text), hour.end + 3 == range.upperBound else {
      return false
    }
    return text[hour.end] == 0x3A
  }
}
