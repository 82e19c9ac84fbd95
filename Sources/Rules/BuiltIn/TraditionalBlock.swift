import ChineseText
import Linting
import Reading

/// Flags whole paragraphs in traditional characters, once each.
struct TraditionalBlock: Rule {
  let info = RuleInfo(
    id: "character/traditional-block",
    summary: Localized("整段是繁体字", "a whole paragraph in traditional characters"),
    why: Localized(
      "面向公众的信息应当使用规范汉字；整段繁体多是从外地网页粘贴来的，还要核对用语。",
      "Public information is written in standard characters; pasted paragraphs need a check of terms."
    ),
    basis: [Basis("tgh", "附件1"), Basis("wechat-account-management", "六、1")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("只有个别繁体字", "本院門诊时间照常，欢迎居民前来就诊。"),
    .flags("整段繁体", "⟦請勿隨意服藥，應當遵從醫師與護理師的囑咐。⟧"),
  ]

  var triggers: Triggers { .oddities([.traditional, .traditionalAmbiguous]) }

  func check(_ draft: ScannedDraft) -> [Finding] {
    traditionalBlocks(in: draft).sorted().compactMap { index in
      let block = draft.draft.blocks[index]
      guard !draft.isForeign(at: block.text.lowerBound) else { return nil }
      let message = Localized(
        "这一段是繁体字，应改用规范汉字",
        "this paragraph is in traditional characters; use the standard ones"
      )
      return finding(message, at: block.text, in: draft)
    }
  }
}
