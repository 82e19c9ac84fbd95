package import Linting

/// Codes of problem details, and pages that there are not.
package enum ProblemPhrase: String, Phrases {
  case title
  case hint
  case code
  case status
  case meaning
  case noPage
  case home
  case mend
  case unreadable
  case notAllowed
  case signInAgain
  case changed
  case sentAlready
  case busy
  case tooLarge
  case broken

  package var text: Localized {
    switch self {
    case .title: Localized("问题代码", "Problem codes")
    case .hint:
      Localized(
        "接口出错时给出的代码（application/problem+json 的 code）。代码不会改变。",
        "The codes that the API answers with (code of application/problem+json). They never change."
      )
    case .code: Localized("代码", "Code")
    case .status: Localized("状态码", "Status")
    case .meaning: Localized("含义", "Meaning")
    case .noPage:
      Localized(
        "没有这个页面，或者你不能查看。请检查地址，或从首页进入。",
        "There is no such page, or you may not see it. Check the address or begin at the home page."
      )
    case .home: Localized("回到首页", "To the home page")
    case .mend:
      Localized("有的内容不合要求，请按提示改好再提交。", "Some of it is not as it must be; mend what is marked.")
    case .unreadable:
      Localized("内容的格式不对，请检查后再提交。", "It cannot be read; check how it is written.")
    case .notAllowed:
      Localized(
        "你的角色不能这样做。需要的话，请管理员调整角色。",
        "Your role does not allow this; ask the administrator if it should."
      )
    case .signInAgain:
      Localized(
        "登录已经失效。请在另一个窗口重新登录，再回到这里提交。",
        "Your session has ended. Sign in in another window, come back and send it again."
      )
    case .changed:
      Localized(
        "你打开之后，别人改过这里。请刷新页面，看过最新的内容再提交。",
        "Somebody has changed it since you opened it. Load the page again before you go on."
      )
    case .sentAlready:
      Localized("这张表已经提交过。请刷新页面再试。", "This form has been sent before. Load the page again.")
    case .busy: Localized("现在太忙，请稍等一会儿再试。", "Too busy now; try again in a moment.")
    case .tooLarge: Localized("内容太大，或网络太慢，没有收完。", "It is too large, or came too slowly.")
    case .broken:
      Localized(
        "服务器出错了，没有办成。请把编号告诉管理员。",
        "Something went wrong here. Tell the administrator the number."
      )
    }
  }
}
