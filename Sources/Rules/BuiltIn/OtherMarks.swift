import ChineseText
import Linting
import Reading

/// Rules about interpuncts, slashes, waves and other signs between words.
enum OtherMarks {
  static let all: [any Rule] = [interpunct, slash, softener, routes, estimates, nestedColons]

  private static let interpunct = FamilyRule(
    "punctuation/interpunct",
    .warning,
    summary: Localized("间隔号用了别的圆点", "another dot for an interpunct"),
    why: Localized("外国人名各部分之间用间隔号「·」。", "The parts of foreign names are joined by ·."),
    basis: [Basis("gbt-15834", "4.14.3.1")],
    marks: "•‧・∙⋅･.．",
    cases: [
      .ok("间隔号、项目符号", "弗洛伦斯·南丁格尔\n\n• 洗手\n\n• 通风"),
      .ok("列举前的圆点", "要求：•洗手 •通风"),
      .flags("一个字的中间名", "苏理耶⟦.⟧德⟦.⟧莫朗", fixed: "苏理耶·德·莫朗"),
      .flags("半角点", "诺尔曼⟦.⟧白求恩", fixed: "诺尔曼·白求恩"),
      .flags("项目符号当间隔号", "弗洛伦斯⟦•⟧南丁格尔", fixed: "弗洛伦斯·南丁格尔"),
    ]
  ) { mark, draft in
    switch mark.scalar {
    case "•", "‧", "・", "∙", "⋅", "･":
      guard isBetweenHan(mark, in: draft) else { return nil }
      let message = Localized("间隔号应为「·」", "the interpunct is ·")
      return draft.fault(at: mark.range, message, writing: "·", .safe)
    case ".", "．":
      guard draft.partsForeignName(mark) else { return nil }
      let message = Localized("外国人名之间用间隔号「·」", "the parts of a foreign name are joined by ·")
      return draft.fault(at: mark.range, message, writing: "·", .safe)
    default: return nil
    }
  }

  private static func isBetweenHan(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    guard let left = draft.text.scalar(before: mark.offset),
      let right = draft.text.scalar(at: mark.range.upperBound)
    else { return false }
    return isHan(left) && isHan(right) && !draft.scan.isOpaque(at: mark.offset)
  }

  private static let slash = FamilyRule(
    "punctuation/slash",
    .suggestion,
    summary: Localized("分隔号用了全角斜线或反斜线", "a full-width slash or a backslash for /"),
    why: Localized("分隔号是「/」，占半个字的位置。", "The dividing mark is /, half a character wide."),
    basis: [Basis("gbt-15834", "4.17")],
    marks: "／",
    cases: [
      .ok("分隔号、单位、路径", "监护人/家属，次/分，120/80 mmHg，C:\\门诊\\排班.docx"),
      .ok("转义", "5\\*3"),
      .flags("全角斜线", "监护人⟦／⟧家属", fixed: "监护人/家属"),
      .flags("单位里的全角斜线", "总硬度（mg⟦／⟧L）", fixed: "总硬度（mg/L）"),
    ]
  ) { mark, draft in
    guard isBetweenHan(mark, in: draft) || isBetweenLetters(mark, in: draft) else { return nil }
    let message = Localized("分隔号应为「/」", "the dividing mark is /")
    return draft.fault(at: mark.range, message, writing: "/", .safe)
  }

  /// Whether it joins letters, as those of a unit: `mg／L`.
  private static func isBetweenLetters(_ mark: Mark, in draft: ScannedDraft) -> Bool {
    let text = draft.text
    return mark.offset > 0 && mark.range.upperBound < text.count
      && isLetterByte(text[mark.offset - 1]) && isLetterByte(text[mark.range.upperBound])
      && !draft.scan.isOpaque(at: mark.offset)
  }

  private static let softener = FamilyRule(
    "punctuation/other-symbol",
    .warning,
    summary: Localized("句末用了波浪号", "a wave at the end of a clause"),
    why: Localized(
      "「～」用于数值的起止，不用来拖长语气。",
      "～ joins the ends of a range; it does not draw out a tone."
    ),
    basis: [Basis("gbt-15834", "4.13"), Basis("wechat-account-management", "六、1")],
    lists: ["slang-particles"],
    triggers: .marks(waves),
    cases: [
      .ok("起止、外文", "3～5天，北京～上海，路径 ~/docs，约~5%。"),
      .ok("标题两边的装饰不在句末", "～ 完 ～"),
      .ok("装可爱的语气是 slang/wuli-particle 的", "快来打疫苗吧～"),
      .flags("两句之间", "明天照常开诊⟦～～⟧请互相转告。"),
      .flags("拖长语气", "大家一起加油⟦～～⟧！"),
    ]
  ) { draft in
    let particles = draft.hits(in: "slang-particles")
    var end = -1
    return draft.scan.marks(among: waves).compactMap { mark in
      guard mark.offset >= end else { return nil }
      end = mark.range.upperBound
      while let next = draft.text.scalar(at: end), next == "～" || next == "~" {
        end += UTF8.width(next)
      }
      guard let before = draft.text.scalar(before: mark.offset), isHan(before),
        endsClause(draft.text.scalar(at: end)) || end > mark.range.upperBound,
        !draft.scan.isOpaque(at: mark.offset),
        !particles.contains(where: { $0.range.overlaps(mark.range) })
      else { return nil }
      let message = Localized("波浪号不用来拖长语气", "a wave does not draw out a tone")
      return draft.fault(at: mark.offset..<end, message, writing: "", .unsafe)
    }
  }

  private static let waves: MarkSet = "～~"

  /// Whether a clause is over at a scalar.
  private static func endsClause(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    switch scalar {
    case "，", "。", "！", "？", "”", "）", "\u{2028}", "\u{2029}", "\n": return true
    default: return false
    }
  }

  private static let routes = FamilyRule(
    "punctuation/connector-place",
    .suggestion,
    summary: Localized("地点起止的连接号不规范", "a route joined by another sign than —"),
    why: Localized("地名之间表示起止用一字线「—」。", "Places of a route are joined by —."),
    basis: [Basis("gbt-15834", "4.13.3.2")],
    marks: "-～－—",
    cases: [
      .ok("一字线、复合名称", "北京—上海高铁，吐鲁番-哈密盆地，吉兰-巴雷综合征。"),
      .ok("破折号", "他来自北京——上海的邻居。请记住一条——安全线。走进高铁——穿行在山间的专线。"),
      .flags("两字线", "前往青石桥⟦——⟧麻岭沿线的四个自然村。", fixed: "前往青石桥—麻岭沿线的四个自然村。"),
      .flags("短横线", "北京⟦-⟧上海高铁。", fixed: "北京—上海高铁。"),
    ]
  ) { mark, draft in
    guard let sign = routeSign(at: mark, in: draft), !draft.scan.isOpaque(at: mark.offset),
      mark.scalar != "—" && draft.stands(cities, before: sign.lowerBound)
        && draft.stands(cities, at: sign.upperBound)
        || isLine(behind: sign, in: draft)
    else { return nil }
    let message = Localized("地名之间的起止用一字线「—」", "places of a route are joined by —")
    return draft.fault(at: sign, message, writing: "—", .unsafe)
  }

  /// The whole sign that a mark begins; nil for `—` alone, which is right, and for the second of `——`.
  private static func routeSign(at mark: Mark, in draft: ScannedDraft) -> Range<Int>? {
    guard mark.scalar == "—" else { return mark.range }
    let end = mark.range.upperBound
    guard draft.text.scalar(before: mark.offset) != "—", draft.text.scalar(at: end) == "—",
      draft.text.scalar(at: end + 3) != "—"
    else { return nil }
    return mark.offset..<end + 3
  }

  /// Whether a place of two to four characters and the word for a line stand behind the sign, and a place before it.
  private static func isLine(behind sign: Range<Int>, in draft: ScannedDraft) -> Bool {
    guard places.start(in: draft.text, before: sign.lowerBound) != nil else { return false }
    var end = sign.upperBound
    for count in 1...5 {
      guard let scalar = draft.text.scalar(at: end), isHan(scalar), scalar != "的" else {
        return false
      }
      end += UTF8.width(scalar)
      if count > 1, lines.end(in: draft.text, at: end) != nil { return true }
    }
    return false
  }

  private static let lines = Phrases("沿线 高铁 专线 铁路 高速 公路 航线 班车 客运 快线 动车 城际 转运 段公路 一线")
  /// What names of places end in.
  private static let places = Phrases(
    "村 镇 乡 县 市 桥 岭 山 口 站 州 湾 江 河 湖 港 沟 坝 坪 坡 寨 庄 屯 堡 集 店 塘 洞 峪 关 城 渡 机场 医院 京 海 阳 安 昌 川 宁 平"
  )

  private static let cities = Phrases(
    """
    北京 上海 天津 重庆 广州 深圳 杭州 南京 苏州 宁波 温州 嘉兴 湖州 绍兴 金华 合肥 福州 厦门 南昌 济南 青岛 郑州 武汉 长沙 南宁 \
    海口 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 沈阳 大连 长春 石家庄 太原 哈尔滨 呼和浩特 乌鲁木齐 香港 澳门 台北
    """
  )

  private static let estimates = FamilyRule(
    "punctuation/dunhao-arabic",
    .warning,
    summary: Localized("概数写成了带顿号的阿拉伯数字", "an estimate as Arabic digits with 、"),
    why: Localized(
      "「三四天」是概数，用汉字数字，中间不加顿号。",
      "三四天 is an estimate and takes Han digits without a mark."
    ),
    basis: [Basis("gbt-15835", "4.2.2")],
    marks: "、",
    cases: [
      .ok("编号、月份", "第3、4页，3、4号楼，1、2、3期，3、6、9月龄，6、7月，图3、4，0、1、6月程序，T3、T4。"),
      .ok("不相邻", "3、5天各一次。"),
      .flags("遍数", "一天量⟦7、8⟧遍。"),
      .flags("概数", "一般⟦3、4⟧天退热，⟦5、6⟧岁换牙。"),
    ]
  ) { mark, draft in
    estimate(around: mark, in: draft)
  }

  private static let measures = Phrases(
    "天 个 次 岁 周 人 名 例 倍 公里 斤 小时 分钟 片 粒 米 遍 趟 口 杯 勺 碗 圈 块 秒 厘米 毫升"
  )
  private static let definite = Phrases("个疗程 次课 周岁组 人间 遍课")
  private static let ordinals = Phrases("第 图 表 前 后 、 的 期 分别 各 章 节 附件 年 月")

  /// `3、4` before a measure word, two digits next to each other.
  private static func estimate(around mark: Mark, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    let start = mark.offset - 1
    let end = mark.range.upperBound
    guard start > 0, end < text.count, isDigitByte(text[start]), isDigitByte(text[end]),
      text[end] == text[start] + 1, !isDigitByte(text[start - 1]),
      draft.stands(measures, at: end + 1), !draft.stands(definite, at: end + 1),
      let before = text.scalar(before: start), isHan(before) || isChineseMark(before),
      before != "、", !draft.stands(ordinals, before: start), !draft.scan.isOpaque(at: start)
    else { return nil }
    let range = start..<end + 1
    let shown = draft.draft.string(in: range)
    let message = Localized(
      "「\(shown)」表示概数，用汉字数字，如「三四天」，或写成范围",
      "\(shown) is an estimate: write Han digits, as 三四天, or a range"
    )
    return Fault(range: range, message: message)
  }

  private static let nestedColons = FamilyRule(
    "punctuation/colon-nested",
    .suggestion,
    summary: Localized("冒号里面又套冒号", "a colon inside the scope of a colon"),
    why: Localized(
      "一句话里冒号通常不套用，可改为分段或改用逗号。",
      "Colons are not nested in a sentence; part it or use a comma."
    ),
    basis: [Basis("gbt-15834", "4.7.3.5")],
    triggers: .marks("："),
    cases: [
      .ok("并列的标签、署名", "时间：8:00；地点：二楼。\n\n撰文：王一　审核：李二\n\n医生说：注意“饭前：洗手”。"),
      .ok("括号里的标签", "补助如下（单位：元，数据来源：财务科）：见表。"),
      .ok("两句", "要求如下：洗手。时间：八点。"),
      .flags("套用", "注意事项有：一是饮食⟦：⟧清淡为主。"),
    ]
  ) { draft in
    var outer: Mark?
    var isInBrackets = false
    var faults: [Fault] = []
    for mark in draft.scan.marks {
      switch mark.scalar {
      case "（", "）":
        isInBrackets = mark.scalar == "（"
        outer = nil
      case "：":
        guard !isInBrackets else { continue }
        if let outer, let fault = nested(mark, in: outer, of: draft) { faults.append(fault) }
        outer = mark
      case "，": continue
      default: outer = nil
      }
    }
    return faults
  }

  private static func nested(_ mark: Mark, in outer: Mark, of draft: ScannedDraft) -> Fault? {
    let between = outer.range.upperBound..<mark.offset
    guard (6...60).contains(between.count), isAllHan(between, in: draft),
      let block = draft.block(at: mark.offset), block.text.contains(outer.offset),
      block.kind == .paragraph || block.kind == .listItem, !isField(mark, of: draft),
      let next = draft.text.scalar(at: mark.range.upperBound), isHan(next)
    else { return nil }
    let message = Localized(
      "冒号通常不套用，可改用逗号或分段",
      "colons are not nested; use a comma or part the text"
    )
    return Fault(range: mark.range, message: message)
  }

  /// Whether a short name of a field stands between a comma and a colon: `，获奖者：`.
  private static func isField(_ mark: Mark, of draft: ScannedDraft) -> Bool {
    fields.start(in: draft.text, before: mark.offset) != nil
  }

  private static let fields = Phrases(
    "一是 二是 三是 四是 五是 六是 七是 八是 者 人 单位 时间 地点 地址 电话 名称 编号 来源 日期 科室 医院 机构"
  )

  /// Whether nothing but Han and commas stands in a stretch: no space of a column, no break.
  private static func isAllHan(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, let scalar = draft.text.scalar(at: index) {
      guard isHan(scalar) || scalar == "，" else { return false }
      index += UTF8.width(scalar)
    }
    return true
  }
}
