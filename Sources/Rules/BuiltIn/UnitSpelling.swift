import ChineseText
import Linting
import Reading

/// Rules about how symbols of units are written.
enum UnitSpelling {
  static let all: [any Rule] = [unitCase, unitPlural, unitSlashes, lostExponent]

  private static let unitCase = FamilyRule(
    "number/unit-case",
    .warning,
    summary: Localized("单位符号的大小写或拼法不对", "a unit symbol in wrong letters"),
    why: Localized(
      "单位符号分大小写：Mg是兆克，mg才是毫克；写错可能用错剂量。",
      "Symbols of units tell case apart: Mg is a megagram; a wrong letter can change a dose."
    ),
    basis: [Basis("gb-3100", "")],
    triggers: .tokens(wordsAndMeasures),
    cases: [
      .ok("规范的符号", "血压120/80 mmHg，5 mg，10 mL，37.5 kcal，pH值7.4，5G医疗，血Mg²⁺正常。"),
      .ok("不在数字后面", "DB是数据库，PH（肺动脉高压）患者，MM（多发性骨髓瘤），KM曲线。"),
      .flags("大小写", "血压140/90 ⟦mmhg⟧，压强5 ⟦Kpa⟧。", fixed: "血压140/90 mmHg，压强5 kPa。"),
      .flags("升", "血糖6.1 mmol/⟦l⟧，空腹4.4～7.0 mmol/⟦l⟧。", fixed: "血糖6.1 mmol/L，空腹4.4～7.0 mmol/L。"),
      .flags("剂量单位", "每日50 ⟦ug⟧。", fixed: "每日50 μg。"),
      .flags("酸碱度", "⟦PH⟧值正常。", fixed: "pH值正常。"),
    ]
  ) { draft in
    draft.scan.tokens(of: wordsAndMeasures).flatMap { token -> [Fault] in
      if token.kind == .latin { return acidity(token, in: draft).map { [$0] } ?? [] }
      guard token.isMeasured, !draft.scan.isOpaque(at: token.range.lowerBound) else { return [] }
      return misspelt(in: token, of: draft)
    }
  }

  private static let wordsAndMeasures = TokenKinds([.latin, .quantity, .range])

  /// A wrong writing, the right one, and how sure the change is.
  private struct Form {
    let right: String
    var severity: Severity?
    var safety: Fix.Safety = .safe
  }

  private static let forms: [UInt64: Form] = {
    var forms: [UInt64: Form] = [:]
    func add(_ wrong: String, _ right: String, _ severity: Severity?, _ safety: Fix.Safety) {
      for form in wrong.split(separator: " ") {
        forms[UnitRun.packed(form)] = Form(right: right, severity: severity, safety: safety)
      }
    }
    add("mmhg MMHG mmHG MmHg MMHg Mmhg", "mmHg", nil, .safe)
    add("Kpa KPA KPa kpa kPA", "kPa", nil, .safe)
    add("KG Kg kG", "kg", nil, .safe)
    add("KM Km", "km", nil, .safe)
    add("CM Cm", "cm", nil, .safe)
    add("MM Mm", "mm", nil, .unsafe)
    add("Kcal KCAL kCal KCal", "kcal", nil, .safe)
    add("KJ Kj kj", "kJ", nil, .safe)
    add("HZ hz", "Hz", nil, .safe)
    add("KHZ Khz khz KHz", "kHz", nil, .safe)
    add("MHZ Mhz", "MHz", nil, .safe)
    add("DB db Db", "dB", nil, .safe)
    add("KW Kw kw", "kW", nil, .safe)
    add("Min MIN", "min", nil, .safe)
    add("GY gy", "Gy", nil, .safe)
    add("msv MSV Msv", "mSv", nil, .safe)
    add("iu Iu", "IU", nil, .unsafe)
    add("ML Ml", "mL", nil, .unsafe)
    add("DL Dl", "dL", nil, .unsafe)
    add("Mmol MMOL", "mmol", nil, .unsafe)
    add("umol Umol", "μmol", nil, .unsafe)
    add("ul uL UL", "μL", nil, .unsafe)
    add("um", "μm", nil, .unsafe)
    add("mcg", "μg", nil, .unsafe)
    add("MG Mg", "mg", .error, .unsafe)
    add("ug UG Ug", "μg", .error, .unsafe)
    add("ml", "mL", .suggestion, .safe)
    add("dl", "dL", .suggestion, .safe)
    // Behind a slash, as in mmol/l.
    add("l", "L", .suggestion, .safe)
    return forms
  }()

  private static func misspelt(in token: Token, of draft: ScannedDraft) -> [Fault] {
    var faults: [Fault] = []
    for run in UnitRuns(in: token, of: draft.text) {
      guard let form = forms[run.key],
        run.range.count > 1 || draft.text.scalar(before: run.range.lowerBound) == "/"
      else { continue }
      let shown = draft.draft.string(in: run.range)
      let message = Localized(
        "单位符号「\(shown)」应写作「\(form.right)」",
        "the unit \(shown) is written \(form.right)"
      )
      faults.append(
        draft.fault(
          at: run.range,
          message,
          writing: form.right,
          form.safety,
          severity: form.severity
        )
      )
    }
    return faults
  }

  private static let acidityNouns = Phrases("值 试纸 平衡 7 6 5 4 8")

  /// `PH值`, `PH 7.4`.
  private static func acidity(_ token: Token, in draft: ScannedDraft) -> Fault? {
    let text = draft.text
    let start = token.range.lowerBound
    guard token.range.count == 2, text[start] == 0x50, text[start + 1] | 0x20 == 0x68 else {
      return nil
    }
    var next = token.range.upperBound
    while next < text.count, text[next] == 0x20 { next += 1 }
    guard draft.stands(acidityNouns, at: next), !draft.scan.isOpaque(at: start) else { return nil }
    let message = Localized("酸碱度的符号是「pH」", "acidity is written pH")
    return draft.fault(at: token.range, message, writing: "pH", .safe)
  }

  private static let unitPlural = FamilyRule(
    "number/unit-plural-dot",
    .suggestion,
    summary: Localized("单位符号用了复数", "a unit symbol in the plural"),
    why: Localized(
      "单位符号没有复数形式，也不加缩写点。",
      "Symbols of units have no plural and no point."
    ),
    basis: [Basis("gb-3100", "")],
    triggers: .tokens(.measured),
    cases: [
      .ok("规范的符号", "5 kg、30 min、2 h。"),
      .ok("秒和毫秒", "5 s、300 ms。"),
      .flags("复数", "哑铃5 ⟦kgs⟧，走30 ⟦mins⟧。", fixed: "哑铃5 kg，走30 min。"),
    ]
  ) { draft in
    draft.scan.tokens(of: .measured).flatMap { token -> [Fault] in
      guard !draft.scan.isOpaque(at: token.range.lowerBound) else { return [] }
      var faults: [Fault] = []
      for run in UnitRuns(in: token, of: draft.text) {
        guard let right = plurals[run.key] else { continue }
        let message = Localized("单位符号没有复数，写作「\(right)」", "units have no plural; write \(right)")
        faults.append(draft.fault(at: run.range, message, writing: right, .safe))
      }
      return faults
    }
  }

  private static let plurals: [UInt64: String] = [
    UnitRun.packed("kgs"): "kg", UnitRun.packed("mgs"): "mg", UnitRun.packed("hrs"): "h",
    UnitRun.packed("mins"): "min",
  ]

  private static let unitSlashes = FamilyRule(
    "number/unit-slash-multiple",
    .suggestion,
    summary: Localized("一个单位里有两条斜线", "two slashes in one unit"),
    why: Localized(
      "mg/kg/d 可以有两种读法；组合单位只用一条斜线，写作 mg/(kg·d)。",
      "mg/kg/d can be read in two ways; a unit has one slash, as in mg/(kg·d)."
    ),
    basis: [Basis("gb-3101", "3.4")],
    tokens: [.quantity],
    cases: [
      .ok("一条斜线", "10 mg/(kg·d)，5 mg/kg，120/80 mmHg。"),
      .ok("日期", "2025/5/1，3/4杯。"),
      .flags("两条斜线", "10 mg/⟦kg/d⟧。", fixed: "10 mg/(kg·d)。"),
    ]
  ) { token, draft in
    guard !draft.scan.isOpaque(at: token.range.lowerBound) else {
      return nil
    }
    return slashes(in: token, of: draft)
  }

  private static func slashes(in token: Token, of draft: ScannedDraft) -> Fault? {
    let text = draft.text
    let end = min(token.range.upperBound, text.count)
    guard
      let first = (token.range.lowerBound + 1..<end).first(where: {
        text[$0] == 0x2F && isLetterByte(text[$0 - 1])
      })
    else { return nil }
    let range = first + 1..<end
    guard text[range].contains(0x2F), !text[range].contains(0x28),
      text[range].allSatisfy({ isLetterByte($0) || $0 == 0x2F })
    else { return nil }
    let divisors = draft.draft.string(in: range).split(separator: "/")
    let form = "(" + divisors.joined(separator: "·") + ")"
    let message = Localized(
      "一个单位只用一条斜线，宜写作「/\(form)」",
      "a unit has one slash; write /\(form)"
    )
    return draft.fault(at: range, message, writing: form, .safe)
  }

  private static let lostExponent = FamilyRule(
    "number/exponent-lost",
    .suggestion,
    summary: Localized("上标写成了平排的数字", "an exponent that stands on the line"),
    why: Localized(
      "×109/L 读作一百零九；指数要用上标，差的是几个数量级。",
      "×109/L reads one hundred and nine; an exponent is raised, or magnitudes are lost."
    ),
    basis: [Basis("gb-3100", "")],
    tokens: [.quantity, .range],
    cases: [
      .ok("已是上标", "血小板20×10⁹/L，25 m²，<sup>注</sup>。"),
      .ok("不是指数", "109例患者，M2期，109个床位。"),
      .flags("面积", "诊室25 ⟦m2⟧。", fixed: "诊室25 m²。"),
      .flags("计数", "血小板20×⟦109⟧/L。", fixed: "血小板20×10⁹/L。"),
    ]
  ) { token, draft in
    guard !draft.scan.isOpaque(at: token.range.lowerBound) else { return nil }
    return count(in: token, of: draft) ?? power(in: token, of: draft)
  }

  private static let counts = Phrases("×109/L ×1012/L")

  /// `×109/L`.
  private static func count(in token: Token, of draft: ScannedDraft) -> Fault? {
    let text = draft.text
    let end = min(token.range.upperBound, text.count)
    guard
      let sign = (token.range).first(where: {
        $0 + 1 < end && text[$0] == 0xC3 && text[$0 + 1] == 0x97
      }
      ), draft.stands(counts, at: sign)
    else { return nil }
    let start = sign + 2
    guard let slash = (start..<end).first(where: { text[$0] == 0x2F }),
      !draft.isRaised(slash - 1)
    else { return nil }
    let form = slash - start == 3 ? "10⁹" : "10¹²"
    let message = Localized("指数应为上标：「\(form)」", "the exponent is raised: \(form)")
    return draft.fault(at: start..<slash, message, writing: form, .unsafe, severity: .warning)
  }

  private static let lengths: Set<UInt64> = Set(
    ["m", "cm", "mm", "km", "dm"].map { UnitRun.packed($0) }
  )

  /// `m2`, `cm3`.
  private static func power(in token: Token, of draft: ScannedDraft) -> Fault? {
    let text = draft.text
    for run in UnitRuns(in: token, of: text) where lengths.contains(run.key) {
      let digit = run.range.upperBound
      guard digit < token.range.upperBound, digit < text.count,
        text[digit] == 0x32 || text[digit] == 0x33, !draft.isRaised(digit)
      else { continue }
      let range = run.range.lowerBound..<digit + 1
      let form = draft.draft.string(in: run.range) + (text[digit] == 0x32 ? "²" : "³")
      let message = Localized("指数应为上标：「\(form)」", "the exponent is raised: \(form)")
      return draft.fault(at: range, message, writing: form, .safe)
    }
    return nil
  }
}

extension ScannedDraft {
  /// Whether an offset is set as superscript or subscript.
  fileprivate func isRaised(_ offset: Int) -> Bool {
    fact(RaisedText.self).stretches.cover(offset)
  }
}

/// The text set as superscript or subscript.
private struct RaisedText: DraftFact {
  let stretches: Stretches

  init(_ draft: ScannedDraft) {
    let raised = draft.draft.spans.filter { $0.kind == .superscript || $0.kind == .subscript }
    stretches = Stretches(raised.map(\.text))
  }
}
