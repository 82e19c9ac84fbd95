import ChineseText
import Linting
import Reading

/// Rules about which units are used, and how they stand beside their numbers.
enum UnitChoice {
  static let all: [any Rule] = [nonlegal, mixedLanguage, spacing, hanNumeral]

  private static let nonlegal = FamilyRule(
    "number/unit-nonlegal",
    .warning,
    summary: Localized("使用了非法定计量单位", "a unit that is not a legal one"),
    why: Localized(
      "计量单位用法定单位，读者才换算得准。",
      "Measures take the legal units, which readers can compare."
    ),
    basis: [Basis("gb-3100", "")],
    lists: ["number-units"],
    triggers: [.lists(["number-units"]), .tokens(.measured)],
    cases: [
      .ok("不是单位", "公分母、大卡车、半斤八两、斤斤计较、内关穴在腕横纹上2寸、ACC指南，抄送CC。"),
      .ok("公斤、公里是法定单位的俗称", "体重60公斤，步行3公里，血压120/80 mmHg，鸡肉500克（1斤）。"),
      .ok("换算、说明", "抬头看6米（20英尺）以外的地方；1英尺约合0.3米。有人写“5万ppm”，规范的写法是50 g/L。"),
      .ok("说的话", "她问：“老樊，今天涨了几斤？”"),
      .flags("汉字单位", "身高165⟦公分⟧，每天1800⟦大卡⟧。", fixed: "身高165厘米，每天1800千卡。"),
      .flags("符号", "饮水200⟦cc⟧，离心3000 ⟦rpm⟧。", fixed: "饮水200mL，离心3000 r/min。"),
    ]
  ) { draft in
    let inHan = draft.hits(in: "number-units")
      .filter { !isSpokenOf($0.range.lowerBound, in: draft) }
      .compactMap { fault(at: $0, in: draft) }
    let inLetters = draft.scan.tokens(of: .measured).flatMap { token -> [Fault] in
      guard !draft.scan.isOpaque(at: token.range.lowerBound),
        !isSpokenOf(token.range.lowerBound, in: draft)
      else { return [] }
      return nonlegalUnits(in: token, of: draft)
    }
    return (inHan + inLetters).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether the text speaks about the unit instead of using it, or gives a value in it behind a legal one:
  /// `1英尺约合30厘米`, `6米（20英尺）`.
  private static func isSpokenOf(_ offset: Int, in draft: ScannedDraft) -> Bool {
    if draft.text.contains(anyOf: conversions, in: draft.sentence(at: offset)) { return true }
    // 今天涨了几斤？ is what somebody says.
    if draft.scan.span(covering: offset..<offset + 1, of: [.quotation]) != nil,
      draft.text.scalar(before: offset).map(isHan) ?? false
    {
      return true
    }
    guard
      let pair = draft.brackets.pairs.first(where: {
        ($0.open.scalar == "（" || $0.open.scalar == "(") && $0.inside.contains(offset)
      }), pair.inside.count <= 36
    else { return false }
    return draft.scan.tokens(in: max(0, pair.open.offset - 24)..<pair.open.offset).contains {
      $0.kind == .quantity || $0.kind == .number || $0.kind == .range
    }
  }

  private static let conversions = [
    "换算", "折合", "约合", "等于", "规范的写法", "规范写法", "应写作", "应改为", "法定计量单位", "不再使用", "不再用",
    "旧单位", "旧制", "单位换成",
  ]

  private static func fault(at hit: ListHit, in draft: ScannedDraft) -> Fault? {
    let shown = draft.draft.string(in: hit.range)
    // Glyphs such as ㏄ fold to the letters, which are judged by token.
    guard !draft.scan.isOpaque(at: hit.range.lowerBound), shown.utf8.first ?? 0 >= 0x80 else {
      return nil
    }
    let severity: Severity? =
      switch hit.entry.certainty {
      case .error: .error
      case .warning: nil
      case .suggestion: .suggestion
      }
    let message = notLegal(shown, hit.entry.standard)
    guard let form = hit.entry.replacement else {
      return Fault(range: hit.range, message: message, fix: nil, severity: severity)
    }
    return draft.fault(at: hit.range, message, writing: form, .safe, severity: severity)
  }

  private static func notLegal(_ unit: String, _ standard: String) -> Localized {
    Localized(
      "「\(unit)」不是法定计量单位，宜用\(standard)",
      "\(unit) is not a legal unit; use \(standard)"
    )
  }

  /// A symbol, what to write instead, and how sure the change is.
  private struct Symbol {
    let right: String
    let severity: Severity?
    /// Nil where the number would change with the unit.
    let safety: Fix.Safety?
  }

  private static let symbols: [UInt64: Symbol] = [
    UnitRun.packed("cc"): Symbol(right: "mL", severity: .error, safety: .safe),
    UnitRun.packed("CC"): Symbol(right: "mL", severity: .error, safety: .unsafe),
    UnitRun.packed("rpm"): Symbol(right: "r/min", severity: nil, safety: .safe),
    UnitRun.packed("RPM"): Symbol(right: "r/min", severity: nil, safety: .safe),
    UnitRun.packed("hr"): Symbol(right: "h", severity: nil, safety: .safe),
    UnitRun.packed("sec"): Symbol(right: "s", severity: nil, safety: .safe),
    UnitRun.packed("bpm"): Symbol(right: "次/min", severity: .suggestion, safety: .unsafe),
    UnitRun.packed("mM"): Symbol(right: "mmol/L", severity: nil, safety: .unsafe),
    UnitRun.packed("ppm"): Symbol(right: "mg/L、10⁻⁶等", severity: .suggestion, safety: nil),
    UnitRun.packed("ppb"): Symbol(right: "μg/L、10⁻⁹等", severity: .suggestion, safety: nil),
    UnitRun.packed("kgf"): Symbol(right: "N", severity: nil, safety: nil),
    UnitRun.packed("mCi"): Symbol(right: "MBq", severity: .suggestion, safety: nil),
  ]

  /// Whether cc tells the size of an engine, which is a name of trade.
  private static func isDisplacement(_ key: UInt64, _ token: Token, in draft: ScannedDraft) -> Bool
  {
    guard key == UnitRun.packed("cc") || key == UnitRun.packed("CC") else { return false }
    let sentence = draft.sentence(at: token.range.lowerBound)
    return draft.text.contains(anyOf: ["摩托", "排量", "踏板车", "机车", "发动机"], in: sentence)
  }

  private static func nonlegalUnits(in token: Token, of draft: ScannedDraft) -> [Fault] {
    var faults: [Fault] = []
    for run in UnitRuns(in: token, of: draft.text) {
      guard let symbol = symbols[run.key], !isDisplacement(run.key, token, in: draft) else {
        continue
      }
      let message = notLegal(draft.draft.string(in: run.range), symbol.right)
      if let safety = symbol.safety {
        faults.append(
          draft.fault(
            at: run.range,
            message,
            writing: symbol.right,
            safety,
            severity: symbol.severity
          )
        )
      } else {
        faults.append(Fault(range: run.range, message: message, severity: symbol.severity))
      }
    }
    return faults
  }

  private static let mixedLanguage = FamilyRule(
    "number/unit-mixed-language",
    .warning,
    summary: Localized("一个单位里汉字和字母混用", "a unit that mixes Han and letters"),
    why: Localized(
      "组合单位全用符号或全用汉字，「mg/公斤」应写作「mg/kg」。",
      "A compound unit is all symbols or all Han."
    ),
    basis: [Basis("gb-3100", "6.4")],
    lists: ["number-mixed-units"],
    triggers: .lists(["number-mixed-units"]),
    cases: [
      .ok("计数单位可以用汉字", "心率80次/min，2片/d，10 U/次，300元/m²，5 mg/kg，毫克/千克。"),
      .ok("不是这些单位", "网速10MB/秒，图/文。"),
      .flags(
        "混用",
        "剂量10⟦mg/公斤⟧，车速60⟦km/小时⟧。",
        fixed: "剂量10mg/kg，车速60km/h。"
      ),
    ]
  ) { draft in
    draft.hits(in: "number-mixed-units").compactMap { hit in
      guard !draft.scan.isOpaque(at: hit.range.lowerBound) else { return nil }
      let form = hit.entry.standard
      let shown = draft.draft.string(in: hit.range)
      let message = Localized(
        "「\(shown)」混用汉字和字母，宜写作「\(form)」",
        "\(shown) mixes Han and letters; write \(form)"
      )
      return draft.fault(at: hit.range, message, writing: form, .unsafe)
    }
  }

  private static let spacing = FamilyRule(
    "number/unit-space",
    .suggestion,
    summary: Localized("数字与单位符号之间有的空、有的不空", "a gap before some unit symbols only"),
    why: Localized(
      "数字与字母单位之间应留空隙；一篇稿子里至少要一致。",
      "A gap parts a number from its symbol; a text does so everywhere or nowhere."
    ),
    basis: [Basis("gb-3101", "3.4"), Basis("gb-3100", "6.4.2")],
    triggers: .tokens(.measured),
    cases: [
      .ok("一致", "每次5 mg，加水10 mL，体温38℃，含量50%。"),
      .ok("没有空隙也一致", "每次5mg，加水10mL，5毫克，3D打印，100万。"),
      .ok("乘号写作字母", "结节3x4 cm，出血灶2 cm。"),
      .ok("机器的型号", "3.0T磁共振的孔径70 cm，1.5T的60 cm，各有所长；1.5T机器先开。"),
      .flags("不一致", "每次5 mg，加水⟦10mL⟧，静滴20 mL。", fixed: "每次5 mg，加水10 mL，静滴20 mL。"),
    ]
  ) { draft in
    var gaps = 0
    var nones = 0
    for token in draft.scan.tokens(of: .measured) {
      guard let gap = gap(in: token, of: draft) else { continue }
      if gap.isEmpty { nones += 1 } else { gaps += 1 }
    }
    guard gaps > 0, nones > 0 else { return [] }
    let wantsGap = gaps >= nones
    return draft.scan.tokens(of: .measured).compactMap { token in
      guard let gap = gap(in: token, of: draft), gap.isEmpty == wantsGap else { return nil }
      return unevenGap(gap, in: token, of: draft)
    }
  }

  /// What stands between the last number of a quantity and its symbol: nothing or spaces; nil where the token is
  /// another or the unit is no symbol.
  private static func gap(in token: Token, of draft: ScannedDraft) -> Range<Int>? {
    guard token.isMeasured, !draft.scan.isOpaque(at: token.range.lowerBound) else { return nil }
    let text = draft.text
    let runs = UnitRuns(in: token, of: text)
    guard let unit = runs.first(where: { !$0.isMultiplier(in: text) }),
      !unit.isFieldStrength
    else { return nil }
    var start = unit.range.lowerBound
    while start > token.range.lowerBound, text[start - 1] == 0x20 { start -= 1 }
    guard start > token.range.lowerBound, isDigitByte(text[start - 1]) else { return nil }
    return start..<unit.range.lowerBound
  }

  private static func unevenGap(
    _ gap: Range<Int>,
    in token: Token,
    of draft: ScannedDraft
  ) -> Fault? {
    let message =
      gap.isEmpty
      ? Localized(
        "此处数字与单位之间没有空隙，别处有",
        "no gap before the unit here, though elsewhere"
      )
      : Localized("此处数字与单位之间有空隙，别处没有", "a gap before the unit here, not elsewhere")
    var fix: Fix?
    if gap.isEmpty, let first = draft.text.scalar(at: gap.upperBound) {
      fix = draft.fix(
        Localized("加空格", "put a space"),
        .safe,
        replacing: gap.upperBound..<gap.upperBound + UTF8.width(first),
        with: " " + String(Character(first))
      )
    } else if !gap.isEmpty {
      fix = draft.fix(Localized("删去空格", "delete the space"), .safe, replacing: gap, with: "")
    }
    return Fault(range: token.range, message: message, fix: fix)
  }

  private static let hanNumeral = FamilyRule(
    "number/han-in-measure",
    .warning,
    summary: Localized("单位符号前用了汉字数字", "a unit symbol behind Han digits"),
    why: Localized(
      "与字母单位连用的数值用阿拉伯数字：「5 mg」。",
      "A value with a symbol takes Arabic digits: 5 mg."
    ),
    basis: [Basis("gbt-15835", "4.1.1")],
    patterns: [hanMeasure],
    triggers: .patterns([hanMeasure]),
    cases: [
      .ok("汉字单位", "三十八度五、一千克、五毫升、第一mRNA疫苗。"),
      .ok("字母不是单位", "一级mapping，两mgr。"),
      .flags("字母单位", "每次⟦五mg⟧，噪声⟦四十五dB⟧，血压⟦一百二十mmHg⟧，体温⟦三十八点五℃⟧。"),
    ]
  ) { draft in
    let text = draft.text
    let matches = try hanMeasure.matches(in: draft) { isHanNumeral(before: $0, in: text) }
    return matches.compactMap { match in
      guard !draft.scan.isOpaque(at: match.lowerBound) else { return nil }
      let shown = draft.draft.string(in: match)
      let message = Localized(
        "「\(shown)」的数值应当用阿拉伯数字",
        "the value of \(shown) takes Arabic digits"
      )
      return Fault(range: match, message: message)
    }
  }

  /// Whether a Han digit stands before a unit or, as those of 五℃, is a part of the literal.
  private static func isHanNumeral(before unit: Range<Int>, in text: [UInt8]) -> Bool {
    if text[unit.lowerBound] >= 0xE3 { return true }
    switch text.scalar(before: unit.lowerBound) {
    case "零", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "两": return true
    default: return false
    }
  }

  private static let hanMeasure = gated(
    "(?<![第一二三四五六七八九十百千万两零点])[一二三四五六七八九十百千两零]+(?:点[零〇一二三四五六七八九]+)?"
      + "(?:mg|mL|ml|μg|kg|cm|mm|km|mmHg|kPa|kcal|mmol|dB|Hz|IU)(?![A-Za-z])"
      + "|(?<![一二三四五六七八九十百零点])[一二三四五六七八九十百零]*(?:点[零〇一二三四五六七八九]*)?"
      + "(?:[零一二三四五六七八九十]℃)"
  )
}
