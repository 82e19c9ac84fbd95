import ChineseText
import Linting
import Reading

/// Flags abbreviations that are on no list and are not explained.
struct AbbreviationUnknown: Rule {
  let info = RuleInfo(
    id: "abbreviation/unknown",
    summary: Localized("不通用的字母缩写没有说明", "an unknown abbreviation without an explanation"),
    why: Localized(
      "应避免不规范的缩写；读者不认识的字母缩写要写出中文全称。",
      "Non-standard abbreviations are avoided; one that readers do not know needs its full name."
    ),
    basis: [Basis("wechat-account-management", "六、1")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("几种型别", "常见的有KPC型、NDM型和OXA-48型。"),
    .ok("通用缩写、型号、纸张、有说明", "CT、DNA、PCR检查；A4纸；H7N9；“多多签”（DDQ）项目。"),
    .ok(
      "表里说明、单位",
      "| 代号 | 含义 |\n|---|---|\n| S或DS | 球镜，近视为负 |\n\n浑浊度不超过1 NTU，全部合格。\n\n检出HZU若干。\n\n注：HZU为单位名称。"
    ),
    .flags("没有说明", "本院开展⟦DDQ⟧项目。"),
  ]

  /// What another rule has more to say about is one fault, and that rule's.
  private static let others = [
    "abbreviation-case", "abbreviations-avoid", "foreign-words", "pinyin-initials", "slang-evasion",
    "slang-letters", "slang-mixed",
  ]

  var lists: [String] { [Abbreviations.list] + Self.others }
  var allowed: Set<String> = []

  func configured(by options: inout RuleOptions) -> Self {
    var rule = self
    rule.allowed = Set(options.strings("allow") ?? [])
    return rule
  }

  var triggers: Triggers { .tokens(TokenKinds([.latin])) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    let known = lists.flatMap { draft.hitRanges(in: $0) }
    var seen: Set<String> = []
    return Abbreviations.uses(in: draft).compactMap { use in
      guard seen.insert(use.text).inserted, !allowed.contains(use.text),
        !known.contains(where: { $0.overlaps(use.range) }),
        draft.scan.span(covering: use.range, of: [.titleMarks]) == nil,
        draft.isBesideChinese(use.range), !isType(use.range, in: draft),
        !Abbreviations.isExplained(use.range, by: [], in: draft)
      else { return nil }
      let message = Localized(
        "缩写「\(use.text)」不通用，首次出现应写出中文全称",
        "\(use.text) is not a well-known abbreviation: give its full name"
      )
      return finding(message, at: use.range, in: draft)
    }
  }

  /// What names a type among several: `如KPC型、NDM型和OXA-48型`.
  private func isType(_ use: Range<Int>, in draft: ScannedDraft) -> Bool {
    draft.stands(Phrases("型"), at: use.upperBound)
      && draft.text.contains(
        anyOf: ["型、", "型和", "型与", "型及"],
        in: draft.sentence(at: use.lowerBound)
      )
  }
}
