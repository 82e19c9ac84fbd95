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
    }
  }
}
