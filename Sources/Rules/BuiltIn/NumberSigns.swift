import ChineseText
import Linting
import Reading

/// Rules about signs between and behind numbers: products and Roman numerals.
enum NumberSigns {
  static let all: [any Rule] = [multiplySign, dimensionUnit, romanLook]

  private static let multiplySign = FamilyRule(
    "number/multiply-sign",
    .suggestion,
    summary: Localized("乘号写成了字母或星号", "a letter or an asterisk for ×"),
    why: Localized("乘号是「×」，不用字母x和星号代替。", "The sign of multiplication is ×."),
    basis: [Basis("gb-3101", "")],
    triggers: [.tokens(quantities), .marks(asterisks)],
    cases: [
      .ok("规范的乘号", "3 cm×4 cm，X线，2×3。"),
      .ok("不是乘号", "0x1F，iPhone 15x，XX医院，8X年。"),
      .flags("汉字单位", "布巾（规格30厘米⟦*⟧40厘米）。", fixed: "布巾（规格30厘米×40厘米）。"),
      .flags("两边都有单位", "出血灶3 cm⟦*⟧4 cm。", fixed: "出血灶3 cm×4 cm。"),
      .flags("字母和星号", "结节3⟦x⟧4 cm，2⟦*⟧3 cm。", fixed: "结节3×4 cm，2×3 cm。"),
    ]
  ) { draft in
    let inTokens = draft.scan.tokens(of: quantities).compactMap { token -> Fault? in
      guard !draft.scan.isOpaque(at: token.range.lowerBound) else {
        return nil
      }
      return product(in: token, of: draft)
    }
    return inTokens + draft.scan.marks(among: asterisks).compactMap { asterisk($0, in: draft) }
  }

  private static let quantities = TokenKinds([.quantity])
  private static let asterisks: MarkSet = "*"

  /// An asterisk between two quantities with their units.
  private static func asterisk(_ mark: Mark, in draft: ScannedDraft) -> Fault? {
    guard !draft.scan.isOpaque(at: mark.offset) else { return nil }
    let isInHan =
      draft.stands(lengthWords, before: mark.offset)
      && draft.text.scalar(at: mark.range.upperBound).map(isASCIIDigit) ?? false
    if isInHan { return times(at: mark.range, in: draft) }
    guard let left = draft.scan.token(at: mark.offset - 1), left.kind == .quantity,
      left.range.upperBound == mark.offset,
      let right = draft.scan.token(at: mark.range.upperBound), right.kind == .quantity
    else { return nil }
    return times(at: mark.range, in: draft)
  }

  private static let lengthWords = Phrases("厘米 毫米 米 公分")

  private static func times(at range: Range<Int>, in draft: ScannedDraft) -> Fault {
    let message = Localized("乘号应写作「×」", "the sign of multiplication is ×")
    return draft.fault(at: range, message, writing: "×", .safe)
  }

  private static func product(in token: Token, of draft: ScannedDraft) -> Fault? {
    asciiTimes(in: token, of: draft.text).map { index in
      times(at: index..<index + 1, in: draft)
    }
  }

  /// Where a letter or an asterisk between digits stands for a sign of multiplication; `0x1F` is one number.
  private static func asciiTimes(in token: Token, of text: [UInt8]) -> Int? {
    guard token.range.count > 2 else { return nil }
    return (token.range.lowerBound + 1..<token.range.upperBound - 1).first { index in
      let byte = text[index]
      return (byte == 0x78 || byte == 0x58 || byte == 0x2A) && isDigitByte(text[index - 1])
        && isDigitByte(text[index + 1])
        && !(text[index - 1] == 0x30 && index - 1 == token.range.lowerBound)
    }
  }

  private static let dimensionUnit = FamilyRule(
    "number/dimension-unit",
    .suggestion,
    summary: Localized("长宽高相乘只有最后一个数有单位", "a product of lengths with one unit"),
    why: Localized(
      "「3×4 cm」可以读成3乘4厘米；每个数都带单位：「3 cm×4 cm」。",
      "3×4 cm can be read as three times 4 cm; each value has its unit."
    ),
    basis: [Basis("gb-3101", "")],
    tokens: [.quantity],
    cases: [
      .ok("各有单位、不是长度", "3 cm×4 cm，3×4矩阵，5×8小时，20×10⁹/L。"),
      .ok("面积", "共3×4 m²。"),
      .flags("只有一个单位", "结节⟦3×4 cm⟧，肿块⟦3x4 cm⟧。"),
    ]
  ) { token, draft in
    let written = draft.text.firstOffset(of: timesSign, in: token.range)
    guard let sign = written ?? asciiTimes(in: token, of: draft.text),
      !draft.scan.isOpaque(at: token.range.lowerBound)
    else { return nil }
    let units = UnitRuns(in: token, of: draft.text).filter { $0.range.lowerBound != sign }
    guard let unit = units.first, unit.range.lowerBound > sign,
      unit.range.upperBound == token.range.upperBound, lengths.contains(unit.key)
    else { return nil }
    let shown = draft.draft.string(in: token.range)
    let message = Localized("「\(shown)」的每个数都应有单位", "each value of \(shown) has its unit")
    return Fault(range: token.range, message: message)
  }

  private static let timesSign = "×"
  private static let lengths: Set<UInt64> = Set(["mm", "cm", "m"].map { UnitRun.packed($0) })

  private static let romanLook = FamilyRule(
    "number/roman-look",
    .suggestion,
    summary: Localized("罗马数字用字母拼成", "a Roman numeral put together from letters"),
    why: Localized(
      "级、期、度用罗马数字字符「Ⅱ」；字母l、I混用会看错级别。",
      "Grades and stages take Roman numerals such as Ⅱ; letters are misread."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    tokens: [.latin],
    cases: [
      .ok("罗马数字、别的词", "Ⅱ度烧伤，IL-2，TypeII，VI设计，维生素D，O型血，X型腿。"),
      .ok("不是级别", "III号线，II区。"),
      .flags("字母", "⟦II⟧度烧伤，⟦III⟧期临床试验。"),
      .flags("小写l是警告", "⟦lll⟧期临床试验。"),
    ]
  ) { token, draft in
    guard token.range.count <= 4, token.range.count >= 2,
      let roman = roman(token.range, of: draft.text),
      draft.stands(grades, at: token.range.upperBound),
      !draft.scan.isOpaque(at: token.range.lowerBound)
    else { return nil }
    let message = Localized("此处宜用罗马数字「\(roman.form)」", "write the Roman numeral \(roman.form)")
    return draft.fault(
      at: token.range,
      message,
      writing: roman.form,
      .unsafe,
      severity: roman.isLookalike ? .warning : nil
    )
  }

  private static let grades = Phrases("度烧伤 度冻伤 度房室 度子宫 度脱垂 期 级 类 型 度")

  private static func roman(
    _ range: Range<Int>,
    of text: [UInt8]
  ) -> (form: String, isLookalike: Bool)? {
    var letters: [UInt8] = []
    var isLookalike = false
    for byte in text[range] {
      // A small l for I.
      isLookalike = isLookalike || byte == 0x6C
      letters.append(byte == 0x6C ? 0x49 : byte)
    }
    switch String(decoding: letters, as: UTF8.self) {
    case "II": return ("Ⅱ", isLookalike)
    case "III": return ("Ⅲ", isLookalike)
    case "IV": return ("Ⅳ", isLookalike)
    default: return nil
    }
  }
}
