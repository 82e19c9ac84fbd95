import ICU
import Linting
import Reading

/// Flags digests that official accounts do not take.
struct DigestLength: Rule {
  let info = RuleInfo(
    id: "title/digest-length",
    summary: Localized("摘要超过公众号平台的上限", "a digest longer than the platform takes"),
    why: Localized(
      "公众号后台的摘要最多120个字符，超出的存不进去。",
      "The editor of official accounts takes digests of 120 characters at most."
    ),
    basis: [Basis("wechat-account-management", "六、2")],
    severity: .error
  )

  let cases: [RuleCase] = [
    .ok("不长的摘要", "---\ntitle: 夏季防蚊\ndigest: 清积水，防蚊子。\n---\n\n正文。", profile: .wechat),
    .flags(
      "太长",
      "---\ntitle: 夏季防蚊\ndigest: ⟦" + String(repeating: "清积水防蚊子", count: 21) + "⟧\n---\n\n正文。",
      profile: .wechat
    ),
  ]

  var maximum = 120

  func configured(by options: inout RuleOptions) -> Self {
    var rule = self
    rule.maximum = options.int("max") ?? maximum
    return rule
  }

  func check(_ draft: ScannedDraft) -> [Finding] {
    guard draft.profile == .wechat, let digest = draft.draft.metadata["digest"] else { return [] }
    let count = graphemeCount(digest.string)
    guard count > maximum else { return [] }
    let message = Localized(
      "摘要 \(count) 个字符，平台最多 \(maximum) 个",
      "the digest has \(count) characters; the platform takes \(maximum)"
    )
    return [finding(message, at: digest.source)]
  }
}
