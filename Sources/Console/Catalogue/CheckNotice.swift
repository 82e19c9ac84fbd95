package import Linting

/// What the script of the self-check page says of drafts that come in and go out, and of what fails; it knows them by their raw values.
package enum CheckNotice: String, Phrases {
  case pasteMissed = "paste-missed"
  case pasteCut = "paste-cut"
  case fileOpened = "file-opened"
  case fileOffice = "file-office"
  case fileKind = "file-kind"
  case fileLarge = "file-large"
  case fileEmpty = "file-empty"
  case fileEncoding = "file-encoding"
  case fileUnread = "file-unread"
  case copied
  case copiedRich = "copied-rich"
  case copyFailed = "copy-failed"
  case failOffline = "fail-offline"
  case failLate = "fail-late"
  case failBusy = "fail-busy"
  case failServer = "fail-server"
  case failRefused = "fail-refused"
  case failSignIn = "fail-sign-in"
  case failForbidden = "fail-forbidden"
  case failLarge = "fail-large"
  case failAgain = "fail-again"
  case handInLarge = "hand-in-large"

  package var text: Localized {
    switch self {
    case .pasteMissed:
      Localized(
        "粘贴时去掉了 {count} 个视频、卡片之类查不了的内容，复制回去时也不会有。",
        "{count} videos, cards or the like cannot be checked and were left out; they will not be in the copy either."
      )
    case .pasteCut:
      Localized(
        "内容太多，只放进了前面一部分。",
        "Too much was pasted; only the first part was taken."
      )
    case .fileOpened: Localized("打开了 {name}（{encoding}）", "Opened {name} ({encoding})")
    case .fileOffice:
      Localized(
        "{name}：请在 Word 或 WPS 里打开它，全选、复制，再粘贴到这里。",
        "{name}: open it in Word or WPS, copy all and paste it here."
      )
    case .fileKind:
      Localized(
        "{name}：只能打开 .md、.html、.txt 文件。",
        "{name}: only .md, .html and .txt files can be opened."
      )
    case .fileLarge: Localized("{name} 超过 2 MB：请分开检查。", "{name} is over 2 MB: check it in parts.")
    case .fileEmpty: Localized("{name} 是空的。", "{name} is empty.")
    case .fileEncoding:
      Localized(
        "{name}：认不出文字编码，请另存为 UTF-8 再打开。",
        "{name}: its encoding is not known; save it as UTF-8."
      )
    case .fileUnread: Localized("{name}：读不出来，请再试一次。", "{name}: it could not be read; try again.")
    case .copied: Localized("复制好了", "Copied")
    case .copiedRich:
      Localized(
        "正文复制好了，到公众号后台或网站后台粘贴即可",
        "Copied: paste it into the WeChat or website editor"
      )
    case .copyFailed:
      Localized(
        "浏览器不让复制：请在正文里全选（Ctrl+A）再按 Ctrl+C。",
        "The browser refused: select all in the text (Ctrl+A) and press Ctrl+C."
      )
    case .failOffline:
      Localized(
        "连不上检查服务。稿件还在这里，可以接着写；请看看网络，或请管理员看看服务是否开着。",
        "The server cannot be reached. Your text is still here; check the network, or ask the administrator whether the server runs."
      )
    case .failLate:
      Localized(
        "检查服务没有及时回答。稿件还在这里。",
        "The server took too long. Your text is still here."
      )
    case .failBusy: Localized("检查服务正忙。", "The server is busy.")
    case .failServer:
      Localized(
        "检查服务出错了。稿件还在这里；总是这样，请告诉管理员。",
        "The server failed. Your text is still here; if it goes on, tell the administrator."
      )
    case .failRefused: Localized("这份稿件没法检查：{detail}", "This draft cannot be checked: {detail}")
    case .failSignIn:
      Localized(
        "登录后才能检查。请在新窗口里登录，再回到这里重试；稿件还在。",
        "Sign in to check, in another window; come back and try again. Your text is still here."
      )
    case .failForbidden:
      Localized(
        "不能检查：{detail} 请复制好正文，刷新页面再试。",
        "Refused: {detail} Copy your text, then reload the page."
      )
    case .failLarge:
      Localized(
        "稿件超过 2 MB：请去掉一部分，或分开检查。",
        "The draft is over 2 MB: take some out, or check it in parts."
      )
    case .failAgain: Localized("{seconds} 秒后自动再试。", "Trying again in {seconds} s.")
    case .handInLarge:
      Localized(
        "稿件里的图片太大，带不过去：请复制正文，到新建稿件里粘贴。",
        "The pictures in it are too large to take along: copy the text and paste it into a new draft."
      )
    }
  }
}
