package import Linting

/// People, their rights, and one's own account.
package enum PeoplePhrase: String, Phrases {
  case title
  case add
  case addTitle
  case addHint
  case name
  case signInName
  case signInNameHint
  case displayName
  case displayNameHint
  case department
  case departmentChoice
  case roles
  case rolesHint
  case noRoles
  case state
  case active
  case disabled
  case noPassword
  case create
  case count
  case linkTitle
  case linkHint
  case makeLink
  case linkShownTitle
  case linkShownHint
  case linkShownOnce
  case linkAddress
  case copy
  case copied
  case backToPerson
  case change
  case save
  case ownRights
  case stop
  case disable
  case disableHint
  case disableConfirm
  case enable
  case enableHint
  case created
  case me
  case noRolesOfMine
  case currentPassword
  case changePassword
  case programs
  case manageTokens
  case toTokens
  case tokensOfPerson

  package var text: Localized {
    switch self {
    case .title: Localized("人员", "People")
    case .add: Localized("新增人员", "Add a person")
    case .addTitle: Localized("新增人员", "Add a person")
    case .addHint:
      Localized(
        "一人一个账号，不要共用。建好之后再给本人发一次性登录链接。",
        "One account a person, never shared. Afterwards make a one-time sign-in link for them."
      )
    case .name: Localized("姓名", "Name")
    case .signInName: Localized("登录名", "Sign-in name")
    case .signInNameHint:
      Localized(
        "小写字母、数字和连字符，例如 linxiaoyu；以后不能改。",
        "Lower-case letters, digits and hyphens, such as linxiaoyu; it never changes."
      )
    case .displayName: Localized("姓名", "Name")
    case .displayNameHint:
      Localized(
        "真实姓名，会写进审核记录和网络信息发布表。",
        "The real name; it stands in records and on release forms."
      )
    case .department: Localized("科室", "Department")
    case .departmentChoice: Localized("请选择科室", "Choose a department")
    case .roles: Localized("角色", "Roles")
    case .rolesHint:
      Localized(
        "可以兼任；同一篇稿件的撰写、审核、发布仍由不同的人办。",
        "One person may have several; writing, reviewing and publishing one draft still takes different people."
      )
    case .noRoles: Localized("没有角色", "no role")
    case .state: Localized("状态", "State")
    case .active: Localized("正常", "active")
    case .disabled: Localized("已停用", "disabled")
    case .noPassword: Localized("还没有设密码", "no password yet")
    case .create: Localized("新增", "Add")
    case .count: Localized("共 {count} 人", "{count} people")
    case .linkTitle: Localized("登录链接", "Sign-in link")
    case .linkHint:
      Localized(
        "给新同事，或忘了密码的同事。链接十分钟内有效，只能用一次，本人打开后自己设密码。",
        "For new colleagues, or who forgot the password. Good once, for ten minutes; they choose a password with it."
      )
    case .makeLink: Localized("生成登录链接", "Make a sign-in link")
    case .linkShownTitle: Localized("{name}的登录链接", "Sign-in link of {name}")
    case .linkShownHint:
      Localized(
        "请当面或用内部通讯工具交给本人。有效期到 {time}，用过即失效。",
        "Hand it over in person or by an internal messenger. Good until {time}, and once."
      )
    case .linkShownOnce:
      Localized("只在这里显示这一次。离开这一页就看不到了。", "It is shown here and never again.")
    case .linkAddress: Localized("链接", "Link")
    case .copy: Localized("复制", "Copy")
    case .copied: Localized("已复制", "copied")
    case .backToPerson: Localized("返回{name}", "Back to {name}")
    case .change: Localized("修改", "Change")
    case .save: Localized("保存", "Save")
    case .ownRights:
      Localized(
        "不能改自己的角色，也不能停用自己；请另一位管理员来办。",
        "Nobody changes their own roles or disables themselves; ask another administrator."
      )
    case .stop: Localized("停用", "Disable")
    case .disable: Localized("停用账号", "Disable the account")
    case .disableHint:
      Localized(
        "离职或调离时停用。停用后不能登录，令牌同时失效；以前的记录不变。",
        "For who leaves. They cannot sign in and their tokens end; what is on record stays."
      )
    case .disableConfirm: Localized("停用{name}的账号？", "Disable the account of {name}?")
    case .enable: Localized("重新启用", "Enable again")
    case .enableHint:
      Localized("账号已停用，不能登录。", "The account is disabled: nobody can sign in with it.")
    case .created: Localized("建立时间", "Since")
    case .me: Localized("我的账号", "My account")
    case .noRolesOfMine:
      Localized("你还没有角色，请联系管理员。", "You have no role yet; ask the administrator.")
    case .currentPassword: Localized("原密码", "Present password")
    case .changePassword: Localized("更改密码", "Change the password")
    case .manageTokens: Localized("管理令牌", "See to the tokens")
    case .programs: Localized("令牌", "Tokens")
    case .toTokens:
      Localized("让程序代你办事，要用令牌。", "Programs that act for you need a token.")
    case .tokensOfPerson: Localized("令牌", "Tokens")
    }
  }
}
