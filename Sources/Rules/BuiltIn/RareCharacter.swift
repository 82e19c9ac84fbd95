import ChineseText
import Linting
import Reading

/// Flags rare characters that are not those of medicine, chemistry, names and places.
struct RareCharacter: Rule {
  let info = RuleInfo(
    id: "character/rare",
    summary: Localized("使用了生僻字", "a rare character"),
    why: Localized(
      "生僻字多数读者不认识，也常显示不出来；应换成常用字，或注音解释。",
      "Most readers do not know it and many screens cannot show it; use a common one or gloss it."
    ),
    basis: [Basis("wechat-account-management", "六、1"), Basis("tgh", "三级字表")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("医药、地名、人名用字", "活血化瘀，腘窝囊肿，磺胺类药物；武汉市硚口区；孟喆医生；发明者林占熺、李娜倮。"),
    .ok("署名、少见的姓、地名", "来源：崞县卫生健康局｜作者：主管药师 芈青岚｜审核：束安\n\n副主任医师 钭立群坐诊，崞县义诊队到场。"),
    .ok("文末注音", "获奖者马骉到场。名单中的“骉”读biāo。"),
    .flags("生僻字", "门诊人头攒动，⟦龘⟧⟦龘⟧而至。"),
  ]

  var triggers: Triggers { .oddities([.rareLevel3, .rareOutside]) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.scan.oddities.compactMap { oddity in
      guard oddity.kind == .rareLevel3 || oddity.kind == .rareOutside,
        // As a stroke it parts words: 来源丨某某网. 哒 is a particle that everybody knows; slang has its rule.
        oddity.scalar != "丨", oddity.scalar != "哒", !draft.isForeign(at: oddity.offset),
        draft.scan.span(covering: oddity.range, of: [.name, .titleMarks]) == nil,
        !standsInName(oddity.offset, strictly: false, in: draft),
        !draft.stands(Self.places, at: oddity.range.upperBound), !isSigned(oddity, in: draft),
        !opensName(oddity, in: draft), !isGlossed(oddity, in: draft)
      else { return nil }
      return finding(message(for: oddity), at: oddity.range, in: draft)
    }
  }

  private func message(for oddity: Oddity) -> Localized {
    if let serial = oddity.scalar.standardSerial {
      return Localized(
        "「\(oddity.scalar)」是生僻字（通用规范汉字表三级字，第\(serial)号），宜换成常用字或注音",
        "\(oddity.scalar) is rare (level 3 of the standard table, no. \(serial)): use a common one or gloss it"
      )
    }
    return Localized(
      "「\(oddity.scalar)」不在通用规范汉字表内，宜换成常用字或注音",
      "\(oddity.scalar) is not in the table of standard characters: use a common one or gloss it"
    )
  }

  /// What follows the one character of a place's name: `崞县`.
  private static let places = Phrases("县 市 镇 乡 村 州 江 河 岛 岭")

  /// Whether it stands in a line that signs the text.
  private func isSigned(_ oddity: Oddity, in draft: ScannedDraft) -> Bool {
    guard let block = draft.block(at: oddity.offset), block.text.count < 400 else { return false }
    return draft.text.contains(anyOf: Self.signatures, in: block.text)
  }

  private static let signatures = ["作者：", "编辑：", "审核：", "责编：", "校对：", "供稿：", "通讯员：", "摄影：", "撰稿："]

  /// Whether it is the rare surname of a person whose title stands before it: `医师 钭立群`.
  private func opensName(_ oddity: Oddity, in draft: ScannedDraft) -> Bool {
    var start = oddity.offset
    if start > 0, draft.text[start - 1] == 0x20 { start -= 1 }
    return Self.titles.start(in: draft.text, before: start) != nil
  }

  private static let titles = Phrases("医师 医生 药师 护师 技师 主任 院长 护士长 护士 书记 教授 同志 患者 局长 所长 村医")

  /// Whether the draft tells anywhere how it is read: `“骉”读biāo`, `骉（biāo）`.
  private func isReadOut(_ oddity: Oddity, in draft: ScannedDraft) -> Bool {
    let character = String(Character(oddity.scalar))
    let readings = ["”读", "”音", "”念", "读", "读作", "音", "（", "("].map { character + $0 }
    return readings.contains { reading in
      guard let start = draft.text.firstOffset(of: reading, in: 0..<draft.text.count),
        let next = draft.text.scalar(at: start + reading.utf8.count)
      else { return false }
      return !isHan(next) && next.properties.isAlphabetic
    }
  }

  /// Whether a bracket with a reading or an explanation stands within a word of it: `魃（bá）`.
  private func isGlossed(_ oddity: Oddity, in draft: ScannedDraft) -> Bool {
    if isReadOut(oddity, in: draft) { return true }
    guard let block = draft.block(at: oddity.offset) else { return false }
    let end = min(block.text.upperBound, oddity.range.upperBound + 15)
    let tail = draft.draft.string(in: oddity.range.upperBound..<end).unicodeScalars
    guard let open = tail.firstIndex(where: { $0 == "（" || $0 == "(" }) else { return false }
    let inside = tail[tail.index(after: open)...]
    guard let first = inside.first else { return false }
    return first.properties.isAlphabetic && (!isHan(first) || first == "音" || first == "读")
  }
}
