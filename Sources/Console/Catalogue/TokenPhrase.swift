package import Linting

/// Keys for programs.
package enum TokenPhrase: String, Phrases {
  case title
  case hint
  case mine
  case empty
  case make
  case name
  case nameHint
  case scopes
  case scopesHint
  case days
  case dayCount
  case create
  case expires
  case lastUsed
  case neverUsed
  case state
  case live
  case revoked
  case expired
  case revoke
  case revokeConfirm
  case shownTitle
  case shownOnce
  case shownHint
  case secret
  case back

  package var text: Localized {
    switch self {
    case .title: Localized("令牌", "Tokens")
    case .hint:
      Localized(
        "程序（例如采编系统）用令牌代你调用接口，能做的不超过你本人的权限。不用的令牌请及时作废。",
        "Programs call the API with a token in your name, and may never do more than you may. Revoke what is not used."
      )
    case .mine: Localized("我的令牌", "My tokens")
    case .empty: Localized("还没有令牌。", "No tokens yet.")
    case .make: Localized("新建令牌", "New token")
    case .name: Localized("名称", "Name")
    case .nameHint: Localized("说明给谁用，例如“公众号采编系统”。", "Who uses it, such as “editing system”.")
    case .scopes: Localized("可以做什么", "What it may do")
    case .scopesHint: Localized("只勾选用得到的。", "Tick only what is needed.")
    case .days: Localized("有效期", "Good for")
    case .dayCount: Localized("{count} 天", "{count} days")
    case .create: Localized("新建", "Make it")
    case .expires: Localized("有效期至", "Until")
    case .lastUsed: Localized("最近使用", "Last used")
    case .neverUsed: Localized("没有用过", "never")
    case .state: Localized("状态", "State")
    case .live: Localized("有效", "valid")
    case .revoked: Localized("已作废", "revoked")
    case .expired: Localized("已过期", "expired")
    case .revoke: Localized("作废", "Revoke")
    case .revokeConfirm:
      Localized("作废令牌“{name}”？用它的程序会立即停用。", "Revoke “{name}”? Programs that use it stop at once.")
    case .shownTitle: Localized("令牌“{name}”", "Token “{name}”")
    case .shownOnce:
      Localized("只在这里显示这一次，请立即复制保存。", "It is shown here and never again: copy it now.")
    case .shownHint:
      Localized(
        "程序在每个请求的 Authorization 里写 Bearer 加令牌。有效期到 {time}。",
        "Programs send it as Bearer in Authorization. Good until {time}."
      )
    case .secret: Localized("令牌", "Token")
    case .back: Localized("返回令牌", "Back to the tokens")
    }
  }
}
