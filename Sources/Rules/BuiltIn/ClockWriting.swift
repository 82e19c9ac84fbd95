import ChineseText
import Linting
import Reading

/// Rules about colons between numbers: times of day and ratios.
enum ClockWriting {
  static let all: [any Rule] = [timeFormat, ratioColon]

  private static let timeFormat = FamilyRule(
    "number/time-format",
    .warning,
    summary: Localized("时刻的写法不规范", "a time of day in an unusual writing"),
    why: Localized(
      "时分之间用半角冒号；24小时制的时刻前不再加「下午」「晚上」。",
      "Hours and minutes are parted by an ASCII colon; a 24-hour time takes no 下午."
    ),
    basis: [Basis("gbt-15835", "5.1.5")],
    patterns: [impossible, dotted, doubled],
    triggers: [.tokens(times), .patterns([impossible, dotted, doubled])],
    cases: [
      .ok("分和秒、比分", "完赛时间45:20，上午比分3:75的误差，凌晨2:30。"),
      .flags("没有的时刻", "凌晨⟦25:30⟧出发，上午⟦8:75⟧开诊。"),
      .ok("规范的时刻、比分、比例", "8:30开诊，下午2:30，14:30，比分8：30，按1：10稀释。"),
      .ok("不是时刻", "上午血糖7.40，下午6.50 mmol/L。报名4.15截止。"),
      .ok("「点」后面不是分", "晚上8点：30名队员出发，上午9时:5个窗口同时开放。"),
      .flags("「点」又加冒号", "讲座⟦14点：30⟧开始。"),
      .flags("用点隔开", "上午7⟦.⟧40前让出车位。", fixed: "上午7:40前让出车位。"),
      .flags("到点停止", "上午的号11⟦.⟧00停止发放。", fixed: "上午的号11:00停止发放。"),
      .flags("起止的一端用点", "内科8⟦.⟧30—11:30。", fixed: "内科8:30—11:30。"),
      .ok("冒号后是说明", "提示：30分钟后复测，时间：8:00。"),
      .flags("全角冒号", "8⟦：⟧30开诊。", fixed: "8:30开诊。"),
      .flags("下午和24小时制", "⟦下午⟧14:30开诊。", fixed: "14:30开诊。"),
      .flags(
        "时间表里是建议",
        "接诊时间：上午8:00—11:30，⟦下午⟧14:00—17:30。",
        fixed: "接诊时间：上午8:00—11:30，14:00—17:30。"
      ),
    ]
  ) { draft in
    let colons = draft.scan.marks(among: colon).compactMap { clockColon($0, in: draft) }
    let halves = draft.scan.tokens(of: times).compactMap { token in
      token.kind == .dateTime
        ? timeOfDay(in: token.range, of: draft).flatMap { halfDay(before: $0, in: draft) }
        : halfDay(before: token.range, in: draft)
    }
    let never = try impossible.matches(in: draft).compactMap { neverTime($0, in: draft) }
    let dots = try dotted.matches(in: draft).compactMap { dot(in: $0, of: draft) }
    let ends = draft.scan.tokens(of: times).compactMap { dottedEnd(of: $0, in: draft) }
    let twice = try doubled.matches(in: draft).compactMap {
      draft.scan.isOpaque(at: $0.lowerBound) ? nil : $0
    }
    .map { match in
      let shown = draft.draft.string(in: match)
      let message = Localized(
        "「\(shown)」的「点」和冒号留一个：14:30或14点30分",
        "\(shown) has both 点 and a colon; write one of them"
      )
      return Fault(range: match, message: message)
    }
    return (colons + halves + never + dots + ends + twice).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  /// Hours over 24 or minutes over 59 behind a part of the day.
  private static let impossible = gated(
    "(?:上午|下午|凌晨|早上|早晨|清晨|中午|晚上|夜间|傍晚)\\s?(?:(?:2[5-9]|[3-9][0-9])[:：][0-5][0-9]|[0-2]?[0-9][:：][6-9][0-9])(?![0-9:：])"
  )

  private static func neverTime(_ match: Range<Int>, in draft: ScannedDraft) -> Fault? {
    let digit = match.first { isASCIIDigit(Unicode.Scalar(draft.text[$0])) }
    guard let digit, !draft.scan.isOpaque(at: match.lowerBound) else { return nil }
    let range = digit..<match.upperBound
    let shown = draft.draft.string(in: range)
    return Fault(
      range: range,
      message: Localized("没有「\(shown)」这个时刻，请核对", "there is no such time as \(shown)"),
      severity: .error
    )
  }

  /// A point between the hours and minutes behind a part of the day: `上午7.40`.
  private static let dotted = gated(
    "(?:上午|下午|凌晨|早上|早晨|清晨|中午|晚上|夜间|傍晚)\\s?(?:[01]?[0-9]|2[0-4])[.．][0-5][0-9](?=前|后|起|到|至|开|结束|出发|集合|左右|准时|在|，|。|；|、|—|～|-|）|$)"
      + "|(?<![0-9.．])(?:(?:[01]?[0-9]|2[0-3])[.．]00|(?:1[3-9]|2[0-3])[.．]30)(?:停止|截止|开诊|停诊|关门|集合|出发|准时|下班|上班|停号|放号)"
  )

  /// `14点：30`.
  private static let doubled = gated(
    "(?<![0-9])(?:[01]?[0-9]|2[0-4])(?:点：|点:|时：|时:)\\s?[0-5][0-9](?![0-9分秒名人个例天岁家户位辆张份次种项条瓶盒片mM%])"
  )

  private static func dot(in match: Range<Int>, of draft: ScannedDraft) -> Fault? {
    guard !draft.scan.isOpaque(at: match.lowerBound),
      let start = match.first(where: { draft.text[$0] == 0x2E || draft.text[$0] == 0xEF })
    else { return nil }
    let mark = start..<start + (draft.text[start] == 0x2E ? 1 : 3)
    let message = Localized("时分之间用半角冒号", "hours and minutes are parted by an ASCII colon")
    return draft.fault(at: mark, message, writing: ":", .unsafe)
  }

  /// The end of a range that has a point where the other has its colon: `8.30—11:30`.
  private static func dottedEnd(of token: Token, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard !draft.scan.isOpaque(at: token.range.lowerBound) else { return nil }
    var point: Int?
    if let parts = RangeParts(of: token, in: text) {
      if isClock(parts.right, in: text) { point = pointOfTime(parts.left, in: text) }
      if isClock(parts.left, in: text) { point = pointOfTime(parts.right, in: text) }
    } else if token.kind == .time, isClock(token.range, in: text),
      let joint = joints.start(in: text, before: token.range.lowerBound)
    {
      // The scan takes the decimal before the sign for a number of its own.
      var start = joint
      while start > 0, joint - start < 6, isDigitByte(text[start - 1]) || text[start - 1] == 0x2E {
        start -= 1
      }
      point = pointOfTime(start..<joint, in: text)
    }
    guard let point else { return nil }
    let message = Localized("时分之间用半角冒号", "hours and minutes are parted by an ASCII colon")
    return draft.fault(at: point..<point + 1, message, writing: ":", .unsafe)
  }

  private static let joints = Phrases("— ～ - ~ 至 到")

  /// Whether a range is `8:30`.
  private static func isClock(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    range.count >= 4 && text[range.upperBound - 3] == 0x3A
      && range.allSatisfy { isDigitByte(text[$0]) || text[$0] == 0x3A }
  }

  /// The point of `8.30`.
  private static func pointOfTime(_ range: Range<Int>, in text: [UInt8]) -> Int? {
    let point = range.upperBound - 3
    guard (4...5).contains(range.count), text[point] == 0x2E, text[point + 1] < 0x36,
      let hour = decimal(in: range.lowerBound..<point, of: text), hour.end == point,
      hour.value < 25,
      isDigitByte(text[point + 1]), isDigitByte(text[point + 2])
    else { return nil }
    return point
  }

  private static let colon: MarkSet = "："
  private static let times = TokenKinds([.time, .range, .dateTime])

  /// What makes the digits behind a colon a number of their own: `步骤1：30分钟`.
  private static let counted = Phrases("分 秒 天 个 人 名 岁 次 种 例 % 元 毫 克 米 小时 mg mL ml g")

  private static let scoreWords = Phrases("比分 比 比为 比例 战成 以")

  private static func clockColon(_ mark: Mark, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard let token = draft.scan.token(at: mark.offset),
      token.kind == .time || token.kind == .dateTime || token.kind == .range,
      let left = text.scalar(before: mark.offset), isASCIIDigit(left),
      let right = text.scalar(at: mark.range.upperBound), isASCIIDigit(right),
      !draft.stands(scoreWords, before: token.range.lowerBound),
      !draft.stands(counted, at: token.range.upperBound),
      !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    let message = Localized("时分之间用半角冒号", "hours and minutes are parted by an ASCII colon")
    return draft.fault(at: mark.range, message, writing: ":", .safe)
  }

  private static let lateHalf = Phrases("下午 晚上 傍晚 晚间 夜间")

  /// What follows the part of the day in a date with a time: `14:30` of `2月28日下午14:30`.
  private static func timeOfDay(in token: Range<Int>, of draft: ScannedDraft) -> Range<Int>? {
    for offset in token {
      if let start = lateHalf.end(in: draft.text, at: offset), start < token.upperBound {
        return start..<token.upperBound
      }
    }
    return nil
  }

  private static func halfDay(before time: Range<Int>, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    guard let hour = decimal(in: time, of: text), (13...24).contains(hour.value),
      let sign = text.scalar(at: hour.end), sign == ":" || sign == "：",
      let start = lateHalf.start(in: text, before: time.lowerBound),
      !draft.scan.isOpaque(at: time.lowerBound)
    else { return nil }
    let word = draft.draft.string(in: start..<time.lowerBound)
    let message = Localized("24小时制的时刻前不用「\(word)」", "a 24-hour time takes no \(word)")
    return draft.fault(
      at: start..<time.lowerBound,
      message,
      writing: "",
      .unsafe,
      severity: hasMorning(before: start, in: draft) ? .suggestion : nil
    )
  }

  /// Whether the sentence is a timetable that has told the hours of the morning: `上午8:00—11:30，`.
  private static func hasMorning(before half: Int, in draft: ScannedDraft) -> Bool {
    let start = draft.sentence(at: half).lowerBound
    return draft.scan.tokens(in: start..<half).contains { token in
      times.contains(token.kind)
        && mornings.start(in: draft.text, before: token.range.lowerBound) != nil
    }
  }

  private static let mornings = Phrases("上午 早上 早")

  private static let ratioColon = FamilyRule(
    "number/score-ratio-colon",
    .suggestion,
    summary: Localized("比例用了中文冒号", "a ratio with a Chinese colon"),
    why: Localized("比号用「∶」或半角冒号，不用占一个字的冒号。", "A ratio takes ∶ or an ASCII colon."),
    basis: [Basis("gbt-15835", "4.1.1")],
    marks: "：",
    cases: [
      .ok("比例、时刻、标签", "按1:1000稀释，男女比为1∶2，8:30。"),
      .ok("标签", "方案1：2次注射，第1：说明。"),
      .flags("中文冒号", "按1⟦：⟧1000稀释。", fixed: "按1:1000稀释。"),
    ]
  ) { mark, draft in
    guard let token = draft.scan.token(at: mark.offset),
      token.kind == .ratio, !draft.scan.isOpaque(at: mark.offset)
    else { return nil }
    let message = Localized("比号用「∶」或半角冒号", "a ratio takes ∶ or an ASCII colon")
    return draft.fault(at: mark.range, message, writing: ":", .safe)
  }
}
