package import Linting

package enum SignInPhrase: String, Phrases {
  case title
  case name
  case password
  case submit
  case forgotten
  case linkTitle
  case linkHint
  case newPassword
  case passwordHint
  case begin
  case checkOnly

  package var text: Localized {
    switch self {
    case .title: Localized("登录", "Sign in")
    case .name: Localized("登录名", "Sign-in name")
    case .password: Localized("密码", "Password")
    case .submit: Localized("登录", "Sign in")
    case .forgotten:
      Localized(
        "忘了密码，或还没有账号：请管理员发一个一次性登录链接。",
        "No password, or no account yet: ask the administrator for a one-time link."
      )
    case .linkTitle: Localized("设置密码并登录", "Choose a password and sign in")
    case .linkHint:
      Localized(
        "这个链接只能用一次。以后用登录名和密码登录。",
        "This link works once. Afterwards sign in with your name and password."
      )
    case .newPassword: Localized("新密码", "New password")
    case .passwordHint:
      Localized(
        "至少 10 个字符，越长越好，不必带符号。",
        "At least 10 characters; longer is better, symbols are not needed."
      )
    case .begin: Localized("设置并登录", "Set it and sign in")
    case .checkOnly:
      Localized("只想检查一篇稿件？不用登录，去自查页。", "Just want to check a draft? No need to sign in.")
    }
  }
}
