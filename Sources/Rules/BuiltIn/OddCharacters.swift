import ChineseText
import Linting
import Reading

/// Characters that look Chinese but are of another kind.
enum OddCharacters {
  static let all: [any Rule] = [japanese, compatibility, radical]

  private static let japanese = FamilyRule(
    "character/japanese",
    .error,
    summary: Localized("使用了日本汉字", "a Japanese form of a character"),
    why: Localized("日本的新字体不是规范汉字。", "Japanese forms are not standard Chinese characters."),
    basis: [Basis("tgh", "附件1"), Basis("wechat-account-management", "六、1")],
    triggers: .oddities([.japanese]),
    cases: [
      .ok("两国同形的字", "医学会体点声号国。"),
      .ok("标明日文的部分", "<p lang=\"ja\">血圧検査</p>"),
      .flags("日本汉字", "血⟦圧⟧⟦検⟧查。", fixed: "血压检查。"),
    ]
  ) { draft in
    standardised(.japanese, Localized("日本汉字", "a Japanese form"), in: draft)
  }

  private static let compatibility = FamilyRule(
    "character/compatibility",
    .error,
    summary: Localized("使用了兼容字符", "a compatibility character"),
    why: Localized(
      "兼容汉字和拼成一个字的单位符号（如㎎）搜不到，有的机器显示不出来。",
      "Compatibility characters and units in one glyph defeat search and may not show."
    ),
    basis: [Basis("wechat-account-management", "六、1"), Basis("gb-3100", "")],
    triggers: [.oddities([.compatibility]), .marks(glyphs)],
    cases: [
      .ok("摄氏度", "38.5℃，20 mg，25 m²。"),
      .ok("序号", "①洗手②通风。"),
      .flags("单位符号是警告", "每次20⟦㎎⟧，诊室25⟦㎡⟧。", fixed: "每次20mg，诊室25m²。"),
    ]
  ) { draft in
    let ideographs = standardised(
      .compatibility,
      Localized("兼容汉字", "a compatibility form"),
      in: draft
    )
    return ideographs + draft.scan.marks(among: glyphs).compactMap { unitGlyph($0, in: draft) }
  }

  private static let units: [Unicode.Scalar: String] = [
    "㎎": "mg", "㎏": "kg", "㎍": "μg", "㎖": "mL", "㎗": "dL", "㎝": "cm", "㎜": "mm",
    "㎞": "km",
    "㎡": "m²", "㎥": "m³", "㎠": "cm²", "㎤": "cm³", "㎢": "km²", "㎐": "Hz", "㎪": "kPa", "㎰": "ps",
  ]

  /// The units; the list of those that are not legal has ㏄.
  private static let glyphs: MarkSet = "㎎㎏㎍㎖㎗㎝㎜㎞㎡㎥㎠㎤㎢㎐㎪㎰"

  private static func unitGlyph(_ mark: Mark, in draft: ScannedDraft) -> Fault? {
    guard let form = units[mark.scalar], !draft.scan.isOpaque(at: mark.offset) else { return nil }
    let message = Localized(
      "「\(mark.scalar)」应拆写为「\(form)」",
      "\(mark.scalar) is written \(form), letter by letter"
    )
    return draft.fault(at: mark.range, message, writing: form, .safe, severity: .warning)
  }

  private static let radical = FamilyRule(
    "character/radical-form",
    .error,
    summary: Localized("用部首字符代替了汉字", "a radical's code in the place of a character"),
    why: Localized(
      "从PDF复制来的部首字符看着像汉字，却搜不到，审核也看不出来。",
      "Codes of radicals, copied from PDF files, look like characters but defeat search and review."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    triggers: .oddities([.radical]),
    cases: [
      .ok("汉字", "生活方式，饮水。"),
      .ok("偏旁", "三点水，单人旁。"),
      .flags("部首字符", "⟦⽣⟧活⟦⽅⟧式。", fixed: "生活方式。"),
    ]
  ) { draft in
    standardised(.radical, Localized("部首字符", "the code of a radical"), in: draft)
  }

  /// The faults of one kind of oddity that have a standard form.
  private static func standardised(
    _ kind: Oddity.Kind,
    _ name: Localized,
    in draft: ScannedDraft
  ) -> [Fault] {
    draft.scan.oddities.compactMap { oddity in
      guard oddity.kind == kind, let standard = oddity.scalar.standardForm,
        !draft.isForeign(at: oddity.offset), !draft.scan.isOpaque(at: oddity.offset)
      else { return nil }
      let message = Localized(
        "「\(oddity.scalar)」是\(name.zh)，应为「\(standard)」",
        "\(oddity.scalar) is \(name.en) of \(standard)"
      )
      let isQuoted = draft.scan.span(covering: oddity.range, of: [.titleMarks, .name]) != nil
      return draft.fault(
        at: oddity.range,
        message,
        writing: String(Character(standard)),
        isQuoted ? .unsafe : .safe
      )
    }
  }
}
