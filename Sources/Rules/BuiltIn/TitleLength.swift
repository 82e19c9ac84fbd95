import ChineseText
import Linting
import Reading

/// Flags titles of more than 20 characters.
struct TitleLength: Rule {
  let info = RuleInfo(
    id: "title/length",
    summary: Localized("标题超过20个字", "a title of more than 20 characters"),
    why: Localized(
      "标题应简洁明了，一般不超过20个字；过长的标题在手机上显示不全。",
      "A title is concise, as a rule 20 characters at most; longer ones are cut on phones."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("正好20个字", "# 全市老年人免费健康体检工作今日正式启动啦"),
    .ok("空格不计", "# 全市老年人免费健康体检 工作今日 正式启动啦"),
    .ok("公文", "# 关于开展2026年春季传染病防控督查工作的通知\n\n云卫函〔2026〕17号\n\n各乡镇卫生院："),
    .flags("21个字", "# ⟦全市老年人免费健康体检工作今日正式启动公告⟧"),
  ]

  var maximum = 20
  var mode = CountingMode.char

  func configured(by options: inout RuleOptions) -> Self {
    var rule = self
    rule.maximum = options.int("max") ?? maximum
    rule.mode = options.choice("count") ?? mode
    return rule
  }

  /// What the title of an official document may have.
  private static let longestOfficial = 50

  /// Whether the draft is an official document, whose title nobody may shorten: its number stands above the text.
  private func isOfficial(_ draft: ScannedDraft) -> Bool {
    let head = draft.draft.blocks.prefix { !$0.isHidden }.prefix(6)
    return head.contains { block in
      block.text.count <= 60 && draft.text.scalar(before: block.text.upperBound) == "号"
        && draft.text.contains(anyOf: ["〔20", "〔19"], in: block.text)
    }
  }

  func check(_ draft: ScannedDraft) -> [Finding] {
    // A character takes a byte at least.
    guard let title = draft.draft.title, title.text.count > maximum else { return [] }
    let count = countedLength(of: title.text, in: draft.text, mode: mode)
    guard count > maximum, !(count <= Self.longestOfficial && isOfficial(draft)) else { return [] }
    let message = Localized(
      "标题 \(count) 个字，超过 \(maximum) 个字",
      "the title has \(count) characters, more than \(maximum)"
    )
    return [finding(message, at: title.text, in: draft)]
  }
}
