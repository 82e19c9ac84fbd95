import ChineseText
import Linting
import Reading

/// Rules about the words around numbers.
enum NumberWords {
  static let all: [any Rule] = [approximateTwice, percentPoint, currencyTwice]

  private static let approximateTwice = FamilyRule(
    "number/approx-double",
    .warning,
    summary: Localized("一个约数前后用了两个表示大概的词", "a number called approximate twice"),
    why: Localized(
      "「约」和「左右」、「超过」和「以上」意思重复，留一个就够。",
      "约 and 左右, or 超过 and 以上, say the same; one is enough."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    patterns: [around, beyond, within, rounded],
    triggers: [.patterns([around, beyond, within, rounded]), .tokens(amounts)],
    cases: [
      .ok("一个词", "约300人，超过60岁，60岁以上，至少休息，38℃以上就诊，近10多年来，近30余天。"),
      .ok(
        "不是约数",
        "节约200多吨，预约300余人，合约100多份，附近3000多人，最近10多年，最近10天左右，大约每晚左右两侧各按一次。"
      ),
      .flags("大概就是", "到后墙⟦大概就是6米左右⟧。", fixed: "到后墙大概就是6米。"),
      .flags("约……左右", "⟦大约有300人左右⟧参加。", fixed: "大约有300人参加。"),
      .flags("隔着动词", "上午⟦大约来了一百五十人左右⟧。", fixed: "上午大约来了一百五十人。"),
      .ok("级别不是约数", "至少选择一家二级以上医院，至少1名中级以上职称。"),
      .flags("至少……以上", "⟦至少歇够5分钟以上⟧再绑袖带，完成⟦最少4学时以上⟧的培训。", fixed: "至少歇够5分钟再绑袖带，完成最少4学时的培训。"),
      .flags("超过……以上", "⟦超过60岁以上⟧，⟦超过 38.5℃以上⟧。", fixed: "超过60岁，超过 38.5℃。"),
      .flags("余……左右、起止……左右", "测血压⟦2150余人次左右⟧，月薪⟦5000～7000元左右⟧。", fixed: "测血压2150余人次，月薪5000～7000元。"),
      .flags("近……多", "接诊⟦近80多⟧人，⟦约300余⟧名患者。", fixed: "接诊近80人，约300名患者。"),
    ]
  ) { draft in
    let text = draft.text
    var faults: [Fault] = []
    var matches = try around.matches(in: draft) { isEstimate(before: $0, in: text) }
    for pattern in [beyond, within] {
      matches += try pattern.matches(in: draft) { isBound(behind: $0, in: text) }
    }
    for match in matches {
      if let fault = doubled(match, last: 6, in: draft) { faults.append(fault) }
    }
    for match in try rounded.matches(in: draft)
    where !faults.contains(where: { $0.range.overlaps(match) }) {
      guard var fault = doubled(match, last: 6, in: draft) else { continue }
      // Of a range both ends are told; some mean that they are not sharp.
      if !text.contains(anyOf: ["余", "多"], in: match) { fault.severity = .suggestion }
      faults.append(fault)
    }
    for token in draft.scan.tokens(of: amounts) {
      guard let range = surplus(around: token, in: draft),
        let fault = doubled(range, last: 3, in: draft)
      else { continue }
      faults.append(fault)
    }
    return faults.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let number = "[0-9零〇一二三四五六七八九十百千万亿两几数.]+"

  /// What may stand between 约 and its number.
  private static let verbs =
    "需要准备 需要休息 需要等 需要花 需要 需 要等 要花 要用 要走 要 用时 用了 用 花了 花 走了 走 就是 就有 会有 能有 能坐 能容纳 可容纳 有 为 是 在 来了 到了 去了 等了 过了 "
    + "持续了 持续 间隔 相隔 休息 睡了 接待了 接诊了 服务了 发放了 吸引了 收到了 住了 忙了 瘦了 占了 占 涨了 提前 推迟 相当于"
  private static let verbPhrases = Phrases(verbs)

  private static let around = gated(
    "(?<![节预合签附最靠接公契条特制履])(?:大约|大概|将近|差不多|约|近)(?:" + verbs.replacing(" ", with: "|") + ")?" + number
      + "[^，。；：！？\\n0-9]{0,8}?(?:左右|上下)(?![手眼侧耳脚腿两各心肺肾叶旋转楼下])"
  )

  /// `2150余人次左右`, `5000～7000元左右`.
  private static let rounded = gated(
    "[0-9][0-9.]*(?:[余多]|\\s?[-~～—–至到]\\s?[0-9.]+)[^，。；：！？\\n0-9余多]{0,4}(?:左右|上下)(?![手眼侧耳脚腿两各心肺肾叶旋转楼下])"
  )

  private static let beyond = gated(
    "(?:(?:超过|多于|高于|大于|不少于|不低于)\\s?|(?:至少|最少|起码)[^，。；：、！？\\n0-9零〇一二三四五六七八九十百千万亿两几数级]{0,5})" + number
      + "[^，。；：！？\\n0-9一二三四五六七八九十级]{0,6}?(?:以上)(?!的?(?:学历|职称|主管|医院|医疗|医师|单位|机构|领导|干部|职务))"
  )

  private static let within = gated(
    "(?:不足|少于|低于|小于|不超过|最多|至多)" + number + "[^，。；：！？\\n0-9]{0,6}?(?:以下|以内)"
  )

  /// Whether a number right behind 约 or its like stands before a word, no farther than the pattern looks.
  private static func isEstimate(before word: Range<Int>, in text: [UInt8]) -> Bool {
    var end = word.lowerBound
    for _ in 0..<9 {
      guard let scalar = text.scalar(before: end) else { return false }
      end -= UTF8.width(scalar)
      guard isNumber(at: end, in: text) else { continue }
      var start = end
      while let digit = text.scalar(before: start), isNumber(digit) { start -= UTF8.width(digit) }
      if let verb = verbPhrases.start(in: text, before: start) { start = verb }
      if estimators.start(in: text, before: start) != nil { return true }
    }
    return false
  }

  /// What the first words of the pattern end in.
  private static let estimators = Phrases("约 近 概 多")

  /// Whether a number stands right behind a word, and 以上 or its like no farther than the patterns look.
  private static func isBound(behind word: Range<Int>, in text: [UInt8]) -> Bool {
    var end = word.upperBound
    for _ in 0..<6 where !isNumber(at: end, in: text) {
      guard let scalar = text.scalar(at: end), scalar == " " || isHan(scalar) else { return false }
      end += UTF8.width(scalar)
    }
    guard isNumber(at: end, in: text) else { return false }
    while let digit = text.scalar(at: end), isNumber(digit) { end += UTF8.width(digit) }
    for _ in 0...6 {
      if bounds.end(in: text, at: end) != nil { return true }
      guard let scalar = text.scalar(at: end) else { return false }
      end += UTF8.width(scalar)
    }
    return false
  }

  private static let bounds = Phrases("以上 以下 以内")

  /// Whether a part of a number, as the patterns know it, stands at an offset.
  private static func isNumber(at offset: Int, in text: [UInt8]) -> Bool {
    text.scalar(at: offset).map { isNumber($0) } ?? false
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", ".", "零", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万",
      "亿", "两", "几", "数":
      return true
    default: return false
    }
  }

  /// The fault of a match whose last bytes are the word too many.
  private static func doubled(
    _ range: Range<Int>,
    last: Int,
    in draft: ScannedDraft
  ) -> Fault? {
    guard range.count > last, !draft.scan.isOpaque(at: range.lowerBound) else { return nil }
    let word = range.upperBound - last..<range.upperBound
    let surplus = draft.draft.string(in: word)
    let fix = draft.fix(
      Localized("删去「\(surplus)」", "delete \(surplus)"),
      .unsafe,
      replacing: word,
      with: ""
    )
    let shown = draft.draft.string(in: range)
    let message = Localized(
      "「\(shown)」重复表示约数，「\(surplus)」多余",
      "\(shown) is approximate twice; \(surplus) is one too many"
    )
    return Fault(range: range, message: message, fix: fix)
  }

  private static let amounts = TokenKinds([.number, .hanNumber, .quantity, .currency])
  private static let approximators = Phrases("将近 大约 约 近")
  private static let counted = Phrases("名 人 个 例 种 件 家 元 万 亿 米 岁 所 处 吨 斤 份 张 位 台 户 辆 场 项")
  /// What makes another word of 约 or 近.
  private static let otherWords = Phrases("节 预 合 签 附 最 靠 接 公 契 条 特 制 履 邀 远 亲 邻 临 贴 逼")

  /// `近80多`, `约300余` before a measure word.
  private static func surplus(around token: Token, in draft: ScannedDraft) -> Range<Int>? {
    let text = draft.text
    let end = token.range.upperBound
    guard let next = text.scalar(at: end), next == "多" || next == "余",
      draft.stands(counted, at: end + 3),
      let start = approximators.start(in: text, before: token.range.lowerBound),
      !draft.stands(otherWords, before: start)
    else { return nil }
    return start..<end + 3
  }

  private static let percentPoint = FamilyRule(
    "number/percent-point",
    .suggestion,
    summary: Localized("两个百分数的差写成了百分数", "a difference of percentages told as a percentage"),
    why: Localized(
      "从20%升到25%，提高的是5个百分点，不是5%。",
      "From 20 % to 25 % is five percentage points, not five per cent."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    patterns: [percentChange],
    triggers: .patterns([percentChange]),
    cases: [
      .ok("百分点、相对变化", "从20%提高到25%，提高了5个百分点；从20%升到25%，提高了25%。"),
      .ok("没有起点", "知晓率提高了5%。"),
      .flags(
        "写明年份",
        "检出率⟦由2020年的8%提高到21%，提高了13%⟧。",
        fixed: "检出率由2020年的8%提高到21%，提高了13个百分点。"
      ),
      .flags("差值", "知晓率⟦从20%提高到25%，提高了5%⟧。", fixed: "知晓率从20%提高到25%，提高了5个百分点。"),
    ]
  ) { draft in
    try percentChange.matches(in: draft).compactMap { match in
      difference(in: match, of: draft)
    }
  }

  private static let percentChange = gated(
    "(?:从|由)[^，。；%]{0,10}?[0-9.]{1,6}%(?:提高|上升|升高|增长|下降|降低|提升|增加|减少|升|降)(?:到|至|为)[^，。；%]{0,6}?[0-9.]{1,6}%，"
      + "[^，。；%0-9]{0,6}?(?:提高|上升|升高|增长|下降|降低|提升|增加|减少)了?[0-9.]{1,6}%(?!点)"
  )

  private static func difference(in match: Range<Int>, of draft: ScannedDraft) -> Fault? {
    let text = draft.text
    var values: [Double] = []
    var index = match.lowerBound
    while index < match.upperBound {
      if let number = decimal(in: index..<match.upperBound, of: text) {
        if number.end < text.count, text[number.end] == UInt8(ascii: "%") {
          values.append(number.value)
        }
        index = number.end
      } else {
        index += 1
      }
    }
    guard values.count == 3, abs(abs(values[1] - values[0]) - values[2]) < 0.051 else { return nil }
    let sign = match.upperBound - 1..<match.upperBound
    let fix = draft.fix(
      Localized("改为「个百分点」", "write percentage points"),
      .unsafe,
      replacing: sign,
      with: "个百分点"
    )
    let message = Localized(
      "两个百分数的差是「百分点」",
      "the difference of two percentages is in percentage points"
    )
    return Fault(range: match, message: message, fix: fix)
  }

  private static let currencyTwice = FamilyRule(
    "number/money",
    .suggestion,
    summary: Localized("金额的单位写了两个，或写成「块」", "a sum with its currency twice, or in 块"),
    why: Localized(
      "「￥」和「元」用一个就够；「块」是口语，书面用「元」。",
      "¥ and 元 say the same, and 块 is spoken for 元."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    patterns: [spoken],
    triggers: [.tokens(sums), .patterns([spoken])],
    cases: [
      .ok("一个单位", "挂号费25元，￥25，100块石头，每次吃3块，他说：“才5块钱。”"),
      .ok("美元", "$100，100美元。"),
      .flags("口语", "每人每天补助伙食费30⟦块⟧，检查只要20⟦块钱⟧。", fixed: "每人每天补助伙食费30元，检查只要20元。"),
      .flags("两个单位", "挂号费⟦￥⟧25元。", fixed: "挂号费25元。"),
    ]
  ) { draft in
    let twice = draft.scan.tokens(of: sums).compactMap { doubled($0, in: draft) }
    return try twice + spoken.matches(in: draft).compactMap { piece(in: $0, of: draft) }
  }

  private static let sums = TokenKinds([.currency])

  private static let spoken = gated(
    "(?:费用|收费|伙食费|挂号费|检查费|住院费|药费|诊疗费|培训费|报名费|交通费|餐费|陪护费|床位费|补助|补贴|价格|花了|只要|仅需|奖励|罚款|工资|报酬|押金)[^，。；：！？0-9]{0,8}[0-9.]+(?:块钱|块)(?=[，。；！、）]|左右|以[上下内]|$)"
      + "|[0-9.]+(?:块钱)"
  )

  /// 块 of a match that ends in it, outside speech.
  private static func piece(in match: Range<Int>, of draft: ScannedDraft) -> Fault? {
    let end = match.upperBound
    let start = draft.text.scalar(before: end) == "钱" ? end - 6 : end - 3
    guard !draft.scan.isOpaque(at: start),
      draft.scan.span(covering: start..<end, of: [.quotation]) == nil
    else { return nil }
    let message = Localized("「块」是口语，宜写作「元」", "块 is spoken; write 元")
    return draft.fault(at: start..<end, message, writing: "元", .unsafe)
  }

  private static func doubled(_ token: Token, in draft: ScannedDraft) -> Fault? {
    guard let first = draft.text.scalar(at: token.range.lowerBound), first == "¥" || first == "￥",
      draft.text.scalar(before: token.range.upperBound) == "元",
      !draft.scan.isOpaque(at: token.range.lowerBound)
    else { return nil }
    let sign = token.range.lowerBound..<token.range.lowerBound + UTF8.width(first)
    let message = Localized("「\(first)」和「元」用一个即可", "\(first) and 元 say the same")
    return draft.fault(at: sign, message, writing: "", .safe)
  }
}
