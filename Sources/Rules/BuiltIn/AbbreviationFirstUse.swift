import ChineseText
import Linting
import Reading

/// Flags standard abbreviations whose Chinese name does not stand at their first use.
struct AbbreviationFirstUse: Rule {
  let info = RuleInfo(
    id: "abbreviation/first-use",
    summary: Localized("字母缩写首次出现没有中文名", "an abbreviation without its Chinese name at first use"),
    why: Localized(
      "外文缩写首次出现要有中文名，读者才看得懂。",
      "A foreign abbreviation needs its Chinese name at first use to be understood."
    ),
    basis: [Basis("wechat-account-management", "六、1"), Basis("language-law", "")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("人人知道的缩写不必说明", "CT检查和DNA检测。"),
    .ok("首次出现有中文名", "慢性阻塞性肺疾病（COPD）患者要保暖；COPD患者要戒烟。"),
    .ok("括注在后", "请做CRRT（连续性肾脏替代治疗）。"),
    .flags("有几个意思的，不替人选", "胸部⟦DR⟧片。"),
    .flags(
      "没有中文名",
      "⟦COPD⟧患者冬季要保暖。",
      fixed: "慢性阻塞性肺疾病（COPD）患者冬季要保暖。"
    ),
  ]

  var lists: [String] { [Abbreviations.list] }

  var triggers: Triggers { .lists(lists) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    var seen: Set<String> = []
    return draft.hits(in: Abbreviations.list).compactMap { hit in
      let columns = hit.entry.columns
      guard columns.count > 2, columns[2] == "B",
        !draft.scan.isOpaque(at: hit.range.lowerBound),
        draft.scan.span(covering: hit.range, of: [.titleMarks]) == nil,
        draft.blockIndex(at: hit.range.lowerBound) != draft.draft.titleBlock,
        isWholeToken(hit.range, in: draft),
        seen.insert(hit.entry.term).inserted
      else { return nil }
      let meanings = hit.entry.standard.split(separator: "|").map { names in
        names.split(separator: "/").map(String.init)
      }
      guard !Abbreviations.isExplained(hit.range, by: meanings.flatMap(\.self), in: draft) else {
        return nil
      }
      return finding(for: hit, meaning: meanings.compactMap(\.first), in: draft)
    }
  }

  private func isWholeToken(_ range: Range<Int>, in draft: ScannedDraft) -> Bool {
    draft.scan.token(at: range.lowerBound).map { $0.range.lowerBound == range.lowerBound } ?? true
  }

  /// `names` are those of the things that the letters stand for; only one thing can be written for them.
  private func finding(
    for hit: ListHit,
    meaning names: [String],
    in draft: ScannedDraft
  ) -> Finding {
    let shown = draft.draft.string(in: hit.range)
    let full = "\(names.first ?? "")（\(shown)）"
    let fix =
      names.count > 1
      ? nil
      : draft.fix(
        Localized("首次出现写作「\(full)」", "write \(full) at first use"),
        .unsafe,
        replacing: hit.range,
        with: full
      )
    let message = Localized(
      "缩写「\(shown)」首次出现应写中文名「\(names.joined(separator: "」或「"))」",
      "\(shown) needs its Chinese name \(names.joined(separator: " or ")) at first use"
    )
    var finding = finding(message, at: hit.range, in: draft, fix: fix)
    finding.term = hit.entry.term
    return finding
  }
}
