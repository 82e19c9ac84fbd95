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

  func check(_ draft: ScannedDraft) -> [Finding] {
    // A character takes a byte at least.
    guard let title = draft.draft.title, title.text.count > maximum else { return [] }
    let count = countedLength(of: title.text, in: draft.text, mode: mode)
    guard count > maximum else { return [] }
    let message = Localized(
      "标题 \(count) 个字，超过 \(maximum) 个字",
      "the title has \(count) characters, more than \(maximum)"
    )
    return [finding(message, at: title.text, in: draft)]
  }
}
