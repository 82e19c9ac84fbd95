import Linting
import Reading
import SourceText

/// Flags links to hosts that the organisation has not allowed, or has forbidden.
struct UnapprovedDomain: Rule {
  let info = RuleInfo(
    id: "link/unapproved-domain",
    summary: Localized("链接到未经许可的网站", "a link to a site that is not approved"),
    why: Localized(
      "外部网站的内容会变，域名到期还会被人抢注去做赌博网站；链到哪里须经单位许可。",
      "Other sites change, and expired names are bought for gambling: links need approval."
    ),
    basis: [
      Basis("wechat-account-management", "一、3"), Basis("website-management", "四、（七）2"),
    ],
    severity: .warning
  )

  let cases: [RuleCase] = [
    .ok("没有设定许可的网站时不判断", "[报名](https://www.shop.example/)"),
    .ok("政府网站", "[公告](https://www.nhc.gov.cn/1)"),
    .flags("禁止链接的网站", "⟦[活动](https://m.blocked.example/1)⟧"),
  ]

  /// Hosts that may be linked; empty where all may.
  private var allowed: [String] = []
  /// Hosts that must not be linked; the example shows what the rule does.
  private var blocked = ["blocked.example"]

  var triggers: Triggers { .links }

  func configured(by options: inout RuleOptions) -> Self {
    var rule = self
    rule.allowed = (options.strings("allow") ?? []).map { $0.lowercased() }
    rule.blocked += (options.strings("block") ?? []).map { $0.lowercased() }
    return rule
  }

  func check(_ draft: ScannedDraft) -> [Finding] {
    draft.linkEntries.compactMap { entry in
      let address = entry.address
      guard address.isOfWeb, !address.isInternal else { return nil }
      if address.isWithin(blocked) {
        var finding = finding(.blocked(address.host), at: entry.link.source)
        finding.severity = .error
        return finding
      }
      guard !allowed.isEmpty, !address.isWithin(allowed), !address.isWithin(draft.ownHosts),
        !address.isWithin(["gov.cn"])
      else { return nil }
      return finding(.unknown(address.host), at: entry.link.source)
    }
  }
}

extension Localized {
  fileprivate static func blocked(_ host: String) -> Self {
    Self("\(host) 在禁止链接的名单上", "\(host) is on the list of hosts that must not be linked")
  }
  fileprivate static func unknown(_ host: String) -> Self {
    Self(
      "\(host) 不在许可链接的名单上：请删去，或报批后列入",
      "\(host) is not on the list of approved hosts: delete the link, or have it approved"
    )
  }
}
